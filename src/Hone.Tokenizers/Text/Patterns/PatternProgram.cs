namespace Hone.Tokenizers;

/// <summary>What one step of a <see cref="PatternProgram"/> does; A and B are its operands.</summary>
internal enum PatternOp : byte
{
    /// <summary>Takes one code point of set A.</summary>
    One,

    /// <summary>Takes as many of set A as there are, from B to <c>Max</c>, and may give them back.</summary>
    Run,

    /// <summary>As <see cref="Run"/>, but takes as few as will do.</summary>
    LazyRun,

    /// <summary>As <see cref="Run"/>, and gives none back.</summary>
    PossessiveRun,

    /// <summary>Goes on at A; if that fails, at B.</summary>
    Split,

    /// <summary>Goes on at A.</summary>
    Jump,

    /// <summary>Matches the part up to A by itself; then goes on at A from its end.</summary>
    Atomic,

    /// <summary>Matches the part up to A by itself and goes on at A from the same place; B is 1 where it must not match.</summary>
    Look,

    /// <summary>As <see cref="Look"/>, from <c>Max</c> code points before.</summary>
    LookBehind,

    /// <summary>A condition on the place; A is the <see cref="PlaceKind"/>.</summary>
    Place,

    /// <summary>Notes the place in slot A.</summary>
    Mark,

    /// <summary>Fails where the place is still that of slot A: a round of a repetition that took nothing.</summary>
    Progress,

    /// <summary>The part, or the whole, has matched.</summary>
    Done,
}

/// <summary>One step.</summary>
internal readonly record struct PatternStep(PatternOp Op, int A, int B, int Max);

/// <summary>A pattern as steps for <see cref="RegexMatcher"/>. Immutable.</summary>
internal sealed class PatternProgram
{
    /// <summary>The greatest number of steps: repetitions of groups are written out.</summary>
    public const int MaxSteps = 16_384;

    private readonly List<PatternStep> _steps = [];
    private readonly List<CodePointSet> _sets = [];

    /// <exception cref="ArgumentException">The pattern is too long written out, or looks behind over a varying length.</exception>
    public PatternProgram(PatternNode node)
    {
        Emit(node);
        Add(PatternOp.Done);
        Steps = [.. _steps];
        Sets = [.. _sets];
    }

    public PatternStep[] Steps { get; }

    public CodePointSet[] Sets { get; }

    public int Slots { get; private set; }

    private int Add(PatternOp op, int a = 0, int b = 0, int max = 0)
    {
        if (_steps.Count >= MaxSteps) throw new ArgumentException($"a pattern that is longer than {MaxSteps} steps is not supported");
        _steps.Add(new PatternStep(op, a, b, max));
        return _steps.Count - 1;
    }

    private int AddSet(CodePointSet set)
    {
        _sets.Add(set);
        return _sets.Count - 1;
    }

    private void Emit(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.One one:
                Add(PatternOp.One, AddSet(one.Set));
                break;
            case PatternNode.Concat concat:
                foreach (PatternNode part in concat.Parts) Emit(part);
                break;
            case PatternNode.Choice choice:
                EmitChoice(choice);
                break;
            case PatternNode.Repeat repeat:
                EmitRepeat(repeat);
                break;
            case PatternNode.Atomic atomic:
                EmitPart(PatternOp.Atomic, atomic.Body, 0, 0);
                break;
            case PatternNode.Look { Behind: false } ahead:
                EmitPart(PatternOp.Look, ahead.Body, ahead.Negative ? 1 : 0, 0);
                break;
            case PatternNode.Look behind:
                EmitBehind(behind);
                break;
            case PatternNode.Place place:
                Add(PatternOp.Place, (int)place.Kind);
                break;
        }
    }

    private void EmitChoice(PatternNode.Choice choice)
    {
        var ends = new List<int>();
        for (int i = 0; i < choice.Options.Count; i++)
        {
            bool last = i == choice.Options.Count - 1;
            int split = last ? -1 : Add(PatternOp.Split);
            Emit(choice.Options[i]);
            if (last) break;
            ends.Add(Add(PatternOp.Jump));
            _steps[split] = new PatternStep(PatternOp.Split, split + 1, _steps.Count, 0);
        }
        foreach (int end in ends) _steps[end] = new PatternStep(PatternOp.Jump, _steps.Count, 0, 0);
    }

    private void EmitPart(PatternOp op, PatternNode body, int b, int max)
    {
        int start = Add(op, 0, b, max);
        Emit(body);
        Add(PatternOp.Done);
        _steps[start] = new PatternStep(op, _steps.Count, b, max);
    }

    /// <summary>Each alternative of what lies behind has one length; a negative one must fail for all of them.</summary>
    private void EmitBehind(PatternNode.Look look)
    {
        IReadOnlyList<PatternNode> options = look.Body is PatternNode.Choice choice ? choice.Options : [look.Body];
        if (look.Negative || options.Count == 1)
        {
            foreach (PatternNode option in options) EmitPart(PatternOp.LookBehind, option, look.Negative ? 1 : 0, LengthOf(option));
            return;
        }
        EmitChoice(new PatternNode.Choice([.. options.Select(static option => new PatternNode.Look(option, Behind: true, Negative: false))]));
    }

    private static int LengthOf(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.One: return 1;
            case PatternNode.Concat concat: return concat.Parts.Sum(LengthOf);
            case PatternNode.Atomic atomic: return LengthOf(atomic.Body);
            case PatternNode.Look or PatternNode.Place: return 0;
            case PatternNode.Repeat repeat when repeat.Min == repeat.Max: return repeat.Min * LengthOf(repeat.Body);
            case PatternNode.Choice choice:
                int[] lengths = [.. choice.Options.Select(LengthOf).Distinct()];
                if (lengths.Length == 1) return lengths[0];
                break;
        }
        throw new ArgumentException("a look behind of varying length in a pattern is not supported");
    }

    private void EmitRepeat(PatternNode.Repeat repeat)
    {
        PatternNode body = repeat.Body;
        while (body is PatternNode.Concat { Parts: [var only] }) body = only;
        if (body is PatternNode.One one)
        {
            PatternOp op = repeat.Kind switch
            {
                RepeatKind.Greedy => PatternOp.Run,
                RepeatKind.Lazy => PatternOp.LazyRun,
                _ => PatternOp.PossessiveRun,
            };
            Add(op, AddSet(one.Set), repeat.Min, repeat.Max);
            return;
        }
        if (repeat.Kind == RepeatKind.Possessive)
        {
            EmitPart(PatternOp.Atomic, repeat with { Kind = RepeatKind.Greedy }, 0, 0);
            return;
        }

        for (int i = 0; i < repeat.Min; i++) Emit(body);
        bool lazy = repeat.Kind == RepeatKind.Lazy;
        if (repeat.Max == PatternNode.Unbounded)
        {
            int slot = Slots++;
            int split = Add(PatternOp.Split);
            Add(PatternOp.Mark, slot);
            Emit(body);
            Add(PatternOp.Progress, slot);
            Add(PatternOp.Jump, split);
            Branch(split, lazy);
            return;
        }
        var splits = new List<int>();
        for (int i = repeat.Min; i < repeat.Max; i++)
        {
            splits.Add(Add(PatternOp.Split));
            Emit(body);
        }
        foreach (int split in splits) Branch(split, lazy);
    }

    private void Branch(int split, bool lazy)
    {
        int end = _steps.Count;
        _steps[split] = lazy ? new PatternStep(PatternOp.Split, end, split + 1, 0) : new PatternStep(PatternOp.Split, split + 1, end, 0);
    }
}
