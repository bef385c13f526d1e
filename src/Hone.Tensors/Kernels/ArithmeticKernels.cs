using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>y = a + b.</summary>
internal readonly unsafe struct AddKernel(float* a, float* b, float* y) : ILaneKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i, int n) where T : unmanaged, ILaneValues<T> =>
        LaneMemory.Store(y + i, LaneMemory.Load<T>(a + i, n) + LaneMemory.Load<T>(b + i, n), n);
}

/// <summary>y = x * factor.</summary>
internal readonly unsafe struct ScaleKernel(float* x, float factor, float* y) : ILaneKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i, int n) where T : unmanaged, ILaneValues<T> =>
        LaneMemory.Store(y + i, LaneMemory.Load<T>(x + i, n) * T.Create(factor), n);
}

/// <summary>y = fma(x, factor, y).</summary>
internal readonly unsafe struct AddScaledKernel(float* x, float factor, float* y) : ILaneKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i, int n) where T : unmanaged, ILaneValues<T> =>
        LaneMemory.Store(y + i, T.Fma(LaneMemory.Load<T>(x + i, n), T.Create(factor), LaneMemory.Load<T>(y + i, n)), n);
}

/// <summary>y = fma(a, x, b * y).</summary>
internal readonly unsafe struct LinearCombinationKernel(float a, float* x, float b, float* y) : ILaneKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i, int n) where T : unmanaged, ILaneValues<T> =>
        LaneMemory.Store(y + i, T.Fma(T.Create(a), LaneMemory.Load<T>(x + i, n), T.Create(b) * LaneMemory.Load<T>(y + i, n)), n);
}

/// <summary>y = value.</summary>
internal readonly unsafe struct FillKernel(float value, float* y) : ILaneKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i, int n) where T : unmanaged, ILaneValues<T> => LaneMemory.Store(y + i, T.Create(value), n);
}

/// <summary>y = x.</summary>
internal readonly unsafe struct CopyKernel(float* x, float* y) : ILaneKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i, int n) where T : unmanaged, ILaneValues<T> => LaneMemory.Store(y + i, LaneMemory.Load<T>(x + i, n), n);
}
