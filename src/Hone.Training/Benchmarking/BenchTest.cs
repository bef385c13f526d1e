using System.Globalization;

namespace Hone.Training.Benchmarking;

/// <summary>Kinds of <see cref="BenchTest"/>.</summary>
public enum BenchKind : byte
{
    /// <summary>Reading a prompt in one pass, with the logits of its last token.</summary>
    Prompt,

    /// <summary>Decoding token by token from an empty cache, for one sequence or several at once; nothing is drawn.</summary>
    Generate,

    /// <summary>Forward, loss, backward and AdamW.</summary>
    Train,
}

/// <summary>One row of the table.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Sequences">Sequences at once, B.</param>
/// <param name="Length">Tokens of each, T.</param>
public readonly record struct BenchTest(BenchKind Kind, int Sequences, int Length)
{
    /// <summary>Reading a prompt of <paramref name="tokens"/>.</summary>
    public static BenchTest Prompt(int tokens) => new(BenchKind.Prompt, 1, tokens);

    /// <summary>Decoding <paramref name="tokens"/> for each of <paramref name="sequences"/>.</summary>
    public static BenchTest Generate(int tokens, int sequences = 1) => new(BenchKind.Generate, sequences, tokens);

    /// <summary>A training step.</summary>
    public static BenchTest Train(TrainBatch batch) => new(BenchKind.Train, batch.Sequences, batch.Length);

    /// <summary>Tokens of a repetition.</summary>
    public long Tokens => (long)Sequences * Length;

    /// <summary>"pp512", "tg128", "tg128 B8", "train 16x256".</summary>
    public string Name => Kind switch
    {
        BenchKind.Prompt => string.Create(CultureInfo.InvariantCulture, $"pp{Length}"),
        BenchKind.Generate when Sequences == 1 => string.Create(CultureInfo.InvariantCulture, $"tg{Length}"),
        BenchKind.Generate => string.Create(CultureInfo.InvariantCulture, $"tg{Length} B{Sequences}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"train {Sequences}x{Length}"),
    };

    /// <summary>
    /// Operations of a repetition. Prompt: 2 a parameter of the layers and token. Decoding: 2 a parameter that is read and token.
    /// Training: 6 a parameter and token. Attention, norms and the optimizer are not counted.
    /// </summary>
    internal double Operations(BenchModel model) => Tokens * Kind switch
    {
        BenchKind.Prompt => 2.0 * model.LayerParameters,
        BenchKind.Generate => 2.0 * model.ReadParameters,
        _ => 6.0 * model.Parameters,
    };

    /// <summary>Bytes of weights that a repetition must read at least: all of them for every decode step. Caches of keys and values are not counted.</summary>
    internal double WeightBytes(BenchModel model) => Kind == BenchKind.Generate ? (double)Length * BytesOfAStep(model) : 0;

    /// <summary>Bytes of weights that a decode step reads.</summary>
    internal static long BytesOfAStep(BenchModel model) => model.ReadBytes;
}
