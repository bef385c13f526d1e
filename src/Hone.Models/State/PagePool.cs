using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// The pages of a key/value cache and who uses them: pages are counted by reference, so that sequences share a prefix
/// without copying. Not thread safe; one pool belongs to one engine.
/// </summary>
public sealed class PagePool : IDisposable
{
    private readonly Backend _backend;
    private readonly List<int> _references = [];
    private readonly Stack<int> _free = new();

    /// <summary>An empty pool for a model, of its precision.</summary>
    /// <param name="model">The model.</param>
    /// <param name="maximumPages">Pages of 32 positions at most; 0 means no limit.</param>
    /// <exception cref="NotSupportedException">Layers differ in the shape of their keys.</exception>
    public PagePool(Transformer model, int maximumPages = 0)
        : this(Of(model).Backend, model.Config, maximumPages, model.CacheDType)
    {
    }

    /// <summary>An empty pool for a model; memory is taken as pages are used.</summary>
    /// <param name="backend">Where pages live.</param>
    /// <param name="config">The model; its layers must agree in key/value heads and head width.</param>
    /// <param name="maximumPages">Pages of 32 positions at most; 0 means no limit.</param>
    /// <param name="type">What keys and values are rounded to; the model's own, <see cref="Transformer.CacheDType"/>.</param>
    /// <exception cref="NotSupportedException">Layers differ in the shape of their keys.</exception>
    public PagePool(Backend backend, TransformerConfig config, int maximumPages = 0, CacheDType type = CacheDType.Float32)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(config);
        ArgumentOutOfRangeException.ThrowIfNegative(maximumPages);
        AttentionConfig first = config.Layers[0].Attention;
        foreach (LayerConfig layer in config.Layers)
        {
            if (layer.Attention.KeyValueHeads != first.KeyValueHeads || layer.Attention.HeadDim != first.HeadDim)
                throw new NotSupportedException("Layers with different key/value heads cannot share pages.");
        }
        _backend = backend;
        MaximumPages = maximumPages;
        Pages = new KeyValuePages(backend, config.LayerCount, first.KeyValueHeads, first.HeadDim, first.HeadDim, type);
    }

    /// <summary>The memory.</summary>
    public KeyValuePages Pages { get; }

    /// <summary>Pages at most; 0 means no limit.</summary>
    public int MaximumPages { get; }

    /// <summary>Pages that some sequence uses.</summary>
    public int UsedPages => _references.Count - _free.Count;

    /// <summary>Pages that can still be rented.</summary>
    public int AvailablePages => MaximumPages == 0 ? int.MaxValue : MaximumPages - UsedPages;

    /// <summary>A page with one reference; its content is undefined.</summary>
    /// <exception cref="InvalidOperationException">The limit is reached.</exception>
    public int Rent()
    {
        if (_free.TryPop(out int page))
        {
            _references[page] = 1;
            return page;
        }
        if (MaximumPages > 0 && _references.Count >= MaximumPages)
            throw new InvalidOperationException($"All {MaximumPages} pages of the key/value cache are in use.");
        page = _references.Count;
        Pages.Reserve(page + 1);
        _references.Add(1);
        return page;
    }

    /// <summary>One more sequence uses the page.</summary>
    public void AddReference(int page) => _references[page]++;

    /// <summary>One sequence less uses the page; without any it is free.</summary>
    public void Release(int page)
    {
        if (--_references[page] == 0)
            _free.Push(page);
    }

    /// <summary>Whether more than one sequence uses the page, so that writing to it needs a copy.</summary>
    public bool IsShared(int page) => _references[page] > 1;

    /// <summary>A page of one's own with the content of a shared one, whose reference is given up.</summary>
    internal int CopyForWriting(int page)
    {
        int copy = Rent();
        _backend.Copy(Pages.Page(page), Pages.Page(copy));
        Release(page);
        return copy;
    }

    private static Transformer Of(Transformer model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => Pages.Dispose();
}
