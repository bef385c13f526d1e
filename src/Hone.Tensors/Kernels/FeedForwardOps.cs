using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>Elementwise families of the seam on lanes: activations, arithmetic, fills and copies.</summary>
internal static unsafe class FeedForwardOps
{
    /// <summary><see cref="Backend.GatedActivation"/>.</summary>
    public static void Gated<TActivation>(CpuBackend cpu, Tensor gate, Tensor up, Tensor y) where TActivation : ILaneActivation
    {
        SameLength(y, gate);
        SameLength(y, up);
        LaneOps.Elementwise(cpu, new GatedKernel<TActivation>(gate.Floats, up.Floats, y.Floats), y.ElementCount);
    }

    /// <summary>gate = act(gate) * up on the calling thread.</summary>
    public static void GatedInPlace(Activation activation, KernelSet set, float* gate, float* up, int count)
    {
        switch (activation)
        {
            case Activation.Silu: GatedInPlace<LaneSilu>(set, gate, up, count); break;
            case Activation.GeluTanh: GatedInPlace<LaneGeluTanh>(set, gate, up, count); break;
            case Activation.Gelu: GatedInPlace<LaneGelu>(set, gate, up, count); break;
            case Activation.Relu: GatedInPlace<LaneRelu>(set, gate, up, count); break;
            case Activation.ReluSquared: GatedInPlace<LaneReluSquared>(set, gate, up, count); break;
            case Activation.GeluSine: GatedInPlace<LaneGeluSine>(set, gate, up, count); break;
            default: GatedInPlace<LaneGeluSinc>(set, gate, up, count); break;
        }
    }

    private static void GatedInPlace<TActivation>(KernelSet set, float* gate, float* up, int count) where TActivation : ILaneActivation
    {
        var work = new ElementwiseWork<GatedKernel<TActivation>>(set, new GatedKernel<TActivation>(gate, up, gate), count);
        for (int piece = 0; piece < work.Pieces; piece++)
            work.Execute(piece, 0);
    }

    /// <summary>y = act(gate) * up for rows that are <paramref name="stride"/> floats apart in all three, on the calling thread.</summary>
    public static void GatedRows(Activation activation, KernelSet set, float* gate, float* up, float* y, nint stride, int rows, int width)
    {
        switch (activation)
        {
            case Activation.Silu: GatedRows<LaneSilu>(set, gate, up, y, stride, rows, width); break;
            case Activation.GeluTanh: GatedRows<LaneGeluTanh>(set, gate, up, y, stride, rows, width); break;
            case Activation.Gelu: GatedRows<LaneGelu>(set, gate, up, y, stride, rows, width); break;
            case Activation.Relu: GatedRows<LaneRelu>(set, gate, up, y, stride, rows, width); break;
            case Activation.ReluSquared: GatedRows<LaneReluSquared>(set, gate, up, y, stride, rows, width); break;
            case Activation.GeluSine: GatedRows<LaneGeluSine>(set, gate, up, y, stride, rows, width); break;
            default: GatedRows<LaneGeluSinc>(set, gate, up, y, stride, rows, width); break;
        }
    }

