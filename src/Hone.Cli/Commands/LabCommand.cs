using System.CommandLine;
using System.Globalization;
using Hone.Cli.BuiltIn;
using Hone.Cli.Errors;
using Hone.Cli.Training;
using Hone.Evaluation.Tasks.Tracker;
using Hone.Experiments;
using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Runs;

namespace Hone.Cli.Commands;

/// <summary><c>hone lab</c>: lists and runs the experiments that stand behind the claims. Tables go to standard output, progress to standard error.</summary>
internal static class LabCommand
{
    private const int ShownEvery = 10;

    internal static Command Create(CliContext context) => new("lab", "List or run the experiments behind the claims.")
    {
        CreateList(context),
        CreateRun(context),
    };

    private static Command CreateList(CliContext context)
    {
        var command = new Command("list", "List the experiments.");
        command.SetAction(_ => context.Terminal.Pairs([.. LabExperiment.All.Select(e => (e.Name, e.Claim))]));
        return command;
    }

    private static Command CreateRun(CliContext context)
    {
        var name = new Argument<string>("NAME") { Description = "The experiment, as 'hone lab list' names it." };
        var bases = new Option<string?>("--bases") { Description = "Base models, one a seed, with commas between. Default: made by recipes/pretrain-base.yaml with each seed." };
        var seeds = new Option<string>("--seeds") { Description = "Seeds, with commas between.", DefaultValueFactory = _ => "0,1,2" };
        var output = new Option<string?>("--out") { Description = "Folder of the results; what is finished there is not run again. Default: runs/NAME." };
        var steps = new Option<int?>("--steps") { Description = "Optimizer steps of a run. Default: those of recipes/sharpen.yaml." };
        var problems = new Option<int>("--eval-problems") { Description = "Held-out problems of an evaluation.", DefaultValueFactory = _ => 512 };
        var samples = new Option<int>("--eval-samples") { Description = "Completions of each problem.", DefaultValueFactory = _ => 4 };
        var threads = new Option<int>("--threads") { Description = "Compute threads, 0 is one a processor; changes no result.", DefaultValueFactory = _ => 0 };
        var command = new Command("run", "Run an experiment. Ctrl-C keeps what is finished; the same command goes on.") { name, bases, seeds, output, steps, problems, samples, threads };
        command.SetAction(parsed =>
        {
            LabExperiment experiment = Find(parsed.GetRequiredValue(name));
            List<string> overrides = [Override("eval_problems", parsed.GetValue(problems)), Override("eval_samples", parsed.GetValue(samples))];
            if (parsed.GetValue(steps) is { } count)
                overrides.Add(Override("max_steps", count));
            RecipeSource sharpen = context.Recipes.Find("recipes/sharpen.yaml"), pretrain = context.Recipes.Find("recipes/pretrain-base.yaml");
            var options = new RlvrControlsOptions
            {
                Sharpen = RlConfig.Read(sharpen.Read(overrides)),
                Pretrain = PretrainConfig.Read(pretrain.Read([])),
                Task = TrackerTask.Create(),
                FormatPattern = TrackerTask.FormatPattern,
                Seeds = [.. Split(parsed.GetRequiredValue(seeds)).Select(ReadSeed)],
                Bases = [.. Split(parsed.GetValue(bases) ?? "").Select(context.Models.Resolve)],
                OutputDirectory = parsed.GetValue(output) ?? Path.Combine("runs", experiment.Name),
            };
            return RunControls(options, RecipeText.AsRun(sharpen, overrides), parsed.GetValue(threads), context);
        });
        return command;
    }

    private static int RunControls(RlvrControlsOptions options, string recipeText, int threads, CliContext context)
    {
        using var backend = new CpuBackend(threads);
        TextWriter error = context.Terminal.Error;
        RlvrControlsResult result = RlvrControls.Run(options, new RunContext
        {
            Backend = backend,
            Observer = new RunObserver
            {
                Message = error.WriteLine,
                Step = report =>
                {
                    if (report.Step == 1 || report.Step % ShownEvery == 0 || report.Step == report.TotalSteps)
                        error.WriteLine(TrainingProgress.Line(report));
                },
            },
            Time = context.Clock,
            Interrupt = context.Cancellation,
            RecipeText = recipeText,
            ProgramVersion = EnvCommand.Version,
        });
        context.Terminal.Out.Write(RlvrTables.Markdown(result));
        error.WriteLine($"results: {Path.Combine(options.OutputDirectory, "results.md")}, results.json, cells, runs");
        return ExitCode.Success;
    }

    private static LabExperiment Find(string name)
    {
        if (LabExperiment.All.FirstOrDefault(e => e.Name == name) is { } found) return found;
        string? nearest = NearestName.Of(name, LabExperiment.All.Select(e => e.Name));
        throw new UserException(
            $"unknown experiment '{name}'",
            nearest is null ? $"There are: {string.Join(", ", LabExperiment.All.Select(e => e.Name))}." : $"Did you mean '{nearest}'?",
            ExitCode.Usage);
    }

    private static string Override(string key, int value) => FormattableString.Invariant($"{key}={value}");

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static int ReadSeed(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seed)
        ? seed
        : throw new UserException($"'{text}' is no seed", "Give integers of at least 0, such as --seeds 0,1,2.", ExitCode.Usage);
}
