using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>
/// Sixty-four lanes in four 512-bit vectors, for elementwise kernels: the four go through a function step by step, which hides
/// the latency of its chain where the processor's own window is too short (two threads on one core halve it).
/// </summary>
internal readonly unsafe partial struct Lanes512By4 : ILaneValues<Lanes512By4>
{
    private readonly Vector512<float> _v0, _v1, _v2, _v3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes512By4(Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3)
    {
        _v0 = v0;
        _v1 = v1;
        _v2 = v2;
        _v3 = v3;
    }

    /// <inheritdoc/>
    public static int Count => 64;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 Create(float value) => Splat(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 Load(float* source) => new(Vector512.Load(source), Vector512.Load(source + 16), Vector512.Load(source + 32), Vector512.Load(source + 48));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float* target, Lanes512By4 value)
    {
        value._v0.Store(target);
        value._v1.Store(target + 16);
        value._v2.Store(target + 32);
        value._v3.Store(target + 48);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 operator +(Lanes512By4 a, Lanes512By4 b) => new(a._v0 + b._v0, a._v1 + b._v1, a._v2 + b._v2, a._v3 + b._v3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 operator -(Lanes512By4 a, Lanes512By4 b) => new(a._v0 - b._v0, a._v1 - b._v1, a._v2 - b._v2, a._v3 - b._v3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 operator *(Lanes512By4 a, Lanes512By4 b) => new(a._v0 * b._v0, a._v1 * b._v1, a._v2 * b._v2, a._v3 * b._v3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 operator /(Lanes512By4 a, Lanes512By4 b) => new(a._v0 / b._v0, a._v1 / b._v1, a._v2 / b._v2, a._v3 / b._v3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 operator -(Lanes512By4 a) => new(-a._v0, -a._v1, -a._v2, -a._v3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 Fma(Lanes512By4 a, Lanes512By4 b, Lanes512By4 c) => new(Vector512.FusedMultiplyAdd(a._v0, b._v0, c._v0), Vector512.FusedMultiplyAdd(a._v1, b._v1, c._v1), Vector512.FusedMultiplyAdd(a._v2, b._v2, c._v2), Vector512.FusedMultiplyAdd(a._v3, b._v3, c._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 Sqrt(Lanes512By4 a) => new(Vector512.Sqrt(a._v0), Vector512.Sqrt(a._v1), Vector512.Sqrt(a._v2), Vector512.Sqrt(a._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 AtLeast(Lanes512By4 bound, Lanes512By4 a) => new(LaneBounds.AtLeast(bound._v0, a._v0), LaneBounds.AtLeast(bound._v1, a._v1), LaneBounds.AtLeast(bound._v2, a._v2), LaneBounds.AtLeast(bound._v3, a._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 AtMost(Lanes512By4 bound, Lanes512By4 a) => new(LaneBounds.AtMost(bound._v0, a._v0), LaneBounds.AtMost(bound._v1, a._v1), LaneBounds.AtMost(bound._v2, a._v2), LaneBounds.AtMost(bound._v3, a._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 LessThan(Lanes512By4 a, Lanes512By4 b) => new(Vector512.LessThan(a._v0, b._v0), Vector512.LessThan(a._v1, b._v1), Vector512.LessThan(a._v2, b._v2), Vector512.LessThan(a._v3, b._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 Equal(Lanes512By4 a, Lanes512By4 b) => new(Vector512.Equals(a._v0, b._v0), Vector512.Equals(a._v1, b._v1), Vector512.Equals(a._v2, b._v2), Vector512.Equals(a._v3, b._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 Select(Lanes512By4 mask, Lanes512By4 a, Lanes512By4 b) => new(Vector512.ConditionalSelect(mask._v0, a._v0, b._v0), Vector512.ConditionalSelect(mask._v1, a._v1, b._v1), Vector512.ConditionalSelect(mask._v2, a._v2, b._v2), Vector512.ConditionalSelect(mask._v3, a._v3, b._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 Abs(Lanes512By4 a) => new(Vector512.Abs(a._v0), Vector512.Abs(a._v1), Vector512.Abs(a._v2), Vector512.Abs(a._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 CopySign(Lanes512By4 magnitude, Lanes512By4 sign) => new(Vector512.ConditionalSelect(Vector512.Create(-0f), sign._v0, magnitude._v0), Vector512.ConditionalSelect(Vector512.Create(-0f), sign._v1, magnitude._v1), Vector512.ConditionalSelect(Vector512.Create(-0f), sign._v2, magnitude._v2), Vector512.ConditionalSelect(Vector512.Create(-0f), sign._v3, magnitude._v3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 LowBitsAsExponent(Lanes512By4 a) => new(Vector512.ShiftLeft(a._v0.AsInt32(), 23).AsSingle(), Vector512.ShiftLeft(a._v1.AsInt32(), 23).AsSingle(), Vector512.ShiftLeft(a._v2.AsInt32(), 23).AsSingle(), Vector512.ShiftLeft(a._v3.AsInt32(), 23).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 ExponentFrom(Lanes512By4 a, int centre) => new(Vector512.ConvertToSingle(Vector512.ShiftRightArithmetic(a._v0.AsInt32() - Vector512.Create(centre), 23)), Vector512.ConvertToSingle(Vector512.ShiftRightArithmetic(a._v1.AsInt32() - Vector512.Create(centre), 23)), Vector512.ConvertToSingle(Vector512.ShiftRightArithmetic(a._v2.AsInt32() - Vector512.Create(centre), 23)), Vector512.ConvertToSingle(Vector512.ShiftRightArithmetic(a._v3.AsInt32() - Vector512.Create(centre), 23)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512By4 FractionFrom(Lanes512By4 a, int centre) => new((((a._v0.AsInt32() - Vector512.Create(centre)) & Vector512.Create(0x7fffff)) + Vector512.Create(centre)).AsSingle(), (((a._v1.AsInt32() - Vector512.Create(centre)) & Vector512.Create(0x7fffff)) + Vector512.Create(centre)).AsSingle(), (((a._v2.AsInt32() - Vector512.Create(centre)) & Vector512.Create(0x7fffff)) + Vector512.Create(centre)).AsSingle(), (((a._v3.AsInt32() - Vector512.Create(centre)) & Vector512.Create(0x7fffff)) + Vector512.Create(centre)).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes512By4 Splat(Vector512<float> v) => new(v, v, v, v);
}
