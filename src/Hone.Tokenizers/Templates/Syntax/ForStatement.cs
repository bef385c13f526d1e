namespace Hone.Tokenizers;

/// <summary><c>{% for a in values if test %}...{% else %}...{% endfor %}</c>. Each round has a scope of its own.</summary>
internal sealed class ForStatement(
    AssignmentTarget target, TemplateExpression values, TemplateExpression? test, bool recursive, TemplateStatement[] body, TemplateStatement[] otherwise, int line)
    : TemplateStatement(line)
{
    protected override StatementResult Execute(RenderContext context)
    {
        Loop(context, values.Evaluate(context), 0);
        return StatementResult.Done;
    }

    private void Loop(RenderContext context, object? sequence, int depth)
    {
        TemplateScope around = context.Scope;
        List<object?> items = TemplateFilters.Iterated(context, sequence);
        if (test is not null) items = items.FindAll(item => Passes(context, item));
        if (items.Count == 0)
        {
            context.Within(new TemplateScope(around), () => RunAll(otherwise, context));
            return;
        }
        PyCallable? again = recursive ? new PyFunction((inner, arguments) => Again(inner, around, arguments.Get(0, "iterable"), depth + 1)) : null;
        var loop = new LoopVariable(items, depth, again);
        for (int i = 0; i < items.Count; i++)
        {
            loop.Index = i;
            context.Scope = new TemplateScope(around);
            try
            {
                context.Step();
                target.Assign(context, items[i]);
                context.Scope["loop"] = loop;
                if (RunAll(body, context) == StatementResult.Break) break;
            }
            finally
            {
                context.Scope = around;
            }
        }
    }

    private bool Passes(RenderContext context, object? item)
    {
        bool passes = false;
        context.Within(new TemplateScope(context.Scope), () =>
        {
            context.Step();
            target.Assign(context, item);
            passes = Py.IsTrue(test!.Evaluate(context));
        });
        return passes;
    }

    private string Again(RenderContext context, TemplateScope around, object? sequence, int depth)
    {
        context.EnterCall();
        string text = context.Capture(new TemplateScope(around), () => Loop(context, sequence, depth));
        context.LeaveCall();
        return text;
    }
}

/// <summary>What <c>loop</c> is inside a loop.</summary>
internal sealed class LoopVariable(List<object?> items, int depth, PyCallable? again) : PyCallable
{
    private object? _last;
    private bool _hasLast;

    public int Index { get; set; }

    public override object? Call(RenderContext context, PyArguments arguments) =>
        again is null ? throw new PyError("The loop must have the 'recursive' marker enabled.") : again.Call(context, arguments);

    public bool TryGet(string name, out object? value)
    {
        value = name switch
        {
            "index" => Index + 1L,
            "index0" => (long)Index,
            "revindex" => (long)(items.Count - Index),
            "revindex0" => items.Count - Index - 1L,
            "first" => Index == 0,
            "last" => Index == items.Count - 1,
            "length" => (long)items.Count,
            "depth" => depth + 1L,
            "depth0" => (long)depth,
            "previtem" => Index > 0 ? items[Index - 1] : new PyUndefined("there is no previous item"),
            "nextitem" => Index + 1 < items.Count ? items[Index + 1] : new PyUndefined("there is no next item"),
            "cycle" => new PyFunction((_, arguments) => arguments.Positional.Count > 0 ? arguments.Positional[Index % arguments.Positional.Count] : throw new PyError("no items for cycling given")),
            "changed" => new PyFunction((_, arguments) =>
            {
                var now = new PyList(arguments.Positional, isTuple: true);
                if (_hasLast && Py.AreEqual(_last, now)) return false;
                (_last, _hasLast) = (now, true);
                return true;
            }),
            _ => null,
        };
        return value is not null || name is "previtem" or "nextitem";
    }
}
