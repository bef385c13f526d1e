namespace Hone.Tokenizers;

/// <summary>A statement of a template. Immutable.</summary>
internal abstract class TemplateStatement(int line)
{
    public int Line => line;

    /// <summary>Runs it; an error gets the line of the innermost statement.</summary>
    public StatementResult Run(RenderContext context)
    {
        try
        {
            context.Step();
            return Execute(context);
        }
        catch (PyError e)
        {
            throw new TemplateException(OneLine(e.Message), line, e.Raised);
        }
    }

    protected abstract StatementResult Execute(RenderContext context);

    public static StatementResult RunAll(TemplateStatement[] body, RenderContext context)
    {
        foreach (TemplateStatement statement in body)
        {
            StatementResult result = statement.Run(context);
            if (result != StatementResult.Done) return result;
        }
        return StatementResult.Done;
    }

    private static string OneLine(string text)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= 400 ? text : text[..397] + "...";
    }
}

/// <summary>What a statement says about those after it.</summary>
internal enum StatementResult
{
    /// <summary>They run.</summary>
    Done,

    /// <summary>The loop around ends.</summary>
    Break,

    /// <summary>The loop around goes on with its next item.</summary>
    Continue,
}

/// <summary>Text as it stands.</summary>
internal sealed class DataStatement(string text, int line) : TemplateStatement(line)
{
    protected override StatementResult Execute(RenderContext context)
    {
        context.Write(text);
        return StatementResult.Done;
    }
}

/// <summary><c>{{ value }}</c>.</summary>
internal sealed class OutputStatement(TemplateExpression value, int line) : TemplateStatement(line)
{
    protected override StatementResult Execute(RenderContext context)
    {
        context.Write(PyText.Of(value.Evaluate(context)));
        return StatementResult.Done;
    }
}

/// <summary><c>{% if %}</c> with its other branches; one without a test is the last.</summary>
internal sealed class IfStatement((TemplateExpression? Test, TemplateStatement[] Body)[] branches, int line) : TemplateStatement(line)
{
    protected override StatementResult Execute(RenderContext context)
    {
        foreach ((TemplateExpression? test, TemplateStatement[] body) in branches)
        {
            if (test is null || Py.IsTrue(test.Evaluate(context))) return RunAll(body, context);
        }
        return StatementResult.Done;
    }
}

/// <summary><c>{% break %}</c> or <c>{% continue %}</c>.</summary>
internal sealed class LeaveStatement(StatementResult result, int line) : TemplateStatement(line)
{
    protected override StatementResult Execute(RenderContext context) => result;
}

/// <summary><c>{% set a = value %}</c>.</summary>
internal sealed class SetStatement(AssignmentTarget target, TemplateExpression value, int line) : TemplateStatement(line)
{
    protected override StatementResult Execute(RenderContext context)
    {
        target.Assign(context, value.Evaluate(context));
        return StatementResult.Done;
    }
}

/// <summary><c>{% set a %}...{% endset %}</c>.</summary>
internal sealed class SetBlockStatement(AssignmentTarget target, FilterExpression[] filters, TemplateStatement[] body, int line) : TemplateStatement(line)
{
    protected override StatementResult Execute(RenderContext context)
    {
        object? value = context.Capture(new TemplateScope(context.Scope), () => RunAll(body, context));
        foreach (FilterExpression filter in filters) value = filter.Apply(context, value);
        target.Assign(context, value);
        return StatementResult.Done;
    }
}

/// <summary><c>{% filter name %}...{% endfilter %}</c>.</summary>
internal sealed class FilterBlockStatement(FilterExpression[] filters, TemplateStatement[] body, int line) : TemplateStatement(line)
{
    protected override StatementResult Execute(RenderContext context)
    {
        object? value = context.Capture(new TemplateScope(context.Scope), () => RunAll(body, context));
        foreach (FilterExpression filter in filters) value = filter.Apply(context, value);
        context.Write(PyText.Of(value));
        return StatementResult.Done;
    }
}

/// <summary><c>{% with a = value %}...{% endwith %}</c>.</summary>
internal sealed class WithStatement((AssignmentTarget Target, TemplateExpression Value)[] values, TemplateStatement[] body, int line) : TemplateStatement(line)
{
    protected override StatementResult Execute(RenderContext context)
    {
        object?[] evaluated = [.. values.Select(pair => pair.Value.Evaluate(context))];
        context.Within(new TemplateScope(context.Scope), () =>
        {
            for (int i = 0; i < values.Length; i++) values[i].Target.Assign(context, evaluated[i]);
            RunAll(body, context);
        });
        return StatementResult.Done;
    }
}

/// <summary><c>{% generation %}...{% endgeneration %}</c>: what a model is trained on.</summary>
internal sealed class GenerationStatement(TemplateStatement[] body, int line) : TemplateStatement(line)
{
    protected override StatementResult Execute(RenderContext context)
    {
        int start = context.Output.Length;
        context.Within(new TemplateScope(context.Scope), () => RunAll(body, context));
        if (!context.IsCapturing) context.Generated.Add((start, context.Output.Length));
        return StatementResult.Done;
    }
}
