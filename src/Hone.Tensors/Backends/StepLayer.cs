namespace Hone.Tensors;

/// <summary>
/// A decoder layer as <see cref="Backend.TryStep"/> computes it: x = x + o(attention(rotate(qkv(norm(x))))), then
/// x = x + down(act(gate(norm(x))) * up(norm(x))). Root-mean-square norms with a gain or without. Owns nothing.
/// </summary>
public sealed class StepLayer
{
    /// <summary>eps of all norms.</summary>
    public required float Epsilon { get; init; }

    /// <summary>Gain [D] of the norm before attention; null for none.</summary>
    public required Parameter? AttentionGain { get; init; }

    /// <summary>Gain [D] of the norm before the feed-forward; null for none.</summary>
    public required Parameter? FeedForwardGain { get; init; }

    /// <summary>Whether each head of queries and keys passes a norm before it is rotated. Default false.</summary>
    public bool HasHeadNorms { get; init; }

    /// <summary>Gain [Dh] of the norm of queries; null for none.</summary>
    public Parameter? QueryGain { get; init; }

    /// <summary>Gain [Dh] of the norm of keys; null for none.</summary>
    public Parameter? KeyGain { get; init; }

    /// <summary>[H Dh, D], [Hkv Dh, D], [Hkv Dh, D], [D, H Dh], [F, D], [F, D], [D, F]: q, k, v, output, gate, up, down.</summary>
    public required IReadOnlyList<PackedMatrix> Weights { get; init; }

    /// <summary>The bias of each, or null.</summary>
    public required IReadOnlyList<Parameter?> Biases { get; init; }

    /// <summary>Heads, scale, window and soft cap; causal.</summary>
    public required AttentionShape Attention { get; init; }

    /// <summary>What queries are rotated with; null, as <see cref="KeyTable"/> then is, for no rotation.</summary>
    public RotaryTable? QueryTable { get; init; }

    /// <summary>What keys are rotated with.</summary>
    public RotaryTable? KeyTable { get; init; }

    /// <summary>What the gate passes. Default SiLU.</summary>
    public Activation Activation { get; init; } = Activation.Silu;
}
