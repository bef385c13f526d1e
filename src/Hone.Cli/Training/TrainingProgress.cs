using Hone.Cli.Output;
using Hone.Training.Runs;
using Spectre.Console;

namespace Hone.Cli.Training;

/// <summary>Shows a run while it goes on: a live bar on a screen; elsewhere a line every few steps on standard error.</summary>
internal static class TrainingProgress
{
    // What a person wants to see go by; metrics.jsonl has everything. In this order, as far as a run has them.
    private static readonly string[] Shown =
        ["loss", "eval_loss", "reward", "rewards/margins", "rewards/accuracies", "eval_rewards/margins", "eval_rewards/accuracies", "sampling/sampling_logp_difference/max", "completions/mean_length", "entropy", "grad_norm", "learning_rate", "step_time"];

    /// <summary>Runs with an observer.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="totalSteps">Length of the bar.</param>
    /// <param name="everySteps">Steps between printed lines.</param>
    /// <param name="run">Does the work.</param>
    internal static T Show<T>(Terminal terminal, long totalSteps, int everySteps, Func<RunObserver, T> run) =>
        terminal.IsInteractive ? ShowBar(totalSteps, run) : run(Lines(terminal, everySteps));

    /// <summary>A step as one line.</summary>
    internal static string Line(StepReport report)
    {
        Dictionary<string, double> values = new(report.Metrics, StringComparer.Ordinal);
        IEnumerable<string> parts = Shown.Where(values.ContainsKey).Select(key => $"{key[(key.StartsWith("sampling/", StringComparison.Ordinal) ? 9 : 0)..]} {Numbers.Value(values[key])}");
        return $"step {report.Step}/{report.TotalSteps}  {string.Join("  ", parts)}";
    }

    private static RunObserver Lines(Terminal terminal, int everySteps) => new()
    {
        Message = terminal.Out.WriteLine,
        Step = report =>
        {
            if (report.Step == 1 || report.Step % everySteps == 0 || report.Step == report.TotalSteps) terminal.Error.WriteLine(Line(report));
        },
    };

    private static T ShowBar<T>(long totalSteps, Func<RunObserver, T> run) => AnsiConsole.Progress()
        .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
        .Start(progress =>
        {
            ProgressTask bar = progress.AddTask("starting", maxValue: totalSteps);
            return run(new RunObserver
            {
                Message = message => AnsiConsole.WriteLine(message),
                Step = report =>
                {
                    bar.Value = report.Step;
                    bar.Description = Markup.Escape(Line(report));
                },
            });
        });
}
