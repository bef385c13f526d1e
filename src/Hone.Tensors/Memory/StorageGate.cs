namespace Hone.Tensors;

/// <summary>Says when the memory of a guarded backend may be touched: only while its queue runs.</summary>
internal sealed class StorageGate(Action drain)
{
    /// <summary>Runs what is queued: memory is given back in the order of the calls, as on a device.</summary>
    public void Drain() => drain();

    /// <summary>Whether a kernel is running now.</summary>
    public bool IsOpen { get; set; }
}
