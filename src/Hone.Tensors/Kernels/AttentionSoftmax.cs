using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>
/// The row work of attention on a tile of up to 128 scores. Lanes are keys by index mod 16; tiles begin at a multiple of 16,
/// so chunks of 16 scores are the sixteen lanes. Masked ends of a chunk are minus infinity, whose exp is +0, which leaves a lane as it is.
/// </summary>
internal static unsafe class AttentionSoftmax
{
    private const int Lanes = LaneMemory.Count;

    /// <summary>One online step of every row that reads the tile: scores become probabilities, and what was summed before is scaled.</summary>
    /// <param name="set">Instructions.</param>
    /// <param name="band">Which keys a row reads.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="scores">[rows, stride], unscaled; a row's keys begin with the tile.</param>
    /// <param name="stride">Floats between rows of scores.</param>
    /// <param name="scale">Factor on the scores.</param>
    /// <param name="m">Largest score so far: [rows].</param>
    /// <param name="l">Sum so far: [rows].</param>
    /// <param name="sums">[rows, width], the output before its division.</param>
    /// <param name="width">A multiple of 16.</param>
    public static void Step(KernelSet set, in AttentionBand band, int rows, float* scores, int stride, float scale, float* m, float* l, float* sums, int width)
    {
        switch (set)
        {
            case KernelSet.Avx512:
                Step<Lanes512>(in band, rows, scores, stride, scale, m, l, sums, width);
                break;
            case KernelSet.Avx2:
                Step<Lanes256>(in band, rows, scores, stride, scale, m, l, sums, width);
                break;
            default:
                Step<Lanes128>(in band, rows, scores, stride, scale, m, l, sums, width);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step<T>(in AttentionBand band, int rows, float* scores, int stride, float scale, float* m, float* l, float* sums, int width)
        where T : unmanaged, ILanes<T>
    {
        T factor = T.Create(scale), none = T.Create(float.NegativeInfinity);
        float* numbers = stackalloc float[Lanes];
        for (int i = 0; i < Lanes; i++)
            numbers[i] = i;
        T lane = T.Load(numbers);
        for (int i = 0; i < rows; i++, scores += stride, sums += width)
        {
            int from = band.Low(i) - band.FirstStep, to = band.High(i) - band.FirstStep;
            if (from >= to)
                continue;
            int begin = from & -Lanes, end = (to + Lanes - 1) & -Lanes;
            T largest = none;
            for (int k = begin; k < end; k += Lanes)
            {
                T s = T.Load(scores + k) * factor;
                // Selected in the register: single floats written here would hold up the vector load behind them.
                if (k + Lanes > to)
                    s = T.Select(T.LessThan(lane, T.Create(to - k)), s, none);
                if (k < from)
                    s = T.Select(T.LessThan(lane, T.Create(from - k)), none, s);
                T.Store(scores + k, s);
                largest = T.AtLeast(s, largest);
            }
            float before = m[i], n = T.Largest(largest);
            n = before > n ? before : n;
            T top = T.Create(n), sum = T.Create(0f);
            for (int k = begin; k < end; k += Lanes)
            {
                T p = LaneMath.Exp(T.Load(scores + k) - top);
                T.Store(scores + k, p);
                sum += p;
            }
            m[i] = n;
            if (float.IsNegativeInfinity(before))
            {
                // l and the sums are +0, and so they stay under a factor of 0.
                l[i] = T.Sum(sum);
                continue;
            }
            float a = ScalarMath.Exp(before - n);
            l[i] = MathF.FusedMultiplyAdd(l[i], a, T.Sum(sum));
            T again = T.Create(a);
            for (int d = 0; d < width; d += Lanes)
                T.Store(sums + d, T.Load(sums + d) * again);
        }
    }

    /// <summary>Backward of every row that reads the tile: scores become p = exp(s scale - lse), dp becomes ds = (p (dp - dot)) scale.</summary>
    public static void Gradient(KernelSet set, in AttentionBand band, int rows, float* scores, float* dp, int stride, float scale, float* lse, float* dots)
    {
        switch (set)
        {
            case KernelSet.Avx512:
                Gradient<Lanes512>(in band, rows, scores, dp, stride, scale, lse, dots);
                break;
            case KernelSet.Avx2:
                Gradient<Lanes256>(in band, rows, scores, dp, stride, scale, lse, dots);
                break;
            default:
                Gradient<Lanes128>(in band, rows, scores, dp, stride, scale, lse, dots);
                break;
        }
    }

    // Lanes outside a row's keys hold numbers that nobody reads.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gradient<T>(in AttentionBand band, int rows, float* scores, float* dp, int stride, float scale, float* lse, float* dots)
        where T : unmanaged, ILanes<T>
    {
        T factor = T.Create(scale);
        for (int i = 0; i < rows; i++, scores += stride, dp += stride)
        {
            int from = band.Low(i) - band.FirstStep, to = band.High(i) - band.FirstStep;
            T shift = T.Create(lse[i]), dot = T.Create(dots[i]);
            for (int k = from & -Lanes; k < to; k += Lanes)
            {
                T p = LaneMath.Exp((T.Load(scores + k) * factor) - shift);
                T.Store(scores + k, p);
                T.Store(dp + k, p * (T.Load(dp + k) - dot) * factor);
            }
        }
    }

    /// <summary>dots[i] = lane sum of fma(a, b) of row i.</summary>
    public static void LaneDots(KernelSet set, float* a, float* b, nint stride, int count, int rows, float* dots)
    {
        switch (set)
        {
            case KernelSet.Avx512:
                LaneDots<Lanes512>(a, b, stride, count, rows, dots);
                break;
            case KernelSet.Avx2:
                LaneDots<Lanes256>(a, b, stride, count, rows, dots);
                break;
            default:
                LaneDots<Lanes128>(a, b, stride, count, rows, dots);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LaneDots<T>(float* a, float* b, nint stride, int count, int rows, float* dots) where T : unmanaged, ILanes<T>
    {
        int whole = count & -Lanes;
        for (int i = 0; i < rows; i++, a += stride, b += stride)
        {
            T sum = T.Create(0f);
            for (int d = 0; d < whole; d += Lanes)
                sum = T.Fma(T.Load(a + d), T.Load(b + d), sum);
            if (whole < count)
                sum = T.Fma(LaneMemory.Load<T>(a + whole, count - whole), LaneMemory.Load<T>(b + whole, count - whole), sum);
            dots[i] = T.Sum(sum);
        }
    }

    /// <summary>y = x / divisor.</summary>
    public static void Divide(KernelSet set, float* x, float divisor, float* y, int count)
    {
        switch (set)
        {
            case KernelSet.Avx512:
                Divide<Lanes512>(x, divisor, y, count);
                break;
            case KernelSet.Avx2:
                Divide<Lanes256>(x, divisor, y, count);
                break;
            default:
                Divide<Lanes128>(x, divisor, y, count);
                break;
        }
    }

    private static void Divide<T>(float* x, float divisor, float* y, int count) where T : unmanaged, ILanes<T>
    {
        T f = T.Create(divisor);
        for (int d = 0; d < count; d += Lanes)
        {
            int lanes = Math.Min(Lanes, count - d);
            LaneMemory.Store(y + d, LaneMemory.Load<T>(x + d, lanes) / f, lanes);
        }
    }
}
