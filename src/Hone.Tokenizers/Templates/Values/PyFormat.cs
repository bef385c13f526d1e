using System.Globalization;
using System.Numerics;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>The <c>%</c> operator and <c>str.format</c>.</summary>
internal static class PyFormat
{
    private const int MaxWidth = 10_000;

    public static string Percent(RenderContext context, string format, object? values)
    {
        List<object?> items = values is PyList { IsTuple: true } tuple ? tuple.Items : [values];
        int next = 0;
        var all = new StringBuilder();
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                all.Append(format[i]);
                continue;
            }
            if (++i >= format.Length) throw new PyError("incomplete format");
            if (format[i] == '%')
            {
                all.Append('%');
                continue;
            }
            object? value = null;
            bool named = format[i] == '(';
            if (named)
            {
                int end = format.IndexOf(')', i);
                if (end < 0) throw new PyError("incomplete format key");
                string key = format[(i + 1)..end];
                if (values is not PyDict dict) throw new PyError("format requires a mapping");
                if (!dict.TryGet(key, out value)) throw new PyError($"'{key}'");
                i = end + 1;
            }
            int flags = i;
            while (i < format.Length && format[i] is '-' or '+' or ' ' or '0' or '#') i++;
            string flag = format[flags..i];
            int width = Digits(format, ref i);
            int precision = -1;
            if (i < format.Length && format[i] == '.')
            {
                i++;
                precision = Math.Max(0, Digits(format, ref i));
            }
            if (i >= format.Length) throw new PyError("incomplete format");
            if (!named) value = next < items.Count ? items[next++] : throw new PyError("not enough arguments for format string");
            string text = format[i] switch
            {
                's' => Cut(PyText.Of(value), precision),
                'r' or 'a' => Cut(PyText.Repr(value), precision),
                'd' or 'i' or 'u' => Signed(Whole(value).ToString(CultureInfo.InvariantCulture), flag),
                'x' => Whole(value).ToString("x", CultureInfo.InvariantCulture).TrimStart('0') is { Length: > 0 } hex ? hex : "0",
                'c' => value is string one ? one : Rune.IsValid(Py.ToIndex(value)) ? new Rune(Py.ToIndex(value)).ToString() : throw new PyError("%c requires a character"),
                'f' or 'F' => Signed(Fixed(Py.ToDouble(value), precision < 0 ? 6 : precision), flag),
                'e' or 'E' or 'g' or 'G' => Signed(Number(Py.ToDouble(value), format[i], precision), flag),
                _ => throw new PyError($"unsupported format character '{format[i]}'"),
            };
            all.Append(Padded(text, width, flag.Contains('-') ? '<' : '>', flag.Contains('0') && !flag.Contains('-') && format[i] != 's' ? "0" : " "));
            context.Pay(all.Length);
        }
        if (values is PyList { IsTuple: true } && next < items.Count) throw new PyError("not all arguments converted during string formatting");
        return all.ToString();
    }

    public static string Format(RenderContext context, string format, PyArguments arguments)
    {
        var all = new StringBuilder();
        int next = 0;
        for (int i = 0; i < format.Length; i++)
        {
            char c = format[i];
            if (c is '{' or '}' && i + 1 < format.Length && format[i + 1] == c)
            {
                all.Append(c);
                i++;
                continue;
            }
            if (c == '}') throw new PyError("Single '}' encountered in format string");
            if (c != '{')
            {
                all.Append(c);
                continue;
            }
            int end = format.IndexOf('}', i);
            if (end < 0) throw new PyError("expected '}' before end of string");
            string field = format[(i + 1)..end];
            i = end;
            string spec = "";
            if (field.IndexOf(':') is >= 0 and int colon) (field, spec) = (field[..colon], field[(colon + 1)..]);
            bool repr = field.EndsWith("!r", StringComparison.Ordinal);
            if (repr || field.EndsWith("!s", StringComparison.Ordinal)) field = field[..^2];
            object? value = Field(arguments, field, ref next);
            all.Append(Spec(repr ? PyText.Repr(value) : value, spec));
            context.Pay(all.Length);
        }
        return all.ToString();
    }

    /// <summary>Digits after the point, rounded half to even on the exact value, as C does.</summary>
    public static string Fixed(double value, int digits)
    {
        if (double.IsNaN(value)) return "nan";
        if (double.IsInfinity(value)) return value > 0 ? "inf" : "-inf";
        if (digits > 500) throw new PyError("a precision above 500 is not supported");
        return value.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static object? Field(PyArguments arguments, string field, ref int next)
    {
        int cut = field.AsSpan().IndexOfAny('.', '[');
        if (cut >= 0) throw new PyError("attributes and items in a format field are not supported");
        if (field.Length == 0 || char.IsAsciiDigit(field[0]))
        {
            int at = field.Length == 0 ? next++ : int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : int.MaxValue;
            return at < arguments.Positional.Count ? arguments.Positional[at] : throw new PyError("Replacement index out of range for positional args tuple");
        }
        foreach (KeyValuePair<string, object?> pair in arguments.Named)
        {
            if (pair.Key == field) return pair.Value;
        }
        throw new PyError($"'{field}'");
    }

    /// <summary>Applies <c>[[fill]align][sign][0][width][,][.precision][type]</c>.</summary>
    private static string Spec(object? value, string spec)
    {
        if (spec.Length == 0) return PyText.Of(value);
        int i = 0;
        string fill = " ";
        char align = '\0';
        if (spec.Length > 1 && spec[1] is '<' or '>' or '^' or '=')
        {
            fill = spec[0].ToString();
            align = spec[1];
            i = 2;
        }
        else if (spec[0] is '<' or '>' or '^' or '=')
        {
            align = spec[0];
            i = 1;
        }
        string flag = i < spec.Length && spec[i] is '+' or '-' or ' ' ? spec[i++].ToString() : "";
        if (i < spec.Length && spec[i] == '0')
        {
            i++;
            if (align == '\0') (fill, align) = ("0", '=');
        }
        int width = Digits(spec, ref i);
        bool grouped = i < spec.Length && spec[i] == ',';
        if (grouped) i++;
        int precision = -1;
        if (i < spec.Length && spec[i] == '.')
        {
            i++;
            precision = Math.Max(0, Digits(spec, ref i));
        }
        char type = i < spec.Length ? spec[i++] : '\0';
        if (i < spec.Length) throw new PyError("Invalid format specifier");
        bool number = Py.IsNumber(value) && type != 's';
        string text = type switch
        {
            's' => Cut(PyText.Of(value), precision),
            'd' => Whole(value).ToString(grouped ? "N0" : "D", CultureInfo.InvariantCulture),
            'x' => Whole(value).ToString("x", CultureInfo.InvariantCulture).TrimStart('0') is { Length: > 0 } hex ? hex : "0",
            'f' or 'F' when grouped => Py.ToDouble(value).ToString($"N{(precision < 0 ? 6 : Math.Min(precision, 500))}", CultureInfo.InvariantCulture),
            'f' or 'F' => Fixed(Py.ToDouble(value), precision < 0 ? 6 : precision),
            '%' => Fixed(Py.ToDouble(value) * 100, precision < 0 ? 6 : precision) + "%",
            'e' or 'E' or 'g' or 'G' => Number(Py.ToDouble(value), type, precision),
            '\0' when Py.IsInteger(value) && value is not bool => Whole(value).ToString(grouped ? "N0" : "D", CultureInfo.InvariantCulture),
            '\0' when value is double => precision < 0 ? PyText.OfDouble((double)value) : Number((double)value, 'g', precision),
            '\0' => Cut(PyText.Of(value), precision),
            _ => throw new PyError($"Unknown format code '{type}'"),
        };
        if (number) text = Signed(text, flag);
        return Padded(text, width, align == '\0' ? number ? '>' : '<' : align, fill);
    }

    private static BigInteger Whole(object? value) => value is double number
        ? double.IsFinite(number) ? new BigInteger(Math.Truncate(number)) : throw new PyError("cannot convert float infinity to integer")
        : Py.IsInteger(value) ? Py.ToInteger(value) : throw new PyError($"%d format: a real number is required, not {Py.TypeName(value)}");

    private static string Number(double value, char type, int precision)
    {
        if (!double.IsFinite(value)) return PyText.OfDouble(value);
        if (precision < 0) precision = 6;
        if (precision > 500) throw new PyError("a precision above 500 is not supported");
        bool upper = char.IsUpper(type);
        string text;
        if (char.ToLowerInvariant(type) == 'e')
        {
            text = Exponent(value.ToString("E" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        }
        else
        {
            precision = Math.Max(1, precision);
            string scientific = value.ToString("E" + (precision - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            int exponent = int.Parse(scientific.AsSpan(scientific.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            bool plain = exponent >= -4 && exponent < precision;
            text = plain ? Fixed(value, Math.Max(0, precision - 1 - exponent)) : Exponent(scientific);
            int e = text.IndexOf('e');
            string mantissa = e < 0 ? text : text[..e];
            if (mantissa.Contains('.')) mantissa = mantissa.TrimEnd('0').TrimEnd('.');
            text = e < 0 ? mantissa : mantissa + text[e..];
        }
        return upper ? text.ToUpperInvariant() : text;
    }

    private static string Exponent(string text)
    {
        int e = text.IndexOf('E');
        return $"{text[..e]}e{text[e + 1]}{text[(e + 2)..].TrimStart('0').PadLeft(2, '0')}";
    }

    private static string Signed(string text, string flag) => text.StartsWith('-') ? text : flag.Contains('+') ? "+" + text : flag.Contains(' ') ? " " + text : text;

    private static string Cut(string text, int precision) => precision < 0 || precision >= text.Length ? text : text[..precision];

    private static string Padded(string text, int width, char align, string fill)
    {
        int missing = width - PyText.Length(text);
        if (missing <= 0) return text;
        int left = align switch { '<' => 0, '^' => missing / 2, _ => missing };
        if (align == '=' || (fill == "0" && align == '>'))
        {
            int sign = text.Length > 0 && text[0] is '-' or '+' or ' ' ? 1 : 0;
            return text[..sign] + string.Concat(Enumerable.Repeat(fill, missing)) + text[sign..];
        }
        return string.Concat(Enumerable.Repeat(fill, left)) + text + string.Concat(Enumerable.Repeat(fill, missing - left));
    }

    private static int Digits(string format, ref int i)
    {
        int start = i;
        while (i < format.Length && char.IsAsciiDigit(format[i])) i++;
        if (i == start) return 0;
        if (i - start > 5 || int.Parse(format.AsSpan(start, i - start), CultureInfo.InvariantCulture) > MaxWidth) throw new PyError($"a width above {MaxWidth} is not supported");
        return int.Parse(format.AsSpan(start, i - start), CultureInfo.InvariantCulture);
    }
}
