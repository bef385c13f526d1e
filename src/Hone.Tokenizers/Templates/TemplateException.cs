namespace Hone.Tokenizers;

/// <summary>
/// A chat template is malformed, fails on the values it is given, goes beyond its limits, or raises an exception of its own
/// (<c>raise_exception</c>).
/// </summary>
public sealed class TemplateException : FormatException
{
    /// <summary>Describes a failure.</summary>
    /// <param name="reason">What is wrong, on one line.</param>
    /// <param name="line">Line of the template, from 1; 0 where no line is to blame.</param>
    /// <param name="raised">Whether the template itself raised it.</param>
    public TemplateException(string reason, int line = 0, bool raised = false)
        : base(line > 0 ? $"chat template, line {line}: {reason}" : $"chat template: {reason}")
    {
        Reason = reason;
        Line = line;
        Raised = raised;
    }

    /// <summary>What is wrong, without the place.</summary>
    public string Reason { get; }

    /// <summary>Line of the template, from 1; 0 where no line is to blame.</summary>
    public int Line { get; }

    /// <summary>Whether the template itself raised it, as templates do on conversations that their models were not trained on.</summary>
    public bool Raised { get; }
}
