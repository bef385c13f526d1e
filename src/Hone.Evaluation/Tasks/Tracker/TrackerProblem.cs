using System.Globalization;
using System.Text;

namespace Hone.Evaluation.Tasks.Tracker;

/// <summary>
/// A number that changes step by step: a start and the steps, with the results in between. The wording
/// is not part of it. Immutable.
/// </summary>
public sealed class TrackerProblem
{
    /// <summary>The largest state; the smallest is 0.</summary>
    public const int MaxState = 99;

    /// <summary>Problems with this many steps are the ones that are tested and trained on with rewards.</summary>
    public const int MinTestedSteps = 4;

    /// <summary>The longest problem.</summary>
    public const int MaxSteps = 6;

    private const int HeldOutModulus = 10;
    private readonly TrackerStep[] _steps;
    private readonly int[] _states;

    /// <summary>Makes a problem.</summary>
    /// <param name="start">The state before the first step, 0..99.</param>
    /// <param name="steps">The steps, at least one.</param>
    /// <exception cref="ArgumentException">There is no step, or a state leaves 0..99, halves an odd number or
    /// scales zero.</exception>
    public TrackerProblem(int start, params ReadOnlySpan<TrackerStep> steps)
    {
        if (start is < 0 or > MaxState) throw new ArgumentOutOfRangeException(nameof(start), start, "a state is in 0..99");
        if (steps.IsEmpty) throw new ArgumentException("a problem has at least one step", nameof(steps));
        _steps = steps.ToArray();
        _states = new int[steps.Length + 1];
        _states[0] = start;
        for (int i = 0; i < steps.Length; i++)
        {
            _states[i + 1] = steps[i].Apply(_states[i]) ?? throw new ArgumentException(
                $"step {i + 1}, {_states[i]}{steps[i].Sign}{steps[i].Operand}, is not allowed", nameof(steps));
        }
    }

    /// <summary>The state before the first step.</summary>
    public int Start => _states[0];

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<TrackerStep> Steps => _steps;

    /// <summary>The states: the start, then one after each step.</summary>
    public IReadOnlyList<int> States => _states;

    /// <summary>The state after the last step.</summary>
    public int Answer => _states[^1];

    /// <summary>The problem without its wording, such as <c>45+5-5*2+3</c> (read from left to right).</summary>
    public string Key => KeyOf(0, _steps.Length);

    /// <summary>Whether this very problem is held out: the hash of <see cref="Key"/> modulo 10 is 0.</summary>
    public bool IsHeldOut => IsHeldOutPart(0, _steps.Length);

    /// <summary>
    /// Whether a document that writes this problem out shows a held-out one: it is held out itself, or a
    /// run of at least <see cref="MinTestedSteps"/> of its steps is. Training must not see such a problem.
    /// </summary>
    public bool ShowsHeldOut
    {
        get
        {
            if (IsHeldOut) return true;
            for (int first = 0; first < _steps.Length; first++)
            {
                for (int count = MinTestedSteps; first + count <= _steps.Length; count++)
                {
                    if (IsHeldOutPart(first, count)) return true;
                }
            }
            return false;
        }
    }

    /// <summary>The equations, each closed by a point: <c>45+5=50.50-5=45.</c></summary>
    public string Equations()
    {
        var text = new StringBuilder();
        for (int i = 0; i < _steps.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{_states[i]}{_steps[i].Sign}{_steps[i].Operand}={_states[i + 1]}.");
        }
        return text.ToString();
    }

    private bool IsHeldOutPart(int first, int count) => ContentHash.Number(KeyOf(first, count)) % HeldOutModulus == 0;

    private string KeyOf(int first, int count)
    {
        var key = new StringBuilder();
        key.Append(CultureInfo.InvariantCulture, $"{_states[first]}");
        for (int i = first; i < first + count; i++) key.Append(CultureInfo.InvariantCulture, $"{_steps[i].Sign}{_steps[i].Operand}");
        return key.ToString();
    }
}
