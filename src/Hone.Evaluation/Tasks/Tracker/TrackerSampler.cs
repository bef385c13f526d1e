namespace Hone.Evaluation.Tasks.Tracker;

/// <summary>Draws problems. A step draws its operation among those with an allowed result, then its operand.</summary>
internal static class TrackerSampler
{
    private const int MinOperand = 2;
    private const int MaxOperand = 9;
    private static readonly TrackerOperation[] Operations = Enum.GetValues<TrackerOperation>();

    /// <summary>A problem that training may see: it shows nothing that is held out.</summary>
    public static TrackerProblem DrawTraining(int steps, int minStart, int maxStart, ref CounterRandom random)
    {
        while (true)
        {
            TrackerProblem problem = Draw(steps, minStart, maxStart, ref random);
            if (!problem.ShowsHeldOut) return problem;
        }
    }

    /// <summary>A held-out problem.</summary>
    public static TrackerProblem DrawHeldOut(int steps, int minStart, int maxStart, ref CounterRandom random)
    {
        while (true)
        {
            TrackerProblem problem = Draw(steps, minStart, maxStart, ref random);
            if (problem.IsHeldOut) return problem;
        }
    }

    private static TrackerProblem Draw(int count, int minStart, int maxStart, ref CounterRandom random)
    {
        int start = minStart + random.Next(maxStart - minStart + 1);
        Span<TrackerStep> steps = stackalloc TrackerStep[count];
        int state = start;
        for (int i = 0; i < count; i++)
        {
            steps[i] = DrawStep(state, ref random);
            state = steps[i].Apply(state)!.Value;
        }
        return new TrackerProblem(start, steps);
    }

    // Some operation is always allowed: to add up to state 97, to subtract from there on.
    private static TrackerStep DrawStep(int state, ref CounterRandom random)
    {
        while (true)
        {
            TrackerOperation operation = Operations[random.Next(Operations.Length)];
            (int low, int high) = operation switch
            {
                TrackerOperation.Add => (MinOperand, Math.Min(MaxOperand, TrackerProblem.MaxState - state)),
                TrackerOperation.Subtract => (MinOperand, Math.Min(MaxOperand, state)),
                TrackerOperation.Triple => (3, 3),
                _ => (2, 2),
            };
            if (high < low) continue;
            var step = new TrackerStep(operation, low + random.Next(high - low + 1));
            if (step.Apply(state) is not null) return step;
        }
    }
}
