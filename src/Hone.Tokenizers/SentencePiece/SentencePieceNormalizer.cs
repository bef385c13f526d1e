using System.Buffers;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>
/// Normalization of SentencePiece: longest matches of its character map, white space joined and marked. Source:
/// <c>Normalizer::Normalize</c> of google/sentencepiece, <c>src/normalizer.cc</c>.
/// </summary>
internal sealed class SentencePieceNormalizer(SentencePieceDefinition definition, PrefixTrie userDefined)
{
    private const string Mark = "\u2581";

    public string Normalize(ReadOnlySpan<char> text)
    {
        byte[] utf8 = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, utf8);
        ReadOnlySpan<byte> rest = utf8;
        bool removes = definition.RemoveExtraWhitespaces;
        while (removes && rest.Length > 0)
        {
            ReadOnlySpan<byte> part = Prefix(rest, out int length);
            if (!part.SequenceEqual(" "u8)) break;
            rest = rest[length..];
        }
        if (rest.IsEmpty) return "";
        string space = definition.EscapeWhitespaces ? Mark : " ";
        var result = new StringBuilder(text.Length + 8);
        if (!definition.WhitespaceAsSuffix && definition.AddDummyPrefix) result.Append(space);
        bool afterSpace = removes;
        while (rest.Length > 0)
        {
            ReadOnlySpan<byte> part = Prefix(rest, out int length);
            rest = rest[length..];
            while (afterSpace && part.Length > 0 && part[0] == ' ') part = part[1..];
            if (part.Length > 0)
            {
                string chars = Encoding.UTF8.GetString(part);
                result.Append(definition.EscapeWhitespaces ? chars.Replace(" ", Mark) : chars);
                afterSpace = part[^1] == ' ';
            }
            if (!removes) afterSpace = false;
        }
        while (removes && result.Length >= space.Length && result[^1] == space[0]) result.Length--;
        if (definition.WhitespaceAsSuffix && definition.AddDummyPrefix) result.Append(space);
        return result.ToString();
    }

    /// <summary>Returns what the text begins with, normalized, and how many bytes of it that is.</summary>
    private ReadOnlySpan<byte> Prefix(ReadOnlySpan<byte> text, out int length)
    {
        if (UserDefined(text) is > 0 and int symbol)
        {
            length = symbol;
            return text[..symbol];
        }
        if (definition.CharsMap is { } map && map.TryLongest(text, out ReadOnlySpan<byte> replacement, out length)) return replacement;
        if (Rune.DecodeFromUtf8(text, out _, out length) != OperationStatus.Done) return "\uFFFD"u8;
        return text[..length];
    }

    private int UserDefined(ReadOnlySpan<byte> text)
    {
        int node = 0;
        int found = 0;
        Span<char> units = stackalloc char[2];
        for (int at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf8(text[at..], out Rune rune, out int length) != OperationStatus.Done) break;
            int count = rune.EncodeToUtf16(units);
            int id = -1;
            for (int i = 0; i < count; i++)
            {
                if (!userDefined.TryStep(ref node, units[i], out id)) return found;
            }
            at += length;
            if (id >= 0) found = at;
        }
        return found;
    }
}
