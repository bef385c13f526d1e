using Hone.Cli.BuiltIn;
using Hone.Evaluation.Reports;
using Hone.Evaluation.Tasks;
using Hone.Training.Configuration;
using Hone.Training.Recipes;
using Hone.Training.Rewards;
using Hone.Training.Runs;

namespace Hone.Cli.Training;

/// <summary>How a run ended, and what was measured; null where the recipe measures nothing.</summary>
internal sealed record RunOutcome(RecipeResult Training, RunReport? Report = null);

/// <summary>Starts a prepared recipe.</summary>
/// <param name="run">Length, output, memory, seed; perhaps not the recipe's own.</param>
/// <param name="evaluate">Whether the model is measured before and after, where the recipe does that.</param>
/// <param name="context">Backend, progress, interruption.</param>
internal delegate RunOutcome StartRecipe(RunConfig run, bool evaluate, RunContext context);

/// <summary>A recipe read and checked, its models, tasks, scripts and files found, ready to start.</summary>
/// <param name="Label">What messages call it.</param>
/// <param name="Kind">What it trains.</param>
/// <param name="Text">The recipe as it is run.</param>
/// <param name="Run">Length, output, memory, seed.</param>
/// <param name="Start">Runs it.</param>
internal sealed record PreparedRecipe(string Label, RecipeKind Kind, string Text, RunConfig Run, StartRecipe Start)
{
    /// <summary>Reads a recipe. Files are looked for from the current folder, then from the recipe's own.</summary>
    /// <exception cref="RecipeException">The recipe is wrong.</exception>
    /// <exception cref="Errors.UserException">It names a model, task or reward that is not there.</exception>
    /// <exception cref="Scripting.RewardScriptException">A reward script does not compile.</exception>
    internal static PreparedRecipe Read(RecipeSource source, IReadOnlyList<string> overrides, ModelLibrary models)
    {
        RecipeReader reader = source.Read(overrides);
        RecipeKind kind = RecipeKinds.KindOf(reader);
        (RunConfig run, StartRecipe start) = kind switch
        {
            RecipeKind.Pretrain => Pretrain(PretrainConfig.Read(reader), source.Directory),
            RecipeKind.Sft => Sft(SftConfig.Read(reader), source.Directory, models),
            RecipeKind.Rl => Rl(RlConfig.Read(reader), source.Directory, models),
            RecipeKind.Dpo => Dpo(DpoConfig.Read(reader), source.Directory, models),
            _ => throw reader.Error("recipe", "is of a kind that this program does not run"),
        };
        return new PreparedRecipe(source.Label, kind, RecipeText.AsRun(source, overrides), run, start);
    }

    private static (RunConfig, StartRecipe) Pretrain(PretrainConfig read, string directory)
    {
        PretrainConfig config = read with
        {
            Data = Beside(read.Data, directory),
            EvalData = read.EvalData is { } evaluation ? Beside(evaluation, directory) : null,
            Tokenizer = read.Tokenizer is { } tokenizer ? Beside(tokenizer, directory) : null,
        };
        return (config.Run, (run, _, context) => new RunOutcome(PretrainRecipe.Run(config with { Run = run }, context)));
    }

    private static (RunConfig, StartRecipe) Sft(SftConfig read, string directory, ModelLibrary models)
    {
        SftConfig config = read with
        {
            Model = models.Resolve(read.Model, directory),
            Data = Beside(read.Data, directory),
            EvalData = read.EvalData is { } evaluation ? Beside(evaluation, directory) : null,
        };
        return (config.Run, (run, _, context) => new RunOutcome(SftRecipe.Run(config with { Run = run }, context)));
    }

    private static (RunConfig, StartRecipe) Dpo(DpoConfig read, string directory, ModelLibrary models)
    {
        DpoConfig config = read with
        {
            Model = models.Resolve(read.Model, directory),
            Data = Beside(read.Data, directory),
            EvalData = read.EvalData is { } evaluation ? Beside(evaluation, directory) : null,
        };
        return (config.Run, (run, evaluate, context) => new RunOutcome(DpoRecipe.Run(config with { Run = run, EvalData = evaluate ? config.EvalData : null }, context)));
    }

    private static (RunConfig, StartRecipe) Rl(RlConfig read, string directory, ModelLibrary models)
    {
        RlConfig config = read with { Model = models.Resolve(read.Model, directory) };
        EvalTask task = TaskLibrary.Find(Beside(read.Task, directory), new JsonlTaskOptions { Verifier = read.Verifier, TestShare = read.TestShare });
        IReadOnlyList<NamedReward> rewards = RewardLibrary.Find(read.Rewards, directory);
        return (config.Run, (run, evaluate, context) =>
        {
            RlResult result = RlRecipe.Run(config with { Run = run, EvalProblems = evaluate ? config.EvalProblems : 0 }, task, rewards, context);
            return new RunOutcome(result.Training, result.Report);
        });
    }

    // What is neither here nor beside the recipe may be a name, or gets the reader's own message.
    private static string Beside(string path, string directory) =>
        !Path.Exists(path) && Path.Exists(Path.Combine(directory, path)) ? Path.Combine(directory, path) : path;
}
