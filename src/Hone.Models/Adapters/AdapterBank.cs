using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// The adapters of a model by slot, chosen for every sequence of a batch. Slot 0 is none: the base alone, which is also the
/// reference policy of training with adapters. Adapters are never merged into the weights, so that training, scoring, prefill
/// and decoding share one form. Owns the adapters. Not thread safe.
/// </summary>
public sealed class AdapterBank : IDisposable
{
    private readonly List<Entry?> _slots = [null];
    private readonly Backend _backend;
    private long _version;

    private sealed record Entry(LoraAdapter Adapter, List<(AdapterSite Site, AdaptedWeight Part)> Parts);

    internal AdapterBank(Backend backend, IReadOnlyList<AdapterSite> sites)
    {
        _backend = backend;
        Sites = sites;
    }

    /// <summary>The places that adapters can change, in the order of the model.</summary>
    public IReadOnlyList<AdapterSite> Sites { get; }

    /// <summary>One more than the highest slot that was ever used.</summary>
    public int SlotCount => _slots.Count;

    /// <summary>The adapter of a slot; null for slot 0, and where there is none any more.</summary>
    public LoraAdapter? this[int slot] => slot < _slots.Count ? _slots[slot]?.Adapter : null;

    /// <summary>Whether sequences may ask for a slot.</summary>
    public bool IsUsable(int slot) => slot == 0 || (slot > 0 && this[slot] is not null);

    /// <summary>Parameters of all adapters, by slot.</summary>
    public IEnumerable<Parameter> Parameters => _slots.Where(entry => entry is not null).SelectMany(entry => entry!.Adapter.Parameters);

    /// <summary>Raised by every adapter that comes or goes and every change of their parameters.</summary>
    public long Version
    {
        get
        {
            long version = _version;
            for (int i = 1; i < _slots.Count; i++)
                version += _slots[i]?.Adapter.Version ?? 0;
            return version;
        }
    }

    /// <summary>Takes an adapter of this model; it is the bank's from now on.</summary>
    /// <returns>Its slot, never used before.</returns>
    /// <exception cref="ArgumentException">It was made for another model.</exception>
    public int Add(LoraAdapter adapter)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        foreach (AdapterSite site in adapter.Sites)
        {
            if (!Sites.Contains(site))
                throw new ArgumentException($"The adapter changes {site.Name} of another model.", nameof(adapter));
        }
        int slot = _slots.Count;
        var entry = new Entry(adapter, [.. adapter.MakeParts(_backend)]);
        foreach ((AdapterSite site, AdaptedWeight part) in entry.Parts)
            site.Set(slot, part);
        _slots.Add(entry);
        _version++;
        return slot;
    }

    /// <summary>Takes an adapter away and disposes it. Sequences that still use its slot would compute with the base: end them first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The slot has no adapter.</exception>
    public void Remove(int slot)
    {
        if (slot <= 0 || slot >= _slots.Count || _slots[slot] is not { } entry)
            throw new ArgumentOutOfRangeException(nameof(slot), slot, "This slot has no adapter.");
        _version += entry.Adapter.Version + 1;
        _slots[slot] = null;
        Release(slot, entry);
    }

    private static void Release(int slot, Entry entry)
    {
        foreach ((AdapterSite site, AdaptedWeight part) in entry.Parts)
        {
            site.Set(slot, null);
            part.Dispose();
        }
        entry.Adapter.Dispose();
    }

    /// <summary>Gives the memory of all adapters back.</summary>
    public void Dispose()
    {
        for (int slot = 1; slot < _slots.Count; slot++)
        {
            if (_slots[slot] is { } entry)
                Release(slot, entry);
            _slots[slot] = null;
        }
    }
}
