using System.Text;

namespace Hone.Tokenizers;

/// <summary>A filter: the value before the bar, and the arguments.</summary>
internal delegate object? TemplateFilter(RenderContext context, object? value, PyArguments arguments);

/// <summary>The filters of Jinja that chat templates use, by name. Source: <c>jinja2/filters.py</c> of pallets/jinja.</summary>
internal static partial class TemplateFilters
{
    private static readonly Dictionary<string, TemplateFilter> Named = new(StringComparer.Ordinal)
    {
        ["abs"] = (_, v, _) => Py.IsTrue(IsNegative(v)) ? PyArithmetic.Sign(v, negative: true) : v,
        ["attr"] = (_, v, a) => PyAttributes.Attribute(v, TextMethods.Text(a.Get(0, "name"))),
        ["batch"] = Batch,
        ["capitalize"] = (_, v, _) => TextMethods.Capitalize(PyText.Of(v)),
        ["center"] = (c, v, a) => TextMethods.Find(PyText.Of(v), "center")!.Call(c, new PyArguments([a.Get(0, "width", 80L)], [])),
        ["count"] = (_, v, _) => (long)Py.Length(v),
        ["d"] = Default,
        ["default"] = Default,
        ["dictsort"] = DictSort,
        ["e"] = (c, v, _) => Escape(c, PyText.Of(v)),
        ["escape"] = (c, v, _) => Escape(c, PyText.Of(v)),
        ["first"] = (_, v, _) => Py.Iterate(v) is { Count: > 0 } items ? items[0] : new PyUndefined("No first item, sequence was empty."),
        ["float"] = ToFloat,
        ["forceescape"] = (c, v, _) => Escape(c, PyText.Of(v)),
        ["format"] = (c, v, a) => c.Paid(PyFormat.Percent(c, PyText.Of(v), a.Named.Count > 0 ? DictOf(a) : new PyList(a.Positional, isTuple: true))),
        ["groupby"] = GroupBy,
        ["indent"] = Indent,
        ["int"] = ToInt,
        ["items"] = Items,
        ["join"] = Join,
        ["last"] = (_, v, _) => Py.Iterate(v) is { Count: > 0 } items ? items[^1] : new PyUndefined("No last item, sequence was empty."),
        ["length"] = (_, v, _) => (long)Py.Length(v),
        ["list"] = (c, v, _) => new PyList(Iterated(c, v)),
        ["lower"] = (c, v, _) => TextMethods.Lower(c.Paid(PyText.Of(v))),
        ["map"] = Map,
        ["max"] = (c, v, a) => Extreme(c, v, a, greatest: true),
        ["min"] = (c, v, a) => Extreme(c, v, a, greatest: false),
        ["pprint"] = (c, v, _) => c.Paid(PyText.Repr(v)),
        ["reject"] = (c, v, a) => Select(c, v, a, byAttribute: false, keep: false),
        ["rejectattr"] = (c, v, a) => Select(c, v, a, byAttribute: true, keep: false),
        ["replace"] = (c, v, a) => TextMethods.Replace(c, PyText.Of(v), PyText.Of(a.Get(0, "old")), PyText.Of(a.Get(1, "new")), a.Get(2, "count") is { } n ? Py.ToIndex(n) : -1),
        ["reverse"] = Reverse,
        ["round"] = Round,
        ["safe"] = (_, v, _) => v is PyUndefined ? "" : PyText.Of(v),
        ["select"] = (c, v, a) => Select(c, v, a, byAttribute: false, keep: true),
        ["selectattr"] = (c, v, a) => Select(c, v, a, byAttribute: true, keep: true),
        ["slice"] = Slice,
        ["sort"] = Sort,
        ["string"] = (c, v, _) => c.Paid(PyText.Of(v)),
        ["sum"] = Sum,
        ["title"] = (c, v, _) => TitleWords(c.Paid(PyText.Of(v))),
        ["tojson"] = ToJson,
        ["trim"] = (_, v, a) => TextMethods.Strip(PyText.Of(v), a.Get(0, "chars"), left: true, right: true),
        ["truncate"] = Truncate,
        ["unique"] = Unique,
        ["upper"] = (c, v, _) => TextMethods.Upper(c.Paid(PyText.Of(v))),
        ["urlencode"] = UrlEncode,
        ["wordcount"] = (_, v, _) => (long)PyText.Of(v).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length,
    };

