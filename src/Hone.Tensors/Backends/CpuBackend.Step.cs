namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    /// <inheritdoc/>
    public override bool TryStep(Tensor x, LayerStack layers, RaggedBatch batch, KeyValuePages pages)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(pages);
        if (pages.Type != CacheDType.Float32 || layers.Kept is not (null or StepRun))
            return false;
        if (layers.Kept is not StepRun run)
        {
            if (!StepRun.Takes(layers))
                return false;
            layers.Kept = run = new StepRun(this, layers);
        }
        return run.Run(x, batch, pages);
    }
}
