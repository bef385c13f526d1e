using System.Text;

namespace Hone.Tokenizers;

/// <summary>Methods of texts, as Python has them.</summary>
internal static class TextMethods
{
    public static PyCallable? Find(string text, string name)
    {
        Func<RenderContext, PyArguments, object?>? body = name switch
        {
            "strip" => (_, a) => Strip(text, a.Get(0, "chars"), left: true, right: true),
            "lstrip" => (_, a) => Strip(text, a.Get(0, "chars"), left: true, right: false),
            "rstrip" => (_, a) => Strip(text, a.Get(0, "chars"), left: false, right: true),
            "split" => (_, a) => Split(text, a.Get(0, "sep"), a.Get(1, "maxsplit", -1L), fromRight: false),
            "rsplit" => (_, a) => Split(text, a.Get(0, "sep"), a.Get(1, "maxsplit", -1L), fromRight: true),
            "splitlines" => (_, a) => SplitLines(text, Py.IsTrue(a.Get(0, "keepends", false))),
            "partition" => (_, a) => Partition(text, Needle(a), last: false),
            "rpartition" => (_, a) => Partition(text, Needle(a), last: true),
            "startswith" => (_, a) => AnyOf(a, text.StartsWith),
            "endswith" => (_, a) => AnyOf(a, text.EndsWith),
            "replace" => (c, a) => Replace(c, text, Text(a.Get(0, "old")), Text(a.Get(1, "new")), Py.ToIndex(a.Get(2, "count", -1L))),
            "removeprefix" => (_, a) => text.StartsWith(Needle(a), StringComparison.Ordinal) ? text[Needle(a).Length..] : text,
            "removesuffix" => (_, a) => Needle(a).Length > 0 && text.EndsWith(Needle(a), StringComparison.Ordinal) ? text[..^Needle(a).Length] : text,
            "upper" => (_, _) => Upper(text),
            "lower" => (_, _) => Lower(text),
            "casefold" => (_, _) => Lower(text.Replace("\u00DF", "ss")),
            "capitalize" => (_, _) => Capitalize(text),
            "title" => (_, _) => Title(text),
            "swapcase" => (_, _) => Map(text, static (rune, _) => Rune.IsUpper(rune) ? Rune.ToLowerInvariant(rune) : Rune.ToUpperInvariant(rune)),
            "find" => (_, a) => Index(text, text.IndexOf(Needle(a), StringComparison.Ordinal)),
            "rfind" => (_, a) => Index(text, text.LastIndexOf(Needle(a), StringComparison.Ordinal)),
            "index" => (_, a) => text.Contains(Needle(a), StringComparison.Ordinal) ? Index(text, text.IndexOf(Needle(a), StringComparison.Ordinal)) : throw new PyError("substring not found"),
            "rindex" => (_, a) => text.Contains(Needle(a), StringComparison.Ordinal) ? Index(text, text.LastIndexOf(Needle(a), StringComparison.Ordinal)) : throw new PyError("substring not found"),
            "count" => (_, a) => Count(text, Needle(a)),
            "join" => (c, a) => Join(c, text, Py.Iterate(a.Get(0, "iterable", new PyUndefined("join() takes exactly one argument")))),
            "format" => (c, a) => c.Paid(PyFormat.Format(c, text, a)),
            "center" => (c, a) => Pad(c, text, a, 2),
            "ljust" => (c, a) => Pad(c, text, a, 1),
            "rjust" => (c, a) => Pad(c, text, a, 0),
            "zfill" => (c, a) => ZeroFill(c, text, Py.ToIndex(a.Get(0, "width"))),
            "expandtabs" => (c, _) => c.Paid(text.Replace("\t", "        ")),
            "isdigit" or "isdecimal" or "isnumeric" => (_, _) => text.Length > 0 && text.EnumerateRunes().All(static rune => CodePoints.IsNumber(rune.Value)),
            "isalpha" => (_, _) => text.Length > 0 && text.EnumerateRunes().All(Rune.IsLetter),
            "isalnum" => (_, _) => text.Length > 0 && text.EnumerateRunes().All(static rune => Rune.IsLetter(rune) || CodePoints.IsNumber(rune.Value)),
            "isspace" => (_, _) => text.Length > 0 && text.All(PyText.IsSpace),
            "isupper" => (_, _) => text.EnumerateRunes().Any(Rune.IsUpper) && !text.EnumerateRunes().Any(Rune.IsLower),
            "islower" => (_, _) => text.EnumerateRunes().Any(Rune.IsLower) && !text.EnumerateRunes().Any(Rune.IsUpper),
            _ => null,
        };
        return body is null ? null : new PyFunction((context, arguments) =>
        {
            context.Pay(text.Length);
            return body(context, arguments);
        });
    }

