using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>Soft capping on lanes.</summary>
internal static unsafe class SoftCapOps
{
    /// <summary><see cref="Backend.SoftCap"/>.</summary>
    public static void SoftCap(CpuBackend cpu, Tensor x, float cap, Tensor y)
    {
        LaneOps.Require(x.ElementCount == y.ElementCount, x, y);
        LaneOps.Elementwise(cpu, new SoftCapKernel(x.Floats, cap, y.Floats), y.ElementCount);
    }

    /// <summary><see cref="Backend.SoftCapGradient"/>.</summary>
    public static void Gradient(CpuBackend cpu, Tensor x, float cap, Tensor dy, Tensor dx, bool accumulate)
    {
        LaneOps.Require(x.ElementCount == dx.ElementCount, x, dx);
        LaneOps.Require(dy.ElementCount == dx.ElementCount, dy, dx);
        LaneOps.Elementwise(cpu, new SoftCapGradientKernel(x.Floats, cap, dy.Floats, dx.Floats, accumulate), dx.ElementCount);
    }

    /// <summary>y = tanh(x / cap) * cap on the calling thread; y may be x.</summary>
    public static void SoftCap(KernelSet set, float* x, float cap, float* y, long count) => Alone(set, new SoftCapKernel(x, cap, y), count);

    /// <summary>The gradient of <see cref="SoftCap(KernelSet, float*, float, float*, long)"/> on the calling thread, in place.</summary>
    public static void Gradient(KernelSet set, float* x, float cap, float* dy, long count) => Alone(set, new SoftCapGradientKernel(x, cap, dy, dy, false), count);

    private static void Alone<TKernel>(KernelSet set, TKernel kernel, long count) where TKernel : struct, ILaneKernel
    {
        var work = new ElementwiseWork<TKernel>(set, kernel, count);
        for (int piece = 0; piece < work.Pieces; piece++)
            work.Execute(piece, 0);
    }

    private readonly struct SoftCapKernel(float* x, float cap, float* y) : ILaneKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(nint i, int n) where T : unmanaged, ILaneValues<T>
        {
            T c = T.Create(cap);
            LaneMemory.Store(y + i, LaneMath.Tanh(LaneMemory.Load<T>(x + i, n) / c) * c, n);
        }
    }

    private readonly struct SoftCapGradientKernel(float* x, float cap, float* dy, float* dx, bool accumulate) : ILaneKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(nint i, int n) where T : unmanaged, ILaneValues<T>
        {
            T t = LaneMath.Tanh(LaneMemory.Load<T>(x + i, n) / T.Create(cap));
            T g = LaneMemory.Load<T>(dy + i, n) * T.Fma(-t, t, T.Create(1f));
            LaneMemory.Store(dx + i, accumulate ? LaneMemory.Load<T>(dx + i, n) + g : g, n);
        }
    }
}
