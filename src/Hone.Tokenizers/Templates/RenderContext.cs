using System.Text;

namespace Hone.Tokenizers;

/// <summary>Names and their values in one part of a template; what is not here is looked up in the part around it.</summary>
internal sealed class TemplateScope(TemplateScope? around)
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    public object? this[string name]
    {
        set => _values[name] = value;
    }

    public bool TryGet(string name, out object? value)
    {
        for (TemplateScope? scope = this; scope is not null; scope = scope.Around)
        {
            if (scope._values.TryGetValue(name, out value)) return true;
        }
        value = null;
        return false;
    }

    private TemplateScope? Around => around;
}

/// <summary>A rendering under way: names, output, and what is left of its limits.</summary>
internal sealed class RenderContext(TemplateLimits limits, TemplateScope scope, TimeProvider clock)
{
    private long _steps = limits.MaxSteps;
    private int _calls;

    public TemplateScope Scope { get; set; } = scope;

    public StringBuilder Output { get; private set; } = new();

    /// <summary>Stretches of the output that a model is trained on, from generation blocks.</summary>
    public List<(int Start, int End)> Generated { get; } = [];

    /// <summary>Whether output goes into a variable, a macro's result or a filter.</summary>
    public bool IsCapturing { get; private set; }

    public TimeProvider Clock => clock;

    /// <summary>Pays for one node.</summary>
    public void Step()
    {
        if (--_steps < 0) throw new PyError($"the template takes more than {limits.MaxSteps} steps");
    }

    /// <summary>Pays for something of a length that is made or gone through, and refuses it where it is too long.</summary>
    public void Pay(long length)
    {
        if (length > limits.MaxOutputLength) throw new PyError($"the template makes a text or list longer than {limits.MaxOutputLength}");
        _steps -= length / 64;
        if (_steps < 0) throw new PyError($"the template takes more than {limits.MaxSteps} steps");
    }

    public string Paid(string text)
    {
        Pay(text.Length);
        return text;
    }

    public void Write(string text)
    {
        Pay(text.Length);
        if ((long)Output.Length + text.Length > limits.MaxOutputLength) throw new PyError($"the output is longer than {limits.MaxOutputLength} characters");
        Output.Append(text);
    }

    /// <summary>Runs a part in a scope of its own and returns what it writes.</summary>
    public string Capture(TemplateScope scope, Action body)
    {
        (StringBuilder before, TemplateScope outer, bool capturing) = (Output, Scope, IsCapturing);
        (Output, Scope, IsCapturing) = (new StringBuilder(), scope, true);
        try
        {
            body();
            return Paid(Output.ToString());
        }
        finally
        {
            (Output, Scope, IsCapturing) = (before, outer, capturing);
        }
    }

    /// <summary>Runs a part in a scope of its own; its output goes where output goes.</summary>
    public void Within(TemplateScope scope, Action body)
    {
        TemplateScope outer = Scope;
        Scope = scope;
        try
        {
            body();
        }
        finally
        {
            Scope = outer;
        }
    }

    public void EnterCall()
    {
        if (++_calls > limits.MaxCallDepth) throw new PyError($"calls are nested deeper than {limits.MaxCallDepth}");
    }

    public void LeaveCall() => _calls--;
}
