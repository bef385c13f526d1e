using Hone.Cli.Commands;
using Hone.Tensors;
using Hone.Training.Recipes;
using Hone.Training.Runs;

namespace Hone.Cli.Training;

/// <summary>Starts a recipe, shows it, and says where its results are.</summary>
internal static class TrainingLauncher
{
    internal static int Run(PreparedRecipe recipe, bool resume, CliContext context)
    {
        using var backend = new CpuBackend(recipe.Run.Threads);
        context.Terminal.Out.WriteLine($"{recipe.Label}: {recipe.Run.MaxSteps} steps on {backend.Description}, to {recipe.Run.OutputDir}");
        RecipeResult result = TrainingProgress.Show(context.Terminal, recipe.Run.MaxSteps, recipe.Run.LoggingSteps, observer => recipe.Start(recipe.Run, new RunContext
        {
            Backend = backend,
            Observer = observer,
            Time = context.Clock,
            Interrupt = context.Cancellation,
            RecipeText = recipe.Text,
            Resume = resume,
            ProgramVersion = EnvCommand.Version,
        }));
        context.Terminal.Out.WriteLine(FormattableString.Invariant($"{result.Steps} steps, {result.TrainingSeconds:0.0} s of training in this process"));
        if (!result.Interrupted) return ExitCode.Success;
        context.Terminal.Error.WriteLine($"Stopped after step {result.Steps} and saved; the same command with --resume goes on.");
        return ExitCode.Interrupted;
    }
}
