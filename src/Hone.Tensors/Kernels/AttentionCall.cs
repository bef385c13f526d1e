namespace Hone.Tensors;

/// <summary>What one call of forward attention works on.</summary>
internal unsafe struct AttentionCall
{
    /// <summary>Memory of the workers.</summary>
    public GemmScratch Scratch;

    /// <summary>Receives the blocks of queries.</summary>
    public AttentionPlan Plan;

    /// <summary>The sequences.</summary>
    public RaggedBatch Batch;

    /// <summary>Sizes and mask.</summary>
    public AttentionShape Shape;

    /// <summary>[T, H, Dh], [T, Hkv, Dh], [T, Hkv, Dv]; keys and values only for <see cref="Local"/>, and with <see cref="Pages"/> where they are still to be written.</summary>
    public float* Q, K, V;

    /// <summary>[T, H, Dv], and [T, H] or null.</summary>
    public float* Output, LogSumExp;

    /// <summary>Whether pieces are sequences and key/value heads and lay out keys and values themselves: where those fit a cache and keep all workers busy.</summary>
    public bool Local;

    /// <summary>Keys and values as <see cref="AttentionPages"/> lays them out, when neither <see cref="Local"/> nor <see cref="Pages"/>.</summary>
    public float* KeyPages, ValuePanels;

    /// <summary>Pages of one head of <see cref="KeyPages"/>.</summary>
    public int PageCount;

    /// <summary>The cache that holds keys and values, or null.</summary>
    public KeyValuePages? Pages;

    /// <summary>Whether all heads of a block are one piece: a decode step of sequences enough for the workers.</summary>
    public bool Together;

    /// <summary>The layer in <see cref="Pages"/>.</summary>
    public int Layer;
}
