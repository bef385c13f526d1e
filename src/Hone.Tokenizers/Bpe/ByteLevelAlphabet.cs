namespace Hone.Tokenizers;

/// <summary>
/// The printable spelling of bytes that GPT-2 introduced: the 188 printable Latin-1 bytes stand for themselves, the other
/// 68, in order, for U+0100 and up. Source: <c>bytes_to_unicode</c> in openai/gpt-2, <c>src/encoder.py</c>.
/// </summary>
public static class ByteLevelAlphabet
{
    private static readonly char[] Chars = MakeChars();
    private static readonly short[] Bytes = MakeBytes(Chars);

    /// <summary>Returns the character that spells a byte.</summary>
    /// <param name="value">Any byte.</param>
    public static char ToChar(byte value) => Chars[value];

    /// <summary>Finds the byte that a character spells.</summary>
    /// <param name="c">Any UTF-16 unit.</param>
    /// <param name="value">The byte, or 0.</param>
    /// <returns>Whether the character belongs to the alphabet.</returns>
    public static bool TryToByte(char c, out byte value)
    {
        short found = c < Bytes.Length ? Bytes[c] : (short)-1;
        value = found < 0 ? (byte)0 : (byte)found;
        return found >= 0;
    }

    /// <summary>Returns the spelling of some bytes.</summary>
    /// <param name="bytes">Any bytes.</param>
    public static string Spell(ReadOnlySpan<byte> bytes) =>
        string.Create(bytes.Length, bytes, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++) span[i] = Chars[source[i]];
        });

    /// <summary>Returns the bytes that a spelling stands for, or null if one of its characters is not of the alphabet.</summary>
    /// <param name="spelling">Any string.</param>
    /// <exception cref="ArgumentNullException"><paramref name="spelling"/> is null.</exception>
    public static byte[]? TryUnspell(string spelling)
    {
        ArgumentNullException.ThrowIfNull(spelling);
        var bytes = new byte[spelling.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            if (!TryToByte(spelling[i], out bytes[i])) return null;
        }
        return bytes;
    }

    private static char[] MakeChars()
    {
        var chars = new char[256];
        int next = 256;
        for (int b = 0; b < 256; b++)
        {
            bool printable = b is >= 33 and <= 126 or >= 161 and <= 172 or >= 174;
            chars[b] = (char)(printable ? b : next++);
        }
        return chars;
    }

    private static short[] MakeBytes(char[] chars)
    {
        var bytes = new short[256 + 68];
        Array.Fill(bytes, (short)-1);
        for (int b = 0; b < 256; b++) bytes[chars[b]] = (short)b;
        return bytes;
    }
}
