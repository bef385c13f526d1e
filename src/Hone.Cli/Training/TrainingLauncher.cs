using Hone.Cli.Commands;
using Hone.Cli.Output;
using Hone.Evaluation.Reports;
using Hone.Tensors;
using Hone.Training.Runs;

namespace Hone.Cli.Training;

/// <summary>Starts a recipe, shows it, and says what came of it and where it is.</summary>
internal static class TrainingLauncher
{
    internal static int Run(PreparedRecipe recipe, bool resume, CliContext context)
    {
        using var backend = new CpuBackend(recipe.Run.Threads);
        Terminal terminal = context.Terminal;
        terminal.Out.WriteLine($"{recipe.Label}: {recipe.Run.MaxSteps} steps on {backend.Description}, to {recipe.Run.OutputDir}");
        RunOutcome outcome = TrainingProgress.Show(terminal, recipe.Run.MaxSteps, recipe.Run.LoggingSteps, observer => recipe.Start(recipe.Run, evaluate: true, new RunContext
        {
            Backend = backend,
            Observer = observer,
            Time = context.Clock,
            Interrupt = context.Cancellation,
            RecipeText = recipe.Text,
            Resume = resume,
            ProgramVersion = EnvCommand.Version,
        }));
        terminal.Out.WriteLine(Numbers.Invariant($"{outcome.Training.Steps} steps, {outcome.Training.TrainingSeconds:0.0} s of training in this process"));
        if (outcome.Report is { } report) PrintReport(report, outcome.Training.RunPath, terminal);
        if (!outcome.Training.Interrupted) return ExitCode.Success;
        terminal.Error.WriteLine($"Stopped after step {outcome.Training.Steps} and saved; the same command with --resume goes on.");
        return ExitCode.Interrupted;
    }

    private static void PrintReport(RunReport report, string runPath, Terminal terminal)
    {
        if (report.MaxLogProbDifference is { } difference)
            terminal.Out.WriteLine(Numbers.Invariant($"largest difference between a log-probability as sampled and as trained: {difference:R} over {report.LogProbDifferenceSteps} steps"));
        if (report.Before is { } before && report.After is { } after)
        {
            terminal.Out.WriteLine($"pass@1 before {Numbers.Percent(before.Sampled.Accuracy.Value)}, after {Numbers.Percent(after.Sampled.Accuracy.Value)}"
                + (report.Difference is { } gain ? $", gained {Points(gain.Value)} points ({Points(gain.Low)} to {Points(gain.High)})" : ""));
        }
        terminal.Out.WriteLine($"report: {Path.Combine(Path.GetRelativePath(Environment.CurrentDirectory, runPath), "report.html")}");
    }

    private static string Points(double share) => Numbers.Invariant($"{share * 100:0.0}");
}
