namespace Hone.Tensors;

/// <summary>
/// Storage for keys and values in pages of 32 positions. A page holds, for every layer and key/value head, K as
/// [Dh, 32] (so that 32 scores of one query are one vector chain) and V as [32, Dv]. Who uses which page is the
/// caller's business; this is only the memory.
/// </summary>
public sealed class KeyValuePages : IDisposable
{
    /// <summary>Positions in a page. Four pages are one key tile of the attention contract.</summary>
    public const int PageTokens = 32;

    private readonly Backend _backend;
    private readonly List<TensorStorage> _slabs = [];
    private readonly int _pagesPerSlab;

    /// <summary>Pages for a model of <paramref name="layers"/> layers; memory is taken in slabs as pages are used.</summary>
    /// <param name="backend">Where the memory lives.</param>
    /// <param name="layers">Layers of the model.</param>
    /// <param name="keyValueHeads">Key/value heads, Hkv.</param>
    /// <param name="headDim">Width of a key head, Dh.</param>
    /// <param name="valueDim">Width of a value head, Dv.</param>
    public KeyValuePages(Backend backend, int layers, int keyValueHeads, int headDim, int valueDim)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(layers);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(keyValueHeads);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(headDim);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(valueDim);
        _backend = backend;
        Layers = layers;
        KeyValueHeads = keyValueHeads;
        HeadDim = headDim;
        ValueDim = valueDim;
        HeadElements = (long)PageTokens * (headDim + valueDim);
        PageElements = HeadElements * keyValueHeads * layers;
        _pagesPerSlab = (int)Math.Max(1, (4L << 20) / (PageElements * sizeof(float)));
    }

    /// <summary>Layers of the model.</summary>
    public int Layers { get; }

    /// <summary>Key/value heads, Hkv.</summary>
    public int KeyValueHeads { get; }

    /// <summary>Width of a key head, Dh.</summary>
    public int HeadDim { get; }

    /// <summary>Width of a value head, Dv.</summary>
    public int ValueDim { get; }

    /// <summary>Floats of one head of one layer of one page: K [Dh, 32], then V [32, Dv].</summary>
    public long HeadElements { get; }

    /// <summary>Floats of a page, all layers and heads.</summary>
    public long PageElements { get; }

    /// <summary>Bytes of a page, all layers and heads.</summary>
    public long PageBytes => PageElements * sizeof(float);

    /// <summary>Pages for which memory has been taken.</summary>
    public int Capacity => _slabs.Count * _pagesPerSlab;

    /// <summary>Makes sure that pages 0 to <paramref name="pages"/> - 1 have memory.</summary>
    public void Reserve(int pages)
    {
        while (Capacity < pages)
            _slabs.Add(_backend.Allocate(_pagesPerSlab * PageBytes));
    }

    /// <summary>The elements of one page, all layers and heads: [PageElements].</summary>
    public Tensor Page(int page) =>
        new(_slabs[page / _pagesPerSlab], page % _pagesPerSlab * PageElements, new Shape(checked((int)PageElements)));

    /// <summary>First float of K [Dh, 32] of a page, layer and head; V [32, Dv] follows it.</summary>
    internal unsafe float* Keys(int page, int layer, int head) =>
        (float*)_slabs[page / _pagesPerSlab].Pointer
        + (page % _pagesPerSlab * PageElements)
        + (((long)layer * KeyValueHeads) + head) * HeadElements;

    /// <summary>First float of V [32, Dv] of a page, layer and head.</summary>
    internal unsafe float* Values(int page, int layer, int head) => Keys(page, layer, head) + (long)PageTokens * HeadDim;

    /// <summary>K [Dh, 32] of a page, layer and head.</summary>
    internal unsafe Span<float> KeySpan(int page, int layer, int head) => new(Keys(page, layer, head), PageTokens * HeadDim);

    /// <summary>V [32, Dv] of a page, layer and head.</summary>
    internal unsafe Span<float> ValueSpan(int page, int layer, int head) => new(Values(page, layer, head), PageTokens * ValueDim);

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        foreach (TensorStorage slab in _slabs)
            slab.Dispose();
        _slabs.Clear();
    }
}
