namespace Hone.Tokenizers;

/// <summary>A parsed pattern, before it becomes a <see cref="PatternProgram"/>.</summary>
internal abstract record PatternNode
{
    /// <summary>One code point of a set.</summary>
    public sealed record One(CodePointSet Set) : PatternNode;

    /// <summary>One after the other; none matches the empty text.</summary>
    public sealed record Concat(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>The first that leads to a match.</summary>
    public sealed record Choice(IReadOnlyList<PatternNode> Options) : PatternNode;

    /// <summary>A repetition; <see cref="Unbounded"/> for no greatest number.</summary>
    public sealed record Repeat(PatternNode Body, int Min, int Max, RepeatKind Kind) : PatternNode;

    /// <summary>Matches without giving anything back.</summary>
    public sealed record Atomic(PatternNode Body) : PatternNode;

    /// <summary>What must, or must not, follow or go before.</summary>
    public sealed record Look(PatternNode Body, bool Behind, bool Negative) : PatternNode;

    /// <summary>A condition on a place.</summary>
    public sealed record Place(PlaceKind Kind) : PatternNode;

    public const int Unbounded = int.MaxValue;
}

/// <summary>Which repetition is tried first.</summary>
internal enum RepeatKind
{
    /// <summary>The longest.</summary>
    Greedy,

    /// <summary>The shortest.</summary>
    Lazy,

    /// <summary>The longest, and no other.</summary>
    Possessive,
}

/// <summary>Conditions on a place of the text.</summary>
internal enum PlaceKind
{
    /// <summary><c>^</c>: begins a line.</summary>
    LineStart,

    /// <summary><c>$</c>: ends a line.</summary>
    LineEnd,

    /// <summary><c>\A</c>: begins the text.</summary>
    TextStart,

    /// <summary><c>\z</c>: ends the text.</summary>
    TextEnd,

    /// <summary><c>\Z</c>: ends the text, or its last line.</summary>
    LastLineEnd,

    /// <summary><c>\b</c>: between a word character and another.</summary>
    WordBoundary,

    /// <summary><c>\B</c>: nowhere else.</summary>
    NotWordBoundary,
}
