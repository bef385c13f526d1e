using System.Globalization;
using System.Text.Json;
using Hone.Inference;
using Xunit;

namespace Hone.ParityTests.Sampling;

/// <summary>Probabilities after truncation against those of the field's logits processors.</summary>
public sealed class SamplingParityTests
{
    private const string File = "sampling.json", Folder = "numerics";
    private static readonly string[] Offered = ["temperature", "top_k", "top_p", "min_p"];

    public static TheoryData<int, string> Cases()
    {
        var data = new TheoryData<int, string>();
        if (System.IO.File.Exists(Path.Combine(ReferenceFolder.Root, Folder, File)))
        {
            int index = 0;
            foreach (JsonElement entry in ReferenceFolder.Json(Folder, File).GetProperty("cases").EnumerateArray())
            {
                string processor = entry.GetProperty("processor").GetString()!;
                if (IsOffered(Parse(processor)))
                    data.Add(index, processor);
                index++;
            }
        }
        if (data.Count == 0)
            data.Add(-1, "absent");
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ProbabilitiesAreTheRecordedOnes(int index, string processor)
    {
        JsonElement root = ReferenceFolder.Json(Folder, File);
        Assert.SkipWhen(index < 0, "The recording has no case of a processor that is offered.");
        SamplingOptions options = Options(processor);
        double[][] logits = root.GetProperty("logits").Matrix();
        double[][] expected = root.GetProperty("cases")[index].GetProperty("probabilities").Matrix();
        Assert.Equal(logits.Length, expected.Length);
        var filter = new TokenFilter();
        var kept = new List<int>();
        for (int row = 0; row < logits.Length; row++)
        {
            float[] values = [.. logits[row].Select(z => (float)z)];
            filter.Keep(values, options, kept);
            double[] actual = Softmax(values, kept, options.Temperature);
            for (int v = 0; v < actual.Length; v++)
                Assert.True(Math.Abs(expected[row][v] - actual[v]) <= 1e-6, $"row {row}, id {v}: expected {expected[row][v]:R}, got {actual[v]:R}");
        }
    }

    [Fact]
    public void EveryOfferedProcessorHasACase()
    {
        JsonElement cases = ReferenceFolder.Json(Folder, File).GetProperty("cases");
        string[] names = [.. cases.EnumerateArray().SelectMany(c => Parse(c.GetProperty("processor").GetString()!)).Select(p => p.Name).Distinct()];
        Assert.All(Offered, name => Assert.Contains(name, names));
    }

    // The four in their one order; a chain in another order is another distribution.
    private static bool IsOffered(List<(string Name, double Value)> chain)
    {
        int[] places = [.. chain.Select(p => Array.IndexOf(Offered, p.Name))];
        return places.Min() >= 0 && places.Zip(places.Skip(1)).All(p => p.First < p.Second);
    }

    private static double[] Softmax(float[] logits, List<int> kept, float temperature)
    {
        var probabilities = new double[logits.Length];
        double maximum = kept.Max(v => (double)logits[v]), sum = 0;
        foreach (int v in kept)
            sum += probabilities[v] = Math.Exp((logits[v] - maximum) / temperature);
        foreach (int v in kept)
            probabilities[v] /= sum;
        return probabilities;
    }

    private static SamplingOptions Options(string processor)
    {
        var options = new SamplingOptions();
        foreach ((string name, double value) in Parse(processor))
        {
            options = name switch
            {
                "temperature" => options with { Temperature = (float)value },
                "top_k" => options with { TopK = (int)value },
                "top_p" => options with { TopP = (float)value },
                "min_p" => options with { MinP = (float)value },
                _ => throw new InvalidDataException($"{name} is not offered."),
            };
        }
        return options;
    }

    // "top_k 5", or "chain: temperature 0.8, top_k 20".
    private static List<(string Name, double Value)> Parse(string processor)
    {
        const string Chain = "chain:";
        string list = processor.StartsWith(Chain, StringComparison.Ordinal) ? processor[Chain.Length..] : processor;
        var parts = new List<(string, double)>();
        foreach (string part in list.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] words = part.Split(' ');
            parts.Add((words[0], words.Length > 1 ? double.Parse(words[1], CultureInfo.InvariantCulture) : 0));
        }
        return parts;
    }
}
