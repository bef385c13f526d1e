using System.Runtime.CompilerServices;

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

    // 0 to 15. Not a span of constants: without optimization that allocates at every use.
    private static void Number(float* numbers)
    {
        for (int i = 0; i < Lanes; i++)
            numbers[i] = i;
    }

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
        int begin = (band.Low(0) - band.FirstStep) & -Lanes, end = (band.High(rows - 1) - band.FirstStep + Lanes - 1) & -Lanes;
        if (!(scale > 0))
        {
            Scale<T>(rows, scores + begin, stride, end - begin, scale);
            scale = 1f;
        }
        if (band.Low(rows - 1) - band.FirstStep <= begin && band.High(0) - band.FirstStep >= end)
            Largest<TRows>(rows, scores + begin, stride, end - begin, tops);
        else
            LargestOfBand<TRows>(in band, rows, scores, stride, begin, end, tops);
        // Rounding keeps order, so the largest product with the scale is that of the largest score.
        T before = T.Load(m), after = T.AtLeast(before, T.Load(tops) * T.Create(scale));
        T.Store(tops, after);
        // Equal also where a row has read nothing yet: both are minus infinity, and their difference is no number.
        T a = T.Select(T.Equal(before, after), T.Create(1f), LaneMath.ExpUpToHigh(before - after));
        T.Store(again, a);
        T.Store(m, after);
        TRows.Exponentials(rows, scores + begin, stride, end - begin, scale, tops, sums);
        // A row without a key so far has differences that are no numbers.
        T sum = T.Select(T.Equal(after, T.Create(float.NegativeInfinity)), T.Create(0f), T.Load(sums));
        T.Store(l, T.Fma(T.Load(l), a, sum));
    }

    /// <summary>
    /// As <see cref="Step{T, TRows}"/> for one row that reads the first <paramref name="count"/> keys of the tile, with a scale above 0: a decode step, where
    /// the row is all there is. The exponentials of a tile's pages go abreast as rows do elsewhere, and are summed in order afterwards.
    /// </summary>
    /// <param name="scores">[128], unscaled; become probabilities, with zeros up to a multiple of 16.</param>
    /// <param name="count">1 to 128.</param>
    /// <param name="scale">Factor on the scores.</param>
    /// <param name="m">Largest score so far; minus infinity before the first tile.</param>
    /// <param name="l">Sum so far; 0 before the first tile.</param>
    /// <returns>The factor of what was summed before.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    public static float StepOfRow<T, TRows>(float* scores, int count, float scale, ref float m, ref float l)
        where T : unmanaged, ILanes<T> where TRows : unmanaged, ILaneRows<TRows>
    {
        const int page = KeyValuePages.PageTokens, pages = AttentionBlocks.Tile / page;
        float* lanes = stackalloc float[Lanes], tops = stackalloc float[pages], sums = stackalloc float[pages];
        int end = (count + Lanes - 1) & -Lanes;
        for (int k = count; k < end; k++)
            scores[k] = float.NegativeInfinity;
        T largest = T.Load(scores);
        for (int k = Lanes; k < end; k += Lanes)
            largest = T.AtLeast(largest, T.Load(scores + k));
        float top = T.Largest(largest) * scale, before = m, after = before > top ? before : top, again = 1f;
        if (before != after && l > 0f)
        {
            T.Store(lanes, LaneMath.ExpUpToHigh(T.Create(before - after)));
            again = lanes[0];
        }
        for (int i = 0; i < pages; i++)
            tops[i] = after;
        TRows.Exponentials((end + page - 1) / page, scores, page, page, scale, tops, sums);
        T sum = T.Load(scores);
        for (int k = Lanes; k < end; k += Lanes)
            sum += T.Load(scores + k);
        m = after;
        l = MathF.FusedMultiplyAdd(l, again, T.Sum(sum));
        return again;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale<T>(int rows, float* scores, nint stride, int count, float scale) where T : unmanaged, ILanes<T>
    {
        for (int i = 0; i < rows; i++, scores += stride)
        {
            for (int k = 0; k < count; k += Lanes)
                T.Store(scores + k, T.Load(scores + k) * T.Create(scale));
        }
    }

    // The largest score of rows that all read all keys.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Largest<TRows>(int rows, float* scores, nint stride, int count, float* tops) where TRows : unmanaged, ILaneRows<TRows>
    {
        for (int i = 0; i < rows; i += TRows.Rows, scores += TRows.Rows * stride)
        {
            TRows largest = TRows.LoadRows(scores, stride);
            for (int k = Lanes; k < count; k += Lanes)
                largest = TRows.AtLeast(largest, TRows.LoadRows(scores + k, stride));
            TRows.LargestRows(largest, tops + i);
        }
    }

    // Masks the scores from begin to end that a row does not read, and finds the largest.
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void LargestOfBand<TRows>(in AttentionBand band, int rows, float* scores, nint stride, int begin, int end, float* tops)
        where TRows : unmanaged, ILaneRows<TRows>
    {
        float* lows = stackalloc float[Lanes], highs = stackalloc float[Lanes];
        for (int i = 0; i < rows; i++)
        {
            lows[i] = band.Low(i) - band.FirstStep;
            highs[i] = band.High(i) - band.FirstStep;
        }
        float* numbers = stackalloc float[Lanes];
        Number(numbers);
        TRows none = TRows.Create(float.NegativeInfinity), lane = TRows.Repeat(numbers);
        for (int i = 0; i < rows; i += TRows.Rows)
        {
            // Between these all rows of the group read all keys.
            int common = ((int)lows[Math.Min(rows, i + TRows.Rows) - 1] + Lanes - 1) & -Lanes, whole = (int)highs[i] & -Lanes;
            TRows largest = none, low = TRows.CreateRows(lows + i), high = TRows.CreateRows(highs + i);
            for (int k = begin; k < end; k += Lanes)
            {
                TRows s = TRows.LoadRows(scores + k, stride);
                if (k < common || k >= whole)
                {
                    TRows key = lane + TRows.Create(k);
                    s = TRows.Select(TRows.LessThan(key, high), s, none);
                    s = TRows.Select(TRows.LessThan(key, low), none, s);
                    TRows.StoreRows(scores + k, stride, s);
                }
                largest = TRows.AtLeast(largest, s);
            }
            TRows.LargestRows(largest, tops + i);
            scores += TRows.Rows * stride;
        }
    }

    /// <summary>Soft cap: s = tanh(s factor) cap, from <paramref name="from"/>, a multiple of 16, to the chunk of <paramref name="to"/>.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="scores">[rows, stride].</param>
    /// <param name="stride">Floats between rows.</param>
    /// <param name="from">First score.</param>
    /// <param name="to">One past the last score.</param>
    /// <param name="factor">Scale / cap.</param>
    /// <param name="cap">The bound.</param>
    /// <param name="slopes">Receives 1 - tanh²: [rows, stride]; or null.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Cap<T>(int rows, float* scores, nint stride, int from, int to, float factor, float cap, float* slopes) where T : unmanaged, ILanes<T>
    {
        T one = T.Create(1f);
        for (int i = 0; i < rows; i++)
        {
            for (nint k = from + (i * stride), end = to + (i * stride); k < end; k += Lanes)
            {
                T u = LaneMath.Tanh(T.Load(scores + k) * T.Create(factor));
                T.Store(scores + k, u * T.Create(cap));
                if (slopes is not null)
                    T.Store(slopes + k, T.Fma(-u, u, one));
            }
        }
    }

    /// <summary>ds = (e slope) scale, the last step of the gradient under a soft cap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Uncap<T>(int rows, float* e, float* slopes, nint stride, int from, int to, float scale) where T : unmanaged, ILanes<T>
    {
        for (int i = 0; i < rows; i++)
        {
            for (nint k = from + (i * stride), end = to + (i * stride); k < end; k += Lanes)
                T.Store(e + k, T.Load(e + k) * T.Load(slopes + k) * T.Create(scale));
        }
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

    /// <summary>y = x / l of one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void DivideRow<T>(float* x, float l, float* y, int count) where T : unmanaged, ILanes<T>
    {
        T divisor = T.Create(l);
        for (int d = 0; d < count; d += Lanes)
            T.Store(y + d, T.Load(x + d) / divisor);
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
        int begin = (band.Low(0) - band.FirstStep) & -Lanes, end = (band.High(rows - 1) - band.FirstStep + Lanes - 1) & -Lanes;
        TRows.ExponentialGradients(rows, scores + begin, dp + begin, stride, end - begin, scale, lse, dots);
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
