using Hone.Evaluation.Tasks.Tracker;
using Hone.Models;
using Hone.Tokenizers;
using Hone.Training.Configuration;
using Hone.Training.Data;
using Hone.Training.Runs;

namespace Hone.Training.Recipes;

/// <summary>
/// Trains a new model on text: tokenizer, seeded weights, next-token prediction on packed documents.
/// </summary>
public static class PretrainRecipe
{
    private const string EndOfText = "<|endoftext|>";

    /// <summary>Runs a recipe to its end or an interruption.</summary>
    /// <param name="config">The recipe.</param>
    /// <param name="context">Backend, progress, interruption, resume.</param>
    /// <exception cref="RecipeException">The data or the run directory cannot be used; one line.</exception>
    public static RecipeResult Run(PretrainConfig config, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(context);
        using var run = new TrainingRun("pretrain", config.Run, context);
        using TrainedModel trained = run.ResumePath is { } path ? TrainedModel.Open(path, context.Backend) : Create(config, context);
        context.Say($"model: {trained.Model.Config.ParameterCount():N0} parameters, vocabulary {trained.Model.Config.VocabularySize}");
        ISequenceSource data = OpenData(config, trained.Tokenizer);
        IReadOnlyList<TrainingSequence> evaluation = config.EvalData is { } file ? JsonlSequences.Read(file, trained.Tokenizer, config.MaxLength) : [];
        return SupervisedLoop.Run(trained, SupervisedLoop.Batches(data, config.BatchSize), evaluation, config.Run, config.Optimizer, config.Schedule, run, context);
    }

    private static TrainedModel Create(PretrainConfig config, RunContext context)
    {
        Tokenizer tokenizer;
        Action<string> write;
        if (config.Tokenizer is { } path)
        {
            (tokenizer, TokenizerConfig loaded) = TokenizerDirectory.Load(path);
            write = directory => TokenizerDirectory.Save(tokenizer, loaded, directory);
        }
        else
        {
            ByteLevelBpe trained = TrainTokenizer(config, context);
            tokenizer = trained;
            write = directory => TokenizerDirectory.Save(trained, new TokenizerConfig { BosToken = EndOfText, EosToken = EndOfText }, directory);
        }
        TransformerConfig shape = config.Model.Build(tokenizer);
        HuggingFaceConfig huggingFace = HuggingFaceConfig.For(shape);
        var model = new Transformer(shape, new SeededParameterSource(context.Backend, (ulong)config.Run.Seed));
        return new TrainedModel(model, huggingFace, tokenizer, write);
    }

    private static ByteLevelBpe TrainTokenizer(PretrainConfig config, RunContext context)
    {
        ByteLevelBpe tokenizer = BpeTrainer.Train(Texts(config), config.TrainTokenizer.Build(EndOfText));
        context.Say($"tokenizer: {tokenizer.VocabularySize} tokens");
        // The end-of-text token is special by its role, not by its spelling alone.
        return new ByteLevelBpe(tokenizer.Definition with { Special = new SpecialTokenIds(tokenizer.TokenToId(EndOfText), tokenizer.TokenToId(EndOfText)) });
    }

    private static IEnumerable<string> Texts(PretrainConfig config) => config.Data == TrackerTask.Name
        ? config.Tracker.Build(config.Run.Seed).Texts(0, config.TrainTokenizer.Documents)
        : JsonlSequences.ReadTexts(config.Data);

    private static ISequenceSource OpenData(PretrainConfig config, Tokenizer tokenizer) => config.Data == TrackerTask.Name
        ? new TrackerSequences(config.Tracker.Build(config.Run.Seed), tokenizer)
        : new ShuffledSequences(JsonlSequences.Read(config.Data, tokenizer, config.MaxLength), (ulong)config.Run.Seed, config.Data);
}
