namespace Hone.Tokenizers;

/// <summary>
/// Greedy longest match from the left: a word that cannot be covered is one unknown token. Source: Wu et al.,
/// arXiv:1609.08144, section 4.1, in the form of BERT's <c>WordpieceTokenizer</c>.
/// </summary>
internal sealed class WordPieceModel : PieceModel
{
    private readonly int _unknown;
    private readonly string _prefix;
    private readonly int _maxCharacters;

    /// <exception cref="ArgumentException">The unknown token is not in the vocabulary.</exception>
    public WordPieceModel(IReadOnlyList<string?> tokens, string unknown, string continuingPrefix, int maxCharactersAWord)
        : base(tokens)
    {
        _unknown = RequireUnknown(unknown);
        _prefix = continuingPrefix;
        _maxCharacters = maxCharactersAWord;
    }

    public override void Encode(string piece, List<int> ids)
    {
        int before = ids.Count;
        if (CountOf(piece) <= _maxCharacters && TryCover(piece, ids)) return;
        ids.RemoveRange(before, ids.Count - before);
        ids.Add(_unknown);
    }

    private bool TryCover(string piece, List<int> ids)
    {
        char[] candidate = new char[_prefix.Length + piece.Length];
        _prefix.CopyTo(candidate);
        for (int start = 0; start < piece.Length;)
        {
            int lead = start == 0 ? 0 : _prefix.Length;
            int length = Math.Min(piece.Length - start, Math.Max(0, MaxTokenLength - lead));
            piece.AsSpan(start, length).CopyTo(candidate.AsSpan(_prefix.Length));
            int? id = null;
            for (; length > 0; length--)
            {
                id = Find(candidate.AsSpan(_prefix.Length - lead, lead + length));
                if (id is not null) break;
            }
            if (id is null) return false;
            ids.Add(id.Value);
            start += length;
        }
        return true;
    }

    private static int CountOf(string piece)
    {
        int count = 0;
        foreach (char c in piece) count += char.IsLowSurrogate(c) ? 0 : 1;
        return count;
    }
}

/// <summary>A token a word.</summary>
internal sealed class WordLevelModel : PieceModel
{
    private readonly int _unknown;

    /// <summary>An unknown token that the vocabulary lacks counts as none, as such files have it.</summary>
    public WordLevelModel(IReadOnlyList<string?> tokens, string? unknown)
        : base(tokens) => _unknown = unknown is null ? -1 : Find(unknown) ?? -1;

    public override void Encode(string piece, List<int> ids)
    {
        int id = Find(piece) ?? _unknown;
        if (id < 0) throw new UnencodableTextException(piece);
        ids.Add(id);
    }
}
