using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// One model as data: embed, N layers, final norm, output matrix. Immutable; two configurations with the same
/// values are equal. It says what is computed and nothing about files: HuggingFaceConfig reads and writes them.
/// </summary>
public sealed record TransformerConfig
{
    /// <summary>Layers beyond this number are taken for a mistake: no published decoder comes near it.</summary>
    public const int MaximumLayers = 4096;

    /// <summary>Number of token ids, V.</summary>
    public required int VocabularySize { get; init; }

    /// <summary>Width of the residual stream, D.</summary>
    public required int Width { get; init; }

    /// <summary>The layers, first to last; <see cref="Uniform"/> makes equal ones.</summary>
    public required IReadOnlyList<LayerConfig> Layers { get; init; }

    /// <summary>Number of layers, N.</summary>
    public int LayerCount => Layers.Count;

    /// <summary>Kind of every norm, those of queries and keys included. Default RMS with a gain.</summary>
    public NormKind Norm { get; init; } = NormKind.Rms;

    /// <summary>Epsilon of every norm, those of queries and keys included. Default 1e-6.</summary>
    public double NormEpsilon { get; init; } = 1e-6;

    /// <summary>Base of the rotary frequencies theta^(-2i / R) (arXiv 2104.09864). Default 10000.</summary>
    public double RopeTheta { get; init; } = 10000.0;

    /// <summary>Leading channels of every head that are rotated, R: even, at most the head's width; 0 means no rotation at all.</summary>
    public required int RotaryDim { get; init; }

    /// <summary>How the rotary frequencies are stretched; null, the default, means not at all.</summary>
    public RopeScaling? RopeScaling { get; init; }

    /// <summary>Whether rotary angles turn the other way (nanochat). Default false.</summary>
    public bool ReversedRotation { get; init; }

    /// <summary>Rotary positions of layers that name none of their own.</summary>
    public RotaryConfig Rotary => new(RopeTheta, RotaryDim) { Scaling = RopeScaling, Reversed = ReversedRotation };

    /// <summary>Whether an embedding of the position is added, one row for each position up to the context length (GPT-2). Default false.</summary>
    public bool LearnedPositions { get; init; }

    /// <summary>Rows of an embedding of segments, of which row 0 is added everywhere (BERT); 0, the default, means none.</summary>
    public int TokenTypes { get; init; }

    /// <summary>Factor on token embeddings (Gemma: the root of the width). Default 1.</summary>
    public double EmbeddingScale { get; init; } = 1.0;

    /// <summary>Whether the embedding passes a norm before the first layer. Default false.</summary>
    public bool EmbeddingNorm { get; init; }

    /// <summary>Whether the last layer's output passes a norm. Default true.</summary>
    public bool FinalNorm { get; init; } = true;

    /// <summary>Whether there is an output matrix over the vocabulary; encoders have none. Default true.</summary>
    public bool HasHead { get; init; } = true;

    /// <summary>Whether the output matrix has a bias. Default false.</summary>
    public bool HeadBias { get; init; }

    /// <summary>Bound of the logits by soft capping (arXiv 2408.00118); 0, the default, means none.</summary>
    public double LogitSoftCap { get; init; }

    /// <summary>Whether a matrix [D, D] with bias over the first token's output is kept beside the model (BERT); it is stored, not used. Default false.</summary>
    public bool Pooler { get; init; }

    /// <summary>Longest sequence the model is made for, in tokens (max_position_embeddings). Default 2048.</summary>
    public int ContextLength { get; init; } = 2048;

    /// <summary>Whether the output matrix is the embedding matrix. Default false.</summary>
    public bool TieEmbeddings { get; init; }

    /// <summary>Standard deviation of freshly drawn matrices. Default 0.02.</summary>
    public double InitializerRange { get; init; } = 0.02;

    /// <summary>Id that begins a text; null if there is none.</summary>
    public int? BosTokenId { get; init; }

    /// <summary>Ids that end a text; empty if there is none.</summary>
    public IReadOnlyList<int> EosTokenIds { get; init; } = [];

