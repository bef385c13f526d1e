using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>
/// Sixteen lanes each of one or several rows, which go through a function step by step: the rows of a softmax, whose own
/// chunks of sixteen are too few to hide the latency of an exponential.
/// </summary>
internal unsafe interface ILaneRows<TSelf> : ILaneValues<TSelf> where TSelf : unmanaged, ILaneRows<TSelf>
{
    /// <summary>Number of rows.</summary>
    static abstract int Rows { get; }

    /// <summary>Sixteen numbers of each row.</summary>
    static abstract TSelf LoadRows(float* source, nint stride);

    /// <summary>Sixteen numbers to each row.</summary>
    static abstract void StoreRows(float* target, nint stride, TSelf value);

    /// <summary>A number for each row, in all its lanes.</summary>
    static abstract TSelf CreateRows(float* values);

    /// <summary>The same sixteen numbers in every row.</summary>
    static abstract TSelf Repeat(float* source);

    /// <summary>The lane sum of each row.</summary>
    static abstract void SumRows(TSelf a, float* sums);

    /// <summary>The largest lane of each row; none is a NaN.</summary>
    static abstract void LargestRows(TSelf a, float* largest);

    /// <summary>
    /// p = exp(s scale - top) in place, and the lane sums of p. Rows go in groups, the last of which may have some that nobody
    /// reads; no difference is above 0 but theirs.
    /// </summary>
    /// <param name="rows">Rows.</param>
    /// <param name="scores">s[0, 0].</param>
    /// <param name="stride">Floats between rows.</param>
    /// <param name="count">Numbers of a row, a multiple of 16.</param>
    /// <param name="scale">Factor on the scores.</param>
    /// <param name="tops">One for each row.</param>
    /// <param name="sums">Receives one for each row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static virtual void Exponentials(int rows, float* scores, nint stride, int count, float scale, float* tops, float* sums)
    {
        TSelf factor = TSelf.Create(scale);
        for (int i = 0; i < rows; i += TSelf.Rows, scores += TSelf.Rows * stride)
        {
            TSelf top = TSelf.CreateRows(tops + i), sum = TSelf.Create(0f);
            for (int k = 0; k < count; k += LaneMemory.Count)
            {
                TSelf p = LaneMath.ExpUpToHigh((TSelf.LoadRows(scores + k, stride) * factor) - top);
                TSelf.StoreRows(scores + k, stride, p);
                sum += p;
            }
            TSelf.SumRows(sum, sums + i);
        }
    }

    /// <summary>p = exp(s scale - shift) in place of s, and (p (g - dot)) scale in place of g; groups as in <see cref="Exponentials"/>.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="scores">s[0, 0].</param>
    /// <param name="gradients">g[0, 0].</param>
    /// <param name="stride">Floats between rows of both.</param>
    /// <param name="count">Numbers of a row, a multiple of 16.</param>
    /// <param name="scale">Factor on the scores.</param>
    /// <param name="shifts">One for each row.</param>
    /// <param name="dots">One for each row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static virtual void ExponentialGradients(int rows, float* scores, float* gradients, nint stride, int count, float scale, float* shifts, float* dots)
    {
        TSelf factor = TSelf.Create(scale);
        for (int i = 0; i < rows; i += TSelf.Rows, scores += TSelf.Rows * stride, gradients += TSelf.Rows * stride)
        {
            TSelf shift = TSelf.CreateRows(shifts + i), dot = TSelf.CreateRows(dots + i);
            for (int k = 0; k < count; k += LaneMemory.Count)
            {
                TSelf p = LaneMath.Exp((TSelf.LoadRows(scores + k, stride) * factor) - shift);
                TSelf.StoreRows(scores + k, stride, p);
                TSelf.StoreRows(gradients + k, stride, p * (TSelf.LoadRows(gradients + k, stride) - dot) * factor);
            }
        }
    }
}

internal readonly unsafe partial struct Lanes512By4 : ILaneRows<Lanes512By4>
{
    /// <inheritdoc/>
    public static int Rows => 4;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 LoadRows(float* source, nint stride) =>
        new(Vector512.Load(source), Vector512.Load(source + stride), Vector512.Load(source + (2 * stride)), Vector512.Load(source + (3 * stride)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(float* target, nint stride, Lanes512By4 value)
    {
        value._v0.Store(target);
        value._v1.Store(target + stride);
        value._v2.Store(target + (2 * stride));
        value._v3.Store(target + (3 * stride));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 CreateRows(float* values) =>
        new(Vector512.Create(values[0]), Vector512.Create(values[1]), Vector512.Create(values[2]), Vector512.Create(values[3]));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 Repeat(float* source) => Splat(Vector512.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SumRows(Lanes512By4 a, float* sums)
    {
        Vector128<float> r0 = Sum(a._v0), r1 = Sum(a._v1), r2 = Sum(a._v2), r3 = Sum(a._v3);
        // Lanes l + (l + 2) of two rows at a time, then l + (l + 1) of all four.
        Vector128<float> low = Pairs(r0, r1) + OtherPairs(r0, r1), high = Pairs(r2, r3) + OtherPairs(r2, r3);
        (Even(low, high) + Odd(low, high)).Store(sums);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LargestRows(Lanes512By4 a, float* largest)
    {
        Vector128<float> r0 = Largest(a._v0), r1 = Largest(a._v1), r2 = Largest(a._v2), r3 = Largest(a._v3);
        Vector128<float> low = Vector128.MaxNative(Pairs(r0, r1), OtherPairs(r0, r1)), high = Vector128.MaxNative(Pairs(r2, r3), OtherPairs(r2, r3));
        Vector128.MaxNative(Even(low, high), Odd(low, high)).Store(largest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Sum(Vector512<float> a)
    {
        Vector256<float> eight = a.GetLower() + a.GetUpper();
        return eight.GetLower() + eight.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Largest(Vector512<float> a)
    {
        Vector256<float> eight = Vector256.MaxNative(a.GetLower(), a.GetUpper());
        return Vector128.MaxNative(eight.GetLower(), eight.GetUpper());
    }

    // {a0, a1, b0, b1} and {a2, a3, b2, b3}; then {a0, a2, b0, b2} and {a1, a3, b1, b3}.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Pairs(Vector128<float> a, Vector128<float> b) => Sse.MoveLowToHigh(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> OtherPairs(Vector128<float> a, Vector128<float> b) => Sse.MoveHighToLow(b, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Even(Vector128<float> a, Vector128<float> b) => Sse.Shuffle(a, b, 0b10_00_10_00);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Odd(Vector128<float> a, Vector128<float> b) => Sse.Shuffle(a, b, 0b11_01_11_01);
}

internal readonly unsafe partial struct Lanes256 : ILaneRows<Lanes256>
{
    /// <inheritdoc/>
    public static int Rows => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 LoadRows(float* source, nint stride) => Load(source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(float* target, nint stride, Lanes256 value) => Store(target, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 CreateRows(float* values) => Create(*values);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SumRows(Lanes256 a, float* sums) => *sums = Sum(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Repeat(float* source) => Load(source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LargestRows(Lanes256 a, float* largest) => *largest = Largest(a);
}

internal readonly unsafe partial struct Lanes128 : ILaneRows<Lanes128>
{
    /// <inheritdoc/>
    public static int Rows => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 LoadRows(float* source, nint stride) => Load(source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(float* target, nint stride, Lanes128 value) => Store(target, value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 CreateRows(float* values) => Create(*values);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SumRows(Lanes128 a, float* sums) => *sums = Sum(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Repeat(float* source) => Load(source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LargestRows(Lanes128 a, float* largest) => *largest = Largest(a);
}
