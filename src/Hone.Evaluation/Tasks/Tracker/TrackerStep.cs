namespace Hone.Evaluation.Tasks.Tracker;

/// <summary>What one step does to the state.</summary>
public enum TrackerOperation
{
    /// <summary>Adds the operand, 2..9.</summary>
    Add,

    /// <summary>Subtracts the operand, 2..9.</summary>
    Subtract,

    /// <summary>Multiplies by 2.</summary>
    Double,

    /// <summary>Divides by 2; only of an even state.</summary>
    Halve,

    /// <summary>Multiplies by 3.</summary>
    Triple,
}

/// <summary>One step of a problem.</summary>
/// <param name="Operation">What it does.</param>
/// <param name="Operand">2..9 for add and subtract; 2 for double and halve, 3 for triple.</param>
public readonly record struct TrackerStep(TrackerOperation Operation, int Operand)
{
    /// <summary>The sign in an equation: <c>+ - * /</c>.</summary>
    public char Sign => Operation switch
    {
        TrackerOperation.Add => '+',
        TrackerOperation.Subtract => '-',
        TrackerOperation.Halve => '/',
        _ => '*',
    };

    /// <summary>The state after the step; a state that the step does not allow gives null.</summary>
    /// <param name="state">The state before it, 0..99.</param>
    public int? Apply(int state)
    {
        int next = Operation switch
        {
            TrackerOperation.Add => state + Operand,
            TrackerOperation.Subtract => state - Operand,
            TrackerOperation.Halve => state % 2 == 0 ? state / 2 : -1,
            _ => state * Operand,
        };
        bool scalesNothing = state == 0 && Operation is not (TrackerOperation.Add or TrackerOperation.Subtract);
        return next is >= 0 and <= TrackerProblem.MaxState && !scalesNothing ? next : null;
    }
}
