namespace Hone.Tensors;

/// <summary>
/// Storage for keys and values in pages of 32 positions. A page holds, for every layer and key/value head, K as
/// [Dh, 32] (so that 32 scores of one query are one vector chain) and V as [32, Dv], in numbers of <see cref="Type"/>; with
/// int8 two rows of 32 float32 scales stand before them, one of the keys and one of the values. Who uses which page is the
/// caller's business; this is only the memory.
/// </summary>
public sealed partial class KeyValuePages : IDisposable
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
    /// <param name="type">What keys and values are rounded to; float32 by default.</param>
    public KeyValuePages(Backend backend, int layers, int keyValueHeads, int headDim, int valueDim, CacheDType type = CacheDType.Float32)
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
        Type = type;
        HeadBytes = PageTokens * (type.RowBytes(headDim) + type.RowBytes(valueDim));
        PageBytes = HeadBytes * keyValueHeads * layers;
        // At least what the operating system backs with large pages.
        _pagesPerSlab = (int)(((4L << 20) + PageBytes - 1) / PageBytes);
    }

    /// <summary>Layers of the model.</summary>
    public int Layers { get; }

    /// <summary>Key/value heads, Hkv.</summary>
    public int KeyValueHeads { get; }

    /// <summary>Width of a key head, Dh.</summary>
    public int HeadDim { get; }

    /// <summary>Width of a value head, Dv.</summary>
    public int ValueDim { get; }

    /// <summary>What keys and values are rounded to.</summary>
    public CacheDType Type { get; }

    /// <summary>Bytes of one head of one layer of one page: scales where there are some, K, then V.</summary>
    public long HeadBytes { get; }

    /// <summary>Bytes of a page, all layers and heads.</summary>
    public long PageBytes { get; }

    /// <summary>Pages for which memory has been taken.</summary>
    public int Capacity => _slabs.Count * _pagesPerSlab;

    /// <summary>Makes sure that pages 0 to <paramref name="pages"/> - 1 have memory.</summary>
    public void Reserve(int pages)
    {
        while (Capacity < pages)
            _slabs.Add(_backend.Allocate(_pagesPerSlab * PageBytes));
    }

    /// <summary>The bytes of one page, all layers and heads, as they stand: [PageBytes / 4], to be copied and not to be computed with.</summary>
    public Tensor Page(int page) => new(
        _slabs[page / _pagesPerSlab], page % _pagesPerSlab * (PageBytes / sizeof(float)), new Shape(checked((int)(PageBytes / sizeof(float)))));

    /// <summary>First byte of a page, layer and head.</summary>
    internal unsafe byte* Head(int page, int layer, int head) =>
        (byte*)_slabs[page / _pagesPerSlab].Pointer
        + (page % _pagesPerSlab * PageBytes)
        + (((long)layer * KeyValueHeads) + head) * HeadBytes;

    /// <summary>Bytes before K of a head: the scales.</summary>
    internal int KeyOffset => Type == CacheDType.Int8 ? 2 * PageTokens * sizeof(float) : 0;

    /// <summary>Bytes before V of a head.</summary>
    internal int ValueOffset => KeyOffset + (PageTokens * HeadDim * (Type switch { CacheDType.Float32 => 4, CacheDType.BFloat16 => 2, _ => 1 }));

    /// <summary>First float of K [Dh, 32] of a page, layer and head of float32 pages; V [32, Dv] follows it.</summary>
    internal unsafe float* Keys(int page, int layer, int head)
    {
        System.Diagnostics.Debug.Assert(Type == CacheDType.Float32, "Only float32 pages are read in place.");
        return (float*)Head(page, layer, head);
    }

    /// <summary>First float of V [32, Dv] of a page, layer and head of float32 pages.</summary>
    internal unsafe float* Values(int page, int layer, int head) => Keys(page, layer, head) + (long)PageTokens * HeadDim;

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        foreach (TensorStorage slab in _slabs)
            slab.Dispose();
        _slabs.Clear();
    }
}
