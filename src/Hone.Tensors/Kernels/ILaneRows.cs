using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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

    /// <summary>The lane sum of each row.</summary>
    static abstract void SumRows(TSelf a, float* sums);
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
    public static void SumRows(Lanes512By4 a, float* sums)
    {
        sums[0] = Sum(a._v0);
        sums[1] = Sum(a._v1);
        sums[2] = Sum(a._v2);
        sums[3] = Sum(a._v3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(Vector512<float> a)
    {
        Vector256<float> eight = a.GetLower() + a.GetUpper();
        return LaneBounds.Sum(eight.GetLower() + eight.GetUpper());
    }
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
}