    private static void GatedRows<TActivation>(KernelSet set, float* gate, float* up, float* y, nint stride, int rows, int width)
        where TActivation : ILaneActivation
    {
        var kernel = new GatedKernel<TActivation>(gate, up, y);
        switch (set)
        {
            case KernelSet.Avx512: Rows<GatedKernel<TActivation>, Lanes512>(kernel, stride, rows, width); break;
            case KernelSet.Avx2: Rows<GatedKernel<TActivation>, Lanes256>(kernel, stride, rows, width); break;
            default: Rows<GatedKernel<TActivation>, Lanes128>(kernel, stride, rows, width); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows<TKernel, T>(TKernel kernel, nint stride, int rows, int width)
        where TKernel : struct, ILaneKernel
        where T : unmanaged, ILaneValues<T>
    {
        for (nint row = 0; row < rows; row++)
        {
            nint i = row * stride, end = i + width;
            for (; i + T.Count <= end; i += T.Count)
                kernel.At<T>(i, T.Count);
            if (i < end)
                kernel.At<T>(i, (int)(end - i));
        }
    }

    /// <summary><see cref="Backend.GatedActivationGradient"/>.</summary>
    public static void GatedGradient<TActivation>(CpuBackend cpu, Tensor gate, Tensor up, Tensor dy, Tensor dgate, Tensor dup)
        where TActivation : ILaneActivation
    {
        SameLength(dy, gate);
        SameLength(dy, up);
        SameLength(dy, dgate);
        SameLength(dy, dup);
        var kernel = new GatedGradientKernel<TActivation>(gate.Floats, up.Floats, dy.Floats, dgate.Floats, dup.Floats);
        LaneOps.Elementwise(cpu, kernel, dy.ElementCount);
    }

    /// <summary><see cref="Backend.Activate"/>.</summary>
    public static void Activate<TActivation>(CpuBackend cpu, Tensor x, Tensor y) where TActivation : ILaneActivation
    {
        SameLength(y, x);
        LaneOps.Elementwise(cpu, new ActivateKernel<TActivation>(x.Floats, y.Floats), y.ElementCount);
    }

    /// <summary><see cref="Backend.ActivateGradient"/>.</summary>
    public static void ActivateGradient<TActivation>(CpuBackend cpu, Tensor x, Tensor dy, Tensor dx, bool accumulate)
        where TActivation : ILaneActivation
    {
        SameLength(dx, x);
        SameLength(dx, dy);
        LaneOps.Elementwise(cpu, new ActivateGradientKernel<TActivation>(x.Floats, dy.Floats, dx.Floats, accumulate), dx.ElementCount);
    }

    /// <summary><see cref="Backend.Add"/>.</summary>
    public static void Add(CpuBackend cpu, Tensor a, Tensor b, Tensor y)
    {
        SameLength(y, a);
        SameLength(y, b);
        LaneOps.Elementwise(cpu, new AddKernel(a.Floats, b.Floats, y.Floats), y.ElementCount);
    }

    /// <summary><see cref="Backend.Scale"/>.</summary>
    public static void Scale(CpuBackend cpu, Tensor x, float factor, Tensor y)
    {
        SameLength(y, x);
        LaneOps.Elementwise(cpu, new ScaleKernel(x.Floats, factor, y.Floats), y.ElementCount);
    }

    /// <summary><see cref="Backend.AddScaled"/>.</summary>
    public static void AddScaled(CpuBackend cpu, Tensor x, float factor, Tensor y)
    {
        SameLength(y, x);
        LaneOps.Elementwise(cpu, new AddScaledKernel(x.Floats, factor, y.Floats), y.ElementCount);
    }

    /// <summary><see cref="Backend.LinearCombination"/>.</summary>
    public static void LinearCombination(CpuBackend cpu, float a, Tensor x, float b, Tensor y)
    {
        SameLength(y, x);
        LaneOps.Elementwise(cpu, new LinearCombinationKernel(a, x.Floats, b, y.Floats), y.ElementCount);
    }

    /// <summary><see cref="Backend.Fill"/>.</summary>
    public static void Fill(CpuBackend cpu, Tensor target, float value) =>
        LaneOps.Elementwise(cpu, new FillKernel(value, target.Floats), target.ElementCount);

    /// <summary><see cref="Backend.Copy"/>.</summary>
    public static void Copy(CpuBackend cpu, Tensor source, Tensor target)
    {
        SameLength(target, source);
        LaneOps.Elementwise(cpu, new CopyKernel(source.Floats, target.Floats), target.ElementCount);
    }

    private static void SameLength(Tensor first, Tensor second) => LaneOps.Require(first.ElementCount == second.ElementCount, first, second);
}
