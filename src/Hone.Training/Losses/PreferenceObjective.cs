namespace Hone.Training.Losses;

/// <summary>What a preference recipe minimizes: exactly one of the three.</summary>
public sealed record PreferenceObjective
{
    /// <summary>Pairs against a reference policy; null for another.</summary>
    public DpoLossOptions? Dpo { get; init; }

    /// <summary>Answers labelled one by one, against a reference policy; null for another.</summary>
    public KtoLossOptions? Kto { get; init; }

    /// <summary>Pairs without a reference policy; null for another.</summary>
    public ReferenceFreeLossOptions? ReferenceFree { get; init; }

    /// <summary><c>reference_free</c>: with <see cref="Dpo"/>, the reference's log-probabilities are taken as 0; default false.</summary>
    public bool IgnoresReference { get; init; }

    /// <summary>Whether examples are pairs, chosen before rejected; else single answers with a label.</summary>
    public bool IsPaired => Kto is null;

    /// <summary>Whether the loss reads the reference policy's log-probabilities.</summary>
    public bool NeedsReference => Kto is not null || (Dpo is not null && !IgnoresReference);

    /// <summary>Whether a row's gradient depends on the other rows' log-probabilities.</summary>
    public bool NeedsWholeStep => Dpo is { NeedsWholeStep: true };

    internal bool NeedsDivergence => Kto is { Kind: KtoLossKind.Kto };

    internal void Compute(in PreferenceBatch batch, ReadOnlySpan<bool> labels, double divergence, PreferenceTotals step, Span<double> gradient)
    {
        if (Kto is not null) KtoLoss.Compute(batch, labels, divergence, Kto, step, gradient);
        else if (ReferenceFree is not null) ReferenceFreeLoss.Compute(batch, ReferenceFree, step, gradient);
        else DpoLoss.Compute(batch, Dpo!, step, gradient);
    }
}
