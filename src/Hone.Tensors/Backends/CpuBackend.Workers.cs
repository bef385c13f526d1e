namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    private WorkerPool? _workers;
    private GemmScratch? _scratch;
    private LaneScratch? _wideScratch;

    /// <summary>The threads of this backend, started when they are first needed.</summary>
    internal WorkerPool Workers => _workers ??= new WorkerPool(Threads) { Idle = Ahead.Ask };

    /// <summary>Memory for one op at a time.</summary>
    internal GemmScratch Scratch => _scratch ??= new GemmScratch(Threads, Ledger);

    /// <summary>Memory for a part of a BFloat16 weight that a product widens, beside that of the product itself.</summary>
    internal LaneScratch WideScratch => _wideScratch ??= new LaneScratch(Ledger);

    /// <summary>Joins the threads and gives the kernels' memory back.</summary>
    public override void Dispose()
    {
        _workers?.Dispose();
        _scratch?.Dispose();
        _laneScratch?.Dispose();
        _wideScratch?.Dispose();
        _activationScratch?.Dispose();
        _activationScratch = null;
        _scratch = null;
        _laneScratch = null;
        _wideScratch = null;
        base.Dispose();
    }
}
