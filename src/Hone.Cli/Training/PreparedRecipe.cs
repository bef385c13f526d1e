using Hone.Cli.BuiltIn;
using Hone.Training.Configuration;
using Hone.Training.Recipes;
using Hone.Training.Runs;

namespace Hone.Cli.Training;

/// <summary>A recipe read and checked, its models and files found, ready to start.</summary>
/// <param name="Label">What messages call it.</param>
/// <param name="Kind">What it trains.</param>
/// <param name="Text">The recipe as it is run.</param>
/// <param name="Run">Length, output, memory, seed.</param>
/// <param name="Start">Runs it, with another <see cref="RunConfig"/> perhaps.</param>
internal sealed record PreparedRecipe(string Label, RecipeKind Kind, string Text, RunConfig Run, Func<RunConfig, RunContext, RecipeResult> Start)
{
    /// <summary>Reads a recipe. Files are looked for from the current folder, then from the recipe's own.</summary>
    /// <exception cref="RecipeException">The recipe is wrong.</exception>
    /// <exception cref="Errors.UserException">It names a model that is not there.</exception>
    internal static PreparedRecipe Read(RecipeSource source, IReadOnlyList<string> overrides, ModelLibrary models)
    {
        RecipeReader reader = source.Read(overrides);
        RecipeKind kind = RecipeKinds.KindOf(reader);
        (RunConfig run, Func<RunConfig, RunContext, RecipeResult> start) = kind switch
        {
            RecipeKind.Pretrain => Pretrain(PretrainConfig.Read(reader), source.Directory),
            RecipeKind.Sft => Sft(SftConfig.Read(reader), source.Directory, models),
            _ => throw reader.Error("recipe", "is of a kind that this program does not run"),
        };
        return new PreparedRecipe(source.Label, kind, RecipeText.AsRun(source, overrides), run, start);
    }

    private static (RunConfig, Func<RunConfig, RunContext, RecipeResult>) Pretrain(PretrainConfig read, string directory)
    {
        PretrainConfig config = read with
        {
            Data = Beside(read.Data, directory),
            EvalData = read.EvalData is { } evaluation ? Beside(evaluation, directory) : null,
            Tokenizer = read.Tokenizer is { } tokenizer ? Beside(tokenizer, directory) : null,
        };
        return (config.Run, (run, context) => PretrainRecipe.Run(config with { Run = run }, context));
    }

    private static (RunConfig, Func<RunConfig, RunContext, RecipeResult>) Sft(SftConfig read, string directory, ModelLibrary models)
    {
        SftConfig config = read with
        {
            Model = models.Resolve(read.Model, directory),
            Data = Beside(read.Data, directory),
            EvalData = read.EvalData is { } evaluation ? Beside(evaluation, directory) : null,
        };
        return (config.Run, (run, context) => SftRecipe.Run(config with { Run = run }, context));
    }

    // What is neither here nor beside the recipe may be a name, or gets the reader's own message.
    private static string Beside(string path, string directory) =>
        !Path.Exists(path) && Path.Exists(Path.Combine(directory, path)) ? Path.Combine(directory, path) : path;
}
