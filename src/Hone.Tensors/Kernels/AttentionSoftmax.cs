using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>
/// The row work of attention on a tile of up to 128 scores. Lanes are keys by index mod 16; tiles begin at a multiple of 16,
/// so chunks of 16 scores are the sixteen lanes. Masked ends of a chunk are minus infinity, whose exp is +0, which leaves a lane as it is.
/// </summary>
internal static unsafe class AttentionSoftmax
{
    /// <summary>One online step: scores become probabilities; <paramref name="m"/> and <paramref name="l"/> move on.</summary>
    /// <param name="s">Unscaled scores of the tile, padded to a multiple of 16.</param>
    /// <param name="from">First valid key of the tile.</param>
    /// <param name="to">One past the last valid key.</param>
    /// <param name="scale">Factor on the scores.</param>
    /// <param name="m">Largest score so far.</param>
    /// <param name="l">Sum so far.</param>
    /// <returns>The factor a on what was summed before.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    public static float Step(float* s, int from, int to, float scale, ref float m, ref float l)
    {
        int begin = from & ~15, end = (to + 15) & ~15;
        for (int k = begin; k < from; k++)
            s[k] = float.NegativeInfinity;
        for (int k = to; k < end; k++)
            s[k] = float.NegativeInfinity;
        float n = m;
        for (int k = from; k < to; k++)
        {
            s[k] *= scale;
            n = Math.Max(n, s[k]);
        }
        float a = float.IsNegativeInfinity(m) ? 0 : ScalarMath.Exp(m - n);
        float* lanes = stackalloc float[16];
        new Span<float>(lanes, 16).Clear();
        for (int k = begin; k < end; k++)
        {
            s[k] = ScalarMath.Exp(s[k] - n);
            lanes[k & 15] += s[k];
        }
        l = MathF.FusedMultiplyAdd(l, a, ReferenceBackend.LaneTree(new Span<float>(lanes, 16)));
        m = n;
        return a;
    }

    /// <summary>Backward of one row: scores become p = exp(s scale - lse), dp becomes ds = (p (dp - dot)) scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient(float* s, float* dp, int from, int to, float scale, float lse, float dot)
    {
        for (int k = from; k < to; k++)
        {
            s[k] = ScalarMath.Exp((s[k] * scale) - lse);
            dp[k] = s[k] * (dp[k] - dot) * scale;
        }
    }

    /// <summary>Lane sum of fma(a, b).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    public static float LaneDot(float* a, float* b, int count)
    {
        float* lanes = stackalloc float[16];
        new Span<float>(lanes, 16).Clear();
        for (int i = 0; i < count; i++)
            lanes[i & 15] = MathF.FusedMultiplyAdd(a[i], b[i], lanes[i & 15]);
        return ReferenceBackend.LaneTree(new Span<float>(lanes, 16));
    }

    /// <summary>x = x * factor; <paramref name="count"/> is a multiple of 8.</summary>
    public static void Scale(float* x, float factor, int count)
    {
        Vector128<float> f = Vector128.Create(factor);
        for (int i = 0; i < count; i += 8)
        {
            (Vector128.Load(x + i) * f).Store(x + i);
            (Vector128.Load(x + i + 4) * f).Store(x + i + 4);
        }
    }

    /// <summary>y = x / divisor.</summary>
    public static void Divide(float* x, float divisor, float* y, int count)
    {
        Vector128<float> f = Vector128.Create(divisor);
        int i = 0;
        for (; i + 4 <= count; i += 4)
            (Vector128.Load(x + i) / f).Store(y + i);
        for (; i < count; i++)
            y[i] = x[i] / divisor;
    }
}
