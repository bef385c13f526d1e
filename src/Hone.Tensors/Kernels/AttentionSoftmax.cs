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
    public static void Step<T, TRows>(in AttentionBand band, int rows, float* scores, nint stride, float scale, float* m, float* l, float* again)
        where T : unmanaged, ILanes<T> where TRows : unmanaged, ILaneRows<TRows>
    {
        float* tops = stackalloc float[Lanes], sums = stackalloc float[Lanes];
        T.Store(tops, T.Create(0f));
        int begin = (band.Low(0) - band.FirstStep) & -Lanes, end = (band.High(rows - 1) - band.FirstStep + Lanes - 1) & -Lanes;
        Largest<T>(in band, rows, scores, stride, T.Create(scale), begin, end, m, tops);
        Exponentials<TRows>(rows, scores + begin, stride, end - begin, tops, sums);
        T before = T.Load(m), after = T.Load(tops);
        // Equal also where a row has read nothing yet: both are minus infinity, and their difference is no number.
        T a = T.Select(T.Equal(before, after), T.Create(1f), LaneMath.ExpUpToHigh(before - after));
        T.Store(again, a);
        T.Store(m, after);
        T.Store(l, T.Fma(T.Load(l), a, T.Load(sums)));
    }

    // Scales the scores from begin to end, masks those that a row does not read, and finds the largest.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Largest<T>(in AttentionBand band, int rows, float* scores, nint stride, T factor, int begin, int end, float* m, float* tops)
        where T : unmanaged, ILanes<T>
    {
        T lane = T.Load(NumbersPointer), none = T.Create(float.NegativeInfinity);
        int first = band.FirstStep;
        for (int i = 0; i < rows; i++, scores += stride)
        {
            int from = band.Low(i) - first, to = band.High(i) - first, whole = to & -Lanes, k = begin;
            T largest = T.Create(m[i]);
            // Selected in the register: single floats written here would hold up the vector load behind them.
            for (; k < from && k < end; k += Lanes)
            {
                T s = T.Select(T.LessThan(lane, T.Create(from - k)), none, T.Load(scores + k) * factor);
                s = T.Select(T.LessThan(lane, T.Create(to - k)), s, none);
                T.Store(scores + k, s);
                largest = T.AtLeast(s, largest);
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
            for (; k < end; k += Lanes)
            {
                T s = T.Select(T.LessThan(lane, T.Create(to - k)), T.Load(scores + k) * factor, none);
                T.Store(scores + k, s);
                largest = T.AtLeast(s, largest);
            }
            tops[i] = T.Largest(largest);
        }
    }

    // p = exp(s - top), and its lane sums. Rows go in groups, the last of which may have some that nobody reads. A row without
    // a key so far has a top of minus infinity and differences that are no numbers: its sum is 0.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Exponentials<TRows>(int rows, float* scores, nint stride, int count, float* tops, float* sums) where TRows : unmanaged, ILaneRows<TRows>
    {
        for (int i = 0; i < rows; i += TRows.Rows)
        {
            TRows top = TRows.CreateRows(tops + i), sum = TRows.Create(0f);
            float* row = scores;
            for (int k = count; k > 0; k -= Lanes, row += Lanes)
            {
                TRows p = LaneMath.ExpUpToHigh(TRows.LoadRows(row, stride) - top);
                TRows.StoreRows(row, stride, p);
                sum += p;
            }
            TRows.SumRows(sum, sums + i);
            scores += TRows.Rows * stride;
        }
        for (int i = 0; i < rows; i++)
            sums[i] = float.IsNegativeInfinity(tops[i]) ? 0f : sums[i];
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
    /// <param name="band">Which keys a row reads. Numbers of others between the first and the last key of all rows are of no use.</param>
    /// <param name="rows">Rows; groups of <typeparamref name="TRows"/> are filled up with rows that nobody reads.</param>
    /// <param name="scores">[rows, stride].</param>
    /// <param name="dp">[rows, stride].</param>
    /// <param name="stride">Floats between rows of both.</param>
    /// <param name="scale">Factor on the scores.</param>
    /// <param name="lse">[rows].</param>
    /// <param name="dots">[rows].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient<TRows>(in AttentionBand band, int rows, float* scores, float* dp, nint stride, float scale, float* lse, float* dots)
        where TRows : unmanaged, ILaneRows<TRows>
    {
        TRows factor = TRows.Create(scale);
        int begin = (band.Low(0) - band.FirstStep) & -Lanes, end = band.High(rows - 1) - band.FirstStep;
        for (int i = 0; i < rows; i += TRows.Rows)
        {
            TRows shift = TRows.CreateRows(lse + i), dot = TRows.CreateRows(dots + i);
            for (int k = begin; k < end; k += Lanes)
            {
                TRows p = LaneMath.Exp((TRows.LoadRows(scores + k, stride) * factor) - shift);
                TRows.StoreRows(scores + k, stride, p);
                TRows.StoreRows(dp + k, stride, p * (TRows.LoadRows(dp + k, stride) - dot) * factor);
            }
            scores += TRows.Rows * stride;
            dp += TRows.Rows * stride;
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
