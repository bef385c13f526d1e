namespace Hone.Tokenizers;

/// <summary>A macro's parts.</summary>
/// <param name="Name">Its name; empty for the body of a call block.</param>
/// <param name="Parameters">Parameters, and their defaults where they have one.</param>
/// <param name="Body">What it writes.</param>
internal sealed record MacroDefinition(string Name, (string Name, TemplateExpression? Default)[] Parameters, TemplateStatement[] Body);

/// <summary><c>{% macro name(...) %}...{% endmacro %}</c>.</summary>
internal sealed class MacroStatement(MacroDefinition macro, int line) : TemplateStatement(line)
{
    protected override StatementResult Execute(RenderContext context)
    {
        context.Scope[macro.Name] = new MacroFunction(macro, context.Scope);
        return StatementResult.Done;
    }
}

/// <summary><c>{% call(...) macro(...) %}...{% endcall %}</c>: the macro may call the block as <c>caller()</c>.</summary>
internal sealed class CallBlockStatement(MacroDefinition block, TemplateExpression target, ArgumentExpressions arguments, int line) : TemplateStatement(line)
{
    protected override StatementResult Execute(RenderContext context)
    {
        object? function = target.Evaluate(context);
        Py.RequireDefined(function);
        if (function is not PyCallable callable) throw new PyError($"'{Py.TypeName(function)}' object is not callable");
        PyArguments given = arguments.Evaluate(context);
        given.Named.Add(new("caller", new MacroFunction(block, context.Scope)));
        context.Write(PyText.Of(callable.Call(context, given)));
        return StatementResult.Done;
    }
}

/// <summary>A macro with the scope that it was defined in.</summary>
internal sealed class MacroFunction(MacroDefinition macro, TemplateScope around) : PyCallable
{
    public bool TryGet(string name, out object? value)
    {
        value = name switch
        {
            "name" => macro.Name,
            "arguments" => new PyList([.. macro.Parameters.Select(static parameter => (object?)parameter.Name)], isTuple: true),
            _ => null,
        };
        return value is not null;
    }

    public override object? Call(RenderContext context, PyArguments arguments)
    {
        var scope = new TemplateScope(around);
        var extraNamed = new PyDict();
        foreach (KeyValuePair<string, object?> pair in arguments.Named)
        {
            if (pair.Key == "caller") scope["caller"] = pair.Value;
            else if (!macro.Parameters.Any(parameter => parameter.Name == pair.Key)) extraNamed[pair.Key] = pair.Value;
        }
        scope["varargs"] = new PyList([.. arguments.Positional.Skip(macro.Parameters.Length)], isTuple: true);
        scope["kwargs"] = extraNamed;
        context.EnterCall();
        string text = context.Capture(scope, () =>
        {
            for (int i = 0; i < macro.Parameters.Length; i++)
            {
                (string name, TemplateExpression? fallback) = macro.Parameters[i];
                if (!arguments.TryGet(i, name, out object? value)) value = fallback is null ? new PyUndefined($"parameter '{name}' was not provided") : fallback.Evaluate(context);
                scope[name] = value;
            }
            TemplateStatement.RunAll(macro.Body, context);
        });
        context.LeaveCall();
        return text;
    }
}
