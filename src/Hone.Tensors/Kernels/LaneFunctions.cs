using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>The functions of <see cref="LaneMath"/> over spans on the calling thread, for host code: y[i] = f(x[i]); y may be x.</summary>
internal static unsafe class LaneFunctions
{
    /// <summary>y = e^x.</summary>
    public static void Exp(KernelSet set, ReadOnlySpan<float> x, Span<float> y)
    {
        Require(x, y);
        fixed (float* source = x, target = y)
            ExponentialLoop.Run(set, source, target, x.Length);
    }

    /// <summary>y = log x.</summary>
    public static void Log(KernelSet set, ReadOnlySpan<float> x, Span<float> y) => Run<LogFunction>(set, x, y);

    /// <summary>y = tanh x.</summary>
    public static void Tanh(KernelSet set, ReadOnlySpan<float> x, Span<float> y) => Run<TanhFunction>(set, x, y);

    /// <summary>y = erf x.</summary>
    public static void Erf(KernelSet set, ReadOnlySpan<float> x, Span<float> y) => Run<ErfFunction>(set, x, y);

    private static void Run<TFunction>(KernelSet set, ReadOnlySpan<float> x, Span<float> y) where TFunction : IFunction
    {
        Require(x, y);
        fixed (float* source = x, target = y)
        {
            var work = new ElementwiseWork<FunctionKernel<TFunction>>(set, new FunctionKernel<TFunction>(source, target), x.Length);
            for (int piece = 0; piece < work.Pieces; piece++)
                work.Execute(piece, 0);
        }
    }

    private static void Require(ReadOnlySpan<float> x, Span<float> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"{x.Length} arguments for {y.Length} results.", nameof(y));
    }

    private interface IFunction
    {
        static abstract T Of<T>(T x) where T : unmanaged, ILaneValues<T>;
    }

    private readonly struct FunctionKernel<TFunction>(float* x, float* y) : ILaneKernel where TFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(nint i, int n) where T : unmanaged, ILaneValues<T> =>
            LaneMemory.Store(y + i, TFunction.Of(LaneMemory.Load<T>(x + i, n)), n);
    }

    private readonly struct LogFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x) where T : unmanaged, ILaneValues<T> => LaneMath.Log(x);
    }

    private readonly struct TanhFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x) where T : unmanaged, ILaneValues<T> => LaneMath.Tanh(x);
    }

    private readonly struct ErfFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x) where T : unmanaged, ILaneValues<T> => LaneMath.Erf(x);
    }
}
