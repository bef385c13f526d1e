namespace Hone.Tokenizers;

/// <summary>A pattern and what is done with its matches: one step of cutting a text. Immutable.</summary>
internal sealed class Splitter
{
    private readonly IPatternMatcher _matcher;
    private readonly SplitBehavior _behavior;
    private readonly bool _invert;

    public Splitter(IPatternMatcher matcher, SplitBehavior behavior, bool invert)
    {
        _matcher = matcher;
        _behavior = behavior;
        _invert = invert;
    }

    /// <exception cref="ArgumentException">The pattern is not supported.</exception>
    public static Splitter From(PreTokenizerStep step) => step.Kind switch
    {
        PreTokenizerKind.Digits => new Splitter(new DigitRunScanner(1), step.IndividualDigits ? SplitBehavior.Isolated : SplitBehavior.Contiguous, invert: false),
        PreTokenizerKind.ByteLevel => new Splitter(new Gpt2Scanner(), SplitBehavior.Isolated, invert: false),
        _ => new Splitter(step.IsRegex ? MatcherFor(step.Pattern) : new LiteralMatcher(step.Pattern), step.Behavior, step.Invert),
    };

    /// <summary>Appends the pieces of text[piece.Start..piece.End]; none is empty. The scratch list is cleared.</summary>
    public void Split(ReadOnlySpan<char> text, TextPiece piece, List<TextPiece> scratch, List<TextPiece> pieces)
    {
        scratch.Clear();
        _matcher.FindMatches(text[piece.Start..piece.End], scratch);

        // Written for a walk over (stretch, is a match) from left to right, as NormalizedString::split of the Hugging Face
        // tokenizers library: `start` is where the piece under construction begins.
        var state = new Walk(_behavior, piece.Start, pieces);
        int end = 0;
        foreach (TextPiece match in scratch)
        {
            if (match.Start > end) state.Add(end, match.Start, _invert);
            state.Add(match.Start, match.End, !_invert);
            end = match.End;
        }
        if (end < piece.End - piece.Start) state.Add(end, piece.End - piece.Start, _invert);
        state.Finish();
    }

    public static IPatternMatcher MatcherFor(string pattern) => pattern switch
    {
        Gpt2Scanner.Pattern => new Gpt2Scanner(),
        Llama3Scanner.ThreeDigitPattern => new Llama3Scanner(3),
        Llama3Scanner.OneDigitPattern => new Llama3Scanner(1),
        O200kScanner.Pattern => new O200kScanner(),
        @"\p{N}{1,3}" => new DigitRunScanner(3),
        @"\p{N}" => new DigitRunScanner(1),
        _ when pattern == DeepSeekScanner.Pattern => new DeepSeekScanner(),
        _ => new RegexMatcher(pattern),
    };

    private struct Walk(SplitBehavior behavior, int offset, List<TextPiece> pieces)
    {
        private int _start = -1;
        private int _end;
        private bool _previousMatch;

        public void Add(int start, int end, bool isMatch)
        {
            bool joins = behavior switch
            {
                SplitBehavior.MergedWithPrevious => isMatch && !_previousMatch,
                SplitBehavior.MergedWithNext => !isMatch && _previousMatch,
                SplitBehavior.Contiguous => isMatch == _previousMatch,
                _ => false,
            };
            if (!joins || _start < 0)
            {
                Finish();
                _start = start;
            }
            _end = end;
            _previousMatch = isMatch;
            if (behavior == SplitBehavior.Removed && isMatch) _start = -1;
        }

        public void Finish()
        {
            if (_start >= 0 && _end > _start) pieces.Add(new TextPiece(offset + _start, offset + _end));
            _start = -1;
        }
    }
}
