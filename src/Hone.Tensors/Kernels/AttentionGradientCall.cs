namespace Hone.Tensors;

/// <summary>What one call of the gradient of attention works on.</summary>
internal unsafe struct AttentionGradientCall
{
    /// <summary>Memory of the workers.</summary>
    public GemmScratch Scratch;

    /// <summary>The sequences.</summary>
    public RaggedBatch Batch;

    /// <summary>Sizes and mask.</summary>
    public AttentionShape Shape;

    /// <summary>[T, H, Dh], [T, Hkv, Dh], [T, Hkv, Dv]; keys and values only for <see cref="Local"/>.</summary>
    public float* Q, K, V;

    /// <summary>Of the forward pass, [T, H, Dv] and [T, H]; and the gradient of the output, [T, H, Dv].</summary>
    public float* Output, LogSumExp, Doutput;

    /// <summary>Results: [T, H, Dh], [T, Hkv, Dh], [T, Hkv, Dv].</summary>
    public float* Dq, Dk, Dv;

    /// <summary>Whether pieces are sequences and key/value heads and lay out keys and values themselves: where those fit a cache and keep all workers busy.</summary>
    public bool Local;

    /// <summary>Keys and values as <see cref="AttentionPages"/> lays them out, when not <see cref="Local"/>.</summary>
    public float* KeyPages, ValuePages, KeyPanels;

    /// <summary>Pages of one head of those.</summary>
    public int PageCount;

    /// <summary>The wave in hand, or null when pieces are sequences and key/value heads.</summary>
    public AttentionWaves? Waves;
}
