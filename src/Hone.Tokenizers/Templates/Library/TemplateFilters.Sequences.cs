namespace Hone.Tokenizers;

internal static partial class TemplateFilters
{
    private static object? Items(RenderContext context, object? value, PyArguments arguments)
    {
        if (value is PyUndefined) return new PyList([]);
        if (value is not PyDict dict) throw new PyError("Can only get item pairs from a mapping.");
        return DictMethods.Find(dict, "items")!.Call(context, PyArguments.None);
    }

    private static object? Join(RenderContext context, object? value, PyArguments arguments)
    {
        arguments.AtMost("join", 2, "d", "attribute");
        string separator = PyText.Of(arguments.Get(0, "d", ""));
        List<object?> items = Iterated(context, value);
        if (arguments.Get(1, "attribute") is { } path) items = [.. items.Select(item => Path(item, path))];
        return TextMethods.Join(context, separator, [.. items.Select(static item => (object?)PyText.Of(item))]);
    }

    private static object? Map(RenderContext context, object? value, PyArguments arguments)
    {
        List<object?> items = Iterated(context, value);
        if (arguments.Positional.Count == 0 && arguments.TryGet(0, "attribute", out object? path))
        {
            bool hasFallback = arguments.TryGet(int.MaxValue, "default", out object? fallback);
            return new PyList([.. items.Select(item => Path(item, path) is var found && found is PyUndefined && hasFallback ? fallback : found)]);
        }
        string name = TextMethods.Text(arguments.Get(0, "filter"));
        TemplateFilter filter = Find(name) ?? throw new PyError($"No filter named '{name}'.");
        var rest = new PyArguments([.. arguments.Positional.Skip(1)], arguments.Named);
        return new PyList([.. items.Select(item => Called(context, () => filter(context, item, rest)))]);
    }

    private static object? Select(RenderContext context, object? value, PyArguments arguments, bool byAttribute, bool keep)
    {
        int at = byAttribute ? 1 : 0;
        if (byAttribute && arguments.Positional.Count == 0) throw new PyError("Missing parameter for attribute name");
        TemplateTest? test = null;
        if (arguments.Positional.Count > at)
        {
            string name = TextMethods.Text(arguments.Positional[at]);
            test = TemplateTests.Find(name) ?? throw new PyError($"No test named '{name}'.");
        }
        var rest = new PyArguments([.. arguments.Positional.Skip(at + 1)], arguments.Named);
        var kept = new List<object?>();
        foreach (object? item in Iterated(context, value))
        {
            object? subject = byAttribute ? Path(item, arguments.Positional[0]) : item;
            if ((test is null ? Py.IsTrue(subject) : Called(context, () => test(context, subject, rest))) == keep) kept.Add(item);
        }
        return new PyList(kept);
    }

    private static T Called<T>(RenderContext context, Func<T> call)
    {
        context.Step();
        context.EnterCall();
        T result = call();
        context.LeaveCall();
        return result;
    }

    /// <summary>Follows <c>a.b.0</c>, items first; a number is an index.</summary>
    private static object? Path(object? item, object? path)
    {
        if (path is not string text) return PyAttributes.Item(item, path);
        foreach (string part in text.Split('.'))
            item = PyAttributes.Item(item, part.Length > 0 && part.All(char.IsAsciiDigit) && long.TryParse(part, out long index) ? index : part);
        return item;
    }

    private static object? Reverse(RenderContext context, object? value, PyArguments arguments)
    {
        List<object?> items = Iterated(context, value);
        items.Reverse();
        return value is string ? string.Concat(items) : new PyList(items);
    }

    private static object? Sort(RenderContext context, object? value, PyArguments arguments)
    {
        arguments.AtMost("sort", 3, "reverse", "case_sensitive", "attribute");
        Func<object?, object?> key = SortKey(arguments.Get(2, "attribute"), Py.IsTrue(arguments.Get(1, "case_sensitive", false)));
        return new PyList(Sorted(Iterated(context, value), key, Py.IsTrue(arguments.Get(0, "reverse", false))));
    }

    private static object? DictSort(RenderContext context, object? value, PyArguments arguments)
    {
        arguments.AtMost("dictsort", 3, "case_sensitive", "by", "reverse");
        if (value is not PyDict dict) throw new PyError($"'{Py.TypeName(value)}' object has no items");
        string by = TextMethods.Text(arguments.Get(1, "by", "key"));
        if (by is not ("key" or "value")) throw new PyError("You can only sort by either \"key\" or \"value\"");
        Func<object?, object?> fold = SortKey(null, Py.IsTrue(arguments.Get(0, "case_sensitive", false)));
        List<object?> pairs = [.. dict.Entries.Select(static entry => new PyList([entry.Key, entry.Value], isTuple: true))];
        return new PyList(Sorted(pairs, pair => fold(((PyList)pair!).Items[by == "key" ? 0 : 1]), Py.IsTrue(arguments.Get(2, "reverse", false))));
    }

