using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>Text as Python has it: by code points, and how values are printed.</summary>
internal static class PyText
{
    public static int Length(string text)
    {
        int count = text.Length;
        foreach (char c in text)
        {
            if (char.IsLowSurrogate(c)) count--;
        }
        return count;
    }

    public static bool HasSurrogates(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0;

    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\u001C' and <= '\u001F';

    /// <summary>What <c>str(value)</c> gives.</summary>
    public static string Of(object? value) => value switch
    {
        string text => text,
        PyUndefined => "",
        _ => Repr(value),
    };

    /// <summary>What <c>repr(value)</c> gives.</summary>
    public static string Repr(object? value)
    {
        switch (value)
        {
            case null: return "None";
            case bool flag: return flag ? "True" : "False";
            case long number: return number.ToString(CultureInfo.InvariantCulture);
            case BigInteger number: return number.ToString(CultureInfo.InvariantCulture);
            case double number: return OfDouble(number);
            case string text: return Quote(text);
            case PyUndefined: return "Undefined";
            case PyNamespace: return "<Namespace>";
            case PyList or PyDict:
                var all = new StringBuilder();
                Append(all, value);
                return all.ToString();
            default: return $"<{Py.TypeName(value)}>";
        }
    }

    /// <summary>The shortest digits that give the number back, with an exponent below 1e-4 and from 1e16.</summary>
    public static string OfDouble(double number)
    {
        if (double.IsNaN(number)) return "nan";
        if (double.IsInfinity(number)) return number > 0 ? "inf" : "-inf";
        string text = number.ToString("E16", CultureInfo.InvariantCulture);
        string shortest = number.ToString("R", CultureInfo.InvariantCulture);
        int exponent = number == 0 ? 0 : int.Parse(text.AsSpan(text.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string sign = shortest.StartsWith('-') ? "-" : "";
        string digits = string.Concat(shortest.Split('E')[0].Where(char.IsAsciiDigit)).TrimStart('0');
        if (digits.Length == 0) return sign + "0.0";
        // The shortest digits may round up to a power of ten that the 17 digits do not reach.
        exponent = shortest.Contains('E') ? int.Parse(shortest.AsSpan(shortest.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : exponent;
        digits = digits.TrimEnd('0');
        if (digits.Length == 0) digits = "1";
        if (exponent is < -4 or >= 16)
            return $"{sign}{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
        if (exponent < 0) return sign + "0." + new string('0', -exponent - 1) + digits;
        if (digits.Length <= exponent + 1) return sign + digits + new string('0', exponent + 1 - digits.Length) + ".0";
        return sign + digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    private static void Append(StringBuilder all, object? value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value is PyList list)
        {
            all.Append(list.IsTuple ? '(' : '[');
            for (int i = 0; i < list.Items.Count; i++)
            {
                if (i > 0) all.Append(", ");
                Append(all, list.Items[i]);
            }
            if (list.IsTuple && list.Items.Count == 1) all.Append(',');
            all.Append(list.IsTuple ? ')' : ']');
        }
        else if (value is PyDict dict)
        {
            all.Append('{');
            for (int i = 0; i < dict.Count; i++)
            {
                if (i > 0) all.Append(", ");
                Append(all, dict.Entries[i].Key);
                all.Append(": ");
                Append(all, dict.Entries[i].Value);
            }
            all.Append('}');
        }
        else
        {
            all.Append(Repr(value));
        }
        if (all.Length > 1 << 26) throw new PyError("a printed value is too long");
    }

    private static string Quote(string text)
    {
        char quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        var all = new StringBuilder(text.Length + 2).Append(quote);
        foreach (Rune rune in text.EnumerateRunes())
        {
            int c = rune.Value;
            if (c == quote || c == '\\') all.Append('\\').Append((char)c);
            else if (c == '\n') all.Append("\\n");
            else if (c == '\r') all.Append("\\r");
            else if (c == '\t') all.Append("\\t");
            else if (c < 0x20 || c == 0x7F) all.Append(CultureInfo.InvariantCulture, $"\\x{c:x2}");
            else if (c < 0x7F || IsPrintable(rune)) all.Append(rune.ToString());
            else if (c < 0x100) all.Append(CultureInfo.InvariantCulture, $"\\x{c:x2}");
            else if (c < 0x10000) all.Append(CultureInfo.InvariantCulture, $"\\u{c:x4}");
            else all.Append(CultureInfo.InvariantCulture, $"\\U{c:x8}");
        }
        return all.Append(quote).ToString();
    }

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
}
