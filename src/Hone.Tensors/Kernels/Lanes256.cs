using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>Sixteen lanes in two 256-bit vectors.</summary>
internal readonly unsafe partial struct Lanes256 : ILanes<Lanes256>
{
    private readonly Vector256<float> _v0, _v1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes256(Vector256<float> v0, Vector256<float> v1)
    {
        _v0 = v0;
        _v1 = v1;
    }

    /// <inheritdoc/>
    public static int Count => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Create(float value) => Splat(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Load(float* source) => new(Vector256.Load(source), Vector256.Load(source + 8));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* target, Lanes256 value)
    {
        value._v0.Store(target);
        value._v1.Store(target + 8);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(Lanes256 a, Lanes256 b) => new(a._v0 + b._v0, a._v1 + b._v1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 a, Lanes256 b) => new(a._v0 - b._v0, a._v1 - b._v1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator *(Lanes256 a, Lanes256 b) => new(a._v0 * b._v0, a._v1 * b._v1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator /(Lanes256 a, Lanes256 b) => new(a._v0 / b._v0, a._v1 / b._v1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 a) => new(-a._v0, -a._v1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Fma(Lanes256 a, Lanes256 b, Lanes256 c) => new(Vector256.FusedMultiplyAdd(a._v0, b._v0, c._v0), Vector256.FusedMultiplyAdd(a._v1, b._v1, c._v1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Sqrt(Lanes256 a) => new(Vector256.Sqrt(a._v0), Vector256.Sqrt(a._v1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 AtLeast(Lanes256 bound, Lanes256 a) => new(LaneBounds.AtLeast(bound._v0, a._v0), LaneBounds.AtLeast(bound._v1, a._v1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 AtMost(Lanes256 bound, Lanes256 a) => new(LaneBounds.AtMost(bound._v0, a._v0), LaneBounds.AtMost(bound._v1, a._v1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 LessThan(Lanes256 a, Lanes256 b) => new(Vector256.LessThan(a._v0, b._v0), Vector256.LessThan(a._v1, b._v1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Equal(Lanes256 a, Lanes256 b) => new(Vector256.Equals(a._v0, b._v0), Vector256.Equals(a._v1, b._v1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Select(Lanes256 mask, Lanes256 a, Lanes256 b) => new(Vector256.ConditionalSelect(mask._v0, a._v0, b._v0), Vector256.ConditionalSelect(mask._v1, a._v1, b._v1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Abs(Lanes256 a) => new(Vector256.Abs(a._v0), Vector256.Abs(a._v1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 CopySign(Lanes256 magnitude, Lanes256 sign) => new(Vector256.ConditionalSelect(Vector256.Create(-0f), sign._v0, magnitude._v0), Vector256.ConditionalSelect(Vector256.Create(-0f), sign._v1, magnitude._v1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 LowBitsAsExponent(Lanes256 a) => new(Vector256.ShiftLeft(a._v0.AsInt32(), 23).AsSingle(), Vector256.ShiftLeft(a._v1.AsInt32(), 23).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 ExponentFrom(Lanes256 a, int centre) => new(Vector256.ConvertToSingle(Vector256.ShiftRightArithmetic(a._v0.AsInt32() - Vector256.Create(centre), 23)), Vector256.ConvertToSingle(Vector256.ShiftRightArithmetic(a._v1.AsInt32() - Vector256.Create(centre), 23)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 FractionFrom(Lanes256 a, int centre) => new((((a._v0.AsInt32() - Vector256.Create(centre)) & Vector256.Create(0x7fffff)) + Vector256.Create(centre)).AsSingle(), (((a._v1.AsInt32() - Vector256.Create(centre)) & Vector256.Create(0x7fffff)) + Vector256.Create(centre)).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Lanes256 a)
    {
        Vector256<float> eight = a._v0 + a._v1;
        return LaneBounds.Sum(eight.GetLower() + eight.GetUpper());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest(Lanes256 a)
    {
        Vector256<float> eight = Vector256.MaxNative(a._v0, a._v1);
        return LaneBounds.Largest(Vector128.MaxNative(eight.GetLower(), eight.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes256 Splat(Vector256<float> v) => new(v, v);
}
