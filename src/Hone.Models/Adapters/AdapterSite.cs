using Hone.Tensors;

namespace Hone.Models;

/// <summary>A place of a model that adapters can change: a projection, the embedding or the output matrix.</summary>
public sealed class AdapterSite
{
    private AdaptedWeight?[] _slots = [];

    internal AdapterSite(string name, Parameter weight, Parameter? bias, bool isTable = false)
    {
        (Name, Weight, Bias, IsTable) = (name, weight, bias, isTable);
    }

    /// <summary>The module's name in the model, "model.layers.0.self_attn.q_proj".</summary>
    public string Name { get; }

    /// <summary>The base's weight: [N, K] of a projection, [V, D] of the embedding and the output matrix.</summary>
    public Parameter Weight { get; }

    /// <summary>The base's bias; null if there is none.</summary>
    public Parameter? Bias { get; }

    /// <summary>Whether rows are looked up in the weight rather than multiplied with it.</summary>
    public bool IsTable { get; }

    /// <summary>What each slot changes here; null, or beyond the end, means nothing.</summary>
    internal AdaptedWeight?[] Slots => _slots;

    /// <summary>Whether no slot changes anything here.</summary>
    internal bool IsEmpty => _slots.Length == 0;

    /// <summary>Sets what a slot changes; null takes it away. The part stays the caller's.</summary>
    internal void Set(int slot, AdaptedWeight? part)
    {
        if (part is not null && slot >= _slots.Length)
            Array.Resize(ref _slots, slot + 1);
        if (slot < _slots.Length)
            _slots[slot] = part;
        if (Array.TrueForAll(_slots, own => own is null))
            _slots = [];
    }
}
