using System.Globalization;

namespace Hone.Evaluation.Tasks.Stories;

/// <summary>A number of things that somebody has, and one or two changes of it. The wording is not part of it. Immutable.</summary>
public sealed class StoryProblem
{
    /// <summary>The least number at the start.</summary>
    public const int MinStart = 5;

    /// <summary>The greatest number at the start.</summary>
    public const int MaxStart = 20;

    /// <summary>The least number that comes or goes.</summary>
    public const int MinChange = 2;

    /// <summary>The greatest number that comes or goes.</summary>
    public const int MaxChange = 9;

    private const int HeldOutModulus = 10;
    private readonly int[] _changes;

    /// <summary>Makes a problem.</summary>
    /// <param name="start">The number at the start, 5..20.</param>
    /// <param name="changes">One or two: what comes is positive, what goes negative, 2..9 without the sign.</param>
    /// <exception cref="ArgumentException">A number is out of its range, or more goes than there is.</exception>
    public StoryProblem(int start, params ReadOnlySpan<int> changes)
    {
        if (start is < MinStart or > MaxStart) throw new ArgumentOutOfRangeException(nameof(start), start, "a start is in 5..20");
        if (changes.Length is not (1 or 2)) throw new ArgumentException($"a problem has one or two changes, not {changes.Length}", nameof(changes));
        Start = Answer = start;
        foreach (int change in changes)
        {
            if (Math.Abs(change) is < MinChange or > MaxChange) throw new ArgumentOutOfRangeException(nameof(changes), change, "a change is 2..9 without its sign");
            Answer += change;
            if (Answer < 0) throw new ArgumentException($"{-change} go where there are {Answer - change}", nameof(changes));
        }
        _changes = changes.ToArray();
    }

    /// <summary>The number at the start.</summary>
    public int Start { get; }

    /// <summary>The changes, in order.</summary>
    public IReadOnlyList<int> Changes => _changes;

    /// <summary>The number at the end.</summary>
    public int Answer { get; }

    /// <summary>The problem without its wording: <c>13+5-3</c>.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Start}{string.Concat(_changes.Select(c => c.ToString("+0;-0", CultureInfo.InvariantCulture)))}");

    /// <summary>Whether the problem is held out, the same everywhere: the hash of <see cref="Key"/> modulo 10 is 0.</summary>
    public bool IsHeldOut => ContentHash.Number(Key) % HeldOutModulus == 0;

    /// <summary>Draws a problem of one side: each number of changes and each allowed direction equally likely.</summary>
    internal static StoryProblem Draw(bool heldOut, ref CounterRandom random)
    {
        while (true)
        {
            StoryProblem problem = Draw(ref random);
            if (problem.IsHeldOut == heldOut) return problem;
        }
    }

    private static StoryProblem Draw(ref CounterRandom random)
    {
        int start = MinStart + random.Next(MaxStart - MinStart + 1), state = start;
        Span<int> changes = stackalloc int[1 + random.Next(2)];
        foreach (ref int change in changes)
        {
            bool goes = random.Next(2) == 1 && state >= MinChange;
            int most = goes ? Math.Min(MaxChange, state) : MaxChange;
            change = MinChange + random.Next(most - MinChange + 1);
            if (goes) change = -change;
            state += change;
        }
        return new StoryProblem(start, changes);
    }
}
