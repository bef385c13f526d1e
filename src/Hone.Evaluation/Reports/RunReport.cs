using Hone.Evaluation.Results;
using Hone.Evaluation.Statistics;

namespace Hone.Evaluation.Reports;

/// <summary>The measurements of one model: sampled, greedy and with its work forced.</summary>
public sealed record ReportMeasurement
{
    /// <summary>Metrics of the sampled evaluation.</summary>
    public required EvalMetrics Sampled { get; init; }

    /// <summary>Metrics of greedy decoding; null when not measured.</summary>
    public EvalMetrics? Greedy { get; init; }

    /// <summary>Metrics of greedy decoding after prompts that make the model show its work
    /// (<see cref="Tasks.TaskExample.ForcedPrompt"/>); null when not measured. Says whether the skill was
    /// there already, so it stands beside the headline.</summary>
    public EvalMetrics? Forced { get; init; }
}

/// <summary>A table with a caption, all cells text.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Header">One cell a column.</param>
/// <param name="Rows">Each as long as the header.</param>
/// <param name="Note">A sentence below it; empty for none.</param>
public sealed record ReportTable(string Caption, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows, string Note = "");

/// <summary>A completion shown in the report.</summary>
/// <param name="Text">The completion.</param>
/// <param name="Correct">Whether it is correct.</param>
public sealed record ReportCompletion(string Text, bool Correct);

/// <summary>Completions of one prompt, before and after.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="Reference">The reference answer.</param>
/// <param name="Before">Some completions of the model before training.</param>
/// <param name="After">Some completions after it; may be empty.</param>
public sealed record ReportExample(
    string Prompt, string Reference, IReadOnlyList<ReportCompletion> Before, IReadOnlyList<ReportCompletion> After);

/// <summary>
/// Everything a report shows, as data: <see cref="ReportJson"/> and <see cref="ReportHtml"/> write it.
/// Parts that were not measured are null or empty and are left out of the page.
/// </summary>
public sealed record RunReport
{
    /// <summary>The heading, such as the recipe's name.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences on what was done; empty for none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>When the report was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The model before training.</summary>
    public ReportMeasurement? Before { get; init; }

    /// <summary>The model after training.</summary>
    public ReportMeasurement? After { get; init; }

    /// <summary>Accuracy after less accuracy before, paired by problem.</summary>
    public Estimate? Difference { get; init; }

    /// <summary>Largest absolute difference over all on-policy steps between a log-probability recorded at
    /// decode time and the one the loss differentiates; 0 is what the numeric contract promises.</summary>
    public double? MaxLogProbDifference { get; init; }

    /// <summary>Steps that <see cref="MaxLogProbDifference"/> covers.</summary>
    public int LogProbDifferenceSteps { get; init; }

    /// <summary>Curves over steps: reward, length and others.</summary>
    public IReadOnlyList<SvgPlot> Plots { get; init; } = [];

    /// <summary>Controls and other tables.</summary>
    public IReadOnlyList<ReportTable> Tables { get; init; } = [];

    /// <summary>Completions of some prompts.</summary>
    public IReadOnlyList<ReportExample> Examples { get; init; } = [];

    /// <summary>Settings of the run, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; } = [];

    /// <summary>The machine it ran on, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Machine { get; init; } = [];
}
