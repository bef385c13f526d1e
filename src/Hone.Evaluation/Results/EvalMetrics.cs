using Hone.Evaluation.Statistics;
using Hone.Verification;

namespace Hone.Evaluation.Results;

/// <summary>
/// The numbers of one evaluation. Samples with an undecidable verdict count in <see cref="Undecidable"/>
/// and nowhere else; a problem that has no other drops out.
/// </summary>
public sealed record EvalMetrics
{
    /// <summary>Problems that count.</summary>
    public required int Problems { get; init; }

    /// <summary>Samples that count.</summary>
    public required int Samples { get; init; }

    /// <summary>Samples that do not count, because their reference answer is unusable.</summary>
    public required int Undecidable { get; init; }

    /// <summary>Share of correct samples, averaged over problems: pass@1, which is also mean@n. Wilson
    /// interval with one sample a problem, else the normal interval over problems.</summary>
    public required Estimate Accuracy { get; init; }

    /// <summary>Unbiased pass@k by k, for those k asked for that every problem has samples for.</summary>
    public required IReadOnlyDictionary<int, Estimate> PassAt { get; init; }

    /// <summary>Accuracy of the majority vote over all samples of a problem; null with one sample a problem
    /// or when the verifier gives no answers to vote with.</summary>
    public required Estimate? Majority { get; init; }

    /// <summary>Share of the samples that show their work (chain share); null where the task does not say.</summary>
    public required double? WorkShare { get; init; }

    /// <summary>Share of correct samples among those that show their work; null without any.</summary>
    public required double? AccuracyGivenWork { get; init; }

    /// <summary>Mean number of tokens a sample.</summary>
    public required double MeanTokens { get; init; }

    /// <summary>Share of the samples that ended by themselves.</summary>
    public required double TerminatedShare { get; init; }

    /// <summary>Mean over samples of their mean log-probability; not finite values are passed on.</summary>
    public required double MeanLogProb { get; init; }

    /// <summary>Computes the numbers, in the order of problems and samples.</summary>
    /// <param name="results">The evaluation.</param>
    /// <param name="ks">The k of pass@k, each at least 1; null takes 1, 2, 4, 8, 16 and so on by doubling.</param>
    /// <exception cref="ArgumentException">No sample counts.</exception>
    public static EvalMetrics Of(EvalResults results, IReadOnlyList<int>? ks = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        var problems = new List<EvalSample[]>();
        int undecidable = 0;
        foreach (EvalExampleResult example in results.Examples)
        {
            EvalSample[] decided = [.. example.Samples.Where(s => s.Verdict.Kind != VerdictKind.Undecidable)];
            undecidable += example.Samples.Count - decided.Length;
            if (decided.Length > 0) problems.Add(decided);
        }
        if (problems.Count == 0) throw new ArgumentException("no sample with a decided verdict", nameof(results));

        EvalSample[] samples = [.. problems.SelectMany(p => p)];
        int fewest = problems.Min(p => p.Length);
        bool asked = samples.All(s => s.ShowsWork is not null);
        EvalSample[] working = [.. samples.Where(s => s.ShowsWork == true)];
        return new EvalMetrics
        {
            Problems = problems.Count,
            Samples = samples.Length,
            Undecidable = undecidable,
            Accuracy = AccuracyOf(problems),
            PassAt = (ks ?? Doubling(fewest)).Where(k => k <= fewest).Distinct().Order().ToDictionary(
                k => k, k => Intervals.ClusteredShare([.. problems.Select(p => PassAtK.Unbiased(p.Length, p.Count(s => s.Verdict.IsCorrect), k))])),
            Majority = fewest < 2 || samples.All(s => s.Answer is null) ? null : Intervals.ClusteredShare([.. problems.Select(Vote)]),
            WorkShare = asked ? (double)working.Length / samples.Length : null,
            AccuracyGivenWork = asked && working.Length > 0 ? (double)working.Count(s => s.Verdict.IsCorrect) / working.Length : null,
            MeanTokens = Mean(samples, s => s.TokenCount),
            TerminatedShare = Mean(samples, s => s.Terminated ? 1 : 0),
            MeanLogProb = Mean(samples, s => s.MeanLogProb),
        };
    }

    private static Estimate AccuracyOf(List<EvalSample[]> problems) => problems.All(p => p.Length == 1)
        ? Intervals.Wilson(problems.Count(p => p[0].Verdict.IsCorrect), problems.Count)
        : Intervals.ClusteredShare([.. problems.Select(p => (double)p.Count(s => s.Verdict.IsCorrect) / p.Length)]);

    private static double Vote(EvalSample[] samples) =>
        PassAtK.MajorityVote([.. samples.Select(s => s.Answer)], [.. samples.Select(s => s.Verdict.IsCorrect)]);

    private static IReadOnlyList<int> Doubling(int limit)
    {
        var ks = new List<int>();
        for (int k = 1; k <= limit && k > 0; k *= 2) ks.Add(k);
        return ks;
    }

    private static double Mean(EvalSample[] samples, Func<EvalSample, double> value)
    {
        double sum = 0;
        foreach (EvalSample sample in samples) sum += value(sample);
        return sum / samples.Length;
    }
}
