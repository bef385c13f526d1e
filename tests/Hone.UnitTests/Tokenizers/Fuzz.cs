using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hone.UnitTests.Tokenizers;

/// <summary>Random damage to texts, from a given stream of numbers.</summary>
internal static partial class Fuzz
{
    private static readonly string[] Pieces = ["{{", "}}", "{%", "%}", "{#", "#}", "-", "(", ")", "[", "]", "|", "'", "\"", "\\", " if ", " in ", "loop", "range(9)", "**", "9999999999", "0", "null", ",", ":", "\ud800", "é", "\0", "<0x41>", "type"];

    /// <summary>How many rounds: a few, or as many as the environment variable HONE_FUZZ_COUNT says.</summary>
    public static int Count(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("HONE_FUZZ_COUNT"), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : usual;

    /// <summary>Changes values of a JSON text and leaves its form: numbers, flags, types, and strings of others.</summary>
    public static string DamageValues(string good, string other, Random random)
    {
        for (int n = random.Next(1, 4); n > 0; n--)
        {
            MatchCollection values = Values().Matches(good);
            if (values.Count == 0) return good;
            Match match = values[random.Next(values.Count)];
            MatchCollection others = Values().Matches(random.Next(2) == 0 ? good : other);
            string with = random.Next(3) switch
            {
                0 => others.Count > 0 ? others[random.Next(others.Count)].Value : "null",
                1 => random.Next(-1, 40).ToString(CultureInfo.InvariantCulture),
                _ => random.Next(2) == 0 ? "true" : "false",
            };
            if (match.Value[0] == '"' && with[0] != '"') with = $"\"{with}\"";
            good = good[..match.Index] + with + good[(match.Index + match.Length)..];
        }
        return good;
    }

    [GeneratedRegex("""(?<=[:,\[]\s?)(?:"(?:[^"\\]|\\.)*"(?!\s*:)|-?[0-9.]+|true|false|null)""")]
    private static partial Regex Values();

    public static string Damage(string good, string other, Random random)
    {
        var text = new StringBuilder(good);
        for (int n = random.Next(1, 4); n > 0 && text.Length > 0; n--)
        {
            int at = random.Next(text.Length);
            int length = Math.Min(random.Next(1, 12), text.Length - at);
            switch (random.Next(6))
            {
                case 0: text.Remove(at, length); break;
                case 1: text.Insert(at, text.ToString(at, length)); break;
                case 2: text[at] = (char)random.Next(1, 128); break;
                case 3: text.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                case 4: text.Length = at; break;
                default:
                    int from = random.Next(other.Length);
                    text.Insert(at, other.AsSpan(from, Math.Min(random.Next(1, 30), other.Length - from)));
                    break;
            }
        }
        return text.ToString();
    }
}
