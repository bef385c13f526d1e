namespace Hone.Verification;

/// <summary>Integers as text, ASCII only and of any size: comparing canonical forms needs no arithmetic.</summary>
internal static class IntegerText
{
    private const int ShownCharacters = 40;

    /// <summary>Whether the text is <c>0|-?[1-9][0-9]*</c>.</summary>
    public static bool IsCanonical(ReadOnlySpan<char> text)
    {
        if (text is "0") return true;
        if (text.Length > 0 && text[0] == '-') text = text[1..];
        return text.Length > 0 && text[0] is >= '1' and <= '9' && text.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>Removes space, tab, CR and LF at both ends; no other white space.</summary>
    public static ReadOnlySpan<char> TrimAscii(ReadOnlySpan<char> text) => text.Trim(" \t\r\n");

    /// <summary>The text for a message: at most 40 characters, control characters shown as dots.</summary>
    public static string Shorten(ReadOnlySpan<char> text)
    {
        string shown = text.Length <= ShownCharacters ? text.ToString() : string.Concat(text[..ShownCharacters], "...");
        return string.Create(shown.Length, shown, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++) span[i] = char.IsControl(source[i]) ? '.' : source[i];
        });
    }
}
