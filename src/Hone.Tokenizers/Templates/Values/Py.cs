using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hone.Tokenizers;

/// <summary>What Python says about values: truth, equality, order, kinds.</summary>
internal static class Py
{
    public static bool IsTrue(object? value) => value switch
    {
        null or PyUndefined => false,
        bool flag => flag,
        long number => number != 0,
        BigInteger number => !number.IsZero,
        double number => number != 0,
        string text => text.Length > 0,
        PyList list => list.Items.Count > 0,
        PyDict dict => dict.Count > 0,
        _ => true,
    };

    public static bool IsNumber(object? value) => value is bool or long or BigInteger or double;

    public static bool IsInteger(object? value) => value is bool or long or BigInteger;

    public static double ToDouble(object? value) => value switch
    {
        bool flag => flag ? 1 : 0,
        long number => number,
        BigInteger number => (double)number,
        double number => number,
        _ => throw new PyError($"must be real number, not {TypeName(value)}"),
    };

    public static BigInteger ToInteger(object? value) => value switch
    {
        bool flag => flag ? 1 : 0,
        long number => number,
        BigInteger number => number,
        _ => throw new PyError($"'{TypeName(value)}' object cannot be interpreted as an integer"),
    };

    public static int ToIndex(object? value)
    {
        BigInteger number = ToInteger(value);
        return number > int.MaxValue ? int.MaxValue : number < int.MinValue ? int.MinValue : (int)number;
    }

    /// <summary>An integer as a long where it fits.</summary>
    public static object Shrink(BigInteger number) => number >= long.MinValue && number <= long.MaxValue ? (object)(long)number : number;

    public static bool AreEqual(object? x, object? y)
    {
        if (ReferenceEquals(x, y)) return true;
        if (IsNumber(x) && IsNumber(y)) return x is double || y is double ? ToDouble(x) == ToDouble(y) : ToInteger(x) == ToInteger(y);
        if (x is string a && y is string b) return string.Equals(a, b, StringComparison.Ordinal);
        if (x is PyUndefined && y is PyUndefined) return true;
        if (x is PyList left && y is PyList right)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            if (left.IsTuple != right.IsTuple || left.Items.Count != right.Items.Count) return false;
            for (int i = 0; i < left.Items.Count; i++)
            {
                if (!AreEqual(left.Items[i], right.Items[i])) return false;
            }
            return true;
        }
        if (x is PyDict first && y is PyDict second)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return first.Count == second.Count && first.Entries.All(entry => second.TryGet(entry.Key, out object? other) && AreEqual(entry.Value, other));
        }
        return false;
    }

    /// <summary>Returns less than, equal to or greater than 0.</summary>
    public static int Compare(object? x, object? y, string op)
    {
        if (IsNumber(x) && IsNumber(y)) return x is double || y is double ? ToDouble(x).CompareTo(ToDouble(y)) : ToInteger(x).CompareTo(ToInteger(y));
        if (x is string a && y is string b) return CompareText(a, b);
        if (x is PyList left && y is PyList right && left.IsTuple == right.IsTuple)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            for (int i = 0; i < Math.Min(left.Items.Count, right.Items.Count); i++)
            {
                if (!AreEqual(left.Items[i], right.Items[i])) return Compare(left.Items[i], right.Items[i], op);
            }
            return left.Items.Count.CompareTo(right.Items.Count);
        }
        RequireDefined(x);
        RequireDefined(y);
        throw new PyError($"'{op}' not supported between instances of '{TypeName(x)}' and '{TypeName(y)}'");
    }

    /// <summary>Returns the values that iterating gives.</summary>
    public static List<object?> Iterate(object? value) => value switch
    {
        PyList list => list.Items,
        PyDict dict => [.. dict.Entries.Select(static entry => entry.Key)],
        string text => [.. text.EnumerateRunes().Select(static rune => (object)rune.ToString())],
        PyUndefined => [],
        _ => throw new PyError($"'{TypeName(value)}' object is not iterable"),
    };

    public static int Length(object? value) => value switch
    {
        string text => PyText.Length(text),
        PyList list => list.Items.Count,
        PyDict dict => dict.Count,
        PyUndefined => 0,
        _ => throw new PyError($"object of type '{TypeName(value)}' has no len()"),
    };

    public static bool Contains(object? container, object? item)
    {
        switch (container)
        {
            case string text:
                RequireDefined(item);
                return item is string part ? text.Contains(part, StringComparison.Ordinal) : throw new PyError($"'in <string>' requires string as left operand, not {TypeName(item)}");
            case PyList list: return list.Items.Any(other => AreEqual(other, item));
            case PyDict dict: return dict.TryGet(item, out _);
            case PyUndefined: return false;
            default: throw new PyError($"argument of type '{TypeName(container)}' is not iterable");
        }
    }

    public static void RequireDefined(object? value)
    {
        if (value is PyUndefined undefined) throw new PyError(undefined.Hint);
    }

    public static string TypeName(object? value) => value switch
    {
        null => "NoneType",
        bool => "bool",
        long or BigInteger => "int",
        double => "float",
        string => "str",
        PyList list => list.IsTuple ? "tuple" : "list",
        PyDict => "dict",
        PyUndefined => "Undefined",
        PyNamespace => "Namespace",
        PyCallable => "function",
        _ => "object",
    };

    private static int CompareText(string a, string b)
    {
        // By code points: a surrogate stands for more than any other unit.
        for (int i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (a[i] == b[i]) continue;
            return char.IsSurrogate(a[i]) == char.IsSurrogate(b[i]) ? a[i].CompareTo(b[i]) : char.IsSurrogate(a[i]) ? 1 : -1;
        }
        return a.Length.CompareTo(b.Length);
    }
}
