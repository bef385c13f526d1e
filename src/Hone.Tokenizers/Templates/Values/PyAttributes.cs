namespace Hone.Tokenizers;

/// <summary>
/// Attributes and items as the sandbox of Jinja gives them: <c>a.b</c> is an attribute first and then an item, <c>a[b]</c> the
/// other way round. Methods come from fixed tables; a name that begins with an underscore is no attribute of anything.
/// </summary>
internal static class PyAttributes
{
    public static object? Attribute(object? target, string name)
    {
        if (target is PyUndefined undefined) throw new PyError(undefined.Hint);
        if (TryAttribute(target, name, out object? value)) return value;
        if (target is PyDict dict && dict.TryGet(name, out value)) return value;
        return Missing(target, name);
    }

    public static object? Item(object? target, object? key)
    {
        if (target is PyUndefined undefined) throw new PyError(undefined.Hint);
        Py.RequireDefined(key);
        switch (target)
        {
            case PyDict dict when dict.TryGet(key, out object? found): return found;
            case PyList list when Py.IsInteger(key):
                int at = Py.ToIndex(key);
                if (at < 0) at += list.Items.Count;
                if (at >= 0 && at < list.Items.Count) return list.Items[at];
                break;
            case string text when Py.IsInteger(key):
                int place = Py.ToIndex(key);
                if (!PyText.HasSurrogates(text))
                {
                    if (place < 0) place += text.Length;
                    if (place >= 0 && place < text.Length) return text[place].ToString();
                    break;
                }
                List<object?> points = Py.Iterate(text);
                if (place < 0) place += points.Count;
                if (place >= 0 && place < points.Count) return points[place];
                break;
        }
        if (key is string name && TryAttribute(target, name, out object? value)) return value;
        return Missing(target, key is string missing ? missing : PyText.Repr(key));
    }

    private static bool TryAttribute(object? target, string name, out object? value)
    {
        value = null;
        if (name.StartsWith('_')) return false;
        switch (target)
        {
            case string text:
                value = TextMethods.Find(text, name);
                break;
            case PyDict dict:
                value = DictMethods.Find(dict, name);
                break;
            case PyList list:
                value = ListMethods.Find(list, name);
                break;
            case PyNamespace space:
                return space.Attributes.TryGetValue(name, out value);
            case LoopVariable loop:
                return loop.TryGet(name, out value);
            case MacroFunction macro:
                return macro.TryGet(name, out value);
            case Cycler cycler:
                return cycler.TryGet(name, out value);
        }
        return value is not null;
    }

    private static PyUndefined Missing(object? target, string name) => new(target is null
        ? $"'None' has no attribute '{name}'"
        : target is PyNamespace ? $"'Namespace' object has no attribute '{name}'" : $"'{Py.TypeName(target)} object' has no attribute '{name}'");
}
