using System.Diagnostics.CodeAnalysis;

namespace Hone.Tokenizers;

// Values of a template are null (None), bool, long, BigInteger, double, string, and the types below. There is no way from
// any of them to a .NET member: attributes are looked up by name in PyAttributes only.

/// <summary>What a name or attribute gives that is not there. Printing it gives nothing; going on from it is an error.</summary>
internal sealed class PyUndefined(string hint)
{
    public string Hint => hint;
}

/// <summary>A list, or a tuple, which differs in how it is printed. Never changed once a template can see it.</summary>
internal sealed class PyList(List<object?> items, bool isTuple = false)
{
    public List<object?> Items => items;

    public bool IsTuple => isTuple;
}

/// <summary>A dict in the order of insertion.</summary>
internal sealed class PyDict
{
    private readonly Dictionary<object, int> _index = new(PyKeyComparer.Instance);
    private readonly List<KeyValuePair<object, object?>> _entries = [];

    public IReadOnlyList<KeyValuePair<object, object?>> Entries => _entries;

    public int Count => _entries.Count;

    public object? this[object key]
    {
        set
        {
            if (_index.TryGetValue(key, out int at))
            {
                _entries[at] = new(_entries[at].Key, value);
                return;
            }
            _index.Add(key, _entries.Count);
            _entries.Add(new(key, value));
        }
    }

    public bool TryGet(object? key, out object? value)
    {
        if (key is not null && _index.TryGetValue(key, out int at))
        {
            value = _entries[at].Value;
            return true;
        }
        value = null;
        return false;
    }
}

/// <summary>What <c>namespace()</c> gives: the only object whose attributes a template may set.</summary>
internal sealed class PyNamespace
{
    public Dictionary<string, object?> Attributes { get; } = new(StringComparer.Ordinal);
}

/// <summary>The arguments of a call.</summary>
internal sealed class PyArguments(List<object?> positional, List<KeyValuePair<string, object?>> named)
{
    public static PyArguments None => new([], []);

    public List<object?> Positional => positional;

    public List<KeyValuePair<string, object?>> Named => named;

    public int Count => positional.Count + named.Count;

    /// <summary>Returns an argument by place or name; the fallback if it is not given.</summary>
    public object? Get(int place, string name, object? fallback = null) => TryGet(place, name, out object? value) ? value : fallback;

    public bool TryGet(int place, string name, out object? value)
    {
        if (place < positional.Count)
        {
            value = positional[place];
            return true;
        }
        foreach (KeyValuePair<string, object?> pair in named)
        {
            if (pair.Key != name) continue;
            value = pair.Value;
            return true;
        }
        value = null;
        return false;
    }

    /// <summary>Refuses arguments that a function does not take.</summary>
    public void AtMost(string function, int count, params ReadOnlySpan<string> names)
    {
        if (positional.Count > count) throw new PyError($"{function}() takes at most {count} arguments ({positional.Count} given)");
        foreach (KeyValuePair<string, object?> pair in named)
        {
            if (!names.Contains(pair.Key)) throw new PyError($"{function}() got an unexpected keyword argument '{pair.Key}'");
        }
    }
}

/// <summary>Something that a template can call.</summary>
internal abstract class PyCallable
{
    public abstract object? Call(RenderContext context, PyArguments arguments);
}

/// <summary>A function of ours.</summary>
internal sealed class PyFunction(Func<RenderContext, PyArguments, object?> body) : PyCallable
{
    public override object? Call(RenderContext context, PyArguments arguments) => body(context, arguments);
}

/// <summary>An error without its line, which whoever evaluates a node adds.</summary>
internal sealed class PyError(string reason, bool raised = false) : Exception(reason)
{
    public bool Raised => raised;
}

/// <summary>Keys that are equal in Python are equal: 1, 1.0 and True.</summary>
internal sealed class PyKeyComparer : IEqualityComparer<object>
{
    public static readonly PyKeyComparer Instance = new();

    public new bool Equals(object? x, object? y) => Py.AreEqual(x, y);

    public int GetHashCode([DisallowNull] object key) => key switch
    {
        string text => string.GetHashCode(text),
        bool flag => flag ? 1.0.GetHashCode() : 0.0.GetHashCode(),
        long number => ((double)number).GetHashCode(),
        System.Numerics.BigInteger number => ((double)number).GetHashCode(),
        double number => number.GetHashCode(),
        PyList { IsTuple: true } tuple => tuple.Items.Count,
        _ => throw new PyError($"unhashable type: '{Py.TypeName(key)}'"),
    };
}
