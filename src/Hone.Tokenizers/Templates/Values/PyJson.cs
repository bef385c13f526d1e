using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>JSON in and out, printed as <c>json.dumps</c> of Python prints it.</summary>
internal static class PyJson
{
    public static object? FromJson(JsonElement element)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (element.ValueKind)
        {
            case JsonValueKind.True: return true;
            case JsonValueKind.False: return false;
            case JsonValueKind.String: return Valid(element.GetString()!);
            case JsonValueKind.Number: return Number(element);
            case JsonValueKind.Array:
                var list = new List<object?>(element.GetArrayLength());
                foreach (JsonElement item in element.EnumerateArray()) list.Add(FromJson(item));
                return new PyList(list);
            case JsonValueKind.Object:
                var dict = new PyDict();
                foreach (JsonProperty property in element.EnumerateObject()) dict[property.Name] = FromJson(property.Value);
                return dict;
            default: return null;
        }
    }

    public static string Dump(object? value, bool ensureAscii, string? indent, string itemSeparator, string keySeparator, bool sortKeys)
    {
        var writer = new Writer(ensureAscii, indent, itemSeparator, keySeparator, sortKeys);
        writer.Write(value, 0);
        return writer.ToString();
    }

    private static string Valid(string text) => LoneSurrogates.Replace(text) is var valid && valid.Length == text.Length && valid.Overlaps(text) ? text : valid.ToString();

    private static object Number(JsonElement element)
    {
        if (element.TryGetInt64(out long number)) return number;
        string raw = element.GetRawText();
        if (raw.AsSpan().IndexOfAny('.', 'e', 'E') < 0 && raw.Length <= 4096) return BigInteger.Parse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return element.GetDouble();
    }

    private sealed class Writer(bool ensureAscii, string? indent, string itemSeparator, string keySeparator, bool sortKeys)
    {
        private readonly StringBuilder _all = new();

        public override string ToString() => _all.ToString();

        public void Write(object? value, int depth)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            if (_all.Length > 1 << 26) throw new PyError("a JSON text is too long");
            switch (value)
            {
                case null: _all.Append("null"); break;
                case bool flag: _all.Append(flag ? "true" : "false"); break;
                case double number: _all.Append(double.IsNaN(number) ? "NaN" : double.IsInfinity(number) ? number > 0 ? "Infinity" : "-Infinity" : PyText.OfDouble(number)); break;
                case long or BigInteger: _all.Append(PyText.Repr(value)); break;
                case string text: WriteText(text); break;
                case PyList list: WriteList(list, depth); break;
                case PyDict dict: WriteDict(dict, depth); break;
                default: throw new PyError($"Object of type {Py.TypeName(value)} is not JSON serializable");
            }
        }

        private void WriteList(PyList list, int depth)
        {
            if (list.Items.Count == 0)
            {
                _all.Append("[]");
                return;
            }
            _all.Append('[');
            for (int i = 0; i < list.Items.Count; i++)
            {
                if (i > 0) _all.Append(itemSeparator);
                NewLine(depth + 1);
                Write(list.Items[i], depth + 1);
            }
            NewLine(depth);
            _all.Append(']');
        }

        private void WriteDict(PyDict dict, int depth)
        {
            if (dict.Count == 0)
            {
                _all.Append("{}");
                return;
            }
            IEnumerable<KeyValuePair<object, object?>> entries = dict.Entries;
            if (sortKeys) entries = entries.Order(Comparer<KeyValuePair<object, object?>>.Create(static (a, b) => Py.Compare(a.Key, b.Key, "<")));
            _all.Append('{');
            bool first = true;
            foreach ((object key, object? value) in entries)
            {
                if (!first) _all.Append(itemSeparator);
                first = false;
                NewLine(depth + 1);
                WriteText(key switch
                {
                    string text => text,
                    bool flag => flag ? "true" : "false",
                    long or BigInteger or double => PyText.Repr(key),
                    _ => throw new PyError($"keys must be str, int, float, bool or None, not {Py.TypeName(key)}"),
                });
                _all.Append(keySeparator);
                Write(value, depth + 1);
            }
            NewLine(depth);
            _all.Append('}');
        }

        private void NewLine(int depth)
        {
            if (indent is null) return;
            _all.Append('\n');
            for (int i = 0; i < depth; i++) _all.Append(indent);
        }

        private void WriteText(string text)
        {
            _all.Append('"');
            foreach (char c in text)
            {
                switch (c)
                {
                    case '"': _all.Append("\\\""); break;
                    case '\\': _all.Append("\\\\"); break;
                    case '\n': _all.Append("\\n"); break;
                    case '\r': _all.Append("\\r"); break;
                    case '\t': _all.Append("\\t"); break;
                    case '\b': _all.Append("\\b"); break;
                    case '\f': _all.Append("\\f"); break;
                    case < ' ': _all.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"); break;
                    case >= '\u007F' when ensureAscii: _all.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"); break;
                    default: _all.Append(c); break;
                }
            }
            _all.Append('"');
        }
    }
}