    /// <summary>Id of padding in files made elsewhere (nothing here pads); null if there is none.</summary>
    public int? PadTokenId { get; init; }

    /// <summary><paramref name="count"/> times the same layer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or above <see cref="MaximumLayers"/>.</exception>
    public static IReadOnlyList<LayerConfig> Uniform(int count, AttentionConfig attention, FeedForwardConfig feedForward, NormPlacement placement = NormPlacement.Pre)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaximumLayers);
        var layers = new LayerConfig[count];
        Array.Fill(layers, new LayerConfig(attention, feedForward) { Placement = placement });
        return layers;
    }

    /// <summary>Numbers of all weights; a tied matrix counts once.</summary>
    /// <exception cref="OverflowException">The count does not fit in 63 bits.</exception>
    public long ParameterCount()
    {
        long embedding = checked((long)VocabularySize * Width);
        long count = TieEmbeddings || !HasHead ? embedding : checked(embedding * 2);
        long norms = (FinalNorm ? 1 : 0) + (EmbeddingNorm ? 1 : 0);
        count = checked(count + (norms * Norm.Vectors() * Width));
        count = checked(count + (((LearnedPositions ? ContextLength : 0L) + TokenTypes) * Width));
        if (HeadBias)
            count = checked(count + VocabularySize);
        if (Pooler)
            count = checked(count + ((long)Width * Width) + Width);
        foreach (LayerConfig layer in Layers)
            count = checked(count + layer.ParameterCount(Width, Norm));
        return count;
    }

    /// <summary>Bytes of all weights in an element type.</summary>
    public long WeightBytes(DType type = DType.Float32) => checked(ParameterCount() * type.SizeBytes());

    /// <summary>Bytes of keys and values that one token adds to a sequence's state over all layers, windows not considered.</summary>
    /// <param name="type">The precision of the cache.</param>
    public long KeyValueBytesPerToken(CacheDType type = CacheDType.Float32)
    {
        long bytes = 0;
        foreach (LayerConfig layer in Layers)
            bytes += 2L * layer.Attention.KeyValueHeads * type.RowBytes(layer.Attention.HeadDim);
        return bytes;
    }

    /// <summary>Everything that makes this configuration impossible to build, one sentence each; empty if it can be built.</summary>
    public IReadOnlyList<string> FindProblems() => TransformerConfigCheck.FindProblems(this);

    /// <summary>Refuses a configuration that cannot be built.</summary>
    /// <exception cref="ArgumentException">It has problems; the message names all of them, one a line.</exception>
    public void Validate()
    {
        IReadOnlyList<string> problems = FindProblems();
        if (problems.Count > 0)
            throw new ArgumentException(string.Join('\n', problems));
    }

    /// <summary>Equal in every value; lists are compared element by element.</summary>
    public bool Equals(TransformerConfig? other) =>
        ReferenceEquals(this, other) || (other is not null
            && VocabularySize == other.VocabularySize
            && Width == other.Width
            && Norm == other.Norm
            && NormEpsilon.Equals(other.NormEpsilon)
            && Rotary.Equals(other.Rotary)
            && LearnedPositions == other.LearnedPositions
            && TokenTypes == other.TokenTypes
            && EmbeddingScale.Equals(other.EmbeddingScale)
            && EmbeddingNorm == other.EmbeddingNorm
            && FinalNorm == other.FinalNorm
            && HasHead == other.HasHead
            && HeadBias == other.HeadBias
            && LogitSoftCap.Equals(other.LogitSoftCap)
            && Pooler == other.Pooler
            && ContextLength == other.ContextLength
            && TieEmbeddings == other.TieEmbeddings
            && InitializerRange.Equals(other.InitializerRange)
            && BosTokenId == other.BosTokenId
            && PadTokenId == other.PadTokenId
            && EosTokenIds.SequenceEqual(other.EosTokenIds)
            && Layers.SequenceEqual(other.Layers));

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(VocabularySize, Width, Layers.Count, Layers.Count > 0 ? Layers[0] : null, RopeTheta, TieEmbeddings);
}
