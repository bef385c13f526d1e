using Hone.Cli.Output;
using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Runs;

namespace Hone.Cli.Training;

/// <summary>
/// Says what a run will take, by doing its first two steps into a folder for temporary files: everything that can be wrong
/// with a recipe shows, the second step's time is that of all, and the bytes are counted, not guessed.
/// </summary>
internal static class DryRun
{
    private const int Steps = 2;

    internal static int Print(PreparedRecipe recipe, CliContext context)
    {
        string folder = Path.Combine(Path.GetTempPath(), $"hone-dry-run-{Path.GetRandomFileName()}");
        using var backend = new CpuBackend(recipe.Run.Threads);
        double seconds = 0;
        try
        {
            RunConfig shortened = recipe.Run with { OutputDir = folder, MaxSteps = Steps, SaveSteps = Steps, EvalSteps = 0 };
            recipe.Start(shortened, evaluate: false, new RunContext
            {
                Backend = backend,
                Observer = new RunObserver { Step = report => seconds = report.Metrics.FirstOrDefault(m => m.Key == "step_time").Value },
                Time = context.Clock,
                Interrupt = context.Cancellation,
            });
            context.Cancellation.ThrowIfCancellationRequested();
            Report(recipe, backend, seconds, SizeOf(Path.Combine(folder, "checkpoints")), context.Terminal);
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        return ExitCode.Success;
    }

    private static void Report(PreparedRecipe recipe, Backend backend, double seconds, long checkpointBytes, Terminal terminal)
    {
        RunConfig run = recipe.Run;
        long available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        int saved = run.SaveSteps == 0 ? 0 : Math.Min((run.MaxSteps + run.SaveSteps - 1) / run.SaveSteps, run.SaveTotalLimit ?? int.MaxValue);
        terminal.Pairs(
        [
            ("recipe", $"{recipe.Label} ({recipe.Kind.ToString().ToLowerInvariant()})"),
            ("machine", backend.Description),
            ("steps", Numbers.Count(run.MaxSteps)),
            ("time", Numbers.Invariant($"{seconds * run.MaxSteps / 60:0.0} minutes, {seconds:0.000} s a step; evaluations not counted")),
            ("memory", $"{Numbers.Bytes(backend.Ledger.PeakBytes)} of tensors at most in two steps; this machine has {Numbers.Bytes(available)}"),
            ("disk", $"{Numbers.Bytes(checkpointBytes)} a checkpoint, {saved} kept, in {run.OutputDir}"),
        ]);
        terminal.Out.WriteLine("Nothing was written.");
        if (backend.Ledger.PeakBytes > available / 10 * 9)
            terminal.Error.WriteLine("This run will not fit: lower micro_batch first, then the batch or the lengths.");
    }

    private static long SizeOf(string folder) =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) : 0;
}
