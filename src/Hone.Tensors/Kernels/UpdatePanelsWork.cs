namespace Hone.Tensors;

/// <summary>
/// An elementwise update of a weight [outputs, steps], whose panels are packed while the new numbers are in the second cache: pieces
/// are panels.
/// </summary>
internal unsafe struct UpdatePanelsWork<TKernel>(KernelSet set, TKernel kernel, float* weight, int outputs, int steps, float* panels) : IParallelWork
    where TKernel : struct, ILaneKernel
{
    private readonly ElementwiseWork<TKernel> _update = new(set, kernel, (long)outputs * steps);
    private readonly PackPanelsWork _pack = new(weight, outputs, steps, panels);

    /// <summary>Number of pieces.</summary>
    public readonly int Pieces => (outputs + GemmTile.Columns - 1) / GemmTile.Columns;

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        nint from = (nint)index * GemmTile.Columns * steps, to = Math.Min((nint)outputs, (index + 1) * GemmTile.Columns) * steps;
        _update.Range(from, to);
        _pack.Panel(index);
    }
}
