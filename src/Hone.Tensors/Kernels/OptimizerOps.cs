namespace Hone.Tensors;

/// <summary>Optimizer updates and checks of gradients on lanes.</summary>
internal static unsafe class OptimizerOps
{
    /// <summary><see cref="Backend.AdamW"/>.</summary>
    public static void AdamW(CpuBackend cpu, Tensor weight, Tensor gradient, float gradientScale, Tensor firstMoment, Tensor secondMoment, in AdamWStep step, Tensor panels)
    {
        SameLength(weight, gradient);
        SameLength(weight, firstMoment);
        SameLength(weight, secondMoment);
        var kernel = new AdamWKernel(weight.Floats, gradient.Floats, firstMoment.Floats, secondMoment.Floats, gradientScale, step);
        if (panels.IsEmpty)
        {
            LaneOps.Elementwise(cpu, kernel, weight.ElementCount);
            return;
        }
        LaneOps.Require(panels.Type == DType.Float32 && panels.Shape == Backend.PanelShape(weight[0], weight[1]), weight, panels);
        var work = new UpdatePanelsWork<AdamWKernel>(cpu.Set, kernel, weight.Floats, weight[0], weight[1], panels.Floats);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary><see cref="Backend.Sgd"/>.</summary>
    public static void Sgd(
        CpuBackend cpu, Tensor weight, Tensor gradient, float gradientScale, Tensor buffer, float momentum, bool nesterov, float learningRate, float weightDecay)
    {
        SameLength(weight, gradient);
        if (!buffer.IsEmpty)
            SameLength(weight, buffer);
        var kernel = new SgdKernel(
            weight.Floats, gradient.Floats, buffer.IsEmpty ? null : buffer.Floats, gradientScale, momentum, nesterov, learningRate, weightDecay);
        LaneOps.Elementwise(cpu, kernel, weight.ElementCount);
    }

    /// <summary><see cref="Backend.SumOfSquares"/>.</summary>
    public static double SumOfSquares(CpuBackend cpu, Tensor x)
    {
        long blocks = (x.ElementCount / 4096) + 1;
        double* sums = (double*)cpu.LaneScratch.Storage(blocks * sizeof(double)).Pointer;
        var work = new SumOfSquaresWork(cpu.Set, x.Floats, x.ElementCount, sums);
        cpu.Workers.Run(ref work, work.Pieces);
        double total = 0;
        for (int block = 0; block < work.Blocks; block++)
            total += sums[block];
        return total;
    }

    /// <summary><see cref="Backend.FirstNonFinite"/>.</summary>
    public static long FirstNonFinite(CpuBackend cpu, Tensor x)
    {
        long first = long.MaxValue;
        var work = new FirstNonFiniteWork(cpu.Set, x.Floats, x.ElementCount, &first);
        cpu.Workers.Run(ref work, work.Pieces);
        return first == long.MaxValue ? -1 : first;
    }

    private static void SameLength(Tensor first, Tensor second) => LaneOps.Require(first.ElementCount == second.ElementCount, first, second);
}
