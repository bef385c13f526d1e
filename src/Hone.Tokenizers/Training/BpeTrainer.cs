using System.Runtime.InteropServices;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>
/// Learns a byte-level BPE vocabulary from text: the most frequent pair of neighbouring tokens becomes a token, again and
/// again; of equally frequent pairs the one whose tokens' bytes come first (left token, then right). The same texts in any
/// order give the same vocabulary.
/// </summary>
/// <remarks>
/// Source: Sennrich et al., arXiv:1508.07909, algorithm 1, with pair counts kept up to date instead of counted anew. Texts
/// are cut by the GPT-2 pattern, and pieces are counted, not kept: memory grows with the number of different pieces.
/// </remarks>
public sealed class BpeTrainer
{
    private readonly BpeTrainerOptions _options;
    private readonly PreTokenizerStep[] _steps;
    private readonly Splitter[] _splitters;
    private readonly Dictionary<string, long> _pieces = new(StringComparer.Ordinal);
    private readonly List<TextPiece>[] _lists = [[], [], []];

    /// <summary>Makes a trainer that has seen no text.</summary>
    /// <param name="options">What to make.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public BpeTrainer(BpeTrainerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MinFrequency, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.VocabularySize, ByteLevelBpe.MaxVocabularySize);
        if (options.SpecialTokens.Distinct(StringComparer.Ordinal).Count() != options.SpecialTokens.Count)
            throw new ArgumentException("A special token is listed twice.", nameof(options));
        if (options.SpecialTokens.FirstOrDefault(static token => token.Length < 2 || token.Length > AddedToken.MaxContentLength) is { } odd)
            throw new ArgumentException($"The special token \"{odd}\" does not have 2 to {AddedToken.MaxContentLength} characters.", nameof(options));
        if (options.UnknownToken is { } unknown && !options.SpecialTokens.Contains(unknown))
            throw new ArgumentException($"The unknown token \"{unknown}\" is not one of the special tokens.", nameof(options));
        int least = options.SpecialTokens.Count + (options.Alphabet == ByteAlphabet.All ? 256 : 0);
        if (options.VocabularySize < least)
            throw new ArgumentException($"A vocabulary of {options.VocabularySize} has no room for {least} special tokens and bytes.", nameof(options));

        _options = options;
        _steps = options.SingleDigits ? [PreTokenizerStep.Digits(individual: true), PreTokenizerStep.ByteLevel()] : [PreTokenizerStep.ByteLevel()];
        _splitters = [.. _steps.Select(Splitter.From)];
    }

    /// <summary>Trains on some texts in one call.</summary>
    /// <param name="texts">Documents; pieces never span two.</param>
    /// <param name="options">What to make.</param>
    /// <exception cref="ArgumentException">The options contradict each other, or the vocabulary has no room for the bytes seen.</exception>
    public static ByteLevelBpe Train(IEnumerable<string> texts, BpeTrainerOptions options)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var trainer = new BpeTrainer(options);
        foreach (string text in texts) trainer.Add(text);
        return trainer.Build();
    }

    /// <summary>Counts the pieces of one document. Text that spells a special token counts as ordinary text.</summary>
    /// <param name="text">Any text.</param>
    public void Add(ReadOnlySpan<char> text)
    {
        (List<TextPiece> pieces, List<TextPiece> cut, List<TextPiece> scratch) = (_lists[0], _lists[1], _lists[2]);
        pieces.Clear();
        if (text.Length > 0) pieces.Add(new TextPiece(0, text.Length));
        foreach (Splitter splitter in _splitters)
        {
            cut.Clear();
            foreach (TextPiece piece in pieces) splitter.Split(text, piece, scratch, cut);
            (pieces, cut) = (cut, pieces);
        }
        Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> counts = _pieces.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (TextPiece piece in pieces)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, text[piece.Start..piece.End], out _)++;
    }

    /// <summary>Makes the tokenizer from what was counted; more text may be added and another made afterwards.</summary>
    /// <exception cref="ArgumentException">The vocabulary has no room for the bytes seen.</exception>
    public ByteLevelBpe Build()
    {
        var words = new List<(byte[] Bytes, long Count)>(_pieces.Count);
        var seen = new bool[256];
        // In byte order: ranks must not hang on the order in which pieces were met.
        foreach ((string piece, long count) in _pieces) words.Add((Encoding.UTF8.GetBytes(piece), count));
        words.Sort(static (a, b) => a.Bytes.AsSpan().SequenceCompareTo(b.Bytes));
        foreach ((byte[] bytes, _) in words)
        {
            foreach (byte value in bytes) seen[value] = true;
        }

        List<byte> alphabet = [.. Enumerable.Range(0, 256).Where(b => _options.Alphabet == ByteAlphabet.All || seen[b]).Select(static b => (byte)b)];
        int first = _options.SpecialTokens.Count;
        if (first + alphabet.Count > _options.VocabularySize)
            throw new ArgumentException($"A vocabulary of {_options.VocabularySize} has no room for {first} special tokens and {alphabet.Count} bytes seen.");

        var learner = new MergeLearner(alphabet, words, _options.MinFrequency);
        learner.Run(_options.VocabularySize - first - alphabet.Count, _options.SpecialTokens);
        return new ByteLevelBpe(new ByteLevelBpeDefinition
        {
            Tokens = [.. _options.SpecialTokens, .. learner.Tokens.Select(static bytes => ByteLevelAlphabet.Spell(bytes))],
            Merges = [.. learner.Merges.Select(pair => new BpeMerge(ByteLevelAlphabet.Spell(learner.Tokens[pair.Left]), ByteLevelAlphabet.Spell(learner.Tokens[pair.Right])))],
            AddedTokens = [.. _options.SpecialTokens.Select(static (token, id) => new AddedToken(token, id))],
            PreTokenizers = _steps,
            UnknownToken = _options.UnknownToken,
        });
    }
}
