namespace Hone.Tensors;

/// <summary>Says when the memory of a guarded backend may be touched: only while its queue runs.</summary>
internal sealed class StorageGate
{
    /// <summary>Whether a kernel is running now.</summary>
    public bool IsOpen { get; set; }
}
