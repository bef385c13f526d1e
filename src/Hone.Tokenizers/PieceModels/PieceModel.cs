namespace Hone.Tokenizers;

/// <summary>Turns a piece of text into ids. Threads may share it. A piece is not empty and holds no lone surrogate.</summary>
internal abstract class PieceModel
{
    private readonly Dictionary<string, int> _ids;

    /// <summary>Keeps the tokens; the later of two with one spelling counts.</summary>
    protected PieceModel(IReadOnlyList<string?> tokens)
    {
        Tokens = tokens;
        _ids = new Dictionary<string, int>(tokens.Count, StringComparer.Ordinal);
        for (int id = 0; id < tokens.Count; id++)
        {
            if (tokens[id] is not { } token) continue;
            _ids[token] = id;
            MaxTokenLength = Math.Max(MaxTokenLength, token.Length);
        }
    }

    /// <summary>The tokens by id; null for an unused id.</summary>
    public IReadOnlyList<string?> Tokens { get; }

    protected int MaxTokenLength { get; }

    public int? Find(ReadOnlySpan<char> token) => _ids.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out int id) ? id : null;

    /// <exception cref="UnencodableTextException">A part of the piece has no token, and there is no unknown token.</exception>
    public abstract void Encode(string piece, List<int> ids);

    /// <summary>The ids of <c>&lt;0x00&gt;</c> to <c>&lt;0xFF&gt;</c>; -1 where there is none.</summary>
    protected int[] FindByteTokens()
    {
        var ids = new int[256];
        for (int b = 0; b < 256; b++) ids[b] = Find($"<0x{b:X2}>") ?? -1;
        return ids;
    }

    protected int RequireUnknown(string token) =>
        Find(token) ?? throw new ArgumentException($"the unknown token {TokenizerFormatException.Quote(token)} is not in the vocabulary");
}
