using Hone.Models;

namespace Hone.Training.Benchmarking;

/// <summary>A model shape that is measured with random weights, and the training batch that it is measured with.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Description">One line for help.</param>
/// <param name="Config">The shape; its context length is raised where a test needs more.</param>
/// <param name="Train">Training batch when none is asked for.</param>
public sealed record BenchShape(string Name, string Description, TransformerConfig Config, TrainBatch Train);

/// <summary>A training batch: sequences of equal length, packed.</summary>
/// <param name="Sequences">B, 1 or more.</param>
/// <param name="Length">T, 1 or more.</param>
public readonly record struct TrainBatch(int Sequences, int Length)
{
    /// <summary>Tokens of a step.</summary>
    public int Tokens => Sequences * Length;
}

/// <summary>The shapes that can be measured without a model file. Weights are small random numbers: speed does not depend on them.</summary>
public static class BenchShapes
{
    /// <summary>All, smallest first.</summary>
    public static IReadOnlyList<BenchShape> All { get; } =
    [
        new("tiny", "d 32, 2 layers: for tests of the program itself", Shape(280, 32, 64, 2, 4, 2, 8), new TrainBatch(2, 16)),
        new("hone-base", "d 128, 4 layers: the embedded base model's", Shape(382, 128, 384, 4, 4, 2, 32), new TrainBatch(64, 45)),
        new("d256", "d 256, 6 layers, ff 688, vocabulary 512", Shape(512, 256, 688, 6, 4, 4, 64), new TrainBatch(16, 256)),
        new("smollm2-135m", "d 576, 30 layers, ff 1536, vocabulary 49152", Shape(49152, 576, 1536, 30, 9, 3, 64), new TrainBatch(2, 256)),
        new("smollm2-360m", "d 960, 32 layers, ff 2560, vocabulary 49152", Shape(49152, 960, 2560, 32, 15, 5, 64), new TrainBatch(2, 256)),
    ];

    /// <summary>The shape of a name; null if there is none.</summary>
    public static BenchShape? Find(string name) => All.FirstOrDefault(s => s.Name == name);

    private static TransformerConfig Shape(int vocabulary, int width, int inner, int layers, int heads, int keyValueHeads, int headDim) => new()
    {
        VocabularySize = vocabulary,
        Width = width,
        Layers = TransformerConfig.Uniform(layers, new AttentionConfig(heads, keyValueHeads, headDim), new FeedForwardConfig(inner)),
        RotaryDim = headDim,
        ContextLength = 512,
        TieEmbeddings = true,
    };
}
