using System.Globalization;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>Functions that every template can call.</summary>
internal static class TemplateGlobals
{
    /// <summary>The sandbox of Jinja allows no longer range.</summary>
    private const int MaxRange = 100_000;

    private static readonly Dictionary<string, PyCallable> Named = new(StringComparer.Ordinal)
    {
        ["range"] = new PyFunction(Range),
        ["dict"] = new PyFunction((_, arguments) => Dict(arguments)),
        ["list"] = new PyFunction((context, arguments) => new PyList(arguments.Count == 0 ? [] : TemplateFilters.Iterated(context, arguments.Positional[0]))),
        ["namespace"] = new PyFunction((_, arguments) =>
        {
            var space = new PyNamespace();
            foreach ((object key, object? value) in Dict(arguments).Entries) space.Attributes[PyText.Of(key)] = value;
            return space;
        }),
        ["joiner"] = new PyFunction((_, arguments) => new Joiner(PyText.Of(arguments.Get(0, "sep", ", ")))),
        ["cycler"] = new PyFunction((_, arguments) => arguments.Positional.Count > 0 ? new Cycler(arguments.Positional) : throw new PyError("at least one item has to be provided")),
        ["raise_exception"] = new PyFunction((_, arguments) => throw new PyError(PyText.Of(arguments.Get(0, "message")), raised: true)),
        ["strftime_now"] = new PyFunction((context, arguments) => Strftime(context.Clock.GetLocalNow(), TextMethods.Text(arguments.Get(0, "format")))),
    };

    public static PyCallable? Find(string name) => Named.GetValueOrDefault(name);

    private static object Range(RenderContext context, PyArguments arguments)
    {
        if (arguments.Positional.Count is 0 or > 3) throw new PyError($"range expected 1 to 3 arguments, got {arguments.Positional.Count}");
        long start = arguments.Positional.Count == 1 ? 0 : Py.ToIndex(arguments.Positional[0]);
        long stop = Py.ToIndex(arguments.Positional[arguments.Positional.Count == 1 ? 0 : 1]);
        long step = arguments.Positional.Count == 3 ? Py.ToIndex(arguments.Positional[2]) : 1;
        if (step == 0) throw new PyError("range() arg 3 must not be zero");
        long count = step > 0 ? Math.Max(0, (stop - start + step - 1) / step) : Math.Max(0, (start - stop - step - 1) / -step);
        if (count > MaxRange) throw new PyError($"Range too big. The sandbox blocks ranges larger than MAX_RANGE ({MaxRange}).");
        context.Pay(count * 16);
        var items = new List<object?>((int)count);
        for (long i = 0; i < count; i++) items.Add(start + i * step);
        return new PyList(items);
    }

    private static PyDict Dict(PyArguments arguments)
    {
        var dict = new PyDict();
        foreach (object? given in arguments.Positional)
        {
            if (given is PyDict other)
            {
                foreach ((object key, object? value) in other.Entries) dict[key] = value;
                continue;
            }
            foreach (object? pair in Py.Iterate(given))
            {
                if (pair is not PyList { Items: [{ } key, var value] }) throw new PyError("dictionary update sequence element has no length 2");
                dict[key] = value;
            }
        }
        foreach (KeyValuePair<string, object?> pair in arguments.Named) dict[pair.Key] = pair.Value;
        return dict;
    }

    private static string Strftime(DateTimeOffset now, string format)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (format.Length > 4096) throw new PyError("a time format of more than 4096 characters");
        var all = new StringBuilder();
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                all.Append(format[i]);
                continue;
            }
            bool bare = format[++i] == '-' && i + 1 < format.Length;
            if (bare) i++;
            string field = format[i] switch
            {
                'Y' => now.Year.ToString("0000", culture),
                'y' => now.ToString("yy", culture),
                'm' => now.ToString("MM", culture),
                'd' => now.ToString("dd", culture),
                'e' => now.Day.ToString(culture).PadLeft(2),
                'B' => now.ToString("MMMM", culture),
                'b' or 'h' => now.ToString("MMM", culture),
                'A' => now.ToString("dddd", culture),
                'a' => now.ToString("ddd", culture),
                'H' => now.ToString("HH", culture),
                'I' => now.ToString("hh", culture),
                'M' => now.ToString("mm", culture),
                'S' => now.ToString("ss", culture),
                'f' => now.ToString("ffffff", culture),
                'p' => now.Hour < 12 ? "AM" : "PM",
                'j' => now.DayOfYear.ToString("000", culture),
                'w' => ((int)now.DayOfWeek).ToString(culture),
                'u' => (now.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)now.DayOfWeek).ToString(culture),
                'F' => now.ToString("yyyy-MM-dd", culture),
                'T' or 'X' => now.ToString("HH:mm:ss", culture),
                'R' => now.ToString("HH:mm", culture),
                'D' or 'x' => now.ToString("MM/dd/yy", culture),
                'c' => now.ToString("ddd MMM ", culture) + now.Day.ToString(culture).PadLeft(2) + now.ToString(" HH:mm:ss yyyy", culture),
                's' => now.ToUnixTimeSeconds().ToString(culture),
                'z' or 'Z' => "",
                'n' => "\n",
                't' => "\t",
                '%' => "%",
                var other => throw new PyError($"the time format %{other} is not supported"),
            };
            all.Append(bare ? field.TrimStart('0', ' ') is { Length: > 0 } short_ ? short_ : "0" : field);
        }
        return all.ToString();
    }

    /// <summary>Gives nothing at first and the separator from then on.</summary>
    private sealed class Joiner(string separator) : PyCallable
    {
        private bool _used;

        public override object? Call(RenderContext context, PyArguments arguments)
        {
            if (_used) return separator;
            _used = true;
            return "";
        }
    }
}

/// <summary>Gives its items in turn.</summary>
internal sealed class Cycler(List<object?> items)
{
    private int _at;

    public bool TryGet(string name, out object? value)
    {
        value = name switch
        {
            "current" => items[_at],
            "next" => new PyFunction((_, _) =>
            {
                object? now = items[_at];
                _at = (_at + 1) % items.Count;
                return now;
            }),
            "reset" => new PyFunction((_, _) =>
            {
                _at = 0;
                return null;
            }),
            _ => null,
        };
        return name is "current" or "next" or "reset";
    }
}
