using Hone.Evaluation.Statistics;
using Hone.Verification;

namespace Hone.Evaluation.Results;

/// <summary>The samples of one problem.</summary>
/// <param name="ExampleId">Content hash of the example.</param>
/// <param name="Prompt">What the model was given.</param>
/// <param name="Reference">The reference answer.</param>
/// <param name="Samples">At least one, in the order of their sample index.</param>
public sealed record EvalExampleResult(string ExampleId, string Prompt, string Reference, IReadOnlyList<EvalSample> Samples)
{
    /// <summary>Share of correct samples among those with a decided verdict; null when there is none.</summary>
    public double? Accuracy
    {
        get
        {
            int decided = Samples.Count(s => s.Verdict.Kind != VerdictKind.Undecidable);
            return decided == 0 ? null : (double)Samples.Count(s => s.Verdict.IsCorrect) / decided;
        }
    }
}

/// <summary>What an evaluation found, sample by sample. It comes in as data: who sampled does not matter.</summary>
/// <param name="Task">Name of the task.</param>
/// <param name="TaskVersion">Version of the task.</param>
/// <param name="Examples">The problems, in the task's order.</param>
public sealed record EvalResults(string Task, string TaskVersion, IReadOnlyList<EvalExampleResult> Examples)
{
    /// <summary>
    /// How much more accurate this evaluation is than an earlier one, over the problems that both decided,
    /// paired by <see cref="EvalExampleResult.ExampleId"/> (<see cref="Intervals.PairedDifference"/>).
    /// </summary>
    /// <param name="before">The earlier evaluation of the same task and version.</param>
    /// <exception cref="ArgumentException">The tasks differ, or no problem is in both.</exception>
    public Estimate DifferenceFrom(EvalResults before)
    {
        ArgumentNullException.ThrowIfNull(before);
        if (before.Task != Task || before.TaskVersion != TaskVersion)
            throw new ArgumentException($"task {before.Task} {before.TaskVersion} cannot be compared with {Task} {TaskVersion}", nameof(before));
        Dictionary<string, double> earlier = new(StringComparer.Ordinal);
        foreach (EvalExampleResult example in before.Examples)
        {
            if (example.Accuracy is { } accuracy) earlier[example.ExampleId] = accuracy;
        }
        var first = new List<double>();
        var second = new List<double>();
        foreach (EvalExampleResult example in Examples)
        {
            if (example.Accuracy is not { } accuracy || !earlier.TryGetValue(example.ExampleId, out double old)) continue;
            first.Add(old);
            second.Add(accuracy);
        }
        if (first.Count == 0) throw new ArgumentException("no problem is in both evaluations", nameof(before));
        return Intervals.PairedDifference(first, second);
    }
}
