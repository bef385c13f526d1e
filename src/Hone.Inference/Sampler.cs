using Hone.Tensors;

namespace Hone.Inference;

/// <summary>Draws a token from a row of logits with the counter-based random numbers of the numeric contract (rule 8).</summary>
internal static class Sampler
{
    /// <summary>The most likely id; ties go to the lowest.</summary>
    public static int ArgMax(ReadOnlySpan<float> logits) => LargestNumber.IndexOf(logits);

    /// <summary>
    /// Inverse of the distribution function: the first id, ascending, at which the sum of exp(z c - lse) exceeds u.
    /// Ids of probability 0 are never drawn.
    /// </summary>
    /// <param name="logits">[V], -infinity outside the kept set.</param>
    /// <param name="inverseTemperature">c.</param>
    /// <param name="logSumExp">Normaliser of the scaled logits.</param>
    /// <param name="uniform">u in [0, 1).</param>
    public static int Draw(ReadOnlySpan<float> logits, float inverseTemperature, float logSumExp, double uniform)
    {
        double sum = 0;
        int last = -1;
        for (int v = 0; v < logits.Length; v++)
        {
            float p = ScalarMath.Exp((logits[v] * inverseTemperature) - logSumExp);
            if (p == 0f)
                continue;
            sum += p;
            last = v;
            if (sum > uniform)
                return v;
        }
        // Rounding can leave the sum a little below 1; the rest belongs to the last possible id.
        return last < 0 ? ArgMax(logits) : last;
    }
}
