using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hone.Tensors;

/// <summary>
/// The row work of attention on a tile of up to 16 rows and 128 scores. Lanes are keys by index mod 16; key tiles begin at a
/// multiple of 16, so chunks of 16 scores are the sixteen lanes. Masked ends of a chunk are minus infinity, whose exp is +0,
/// which leaves a lane as it is.
/// </summary>
internal static unsafe class AttentionSoftmax
{
    /// <summary>Most rows of one call: the state of a tile is one value of sixteen lanes.</summary>
    public const int MaxRows = Lanes;

    private const int Lanes = LaneMemory.Count;

    private static ReadOnlySpan<float> Numbers => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    // Constant data of the program: it does not move.
    private static float* NumbersPointer => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Numbers));

    /// <summary>One online step of every row that reads the tile: scores become probabilities; a factor is set for what was summed before.</summary>
    /// <param name="band">Which keys a row reads.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="scores">[rows, stride], unscaled; a row's keys begin with the tile.</param>
    /// <param name="stride">Floats between rows of scores.</param>
    /// <param name="scale">Factor on the scores.</param>
    /// <param name="m">Largest score so far: [16].</param>
    /// <param name="l">Sum so far: [16].</param>
    /// <param name="again">Receives the factor of what was summed before: [16]; 1 where the largest score stays.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    public static void Step<T>(in AttentionBand band, int rows, float* scores, nint stride, float scale, float* m, float* l, float* again)
        where T : unmanaged, ILanes<T>
    {
        float* tops = stackalloc float[Lanes], sums = stackalloc float[Lanes];
        T factor = T.Create(scale), lane = T.Load(NumbersPointer);
        T.Store(tops, T.Create(0f));
        T.Store(sums, T.Create(0f));
        int first = band.FirstStep;
        for (int i = 0; i < rows; i++, scores += stride)
        {
            int from = band.Low(i) - first, to = band.High(i) - first, begin = from & -Lanes, whole = to & -Lanes, k = begin;
            if (from >= to)
            {
                tops[i] = m[i];
                continue;
            }
            T largest = T.Create(m[i]);
            if (from != begin)
            {
                T s = T.Select(T.LessThan(lane, T.Create(from - begin)), T.Create(float.NegativeInfinity), T.Load(scores + k) * factor);
                if (to < begin + Lanes)
                    s = T.Select(T.LessThan(lane, T.Create(to - begin)), s, T.Create(float.NegativeInfinity));
                T.Store(scores + k, s);
                largest = T.AtLeast(s, largest);
                k += Lanes;
            }
            for (; k + (4 * Lanes) <= whole; k += 4 * Lanes)
            {
                T s0 = T.Load(scores + k) * factor, s1 = T.Load(scores + k + Lanes) * factor;
                T s2 = T.Load(scores + k + (2 * Lanes)) * factor, s3 = T.Load(scores + k + (3 * Lanes)) * factor;
                T.Store(scores + k, s0);
                T.Store(scores + k + Lanes, s1);
                T.Store(scores + k + (2 * Lanes), s2);
                T.Store(scores + k + (3 * Lanes), s3);
                largest = T.AtLeast(T.AtLeast(T.AtLeast(s0, s1), T.AtLeast(s2, s3)), largest);
            }
            for (; k < whole; k += Lanes)
            {
                T s = T.Load(scores + k) * factor;
                T.Store(scores + k, s);
                largest = T.AtLeast(s, largest);
            }
            if (k < to)
            {
                // Selected in the register: single floats written here would hold up the vector load behind them.
                T s = T.Select(T.LessThan(lane, T.Create(to - k)), T.Load(scores + k) * factor, T.Create(float.NegativeInfinity));
                T.Store(scores + k, s);
                largest = T.AtLeast(s, largest);
            }
            int end = (to + Lanes - 1) & -Lanes;
            float n = T.Largest(largest);
            T top = T.Create(n), sum = T.Create(0f);
            for (k = begin; k + (4 * Lanes) <= end; k += 4 * Lanes)
            {
                T p0 = LaneMath.ExpUpToHigh(T.Load(scores + k) - top), p1 = LaneMath.ExpUpToHigh(T.Load(scores + k + Lanes) - top);
                T p2 = LaneMath.ExpUpToHigh(T.Load(scores + k + (2 * Lanes)) - top), p3 = LaneMath.ExpUpToHigh(T.Load(scores + k + (3 * Lanes)) - top);
                T.Store(scores + k, p0);
                T.Store(scores + k + Lanes, p1);
                T.Store(scores + k + (2 * Lanes), p2);
                T.Store(scores + k + (3 * Lanes), p3);
                sum = sum + p0 + p1 + p2 + p3;
            }
            for (; k < end; k += Lanes)
            {
                T p = LaneMath.ExpUpToHigh(T.Load(scores + k) - top);
                T.Store(scores + k, p);
                sum += p;
            }
            tops[i] = n;
            sums[i] = T.Sum(sum);
        }
        T before = T.Load(m), after = T.Load(tops);
        // Equal also where a row has read nothing yet: both are minus infinity, and their difference is no number.
        T a = T.Select(T.Equal(before, after), T.Create(1f), LaneMath.ExpUpToHigh(before - after));
        T.Store(again, a);
        T.Store(m, after);
        T.Store(l, T.Fma(T.Load(l), a, T.Load(sums)));
    }

    /// <summary>Scales what rows have summed before, where the factor is not 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rescale<T>(int rows, float* again, float* sums, int width) where T : unmanaged, ILanes<T>
    {
        for (int i = 0; i < rows; i++, sums += width)
        {
            if (again[i] == 1f)
                continue;
            T a = T.Create(again[i]);
            for (int d = 0; d < width; d += Lanes)
                T.Store(sums + d, T.Load(sums + d) * a);
        }
    }

    /// <summary>Backward of every row that reads the tile: scores become p = exp(s scale - lse), dp becomes ds = (p (dp - dot)) scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient<T>(in AttentionBand band, int rows, float* scores, float* dp, nint stride, float scale, float* lse, float* dots)
        where T : unmanaged, ILanes<T>
    {
        // Lanes outside a row's keys hold numbers that nobody reads.
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LaneDots<T>(float* a, float* b, nint stride, int count, int rows, float* dots) where T : unmanaged, ILanes<T>
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

    /// <summary>lse = m + log l for up to sixteen rows; <paramref name="lse"/> is [16].</summary>
    public static void LogSumExp<T>(float* m, float* l, float* lse) where T : unmanaged, ILanes<T> =>
        T.Store(lse, T.Load(m) + LaneMath.Log(T.Load(l)));

    /// <summary>
    /// y = x / l, a row at a time, correctly rounded as a division is, without its latency: two corrections of the product
    /// with 1 / l, which is exact by Markstein's theorem while no residual underflows (Cornea, Harrison, Tang: Scientific
    /// Computing on Itanium-based Systems, chapter 8). A tile with numbers outside that range is divided.
    /// </summary>
    /// <param name="rows">1 to 16.</param>
    /// <param name="x">[rows, width].</param>
    /// <param name="width">Floats between rows of x, a multiple of 16.</param>
    /// <param name="l">Divisors: [16], all from 1/2 to 2^40.</param>
    /// <param name="y">y[0, 0].</param>
    /// <param name="stride">Floats between rows of y.</param>
    /// <param name="count">Elements of a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    public static void Divide<T>(int rows, float* x, int width, float* l, float* y, nint stride, int count) where T : unmanaged, ILanes<T>
    {
        float* reciprocals = stackalloc float[Lanes];
        T.Store(reciprocals, T.Create(1f) / T.Load(l));
        T smallest = T.Create(1f), largest = T.Create(1f);
        int whole = count & -Lanes;
        for (int i = 0; i < rows; i++)
        {
            float* source = x + ((nint)i * width), target = y + (i * stride);
            T divisor = T.Create(l[i]), negative = T.Create(-l[i]), reciprocal = T.Create(reciprocals[i]);
            for (int d = 0; d < whole; d += Lanes)
            {
                T o = T.Load(source + d), quotient = o * reciprocal, size = T.Abs(quotient);
                smallest = T.AtMost(size, smallest);
                largest = T.AtLeast(size, largest);
                quotient = T.Fma(T.Fma(quotient, negative, o), reciprocal, quotient);
                T.Store(target + d, T.Fma(T.Fma(quotient, negative, o), reciprocal, quotient));
            }
            if (whole < count)
                LaneMemory.Store(target + whole, T.Load(source + whole) / divisor, count - whole);
        }
        // Also zeros, whose sign the corrections would lose, and anything that is no number.
        if (whole == 0 || (T.Largest(T.Create(0f) - smallest) <= -1e-27f && T.Largest(largest) <= 1e27f))
            return;
        for (int i = 0; i < rows; i++)
        {
            T divisor = T.Create(l[i]);
            for (int d = 0; d < whole; d += Lanes)
                T.Store(y + (i * stride) + d, T.Load(x + ((nint)i * width) + d) / divisor);
        }
    }
}