    /// <summary>Returns a filter, or null if there is none of that name.</summary>
    public static TemplateFilter? Find(string name) => Named.GetValueOrDefault(name);

    /// <summary>The values that iterating gives, paid for.</summary>
    public static List<object?> Iterated(RenderContext context, object? value)
    {
        if (value is string text) context.Pay(text.Length * 16L);
        List<object?> items = Py.Iterate(value);
        context.Pay(items.Count * 16L);
        return [.. items];
    }

    private static object IsNegative(object? value) => Py.IsNumber(value)
        ? Py.ToDouble(value) < 0 : throw new PyError($"bad operand type for abs(): '{Py.TypeName(value)}'");

    private static PyDict DictOf(PyArguments arguments)
    {
        var dict = new PyDict();
        foreach (KeyValuePair<string, object?> pair in arguments.Named) dict[pair.Key] = pair.Value;
        return dict;
    }

    private static object? Default(RenderContext context, object? value, PyArguments arguments)
    {
        arguments.AtMost("default", 2, "default_value", "boolean");
        bool falseToo = Py.IsTrue(arguments.Get(1, "boolean", false));
        return value is PyUndefined || (falseToo && !Py.IsTrue(value)) ? arguments.Get(0, "default_value", "") : value;
    }

    private static string Escape(RenderContext context, string text) => context.Paid(text.Replace("&", "&amp;").Replace(">", "&gt;").Replace("<", "&lt;").Replace("'", "&#39;").Replace("\"", "&#34;"));

    private static string ToJson(RenderContext context, object? value, PyArguments arguments)
    {
        arguments.AtMost("tojson", 4, "ensure_ascii", "indent", "separators", "sort_keys");
        object? indent = arguments.Get(1, "indent");
        string? step = indent switch
        {
            null => null,
            string given => given,
            _ => new string(' ', Math.Clamp(Py.ToIndex(indent), 0, 100)),
        };
        (string item, string key) = (step is null ? ", " : ",", ": ");
        if (arguments.Get(2, "separators") is PyList { Items: [string first, string second] }) (item, key) = (first, second);
        return context.Paid(PyJson.Dump(value, Py.IsTrue(arguments.Get(0, "ensure_ascii", false)), step, item, key, Py.IsTrue(arguments.Get(3, "sort_keys", false))));
    }

    private static object ToInt(RenderContext context, object? value, PyArguments arguments)
    {
        object fallback = arguments.Get(0, "default", 0L) ?? 0L;
        int digits = Py.ToIndex(arguments.Get(1, "base", 10L));
        switch (value)
        {
            case double number: return double.IsFinite(number) ? Py.Shrink(new System.Numerics.BigInteger(Math.Truncate(number))) : fallback;
            case string text: return PyNumbers.ParseInteger(text, digits) ?? (PyNumbers.ParseFloat(text) is { } real && double.IsFinite(real) ? Py.Shrink(new System.Numerics.BigInteger(Math.Truncate(real))) : fallback);
            default: return Py.IsInteger(value) ? Py.Shrink(Py.ToInteger(value)) : fallback;
        }
    }

    private static object? ToFloat(RenderContext context, object? value, PyArguments arguments)
    {
        if (Py.IsNumber(value)) return Py.ToDouble(value);
        return value is string text && PyNumbers.ParseFloat(text) is { } number ? number : arguments.Get(0, "default", 0.0);
    }

