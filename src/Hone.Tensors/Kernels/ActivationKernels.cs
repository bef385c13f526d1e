using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>y = act(gate) * up.</summary>
internal readonly unsafe struct GatedKernel<TActivation>(float* gate, float* up, float* y) : ILaneKernel
    where TActivation : ILaneActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i, int n) where T : unmanaged, ILaneValues<T> =>
        LaneMemory.Store(y + i, TActivation.Value(LaneMemory.Load<T>(gate + i, n)) * LaneMemory.Load<T>(up + i, n), n);
}

/// <summary>dup = dy * act(gate); dgate = (dy * up) * act'(gate).</summary>
internal readonly unsafe struct GatedGradientKernel<TActivation>(float* gate, float* up, float* dy, float* dgate, float* dup) : ILaneKernel
    where TActivation : ILaneActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i, int n) where T : unmanaged, ILaneValues<T>
    {
        T d = LaneMemory.Load<T>(dy + i, n);
        T value = TActivation.ValueAndDerivative(LaneMemory.Load<T>(gate + i, n), out T derivative);
        T gateGradient = d * LaneMemory.Load<T>(up + i, n) * derivative;
        LaneMemory.Store(dup + i, d * value, n);
        LaneMemory.Store(dgate + i, gateGradient, n);
    }
}

/// <summary>y = act(x).</summary>
internal readonly unsafe struct ActivateKernel<TActivation>(float* x, float* y) : ILaneKernel
    where TActivation : ILaneActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i, int n) where T : unmanaged, ILaneValues<T> =>
        LaneMemory.Store(y + i, TActivation.Value(LaneMemory.Load<T>(x + i, n)), n);
}

/// <summary>dx = dy * act'(x), added to dx when accumulating.</summary>
internal readonly unsafe struct ActivateGradientKernel<TActivation>(float* x, float* dy, float* dx, bool accumulate) : ILaneKernel
    where TActivation : ILaneActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i, int n) where T : unmanaged, ILaneValues<T>
    {
        TActivation.ValueAndDerivative(LaneMemory.Load<T>(x + i, n), out T derivative);
        T g = LaneMemory.Load<T>(dy + i, n) * derivative;
        LaneMemory.Store(dx + i, accumulate ? LaneMemory.Load<T>(dx + i, n) + g : g, n);
    }
}