    public static string Text(object? value) => value is string text ? text : throw new PyError($"must be str, not {Py.TypeName(value)}");

    public static string Strip(string text, object? characters, bool left, bool right)
    {
        if (characters is not null and not string) throw new PyError("strip arg must be None or str");
        HashSet<Rune>? set = characters is string given ? [.. given.EnumerateRunes()] : null;
        int start = 0;
        int end = text.Length;
        while (left && start < end && Rune.TryGetRuneAt(text, start, out Rune first) && Goes(first)) start += first.Utf16SequenceLength;
        while (right && end > start && Rune.DecodeLastFromUtf16(text.AsSpan(start, end - start), out Rune last, out int length) == System.Buffers.OperationStatus.Done && Goes(last)) end -= length;
        return text[start..end];

        bool Goes(Rune rune) => set is null ? rune.IsBmp && PyText.IsSpace((char)rune.Value) : set.Contains(rune);
    }

    public static string Replace(RenderContext context, string text, string old, string with, int count)
    {
        int found = Math.Min(old.Length == 0 ? text.Length + 1 : (int)Count(text, old), count < 0 ? int.MaxValue : count);
        context.Pay(text.Length + (long)found * with.Length);
        if (found == 0) return text;
        var all = new StringBuilder();
        if (old.Length == 0)
        {
            foreach (Rune rune in text.EnumerateRunes())
            {
                if (found-- > 0) all.Append(with);
                all.Append(rune.ToString());
            }
            return (found > 0 ? all.Append(with) : all).ToString();
        }
        int at = 0;
        for (; found > 0; found--)
        {
            int next = text.IndexOf(old, at, StringComparison.Ordinal);
            if (next < 0) break;
            all.Append(text, at, next - at).Append(with);
            at = next + old.Length;
        }
        return all.Append(text, at, text.Length - at).ToString();
    }