    private static object Round(RenderContext context, object? value, PyArguments arguments)
    {
        int precision = Py.ToIndex(arguments.Get(0, "precision", 0L));
        string method = TextMethods.Text(arguments.Get(1, "method", "common"));
        if (Py.IsInteger(value) && precision >= 0) return Py.Shrink(Py.ToInteger(value));
        double number = Py.ToDouble(value);
        if (method is not ("common" or "ceil" or "floor")) throw new PyError("method must be common, ceil or floor");
        if (!double.IsFinite(number) || Math.Abs(precision) > 300) return number;
        if (method == "common" && precision >= 0) return double.Parse(PyFormat.Fixed(number, precision), System.Globalization.CultureInfo.InvariantCulture);
        double scale = double.Parse($"1e{precision}", System.Globalization.CultureInfo.InvariantCulture);
        double scaled = number * scale;
        double rounded = (method == "ceil" ? Math.Ceiling(scaled) : method == "floor" ? Math.Floor(scaled) : Math.Round(scaled, MidpointRounding.ToEven)) / scale;
        return Py.IsInteger(value) && method == "common" ? Py.Shrink(new System.Numerics.BigInteger(rounded)) : rounded;
    }

    private static string Indent(RenderContext context, object? value, PyArguments arguments)
    {
        arguments.AtMost("indent", 3, "width", "first", "blank");
        object? width = arguments.Get(0, "width", 4L);
        string step = width is string given ? given : new string(' ', Math.Clamp(Py.ToIndex(width), 0, 1000));
        string[] lines = (PyText.Of(value) + "\n").Split('\n');
        bool blank = Py.IsTrue(arguments.Get(2, "blank", false));
        context.Pay((long)lines.Length * step.Length);
        // The line break that was added is taken off again, as splitlines() would.
        lines = lines[..^1];
        var all = new StringBuilder(lines.Length == 0 ? "" : lines[0]);
        for (int i = 1; i < lines.Length; i++) all.Append('\n').Append(lines[i].Length > 0 || blank ? step : "").Append(lines[i]);
        if (Py.IsTrue(arguments.Get(1, "first", false))) all.Insert(0, step);
        return context.Paid(all.ToString());
    }

    /// <summary>Upper case where a word begins: after white space and opening signs, as Jinja has it.</summary>
    private static string TitleWords(string text)
    {
        var all = new StringBuilder(text.Length);
        bool begins = true;
        foreach (Rune rune in text.EnumerateRunes())
        {
            all.Append((begins ? Rune.ToUpperInvariant(rune) : Rune.ToLowerInvariant(rune)).ToString());
            begins = rune.IsBmp && (PyText.IsSpace((char)rune.Value) || rune.Value is '-' or '(' or '{' or '[' or '<');
        }
        return all.ToString();
    }

    private static object Truncate(RenderContext context, object? value, PyArguments arguments)
    {
        string text = PyText.Of(value);
        int length = Py.ToIndex(arguments.Get(0, "length", 255L));
        string end = PyText.Of(arguments.Get(2, "end", "..."));
        int leeway = Py.ToIndex(arguments.Get(3, "leeway", 5L) ?? 5L);
        if (PyText.Length(text) <= (long)length + leeway) return text;
        string cut = (string)PySlice.Of(context, text, 0L, (long)Math.Max(0, length - PyText.Length(end)), null);
        if (!Py.IsTrue(arguments.Get(1, "killwords", false)) && cut.LastIndexOf(' ') is >= 0 and int space) cut = cut[..space];
        return cut + end;
    }

    private static object UrlEncode(RenderContext context, object? value, PyArguments arguments)
    {
        if (value is not PyDict dict) return context.Paid(Uri.EscapeDataString(PyText.Of(value)).Replace("%2F", "/"));
        return context.Paid(string.Join('&', dict.Entries.Select(static entry => Uri.EscapeDataString(PyText.Of(entry.Key)) + "=" + Uri.EscapeDataString(PyText.Of(entry.Value)))));
    }
}
