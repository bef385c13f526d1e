namespace Hone.Tensors;

/// <summary>The sizes and the mask of one attention layer.</summary>
/// <param name="QueryHeads">Query heads, H; a multiple of <paramref name="KeyValueHeads"/>. Query head h reads key/value head h / (H / Hkv).</param>
/// <param name="KeyValueHeads">Key/value heads, Hkv.</param>
/// <param name="HeadDim">Width of a query or key head, Dh.</param>
/// <param name="ValueDim">Width of a value head, Dv.</param>
/// <param name="Scale">Factor on the scores, usually 1 / sqrt(Dh).</param>
/// <param name="Window">
/// Causal: a query at position t reads keys at positions max(0, t - Window + 1) to t. Otherwise: those with |t - j| at most
/// Window / 2, rounded down (local attention as in arXiv 2412.13663). 0, the default, means no bound.
/// </param>
/// <param name="SoftCap">Bound c of the scores, which become c tanh(s / c) (arXiv 2408.00118, section 2); above 0, or 0, the default, for none.</param>
/// <param name="Causal">
/// Whether a query reads keys up to its own position only, the default; false lets it read keys of its whole sequence
/// (encoders), which only packed attention does.
/// </param>
public readonly record struct AttentionShape(
    int QueryHeads, int KeyValueHeads, int HeadDim, int ValueDim, float Scale, int Window = 0, float SoftCap = 0, bool Causal = true)
{
    /// <summary>Query heads that share a key/value head.</summary>
    public int GroupSize => QueryHeads / KeyValueHeads;

    /// <summary>The first key position that the query at <paramref name="position"/> reads.</summary>
    public int FirstKey(int position) => Window <= 0 ? 0 : Math.Max(0, Causal ? position - Window + 1 : position - (Window / 2));

    /// <summary>One past the last key position that the query at <paramref name="position"/> reads in a sequence of <paramref name="length"/>.</summary>
    public int EndKey(int position, int length) => Causal ? position + 1 : Window <= 0 ? length : Math.Min(length, position + (Window / 2) + 1);

    /// <summary>Checks what every attention op needs.</summary>
    /// <exception cref="ArgumentException">The query heads cannot share the key/value heads, or the soft cap is negative or not finite.</exception>
    internal void Validate()
    {
        if (KeyValueHeads <= 0 || QueryHeads % KeyValueHeads != 0)
            throw new ArgumentException($"{QueryHeads} query heads cannot share {KeyValueHeads} key/value heads.");
        if (!(SoftCap >= 0 && float.IsFinite(SoftCap)))
            throw new ArgumentException($"A soft cap of {SoftCap} bounds no score; it is above 0, or 0 for none.");
    }

    /// <summary>Checks what paged attention needs.</summary>
    /// <exception cref="ArgumentException">As <see cref="Validate"/>, or the attention is not causal.</exception>
    internal void ValidatePaged()
    {
        Validate();
        if (!Causal)
            throw new ArgumentException("Paged attention is causal: a query reads no keys that are not in the cache yet.");
    }
}
