using System.Globalization;
using System.Numerics;

namespace Hone.Tokenizers;

/// <summary>Numbers read from texts, as <c>int()</c> and <c>float()</c> do.</summary>
internal static class PyNumbers
{
    private const int MaxDigits = 4096;

    /// <summary>Returns the number, or null if the text is none.</summary>
    public static object? ParseInteger(string text, int digits)
    {
        text = TextMethods.Strip(text, null, left: true, right: true).Replace("_", "");
        bool negative = text.StartsWith('-');
        if (negative || text.StartsWith('+')) text = text[1..];
        if (digits == 16 && text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) text = text[2..];
        if (digits == 8 && text.StartsWith("0o", StringComparison.OrdinalIgnoreCase)) text = text[2..];
        if (digits == 2 && text.StartsWith("0b", StringComparison.OrdinalIgnoreCase)) text = text[2..];
        if (text.Length is 0 or > MaxDigits || digits is < 2 or > 36) return null;
        BigInteger value = BigInteger.Zero;
        if (digits == 10)
        {
            if (!text.All(char.IsAsciiDigit)) return null;
            value = BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        }
        else
        {
            foreach (char c in text)
            {
                int digit = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetter(c) ? (c | 0x20) - 'a' + 10 : 99;
                if (digit >= digits) return null;
                value = value * digits + digit;
            }
        }
        return Py.Shrink(negative ? -value : value);
    }

    /// <summary>Returns the number, or null if the text is none.</summary>
    public static double? ParseFloat(string text)
    {
        text = TextMethods.Strip(text, null, left: true, right: true);
        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value)
            && text.AsSpan().IndexOfAnyInRange('0', '9') >= 0) return value;
        return text.TrimStart('+', '-').ToLowerInvariant() switch
        {
            "inf" or "infinity" => text.StartsWith('-') ? double.NegativeInfinity : double.PositiveInfinity,
            "nan" => double.NaN,
            _ => null,
        };
    }
}
