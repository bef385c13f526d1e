namespace Hone.Tokenizers;

/// <summary>Surrogates without a partner: no UTF-8 sequence stands for them.</summary>
internal static class LoneSurrogates
{
    /// <summary>Returns the text with U+FFFD for each of them; the same text if there is none.</summary>
    public static ReadOnlySpan<char> Replace(ReadOnlySpan<char> text)
    {
        int at = IndexIn(text, 0);
        if (at < 0) return text;
        char[] copy = text.ToArray();
        for (; at >= 0; at = IndexIn(copy, at + 1)) copy[at] = '\uFFFD';
        return copy;
    }

    private static int IndexIn(ReadOnlySpan<char> text, int from)
    {
        while (true)
        {
            int found = text[from..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (found < 0) return -1;
            int i = from + found;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return i;
            from = i + 2;
        }
    }
}
