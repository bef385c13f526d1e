namespace Hone.Tokenizers;

/// <summary><c>a and b</c>, <c>a or b</c>: one of the two values.</summary>
internal sealed class LogicExpression(TemplateExpression left, TemplateExpression right, bool isAnd) : TemplateExpression
{
    protected override object? Value(RenderContext context)
    {
        object? value = left.Evaluate(context);
        return Py.IsTrue(value) == isAnd ? right.Evaluate(context) : value;
    }
}

/// <summary><c>not a</c>.</summary>
internal sealed class NotExpression(TemplateExpression inner) : TemplateExpression
{
    protected override object? Value(RenderContext context) => !Py.IsTrue(inner.Evaluate(context));
}

/// <summary><c>-a</c>, <c>+a</c>.</summary>
internal sealed class SignExpression(TemplateExpression inner, bool negative) : TemplateExpression
{
    protected override object? Value(RenderContext context) => PyArithmetic.Sign(inner.Evaluate(context), negative);
}

/// <summary>An operation on two values.</summary>
internal sealed class ArithmeticExpression(TemplateExpression left, TemplateExpression right, string op) : TemplateExpression
{
    protected override object? Value(RenderContext context) => PyArithmetic.Apply(context, left.Evaluate(context), right.Evaluate(context), op);
}

/// <summary><c>a ~ b ~ c</c>: their texts joined.</summary>
internal sealed class ConcatExpression(TemplateExpression[] parts) : TemplateExpression
{
    protected override object? Value(RenderContext context) => context.Paid(string.Concat(parts.Select(part => PyText.Of(part.Evaluate(context)))));
}

/// <summary>One or more comparisons, all of which must hold.</summary>
internal sealed class CompareExpression(TemplateExpression first, (string Op, TemplateExpression Right)[] rest) : TemplateExpression
{
    protected override object? Value(RenderContext context)
    {
        object? left = first.Evaluate(context);
        foreach ((string op, TemplateExpression expression) in rest)
        {
            object? right = expression.Evaluate(context);
            if (!Holds(context, left, right, op)) return false;
            left = right;
        }
        return true;
    }

    public static bool Holds(RenderContext context, object? left, object? right, string op)
    {
        if (right is string text) context.Pay(text.Length);
        return op switch
        {
            "==" => Py.AreEqual(left, right),
            "!=" => !Py.AreEqual(left, right),
            "in" => Py.Contains(right, left),
            "not in" => !Py.Contains(right, left),
            "<" => Py.Compare(left, right, op) < 0,
            "<=" => Py.Compare(left, right, op) <= 0,
            ">" => Py.Compare(left, right, op) > 0,
            _ => Py.Compare(left, right, op) >= 0,
        };
    }
}
