namespace Hone.Tokenizers;

/// <summary>An expression of a template. Immutable.</summary>
internal abstract class TemplateExpression
{
    public object? Evaluate(RenderContext context)
    {
        context.Step();
        return Value(context);
    }

    protected abstract object? Value(RenderContext context);
}

/// <summary>A constant.</summary>
internal sealed class ConstantExpression(object? value) : TemplateExpression
{
    protected override object? Value(RenderContext context) => value;
}

/// <summary>A name.</summary>
internal sealed class NameExpression(string name) : TemplateExpression
{
    public string Name => name;

    protected override object? Value(RenderContext context)
    {
        if (context.Scope.TryGet(name, out object? value)) return value;
        return (object?)TemplateGlobals.Find(name) ?? new PyUndefined($"'{name}' is undefined");
    }
}

/// <summary>A list or tuple.</summary>
internal sealed class ListExpression(TemplateExpression[] items, bool isTuple) : TemplateExpression
{
    public TemplateExpression[] Items => items;

    public bool IsTuple => isTuple;

    protected override object? Value(RenderContext context) => new PyList([.. items.Select(item => item.Evaluate(context))], isTuple);
}

/// <summary>A dict.</summary>
internal sealed class DictExpression((TemplateExpression Key, TemplateExpression Value)[] entries) : TemplateExpression
{
    protected override object? Value(RenderContext context)
    {
        var dict = new PyDict();
        foreach ((TemplateExpression key, TemplateExpression value) in entries)
        {
            object name = key.Evaluate(context) ?? throw new PyError("None as the key of a dict is not supported");
            Py.RequireDefined(name);
            dict[name] = value.Evaluate(context);
        }
        return dict;
    }
}

/// <summary><c>a if test else b</c>; without b, undefined where the test fails.</summary>
internal sealed class ConditionExpression(TemplateExpression test, TemplateExpression then, TemplateExpression? otherwise) : TemplateExpression
{
    protected override object? Value(RenderContext context)
    {
        if (Py.IsTrue(test.Evaluate(context))) return then.Evaluate(context);
        return otherwise is null ? new PyUndefined("the inline if-expression evaluated to false and no else section was defined.") : otherwise.Evaluate(context);
    }
}

/// <summary><c>a.name</c>: an attribute, or else an item.</summary>
internal sealed class AttributeExpression(TemplateExpression target, string name) : TemplateExpression
{
    public TemplateExpression Target => target;

    public string Name => name;

    protected override object? Value(RenderContext context) => PyAttributes.Attribute(target.Evaluate(context), name);
}

/// <summary><c>a[key]</c>: an item, or else an attribute.</summary>
internal sealed class ItemExpression(TemplateExpression target, TemplateExpression key) : TemplateExpression
{
    protected override object? Value(RenderContext context) => PyAttributes.Item(target.Evaluate(context), key.Evaluate(context));
}

/// <summary><c>a[start:stop:step]</c>.</summary>
internal sealed class SliceExpression(TemplateExpression target, TemplateExpression? start, TemplateExpression? stop, TemplateExpression? step) : TemplateExpression
{
    protected override object? Value(RenderContext context)
    {
        object? value = target.Evaluate(context);
        Py.RequireDefined(value);
        return PySlice.Of(context, value, start?.Evaluate(context), stop?.Evaluate(context), step?.Evaluate(context));
    }
}

/// <summary>What a call, filter or test is given.</summary>
internal sealed class ArgumentExpressions(TemplateExpression[] positional, (string Name, TemplateExpression Value)[] named, TemplateExpression? spread, TemplateExpression? spreadNamed)
{
    public static readonly ArgumentExpressions None = new([], [], null, null);

    public PyArguments Evaluate(RenderContext context)
    {
        var first = new List<object?>(positional.Length);
        foreach (TemplateExpression item in positional) first.Add(item.Evaluate(context));
        var second = new List<KeyValuePair<string, object?>>();
        foreach ((string name, TemplateExpression value) in named) second.Add(new(name, value.Evaluate(context)));
        if (spread is not null) first.AddRange(Py.Iterate(spread.Evaluate(context)));
        if (spreadNamed?.Evaluate(context) is { } more)
        {
            if (more is not PyDict dict) throw new PyError($"argument after ** must be a mapping, not {Py.TypeName(more)}");
            foreach ((object key, object? value) in dict.Entries) second.Add(new(PyText.Of(key), value));
        }
        return new PyArguments(first, second);
    }
}

/// <summary>A call.</summary>
internal sealed class CallExpression(TemplateExpression target, ArgumentExpressions arguments) : TemplateExpression
{
    protected override object? Value(RenderContext context)
    {
        object? function = target.Evaluate(context);
        Py.RequireDefined(function);
        if (function is not PyCallable callable) throw new PyError($"'{Py.TypeName(function)}' object is not callable");
        return callable.Call(context, arguments.Evaluate(context));
    }
}

/// <summary><c>a | name(...)</c>.</summary>
internal sealed class FilterExpression(TemplateExpression? target, TemplateFilter filter, ArgumentExpressions arguments) : TemplateExpression
{
    public object? Apply(RenderContext context, object? value) => filter(context, value, arguments.Evaluate(context));

    protected override object? Value(RenderContext context) => Apply(context, target!.Evaluate(context));
}

/// <summary><c>a is name(...)</c>.</summary>
internal sealed class TestExpression(TemplateExpression target, TemplateTest test, ArgumentExpressions arguments) : TemplateExpression
{
    protected override object? Value(RenderContext context) => test(context, target.Evaluate(context), arguments.Evaluate(context));
}
