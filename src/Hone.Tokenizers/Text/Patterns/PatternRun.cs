using System.Globalization;

namespace Hone.Tokenizers;

/// <summary>The state of matching one text: the alternatives left to try, and the steps that are left.</summary>
internal sealed class PatternRun(PatternProgram program, long steps)
{
    /// <summary>No match begins at the place.</summary>
    public const int None = -1;

    /// <summary>The steps are used up.</summary>
    public const int OutOfSteps = -2;

    // Frames are three numbers. A step >= 0 is an alternative (step, place, extra): extra is Plain, or the least place that a
    // run may give back to, or below Plain what a lazy run may still take: Plain - 1 - that number, or Endless.
    // ~slot restores a slot: (~slot, old value, 0).
    private const int FrameSize = 3;
    private const int Plain = -1;
    private const int Endless = int.MinValue;
    private const int MaxStack = 1 << 24;

    private readonly PatternStep[] _steps = program.Steps;
    private readonly CodePointSet[] _sets = program.Sets;
    private readonly int[] _slots = new int[program.Slots];
    private int[] _stack = new int[48];
    private int _top;
    private long _left = steps;

    /// <summary>Returns the end of the match of the part at <paramref name="at"/> that begins at a place of the text.</summary>
    public int Match(ReadOnlySpan<char> text, int at, int place)
    {
        int bottom = _top;
        while (true)
        {
            if (--_left < 0) return OutOfSteps;
            PatternStep step = _steps[at];
            bool ok = true;
            switch (step.Op)
            {
                case PatternOp.One:
                    ok = place < text.Length && Takes(_sets[step.A], text, ref place);
                    at++;
                    break;
                case PatternOp.Run or PatternOp.PossessiveRun:
                    ok = TakeRun(text, step, at + 1, ref place);
                    at++;
                    break;
                case PatternOp.LazyRun:
                    for (int n = 0; n < step.B && ok; n++) ok = place < text.Length && Takes(_sets[step.A], text, ref place);
                    if (ok && step.Max > step.B) Push(at, place, step.Max == PatternNode.Unbounded ? Endless : Plain - 1 - (step.Max - step.B));
                    at++;
                    break;
                case PatternOp.Split:
                    Push(step.B, place, Plain);
                    at = step.A;
                    break;
                case PatternOp.Jump:
                    at = step.A;
                    break;
                case PatternOp.Atomic:
                    place = Match(text, at + 1, place);
                    if (place == OutOfSteps) return OutOfSteps;
                    ok = place >= 0;
                    at = step.A;
                    break;
                case PatternOp.Look or PatternOp.LookBehind:
                    int from = step.Op == PatternOp.Look ? place : Back(text, place, step.Max);
                    int end = from < 0 ? None : Match(text, at + 1, from);
                    if (end == OutOfSteps) return OutOfSteps;
                    ok = (end >= 0) == (step.B == 0);
                    at = step.A;
                    break;
                case PatternOp.Place:
                    ok = Holds(text, (PlaceKind)step.A, place);
                    at++;
                    break;
                case PatternOp.Mark:
                    Push(~step.A, _slots[step.A], 0);
                    _slots[step.A] = place;
                    at++;
                    break;
                case PatternOp.Progress:
                    ok = _slots[step.A] != place;
                    at++;
                    break;
                default:
                    Unwind(bottom);
                    return place;
            }
            if (ok) continue;
            if (!Resume(text, bottom, out at, out place)) return None;
        }
    }

    private static bool Takes(CodePointSet set, ReadOnlySpan<char> text, ref int place)
    {
        if (!set.Contains(CodePoints.At(text, place, out int length))) return false;
        place += length;
        return true;
    }

    private bool TakeRun(ReadOnlySpan<char> text, PatternStep step, int next, ref int place)
    {
        CodePointSet set = _sets[step.A];
        int least = -1;
        int count = 0;
        int at = place;
        if (step.B == 0) least = at;
        while (count < step.Max && at < text.Length && Takes(set, text, ref at))
        {
            if (++count == step.B) least = at;
        }
        _left -= count;
        if (count < step.B) return false;
        if (step.Op == PatternOp.Run && at > least) Push(next, at, least);
        place = at;
        return true;
    }

    /// <summary>Takes up the latest alternative; false if there is none above the bottom.</summary>
    private bool Resume(ReadOnlySpan<char> text, int bottom, out int at, out int place)
    {
        while (_top > bottom)
        {
            _top -= FrameSize;
            at = _stack[_top];
            place = _stack[_top + 1];
            int extra = _stack[_top + 2];
            if (at < 0)
            {
                _slots[~at] = place;
                continue;
            }
            if (extra == Plain) return true;
            if (extra < Plain)
            {
                // One more, and the rest of the allowance for later.
                if (place >= text.Length || !Takes(_sets[_steps[at].A], text, ref place)) continue;
                if (extra == Endless) Push(at, place, Endless);
                else if (extra + 1 < Plain - 1) Push(at, place, extra + 1);
                at++;
                return true;
            }
            place = CodePoints.Before(text, place);
            if (place > extra) Push(at, place, extra);
            return true;
        }
        (at, place) = (0, 0);
        return false;
    }

    private void Unwind(int bottom)
    {
        while (_top > bottom)
        {
            _top -= FrameSize;
            if (_stack[_top] < 0) _slots[~_stack[_top]] = _stack[_top + 1];
        }
    }

    private void Push(int at, int place, int extra)
    {
        if (_top >= MaxStack) _left = 0;
        if (_top + FrameSize > _stack.Length) Array.Resize(ref _stack, _stack.Length * 2);
        _stack[_top++] = at;
        _stack[_top++] = place;
        _stack[_top++] = extra;
    }

    private static int Back(ReadOnlySpan<char> text, int place, int count)
    {
        for (; count > 0 && place > 0; count--) place = CodePoints.Before(text, place);
        return count > 0 ? None : place;
    }

    private static bool Holds(ReadOnlySpan<char> text, PlaceKind kind, int place) => kind switch
    {
        PlaceKind.LineStart => place == 0 || (text[place - 1] == '\n' && place < text.Length),
        PlaceKind.LineEnd => place == text.Length || text[place] == '\n',
        PlaceKind.TextStart => place == 0,
        PlaceKind.TextEnd => place == text.Length,
        PlaceKind.LastLineEnd => place == text.Length || (place == text.Length - 1 && text[place] == '\n'),
        PlaceKind.WordBoundary => IsBoundary(text, place),
        _ => !IsBoundary(text, place),
    };

    private static bool IsBoundary(ReadOnlySpan<char> text, int place)
    {
        bool before = place > 0 && PatternProperties.IsWord(CodePoints.At(text, CodePoints.Before(text, place), out _));
        bool after = place < text.Length && PatternProperties.IsWord(CodePoints.At(text, place, out _));
        return before != after;
    }
}
