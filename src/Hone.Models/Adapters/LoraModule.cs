using Hone.Tensors;

namespace Hone.Models;

/// <summary>One module of an adapter: a tensor of the base's checkpoint, which may be several parts of the model.</summary>
/// <param name="Name">Its name in checkpoints of the family, without an ending: "model.layers.0.self_attn.q_proj".</param>
/// <param name="Rank">Rank of the change; 0 for a module of which the adapter has a whole copy.</param>
/// <param name="Scale">Factor of the change.</param>
internal sealed record LoraModule(string Name, int Rank, float Scale)
{
    /// <summary>A, [R, K]; of the embedding [V, R]. Null for a whole copy.</summary>
    public Parameter? A { get; init; }

    /// <summary>The parts of the model, by first row.</summary>
    public required IReadOnlyList<LoraPart> Parts { get; init; }

    /// <summary>Whether the adapter's file also has the base's weight (PEFT does that for embeddings).</summary>
    public bool HasBase { get; init; }

    /// <summary>All trained parameters, in the order A, B, magnitudes, or copies.</summary>
    public IEnumerable<Parameter> Parameters =>
        new[] { A }.Concat(Parts.Select(part => part.B)).Concat(Parts.Select(part => part.Magnitude))
            .Concat(A is null ? Parts.SelectMany(part => new[] { part.Weight, part.Bias }) : []).OfType<Parameter>();
}

/// <summary>What an adapter changes at one place.</summary>
internal sealed record LoraPart(AdapterSite Site)
{
    /// <summary>B, [N, R]; null for a whole copy.</summary>
    public Parameter? B { get; init; }

    /// <summary>The magnitude [N] of DoRA; null without.</summary>
    public Parameter? Magnitude { get; init; }

    /// <summary>The weight used instead of the base's; null means the base's.</summary>
    public Parameter? Weight { get; init; }

    /// <summary>The bias of such a weight.</summary>
    public Parameter? Bias { get; init; }
}
