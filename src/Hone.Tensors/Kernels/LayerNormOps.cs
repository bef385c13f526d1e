namespace Hone.Tensors;

/// <summary>Layer norm on lanes.</summary>
internal static unsafe class LayerNormOps
{
    /// <summary><see cref="Backend.LayerNorm"/>.</summary>
    public static void LayerNorm(
        CpuBackend cpu, Tensor x, Tensor gain, Tensor bias, float epsilon, Tensor y, Tensor mean, Tensor inverseDeviation)
    {
        int rows = LaneOps.Rows(x), columns = x.Shape.Last;
        LaneOps.Require(y.ElementCount == x.ElementCount, x, y);
        LaneOps.Require(gain.ElementCount == columns, x, gain);
        LaneOps.Require(bias.IsEmpty || bias.ElementCount == columns, x, bias);
        LaneOps.Require(mean.IsEmpty || (mean.ElementCount >= rows && inverseDeviation.ElementCount >= rows), x, mean);
        var work = new LayerNormWork(
            cpu.Set, x.Floats, gain.Floats, bias.IsEmpty ? null : bias.Floats, epsilon, y.Floats,
            mean.IsEmpty ? null : mean.Floats, mean.IsEmpty ? null : inverseDeviation.Floats, rows, columns);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary><see cref="Backend.LayerNormInputGradient"/>.</summary>
    public static void InputGradient(
        CpuBackend cpu, Tensor x, Tensor gain, Tensor mean, Tensor inverseDeviation, Tensor dy, Tensor dx, bool accumulate)
    {
        int rows = LaneOps.Rows(x), columns = x.Shape.Last;
        LaneOps.Require(dy.ElementCount == x.ElementCount, x, dy);
        LaneOps.Require(dx.ElementCount == x.ElementCount, x, dx);
        LaneOps.Require(gain.ElementCount == columns, x, gain);
        LaneOps.Require(mean.ElementCount >= rows && inverseDeviation.ElementCount >= rows, x, mean);
        var work = new LayerNormGradientWork(
            cpu.Set, x.Floats, gain.Floats, mean.Floats, inverseDeviation.Floats, dy.Floats, dx.Floats, accumulate, rows, columns);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary><see cref="Backend.LayerNormGainGradient"/>.</summary>
    public static void GainGradient(CpuBackend cpu, Tensor x, Tensor mean, Tensor inverseDeviation, Tensor dy, Tensor dgain)
    {
        int rows = LaneOps.Rows(x), columns = x.Shape.Last;
        LaneOps.Require(dy.ElementCount == x.ElementCount, x, dy);
        LaneOps.Require(dgain.ElementCount == columns, x, dgain);
        LaneOps.Require(mean.ElementCount >= rows && inverseDeviation.ElementCount >= rows, x, mean);
        var work = new LayerNormGainWork(
            cpu.Set, x.Floats, mean.Floats, inverseDeviation.Floats, dy.Floats, dgain.Floats, rows, columns,
            LaneOps.ColumnsPerPiece(cpu, columns, rows));
        cpu.Workers.Run(ref work, work.Pieces);
    }
}
