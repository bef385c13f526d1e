using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>Sixteen lanes in four 128-bit vectors.</summary>
internal readonly unsafe partial struct Lanes128 : ILanes<Lanes128>
{
    private readonly Vector128<float> _v0, _v1, _v2, _v3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes128(Vector128<float> v0, Vector128<float> v1, Vector128<float> v2, Vector128<float> v3)
    {
        _v0 = v0;
        _v1 = v1;
        _v2 = v2;
        _v3 = v3;
    }

    /// <inheritdoc/>
    public static int Count => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Create(float value) => Splat(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Load(float* source) => new(Vector128.Load(source), Vector128.Load(source + 4), Vector128.Load(source + 8), Vector128.Load(source + 12));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* target, Lanes128 value)
    {
        value._v0.Store(target);
        value._v1.Store(target + 4);
        value._v2.Store(target + 8);
        value._v3.Store(target + 12);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator +(Lanes128 a, Lanes128 b) => new(a._v0 + b._v0, a._v1 + b._v1, a._v2 + b._v2, a._v3 + b._v3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator -(Lanes128 a, Lanes128 b) => new(a._v0 - b._v0, a._v1 - b._v1, a._v2 - b._v2, a._v3 - b._v3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator *(Lanes128 a, Lanes128 b) => new(a._v0 * b._v0, a._v1 * b._v1, a._v2 * b._v2, a._v3 * b._v3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator /(Lanes128 a, Lanes128 b) => new(a._v0 / b._v0, a._v1 / b._v1, a._v2 / b._v2, a._v3 / b._v3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator -(Lanes128 a) => new(-a._v0, -a._v1, -a._v2, -a._v3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Fma(Lanes128 a, Lanes128 b, Lanes128 c) => new(Vector128.FusedMultiplyAdd(a._v0, b._v0, c._v0), Vector128.FusedMultiplyAdd(a._v1, b._v1, c._v1), Vector128.FusedMultiplyAdd(a._v2, b._v2, c._v2), Vector128.FusedMultiplyAdd(a._v3, b._v3, c._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Sqrt(Lanes128 a) => new(Vector128.Sqrt(a._v0), Vector128.Sqrt(a._v1), Vector128.Sqrt(a._v2), Vector128.Sqrt(a._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 AtLeast(Lanes128 bound, Lanes128 a) => new(LaneBounds.AtLeast(bound._v0, a._v0), LaneBounds.AtLeast(bound._v1, a._v1), LaneBounds.AtLeast(bound._v2, a._v2), LaneBounds.AtLeast(bound._v3, a._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 AtMost(Lanes128 bound, Lanes128 a) => new(LaneBounds.AtMost(bound._v0, a._v0), LaneBounds.AtMost(bound._v1, a._v1), LaneBounds.AtMost(bound._v2, a._v2), LaneBounds.AtMost(bound._v3, a._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 LessThan(Lanes128 a, Lanes128 b) => new(Vector128.LessThan(a._v0, b._v0), Vector128.LessThan(a._v1, b._v1), Vector128.LessThan(a._v2, b._v2), Vector128.LessThan(a._v3, b._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Equal(Lanes128 a, Lanes128 b) => new(Vector128.Equals(a._v0, b._v0), Vector128.Equals(a._v1, b._v1), Vector128.Equals(a._v2, b._v2), Vector128.Equals(a._v3, b._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Select(Lanes128 mask, Lanes128 a, Lanes128 b) => new(Vector128.ConditionalSelect(mask._v0, a._v0, b._v0), Vector128.ConditionalSelect(mask._v1, a._v1, b._v1), Vector128.ConditionalSelect(mask._v2, a._v2, b._v2), Vector128.ConditionalSelect(mask._v3, a._v3, b._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Abs(Lanes128 a) => new(Vector128.Abs(a._v0), Vector128.Abs(a._v1), Vector128.Abs(a._v2), Vector128.Abs(a._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 CopySign(Lanes128 magnitude, Lanes128 sign) => new(Vector128.ConditionalSelect(Vector128.Create(-0f), sign._v0, magnitude._v0), Vector128.ConditionalSelect(Vector128.Create(-0f), sign._v1, magnitude._v1), Vector128.ConditionalSelect(Vector128.Create(-0f), sign._v2, magnitude._v2), Vector128.ConditionalSelect(Vector128.Create(-0f), sign._v3, magnitude._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 LowBitsAsExponent(Lanes128 a) => new(Vector128.ShiftLeft(a._v0.AsInt32(), 23).AsSingle(), Vector128.ShiftLeft(a._v1.AsInt32(), 23).AsSingle(), Vector128.ShiftLeft(a._v2.AsInt32(), 23).AsSingle(), Vector128.ShiftLeft(a._v3.AsInt32(), 23).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 ExponentFrom(Lanes128 a, int centre) => new(Vector128.ConvertToSingle(Vector128.ShiftRightArithmetic(a._v0.AsInt32() - Vector128.Create(centre), 23)), Vector128.ConvertToSingle(Vector128.ShiftRightArithmetic(a._v1.AsInt32() - Vector128.Create(centre), 23)), Vector128.ConvertToSingle(Vector128.ShiftRightArithmetic(a._v2.AsInt32() - Vector128.Create(centre), 23)), Vector128.ConvertToSingle(Vector128.ShiftRightArithmetic(a._v3.AsInt32() - Vector128.Create(centre), 23)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 FractionFrom(Lanes128 a, int centre) => new((((a._v0.AsInt32() - Vector128.Create(centre)) & Vector128.Create(0x7fffff)) + Vector128.Create(centre)).AsSingle(), (((a._v1.AsInt32() - Vector128.Create(centre)) & Vector128.Create(0x7fffff)) + Vector128.Create(centre)).AsSingle(), (((a._v2.AsInt32() - Vector128.Create(centre)) & Vector128.Create(0x7fffff)) + Vector128.Create(centre)).AsSingle(), (((a._v3.AsInt32() - Vector128.Create(centre)) & Vector128.Create(0x7fffff)) + Vector128.Create(centre)).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Lanes128 a)
    {
        return LaneBounds.Sum((a._v0 + a._v2) + (a._v1 + a._v3));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest(Lanes128 a)
    {
        return LaneBounds.Largest(Vector128.MaxNative(Vector128.MaxNative(a._v0, a._v2), Vector128.MaxNative(a._v1, a._v3)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes128 Splat(Vector128<float> v) => new(v, v, v, v);
}
