namespace Hone.Evaluation.Statistics;

/// <summary>Measures of several samples of one problem.</summary>
public static class PassAtK
{
    /// <summary>
    /// The unbiased estimate of the chance that at least one of k samples is correct, from n samples of
    /// which c are: <c>1 - C(n-c, k) / C(n, k)</c> (Chen et al. 2021, arXiv 2107.03374, equation 1), as the
    /// product <c>1 - prod over i = n-c+1..n of (1 - k/i)</c>, which cannot overflow.
    /// </summary>
    /// <param name="samples">n, at least 1.</param>
    /// <param name="correct">c, 0..n.</param>
    /// <param name="k">1..n.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static double Unbiased(int samples, int correct, int k)
    {
        if (samples < 1) throw new ArgumentOutOfRangeException(nameof(samples), samples, "at least one sample");
        if (correct < 0 || correct > samples) throw new ArgumentOutOfRangeException(nameof(correct), correct, $"0..{samples}");
        if (k < 1 || k > samples) throw new ArgumentOutOfRangeException(nameof(k), k, $"k is 1..{samples}, the number of samples");
        if (samples - correct < k) return 1;
        double miss = 1;
        for (int i = samples - correct + 1; i <= samples; i++) miss *= 1 - (double)k / i;
        return 1 - miss;
    }

    /// <summary>
    /// The majority vote (self-consistency, Wang et al. 2022, arXiv 2203.11171) of samples: 1 when the most
    /// frequent answer is correct, else 0. A tie counts the share of correct answers among the tied ones,
    /// which is the expected result of breaking it at random. Samples without an answer do not vote; no vote
    /// at all is 0.
    /// </summary>
    /// <param name="answers">The canonical answer of each sample, or null.</param>
    /// <param name="correct">Whether each sample is correct.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double MajorityVote(IReadOnlyList<string?> answers, IReadOnlyList<bool> correct)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(correct);
        if (answers.Count != correct.Count)
            throw new ArgumentException($"{answers.Count} answers and {correct.Count} verdicts", nameof(correct));
        var votes = new Dictionary<string, (int Count, bool Correct)>(StringComparer.Ordinal);
        int most = 0;
        for (int i = 0; i < answers.Count; i++)
        {
            if (answers[i] is not { } answer) continue;
            int count = votes.TryGetValue(answer, out var entry) ? entry.Count + 1 : 1;
            votes[answer] = (count, entry.Correct || correct[i]);
            most = Math.Max(most, count);
        }
        if (most == 0) return 0;
        int tied = 0, tiedCorrect = 0;
        foreach ((int count, bool right) in votes.Values)
        {
            if (count != most) continue;
            tied++;
            if (right) tiedCorrect++;
        }
        return (double)tiedCorrect / tied;
    }
}
