using System.Globalization;
using System.Text;

namespace Hone.UnitTests.Tokenizers;

/// <summary>Random damage to texts, from a given stream of numbers.</summary>
internal static class Fuzz
{
    private static readonly string[] Pieces = ["{{", "}}", "{%", "%}", "{#", "#}", "-", "(", ")", "[", "]", "|", "'", "\"", "\\", " if ", " in ", "loop", "range(9)", "**", "9999999999", "0", "null", ",", ":", "\ud800", "é", "\0", "<0x41>", "type"];

    /// <summary>How many rounds: a few, or as many as the environment variable HONE_FUZZ_COUNT says.</summary>
    public static int Count(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("HONE_FUZZ_COUNT"), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : usual;

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
