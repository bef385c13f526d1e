using System.Globalization;
using System.Text;
using Hone.Models;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>
/// Mutated config.json: each opens or is refused in one line, and nothing else happens. HONE_FUZZ_ROUNDS asks for more
/// rounds than the few thousand of every day.
/// </summary>
public sealed class ConfigFuzzTests
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "-1", "2147483647", "-2147483648", "99999999999999999999", "1e308", "-1e308", "1e-320", "0.5", "-0.0",
        "\"\"", "\"silu\"", "\"xielu\"", "\"yarn\"", "\"longrope\"", "\"full_attention\"", "[]", "[1]", "[[[]]]", "[null]", "{}", "{\"a\":{}}",
        "[\"sliding_attention\",\"full_attention\"]", "{\"rope_type\":\"yarn\",\"factor\":0}", "{\"rope_type\":\"llama3\",\"factor\":1e300,\"low_freq_factor\":0,\"high_freq_factor\":0}",
        "{\"rope_type\":\"longrope\",\"short_factor\":[0],\"long_factor\":[]}", "\"\\ud800\"", "4096", "4097", "3", "7",
    ];

    [Fact]
    public void EveryMutationOpensOrIsRefusedInOneLine()
    {
        int rounds = int.TryParse(Environment.GetEnvironmentVariable("HONE_FUZZ_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : 4000;
        var random = new Random(20260731);
        string[] seeds = [.. Seeds()];
        int opened = 0;
        for (int round = 0; round < rounds; round++)
        {
            byte[] bytes = Mutate(seeds[random.Next(seeds.Length)], random);
            try
            {
                HuggingFaceConfig config = HuggingFaceConfig.Parse(bytes);
                Assert.Equal(config.Model, HuggingFaceConfig.Parse(config.ToBytes()).Model);
                Assert.NotNull(config.Names.ToFile("model.embed_tokens.weight"));
                Assert.True(config.Model.ParameterCount() > 0);
                opened++;
            }
            catch (CheckpointFormatException error)
            {
                Assert.DoesNotContain('\n', error.Message);
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{error.GetType().Name}: {error.Message}\n{Encoding.UTF8.GetString(bytes)}");
            }
        }
        Assert.InRange(opened, rounds / 20, rounds - (rounds / 20));
    }

    private static IEnumerable<string> Seeds()
    {
        foreach (string folder in Directory.GetDirectories(ModelTestFiles.Reference("models")))
        {
            foreach (string file in Directory.GetFiles(folder, "config*.json"))
                yield return File.ReadAllText(file);
        }
        foreach (ModelFamily family in ModelFamilies.All)
        {
            for (int i = 0; i < 4; i++)
                yield return FamilyRoundTripTests.RandomConfig(family, new Random(i));
        }
    }

    private static byte[] Mutate(string seed, Random random)
    {
        string text = seed;
        for (int edits = random.Next(1, 4); edits > 0; edits--)
            text = random.Next(5) == 0 ? EditText(text, random) : ReplaceValue(text, random);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (random.Next(10) == 0 && bytes.Length > 0)
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    // The value after some colon becomes another one.
    private static string ReplaceValue(string text, Random random)
    {
        int[] colons = [.. Enumerable.Range(0, text.Length).Where(i => text[i] == ':')];
        if (colons.Length == 0)
            return text;
        int start = colons[random.Next(colons.Length)] + 1, end = start, depth = 0;
        for (; end < text.Length; end++)
        {
            char c = text[end];
            if (c is '[' or '{')
                depth++;
            if (depth == 0 && c is ',' or '}' or ']' && --depth < 0)
                break;
        }
        return text[..start] + Values[random.Next(Values.Length)] + text[Math.Min(end, text.Length)..];
    }

    private static string EditText(string text, Random random)
    {
        if (text.Length < 2)
            return text;
        int at = random.Next(text.Length), length = Math.Min(random.Next(1, 40), text.Length - at);
        return random.Next(3) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(random.Next(text.Length), text.Substring(at, length)),
            _ => text[..at],
        };
    }
}