    private static Func<object?, object?> SortKey(object? attribute, bool caseSensitive)
    {
        string[] paths = attribute is string text ? text.Split(',') : [];
        object? Fold(object? item) => item is string name && !caseSensitive ? TextMethods.Lower(name) : item;
        return paths.Length switch
        {
            0 => item => Fold(attribute is null ? item : Path(item, attribute)),
            1 => item => Fold(Path(item, paths[0])),
            _ => item => new PyList([.. paths.Select(path => Fold(Path(item, path)))], isTuple: true),
        };
    }

    /// <summary>A stable sort, whose reverse keeps equals in order as well.</summary>
    private static List<object?> Sorted(List<object?> items, Func<object?, object?> key, bool reverse)
    {
        var order = Comparer<object?>.Create((a, b) => reverse ? Py.Compare(b, a, "<") : Py.Compare(a, b, "<"));
        try
        {
            return [.. items.OrderBy(key, order)];
        }
        catch (InvalidOperationException e) when (e.InnerException is PyError inner)
        {
            throw inner;
        }
    }

    private static object? Unique(RenderContext context, object? value, PyArguments arguments)
    {
        Func<object?, object?> key = SortKey(arguments.Get(1, "attribute"), Py.IsTrue(arguments.Get(0, "case_sensitive", false)));
        var seen = new HashSet<object>(PyKeyComparer.Instance);
        bool seenNone = false;
        var kept = new List<object?>();
        foreach (object? item in Iterated(context, value))
        {
            object? name = key(item);
            bool isNew = name is null ? !seenNone : seen.Add(name);
            seenNone |= name is null;
            if (isNew) kept.Add(item);
        }
        return new PyList(kept);
    }

    private static object? Extreme(RenderContext context, object? value, PyArguments arguments, bool greatest)
    {
        Func<object?, object?> key = SortKey(arguments.Get(1, "attribute"), Py.IsTrue(arguments.Get(0, "case_sensitive", false)));
        List<object?> items = Iterated(context, value);
        if (items.Count == 0) return new PyUndefined("No aggregated item, sequence was empty.");
        object? best = items[0];
        foreach (object? item in items.Skip(1))
        {
            int order = Py.Compare(key(item), key(best), "<");
            if (greatest ? order > 0 : order < 0) best = item;
        }
        return best;
    }

    private static object? Sum(RenderContext context, object? value, PyArguments arguments)
    {
        object? sum = arguments.Get(1, "start", 0L);
        object? attribute = arguments.Get(0, "attribute");
        foreach (object? item in Iterated(context, value)) sum = PyArithmetic.Apply(context, sum, attribute is null ? item : Path(item, attribute), "+");
        return sum;
    }

    private static object? GroupBy(RenderContext context, object? value, PyArguments arguments)
    {
        object? path = arguments.Get(0, "attribute");
        bool hasFallback = arguments.TryGet(1, "default", out object? fallback);
        object? KeyOf(object? item) => Path(item, path) is var found && found is PyUndefined && hasFallback ? fallback : found;
        Func<object?, object?> fold = SortKey(null, Py.IsTrue(arguments.Get(2, "case_sensitive", false)));
        var groups = new List<object?>();
        object? last = null;
        foreach (object? item in Sorted(Iterated(context, value), item => fold(KeyOf(item)), reverse: false))
        {
            object? key = fold(KeyOf(item));
            if (groups.Count > 0 && Py.AreEqual(key, last)) ((PyList)((PyList)groups[^1]!).Items[1]!).Items.Add(item);
            else groups.Add(new PyList([KeyOf(item), new PyList([item])], isTuple: true));
            last = key;
        }
        return new PyList(groups);
    }

    private static object? Batch(RenderContext context, object? value, PyArguments arguments)
    {
        int size = Py.ToIndex(arguments.Get(0, "linecount"));
        if (size < 1) throw new PyError("batch needs a number of items of at least 1");
        var batches = new List<object?>();
        foreach (object?[] chunk in Iterated(context, value).Chunk(size)) batches.Add(new PyList([.. chunk]));
        if (batches.Count > 0 && arguments.Get(1, "fill_with") is { } fill)
        {
            List<object?> tail = ((PyList)batches[^1]!).Items;
            context.Pay(size * 16L);
            while (tail.Count < size) tail.Add(fill);
        }
        return new PyList(batches);
    }

    private static object? Slice(RenderContext context, object? value, PyArguments arguments)
    {
        int slices = Py.ToIndex(arguments.Get(0, "slices"));
        if (slices < 1) throw new PyError("slice needs a number of slices of at least 1");
        context.Pay(slices * 64L);
        List<object?> items = Iterated(context, value);
        bool hasFill = arguments.TryGet(1, "fill_with", out object? fill) && fill is not null;
        var result = new List<object?>();
        int at = 0;
        for (int i = 0; i < slices; i++)
        {
            bool longer = i < items.Count % slices;
            int count = items.Count / slices + (longer ? 1 : 0);
            List<object?> part = items.GetRange(at, count);
            if (hasFill && !longer && items.Count % slices > 0) part.Add(fill);
            result.Add(new PyList(part));
            at += count;
        }
        return new PyList(result);
    }
}
