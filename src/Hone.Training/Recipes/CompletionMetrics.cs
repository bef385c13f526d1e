using Hone.Training.Rollouts;

namespace Hone.Training.Recipes;

/// <summary>Lengths of a step's completions under TRL's keys.</summary>
internal static class CompletionMetrics
{
    public static IEnumerable<KeyValuePair<string, double>> Of(IReadOnlyList<Rollout> rollouts)
    {
        double[] all = [.. rollouts.Select(r => (double)r.CompletionIds.Length)];
        double[] ended = [.. rollouts.Where(r => r.Terminated).Select(r => (double)r.CompletionIds.Length)];
        yield return new("completions/mean_length", all.Average());
        yield return new("completions/min_length", all.Min());
        yield return new("completions/max_length", all.Max());
        yield return new("completions/clipped_ratio", 1.0 - ((double)ended.Length / all.Length));
        yield return new("completions/mean_terminated_length", ended.DefaultIfEmpty(0).Average());
        yield return new("completions/min_terminated_length", ended.DefaultIfEmpty(0).Min());
        yield return new("completions/max_terminated_length", ended.DefaultIfEmpty(0).Max());
    }
}
