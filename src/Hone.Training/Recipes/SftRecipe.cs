using Hone.Training.Configuration;
using Hone.Training.Data;
using Hone.Training.Runs;

namespace Hone.Training.Recipes;

/// <summary>Supervised fine-tuning of a model on texts, or on prompts with completions, of which only the completions are learned.</summary>
public static class SftRecipe
{
    /// <summary>Runs a recipe to its end or an interruption.</summary>
    /// <param name="config">The recipe.</param>
    /// <param name="context">Backend, progress, interruption, resume.</param>
    /// <exception cref="RecipeException">The data or the run directory cannot be used; one line.</exception>
    public static RecipeResult Run(SftConfig config, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(context);
        using var run = new TrainingRun("sft", config.Run, context);
        using TrainedModel trained = TrainedModel.Open(config.Model, config.Lora, run.ResumePath, config.Run.Seed, context.Backend);
        int length = Math.Min(config.MaxLength, trained.Model.Config.ContextLength);
        var data = new ShuffledSequences(
            JsonlSequences.Read(config.Data, trained.Tokenizer, length, config.CompletionOnlyLoss), (ulong)config.Run.Seed, config.Data);
        IReadOnlyList<TrainingSequence> evaluation = config.EvalData is { } file
            ? JsonlSequences.Read(file, trained.Tokenizer, length, config.CompletionOnlyLoss)
            : [];
        return SupervisedLoop.Run(trained, data, evaluation, config.BatchSize, config.Run, config.Optimizer, config.Schedule, run, context);
    }
}
