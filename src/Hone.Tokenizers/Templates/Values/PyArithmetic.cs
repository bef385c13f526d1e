using System.Numerics;

namespace Hone.Tokenizers;

/// <summary>The operators of Python on numbers, texts and lists.</summary>
internal static class PyArithmetic
{
    private const int MaxBits = 65_536;

    public static object Sign(object? value, bool negative)
    {
        Py.RequireDefined(value);
        if (value is double number) return negative ? -number : number;
        if (!Py.IsInteger(value)) throw new PyError($"bad operand type for unary {(negative ? '-' : '+')}: '{Py.TypeName(value)}'");
        BigInteger whole = Py.ToInteger(value);
        return Py.Shrink(negative ? -whole : whole);
    }

    public static object Apply(RenderContext context, object? left, object? right, string op)
    {
        Py.RequireDefined(left);
        Py.RequireDefined(right);
        if (op == "+")
        {
            if (left is string a && right is string b) return context.Paid(a + b);
            if (left is PyList first && right is PyList second && first.IsTuple == second.IsTuple)
            {
                context.Pay((first.Items.Count + second.Items.Count) * 64L);
                return new PyList([.. first.Items, .. second.Items], first.IsTuple);
            }
            if (left is string && !Py.IsNumber(right)) throw new PyError($"can only concatenate str (not \"{Py.TypeName(right)}\") to str");
        }
        if (op == "*")
        {
            if (left is string or PyList && Py.IsInteger(right)) return Repeat(context, left, right);
            if (right is string or PyList && Py.IsInteger(left)) return Repeat(context, right, left);
        }
        if (op == "%" && left is string format) return context.Paid(PyFormat.Percent(context, format, right));
        if (!Py.IsNumber(left) || !Py.IsNumber(right)) throw new PyError($"unsupported operand type(s) for {op}: '{Py.TypeName(left)}' and '{Py.TypeName(right)}'");
        return left is double || right is double || op == "/" ? OfDoubles(Py.ToDouble(left), Py.ToDouble(right), op) : OfIntegers(Py.ToInteger(left), Py.ToInteger(right), op);
    }

    private static object OfDoubles(double a, double b, string op)
    {
        if (b == 0 && op is ("/" or "//" or "%")) throw new PyError("division by zero");
        switch (op)
        {
            case "+": return a + b;
            case "-": return a - b;
            case "*": return a * b;
            case "/": return a / b;
            case "//": return Math.Floor(a / b);
            case "**": return Math.Pow(a, b);
            default:
                double rest = a % b;
                return rest != 0 && rest < 0 != b < 0 ? rest + b : rest;
        }
    }

    private static object OfIntegers(BigInteger a, BigInteger b, string op)
    {
        if (op is ("//" or "%") && b.IsZero) throw new PyError("integer division or modulo by zero");
        switch (op)
        {
            case "+": return Py.Shrink(a + b);
            case "-": return Py.Shrink(a - b);
            case "*":
                if (a.GetBitLength() + b.GetBitLength() > MaxBits) throw new PyError("a number is too large");
                return Py.Shrink(a * b);
            case "**":
                if (b.Sign < 0) return Math.Pow((double)a, (double)b);
                if (b > MaxBits || a.GetBitLength() * (long)b > MaxBits) throw new PyError("a number is too large");
                return Py.Shrink(BigInteger.Pow(a, (int)b));
            default:
                BigInteger quotient = BigInteger.DivRem(a, b, out BigInteger rest);
                if (!rest.IsZero && rest.Sign < 0 != b.Sign < 0)
                {
                    quotient -= 1;
                    rest += b;
                }
                return Py.Shrink(op == "//" ? quotient : rest);
        }
    }

    private static object Repeat(RenderContext context, object sequence, object? count)
    {
        long times = Math.Max(0, Py.ToIndex(count));
        if (sequence is string text)
        {
            context.Pay(text.Length * times);
            return string.Concat(Enumerable.Repeat(text, (int)(text.Length == 0 ? 0 : times)));
        }
        var list = (PyList)sequence;
        context.Pay(list.Items.Count * times * 64);
        var items = new List<object?>();
        for (long i = 0; i < times && list.Items.Count > 0; i++) items.AddRange(list.Items);
        return new PyList(items, list.IsTuple);
    }
}

/// <summary>Slices of texts and lists, by code points.</summary>
internal static class PySlice
{
    public static object Of(RenderContext context, object? value, object? start, object? stop, object? step)
    {
        long stride = step is null ? 1 : Py.ToIndex(step);
        if (stride == 0) throw new PyError("slice step cannot be zero");
        if (value is string text)
        {
            context.Pay(text.Length);
            if (!PyText.HasSurrogates(text)) return string.Concat(Indices(text.Length, start, stop, stride).Select(i => text[i]));
            string[] points = [.. text.EnumerateRunes().Select(static rune => rune.ToString())];
            return string.Concat(Indices(points.Length, start, stop, stride).Select(i => points[i]));
        }
        if (value is not PyList list) throw new PyError($"'{Py.TypeName(value)}' object is not subscriptable by a slice");
        context.Pay(list.Items.Count);
        return new PyList([.. Indices(list.Items.Count, start, stop, stride).Select(i => list.Items[i])], list.IsTuple);
    }

    private static IEnumerable<int> Indices(int length, object? start, object? stop, long stride)
    {
        long first = Clip(start, stride > 0 ? 0 : length - 1);
        long last = Clip(stop, stride > 0 ? length : -1);
        if (stride > 0)
        {
            for (long i = first; i < last; i += stride) yield return (int)i;
        }
        else
        {
            for (long i = first; i > last; i += stride) yield return (int)i;
        }

        long Clip(object? bound, long fallback)
        {
            if (bound is null) return fallback;
            long index = Py.ToIndex(bound);
            if (index < 0) index += length;
            return stride > 0 ? Math.Clamp(index, 0, length) : Math.Clamp(index, -1, length - 1);
        }
    }
}
