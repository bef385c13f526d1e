using System.Globalization;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>
/// The character map of a SentencePiece model, applied as the Hugging Face tokenizers library does: a short grapheme as a
/// whole if the map knows a beginning of it, or else each of its code points.
/// </summary>
internal sealed class PrecompiledNormalizer(PrecompiledCharsMap map) : Normalizer
{
    /// <summary>Longer graphemes, in bytes, are not looked up as a whole.</summary>
    private const int MaxGraphemeBytes = 5;

    public override string Normalize(string text)
    {
        var result = new StringBuilder(text.Length);
        Span<byte> utf8 = stackalloc byte[8];
        for (int i = 0; i < text.Length;)
        {
            int grapheme = StringInfo.GetNextTextElementLength(text.AsSpan(i));
            ReadOnlySpan<char> chars = text.AsSpan(i, grapheme);
            if (grapheme > MaxGraphemeBytes || Encoding.UTF8.GetByteCount(chars) > MaxGraphemeBytes || !TryAppend(chars, utf8, result)) AppendEach(chars, utf8, result);
            i += grapheme;
        }
        return result.ToString();
    }

    private void AppendEach(ReadOnlySpan<char> chars, Span<byte> utf8, StringBuilder result)
    {
        for (int i = 0; i < chars.Length;)
        {
            CodePoints.At(chars, i, out int length);
            ReadOnlySpan<char> one = chars.Slice(i, length);
            if (!TryAppend(one, utf8, result)) result.Append(one);
            i += length;
        }
    }

    private bool TryAppend(ReadOnlySpan<char> chars, Span<byte> utf8, StringBuilder result)
    {
        int count = Encoding.UTF8.GetBytes(chars, utf8);
        if (!map.TryShortest(utf8[..count], out ReadOnlySpan<byte> replacement, out _)) return false;
        result.Append(Encoding.UTF8.GetString(replacement));
        return true;
    }
}