    public static string Join(RenderContext context, string separator, List<object?> items)
    {
        var all = new StringBuilder();
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i] is not string item) throw new PyError($"sequence item {i}: expected str instance, {Py.TypeName(items[i])} found");
            if (i > 0) all.Append(separator);
            all.Append(item);
            context.Pay(item.Length + separator.Length);
            context.Pay(all.Length);
        }
        return all.ToString();
    }

    public static string Upper(string text) => Map(text.Replace("\u00DF", "SS"), static (rune, _) => Rune.ToUpperInvariant(rune));

    public static string Lower(string text)
    {
        string lower = LowercaseNormalizer.Lower(text);
        if (!text.Contains('\u03A3')) return lower;
        // A sigma that ends a word has a form of its own.
        char[] chars = lower.ToCharArray();
        for (int i = 1; i < chars.Length; i++)
        {
            if (chars[i] == '\u03C3' && char.IsLetter(chars[i - 1]) && (i + 1 == chars.Length || !char.IsLetter(chars[i + 1]))) chars[i] = '\u03C2';
        }
        return new string(chars);
    }

    public static string Capitalize(string text) => Map(text, static (rune, first) => first ? Rune.ToUpperInvariant(rune) : Rune.ToLowerInvariant(rune));

    public static string Title(string text)
    {
        bool inWord = false;
        return Map(text, (rune, _) =>
        {
            bool letter = Rune.IsLetter(rune);
            Rune mapped = !letter ? rune : inWord ? Rune.ToLowerInvariant(rune) : Rune.ToUpperInvariant(rune);
            inWord = letter;
            return mapped;
        });
    }

    private static string Map(string text, Func<Rune, bool, Rune> map)
    {
        var all = new StringBuilder(text.Length);
        bool first = true;
        foreach (Rune rune in text.EnumerateRunes())
        {
            all.Append(map(rune, first).ToString());
            first = false;
        }
        return all.ToString();
    }

    private static string Needle(PyArguments arguments) =>
        arguments.Positional.Count == 0 ? throw new PyError("expected at least 1 argument, got 0") : Text(arguments.Positional[0]);

    private static object AnyOf(PyArguments arguments, Func<string, StringComparison, bool> test)
    {
        object? needle = arguments.Positional.Count == 0 ? throw new PyError("expected at least 1 argument, got 0") : arguments.Positional[0];
        if (needle is PyList { IsTuple: true } several) return several.Items.Any(item => test(Text(item), StringComparison.Ordinal));
        return test(Text(needle), StringComparison.Ordinal);
    }

    private static object Index(string text, int at) => at <= 0 ? (long)at : PyText.Length(text[..at]);

    private static long Count(string text, string part)
    {
        if (part.Length == 0) return PyText.Length(text) + 1;
        long count = 0;
        for (int at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal)) count++;
        return count;
    }

    private static PyList Split(string text, object? separator, object? maximum, bool fromRight)
    {
        int left = maximum is null ? -1 : Py.ToIndex(maximum);
        if (left < 0) left = int.MaxValue;
        var parts = new List<object?>();
        if (separator is null)
        {
            SplitWords(text, left, fromRight, parts);
            return new PyList(parts);
        }
        string between = Text(separator);
        if (between.Length == 0) throw new PyError("empty separator");
        if (fromRight)
        {
            int end = text.Length;
            for (; left > 0 && end > 0; left--)
            {
                int at = text.AsSpan(0, end).LastIndexOf(between, StringComparison.Ordinal);
                if (at < 0) break;
                parts.Add(text[(at + between.Length)..end]);
                end = at;
            }
            parts.Add(text[..end]);
            parts.Reverse();
            return new PyList(parts);
        }
        int start = 0;
        for (; left > 0; left--)
        {
            int at = text.IndexOf(between, start, StringComparison.Ordinal);
            if (at < 0) break;
            parts.Add(text[start..at]);
            start = at + between.Length;
        }
        parts.Add(text[start..]);
        return new PyList(parts);
    }

    private static void SplitWords(string text, int left, bool fromRight, List<object?> parts)
    {
        string rest = Strip(text, null, left: !fromRight, right: fromRight);
        while (rest.Length > 0)
        {
            int at = left-- <= 0 ? -1 : fromRight ? rest.Length - 1 : 0;
            while (at >= 0 && at < rest.Length && !PyText.IsSpace(rest[at])) at += fromRight ? -1 : 1;
            if (at < 0 || at >= rest.Length)
            {
                // What is left keeps the white space of its far end only where the count ran out.
                if (left >= 0) rest = Strip(rest, null, left: true, right: true);
                if (rest.Length > 0) parts.Add(rest);
                break;
            }
            parts.Add(fromRight ? rest[(at + 1)..] : rest[..at]);
            rest = fromRight ? Strip(rest[..at], null, left: false, right: true) : Strip(rest[at..], null, left: true, right: false);
        }
        if (fromRight) parts.Reverse();
    }

    private static PyList SplitLines(string text, bool keepEnds)
    {
        var lines = new List<object?>();
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r' or '\v' or '\f' or '\u001C' or '\u001D' or '\u001E' or '\u0085' or '\u2028' or '\u2029')) continue;
            int end = i;
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
            lines.Add(text[start..(keepEnds ? i + 1 : end)]);
            start = i + 1;
        }
        if (start < text.Length) lines.Add(text[start..]);
        return new PyList(lines);
    }

    private static PyList Partition(string text, string between, bool last)
    {
        if (between.Length == 0) throw new PyError("empty separator");
        int at = last ? text.LastIndexOf(between, StringComparison.Ordinal) : text.IndexOf(between, StringComparison.Ordinal);
        if (at < 0) return new PyList(last ? ["", "", text] : [text, "", ""], isTuple: true);
        return new PyList([text[..at], between, text[(at + between.Length)..]], isTuple: true);
    }

    private static string Pad(RenderContext context, string text, PyArguments arguments, int side)
    {
        long missing = (long)Py.ToIndex(arguments.Get(0, "width")) - PyText.Length(text);
        string fill = Text(arguments.Get(1, "fillchar", " "));
        if (PyText.Length(fill) != 1) throw new PyError("The fill character must be exactly one character long");
        if (missing <= 0) return text;
        context.Pay(text.Length + missing * fill.Length);
        // Python puts the odd one to the left where the width is odd.
        int left = side switch { 0 => (int)missing, 1 => 0, _ => (int)(missing / 2 + (missing & (missing + PyText.Length(text)) & 1)) };
        return string.Concat(Enumerable.Repeat(fill, left)) + text + string.Concat(Enumerable.Repeat(fill, (int)missing - left));
    }

    private static string ZeroFill(RenderContext context, string text, int width)
    {
        int missing = width - PyText.Length(text);
        if (missing <= 0) return text;
        context.Pay(width);
        int sign = text.StartsWith('-') || text.StartsWith('+') ? 1 : 0;
        return text[..sign] + new string('0', missing) + text[sign..];
    }
}
