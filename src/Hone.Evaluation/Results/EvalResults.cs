using Hone.Verification;

namespace Hone.Evaluation.Results;

/// <summary>The samples of one problem.</summary>
/// <param name="ExampleId">Content hash of the example.</param>
/// <param name="Prompt">What the model was given.</param>
/// <param name="Reference">The reference answer.</param>
/// <param name="Samples">At least one, in the order of their sample index.</param>
public sealed record EvalExampleResult(string ExampleId, string Prompt, string Reference, IReadOnlyList<EvalSample> Samples);

/// <summary>What an evaluation found, sample by sample. It comes in as data: who sampled does not matter.</summary>
/// <param name="Task">Name of the task.</param>
/// <param name="TaskVersion">Version of the task.</param>
/// <param name="Examples">The problems, in the task's order.</param>
public sealed record EvalResults(string Task, string TaskVersion, IReadOnlyList<EvalExampleResult> Examples)
{
    /// <summary>The share of correct samples of each problem with a decided verdict, in order; the input of
    /// <see cref="Statistics.Intervals.PairedDifference"/>.</summary>
    public IReadOnlyDictionary<string, double> AccuracyByExample()
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (EvalExampleResult example in Examples)
        {
            int decided = example.Samples.Count(s => s.Verdict.Kind != VerdictKind.Undecidable);
            if (decided > 0) shares[example.ExampleId] = (double)example.Samples.Count(s => s.Verdict.IsCorrect) / decided;
        }
        return shares;
    }
}
