namespace Hone.Training.Runs;

/// <summary>One optimizer step, as it is shown while a run goes on.</summary>
/// <param name="Step">1 for the first.</param>
/// <param name="TotalSteps">Steps of the run.</param>
/// <param name="Metrics">What metrics.jsonl gets.</param>
public sealed record StepReport(long Step, long TotalSteps, IReadOnlyList<KeyValuePair<string, double>> Metrics);

/// <summary>Where a run says what it does. The default says nothing. Called on the training thread.</summary>
public sealed record RunObserver
{
    /// <summary>After every optimizer step.</summary>
    public Action<StepReport>? Step { get; init; }

    /// <summary>A line for people: what was loaded, evaluated, saved.</summary>
    public Action<string>? Message { get; init; }
}
