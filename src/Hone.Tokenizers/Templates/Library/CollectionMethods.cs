namespace Hone.Tokenizers;

/// <summary>Methods of dicts that do not change them; the sandbox refuses the others.</summary>
internal static class DictMethods
{
    public static PyCallable? Find(PyDict dict, string name) => name switch
    {
        "items" => new PyFunction((context, arguments) =>
        {
            arguments.AtMost(name, 0);
            context.Pay(dict.Count);
            return new PyList([.. dict.Entries.Select(static entry => new PyList([entry.Key, entry.Value], isTuple: true))]);
        }),
        "keys" => new PyFunction((_, arguments) =>
        {
            arguments.AtMost(name, 0);
            return new PyList([.. dict.Entries.Select(static entry => entry.Key)]);
        }),
        "values" => new PyFunction((_, arguments) =>
        {
            arguments.AtMost(name, 0);
            return new PyList([.. dict.Entries.Select(static entry => entry.Value)]);
        }),
        "get" => new PyFunction((_, arguments) =>
        {
            arguments.AtMost(name, 2);
            if (arguments.Positional.Count == 0) throw new PyError("get expected at least 1 argument, got 0");
            return dict.TryGet(arguments.Positional[0], out object? value) ? value : arguments.Get(1, "default");
        }),
        "copy" => new PyFunction((_, _) => dict),
        "clear" or "pop" or "popitem" or "setdefault" or "update" => Refused(name),
        _ => null,
    };

    internal static PyFunction Refused(string name) => new((_, _) => throw new PyError($"the method {name}() changes its object and is not safely callable"));
}

/// <summary>Methods of lists and tuples that do not change them.</summary>
internal static class ListMethods
{
    public static PyCallable? Find(PyList list, string name) => name switch
    {
        "index" => new PyFunction((_, arguments) =>
        {
            arguments.AtMost(name, 1);
            int at = list.Items.FindIndex(item => Py.AreEqual(item, arguments.Get(0, "value")));
            return at >= 0 ? (long)at : throw new PyError($"{PyText.Repr(arguments.Get(0, "value"))} is not in list");
        }),
        "count" => new PyFunction((_, arguments) =>
        {
            arguments.AtMost(name, 1);
            return (long)list.Items.Count(item => Py.AreEqual(item, arguments.Get(0, "value")));
        }),
        "copy" when !list.IsTuple => new PyFunction((_, _) => list),
        "append" or "clear" or "extend" or "insert" or "pop" or "remove" or "reverse" or "sort" when !list.IsTuple => DictMethods.Refused(name),
        _ => null,
    };
}
