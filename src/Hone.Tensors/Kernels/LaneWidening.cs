using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Sixteen lanes from narrower numbers, exactly.</summary>
internal unsafe interface ILaneWidening<TSelf> where TSelf : unmanaged, ILaneWidening<TSelf>
{
    /// <summary>Sixteen signed bytes from any address.</summary>
    static abstract TSelf FromInt8(sbyte* source);

    /// <summary>Sixteen BFloat16 from any address.</summary>
    static abstract TSelf FromBFloat16(ushort* source);
}

internal readonly unsafe partial struct Lanes512 : ILaneWidening<Lanes512>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 FromInt8(sbyte* source) => new(Vector512.ConvertToSingle(Avx512F.ConvertToVector512Int32(Vector128.Load(source))));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 FromBFloat16(ushort* source) => new(Vector512.ShiftLeft(Avx512F.ConvertToVector512Int32(Vector256.Load(source)), 16).AsSingle());
}

internal readonly unsafe partial struct Lanes256 : ILaneWidening<Lanes256>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 FromInt8(sbyte* source) =>
        new(Vector256.ConvertToSingle(Avx2.ConvertToVector256Int32(source)), Vector256.ConvertToSingle(Avx2.ConvertToVector256Int32(source + 8)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 FromBFloat16(ushort* source) => new(
        Vector256.ShiftLeft(Avx2.ConvertToVector256Int32(source), 16).AsSingle(), Vector256.ShiftLeft(Avx2.ConvertToVector256Int32(source + 8), 16).AsSingle());
}

internal readonly unsafe partial struct Lanes128 : ILaneWidening<Lanes128>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 FromInt8(sbyte* source)
    {
        (Vector128<short> low, Vector128<short> high) = Vector128.Widen(Vector128.Load(source));
        (Vector128<int> a, Vector128<int> b) = Vector128.Widen(low);
        (Vector128<int> c, Vector128<int> d) = Vector128.Widen(high);
        return new(Vector128.ConvertToSingle(a), Vector128.ConvertToSingle(b), Vector128.ConvertToSingle(c), Vector128.ConvertToSingle(d));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 FromBFloat16(ushort* source)
    {
        (Vector128<uint> a, Vector128<uint> b) = Vector128.Widen(Vector128.Load(source));
        (Vector128<uint> c, Vector128<uint> d) = Vector128.Widen(Vector128.Load(source + 8));
        return new(Upper(a), Upper(b), Upper(c), Upper(d));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Upper(Vector128<uint> a) => Vector128.ShiftLeft(a, 16).AsSingle();
}
