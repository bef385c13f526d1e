using Hone.Training.Configuration;
using Hone.Training.Data;
using Hone.Training.Runs;

namespace Hone.Training.Recipes;

/// <summary>Supervised fine-tuning of a model on texts, on conversations, of which only the assistant's turns are learned, or on prompts with completions, of which only the completions are.</summary>
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
        using TrainedModel trained = TrainedModel.Open(config.Model, config.Lora, config.Quantize, run.ResumePath, config.Run.Seed, context.Backend);
        int length = Math.Min(config.MaxLength, trained.Model.Config.ContextLength);
        var conversations = new ConversationEncoder(trained.Tokenizer, trained.TokenizerConfig, config.AssistantOnlyLoss);
        IReadOnlyList<TrainingSequence> Read(string path) => JsonlSequences.Read(path, trained.Tokenizer, length, config.CompletionOnlyLoss, conversations);
        var data = new ShuffledSequences(Read(config.Data), (ulong)config.Run.Seed, config.Data);
        IReadOnlyList<TrainingSequence> evaluation = config.EvalData is { } file ? Read(file) : [];
        Func<long, TrainingSequence[]> batches = config.Packing
            ? SupervisedLoop.Batches(new PackedSequences(data, length), config.BatchSize)
            : SupervisedLoop.Batches(data, config.BatchSize);
        return SupervisedLoop.Run(trained, batches, evaluation, config.Run, config.Optimizer, config.Schedule, run, context);
    }
}
