namespace Hone.Tensors;

/// <summary>Root-mean-square norm on lanes.</summary>
internal static unsafe class NormalizationOps
{
    /// <summary><see cref="Backend.RmsNorm"/>.</summary>
    public static void RmsNorm(CpuBackend cpu, Tensor x, Tensor gain, float epsilon, Tensor y, Tensor inverseRms)
    {
        int rows = LaneOps.Rows(x), columns = x.Shape.Last;
        LaneOps.Require(y.ElementCount == x.ElementCount, x, y);
        LaneOps.Require(gain.IsEmpty || gain.ElementCount == columns, x, gain);
        LaneOps.Require(inverseRms.IsEmpty || inverseRms.ElementCount >= rows, x, inverseRms);
        var work = new RmsNormWork(
            cpu.Set, x.Floats, gain.IsEmpty ? null : gain.Floats, epsilon, y.Floats, inverseRms.IsEmpty ? null : inverseRms.Floats, rows, columns);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary><see cref="Backend.RmsNormInputGradient"/>.</summary>
    public static void InputGradient(CpuBackend cpu, Tensor x, Tensor gain, Tensor inverseRms, Tensor dy, Tensor dx, bool accumulate)
    {
        int rows = LaneOps.Rows(x), columns = x.Shape.Last;
        LaneOps.Require(dy.ElementCount == x.ElementCount, x, dy);
        LaneOps.Require(dx.ElementCount == x.ElementCount, x, dx);
        LaneOps.Require(gain.IsEmpty || gain.ElementCount == columns, x, gain);
        LaneOps.Require(inverseRms.ElementCount >= rows, x, inverseRms);
        var work = new RmsNormGradientWork(
            cpu.Set, x.Floats, gain.IsEmpty ? null : gain.Floats, inverseRms.Floats, dy.Floats, dx.Floats, accumulate, rows, columns);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary><see cref="Backend.RmsNormGainGradient"/>.</summary>
    public static void GainGradient(CpuBackend cpu, Tensor x, Tensor inverseRms, Tensor dy, Tensor dgain)
    {
        int rows = LaneOps.Rows(x), columns = x.Shape.Last;
        LaneOps.Require(dy.ElementCount == x.ElementCount, x, dy);
        LaneOps.Require(dgain.ElementCount == columns, x, dgain);
        LaneOps.Require(inverseRms.ElementCount >= rows, x, inverseRms);
        var work = new RmsNormGainWork(
            cpu.Set, x.Floats, inverseRms.Floats, dy.Floats, dgain.Floats, rows, columns, LaneOps.ColumnsPerPiece(cpu, columns, rows));
        cpu.Workers.Run(ref work, work.Pieces);
    }
}
