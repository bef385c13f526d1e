namespace Hone.Tokenizers;

/// <summary>The parts of a <see cref="PipelineTokenizer"/>.</summary>
internal sealed record PipelineDefinition
{
    public required PieceModel Model { get; init; }

    public IReadOnlyList<AddedToken> AddedTokens { get; init; } = [];

    public Normalizer? Normalizer { get; init; }

    public IReadOnlyList<PreTokenizer> PreTokenizers { get; init; } = [];

    public IReadOnlyList<int> Prefix { get; init; } = [];

    public IReadOnlyList<int> Suffix { get; init; } = [];

    /// <summary>Makes the steps from tokens to text anew: each stream has its own.</summary>
    public required Func<TokenDecoder[]> Decoders { get; init; }

    public SpecialTokenIds Special { get; init; }

    /// <summary>The file that says all this, and the name that belongs to it.</summary>
    public (string Name, ReadOnlyMemory<byte> Bytes)? Source { get; init; }
}
