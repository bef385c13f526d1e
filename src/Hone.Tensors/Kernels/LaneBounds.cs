using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>The parts of the lane types whose result could depend on the order of operands, written so that it does not.</summary>
internal static class LaneBounds
{
    // bound > a ? bound : a, a NaN in a staying: vmaxps takes its second operand when either is a NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> AtLeast(Vector512<float> bound, Vector512<float> a) => Vector512.MaxNative(bound, a);

    // bound < a ? bound : a, likewise.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> AtMost(Vector512<float> bound, Vector512<float> a) => Vector512.MinNative(bound, a);

    // bound > a ? bound : a, a NaN in a staying: vmaxps takes its second operand when either is a NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> AtLeast(Vector256<float> bound, Vector256<float> a) => Vector256.MaxNative(bound, a);

    // bound < a ? bound : a, likewise.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> AtMost(Vector256<float> bound, Vector256<float> a) => Vector256.MinNative(bound, a);

    // bound > a ? bound : a, a NaN in a staying: vmaxps takes its second operand when either is a NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> AtLeast(Vector128<float> bound, Vector128<float> a) => Vector128.MaxNative(bound, a);

    // bound < a ? bound : a, likewise.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> AtMost(Vector128<float> bound, Vector128<float> a) => Vector128.MinNative(bound, a);

    // The end of the written tree: lanes l + (l + 2), then l + (l + 1).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector128<float> four)
    {
        Vector128<float> two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        return (two + Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    // The largest of four, none of them a NaN. Without branches: which lane is largest cannot be predicted.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest(Vector128<float> four)
    {
        Vector128<float> two = Vector128.MaxNative(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(two, Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
