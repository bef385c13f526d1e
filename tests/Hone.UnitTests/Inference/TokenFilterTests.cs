using Hone.Inference;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Inference;

/// <summary>A top-k that is cut before sorting keeps what a sorted vocabulary keeps.</summary>
public sealed class TokenFilterTests
{
    // Few different logits, so that there are many ties, and some that may not be drawn.
    private static float[] Logits(int count, int seed)
    {
        var logits = new float[count];
        for (int i = 0; i < count; i++)
        {
            uint word = Philox.Rounds((uint)i, (uint)seed, 3, 4, 5, 6).Word0;
            logits[i] = word % 11 == 0 ? float.NegativeInfinity : (word % 40) * 0.25f;
        }
        return logits;
    }

    // By the definition: ids sorted by logit descending, ties by id; top-k with its ties, then top-p, then min-p.
    private static int[] Sorted(float[] logits, SamplingOptions options)
    {
        int[] order = [.. Enumerable.Range(0, logits.Length).Where(v => !float.IsNegativeInfinity(logits[v])).OrderByDescending(v => logits[v]).ThenBy(v => v)];
        if (options.TopK > 0 && options.TopK < order.Length)
            order = [.. order.Where(v => logits[v] >= logits[order[options.TopK - 1]])];
        double[] weights = [.. order.Select(v => DeterministicMath.Exp(((double)logits[v] - logits[order[0]]) * (1f / options.Temperature)))];
        int count = order.Length;
        if (options.TopP < 1)
        {
            double total = weights.Sum(), before = 0;
            for (count = 0; count < weights.Length && (count == 0 || before < options.TopP * total); count++)
                before += weights[count];
        }
        if (options.MinP > 0)
            count = Math.Max(1, weights.Take(count).TakeWhile(w => w >= options.MinP * weights[0]).Count());
        return [.. order.Take(count).Order()];
    }

    [Fact]
    public void KeepsWhatASortedVocabularyKeeps()
    {
        var filter = new TokenFilter();
        var kept = new List<int>();
        foreach (int count in new[] { 1, 2, 5, 64, 65, 700 })
        {
            for (int seed = 0; seed < 4; seed++)
            {
                float[] logits = Logits(count, seed);
                logits[count / 2] = 3;
                foreach (int topK in new[] { 0, 1, 2, 3, 7, 20, 63, 64, 65, 699, 700, 5000 })
                {
                    foreach ((float topP, float minP) in new[] { (1f, 0f), (0.8f, 0f), (1f, 0.1f), (0.9f, 0.3f) })
                    {
                        var options = new SamplingOptions { TopK = topK, TopP = topP, MinP = minP, Temperature = 0.7f };
                        filter.Keep(logits, options, kept);
                        Assert.Equal(Sorted(logits, options), kept);
                    }
                }
            }
        }
    }
}
