namespace Hone.Tensors;

/// <summary>
/// Attention over packed sequences, with an online softmax (arXiv 2307.08691) in a fixed order. For a query at position t
/// with keys <see cref="AttentionShape.FirstKey"/> to <see cref="AttentionShape.EndKey"/> - 1 (causal: up to t), for every tile
/// [128 j, 128 j + 128) that holds one of them, j ascending, with the tile's valid keys only:
/// <list type="number">
/// <item>c_k = chain over d ascending of fma(q_d, K_kd) from +0; s_k = c_k * scale, or under a soft cap s_k = u_k * cap with
/// u_k = tanh(c_k * f), f = scale / cap (a float32 division);</item>
/// <item>n = max(m, max_k s_k), m from -infinity; a = exp(m - n) (0 in the first tile); p_k = exp(s_k - n);</item>
/// <item>l = fma(l, a, lane sum of p_k), lanes by k mod 16 and l from +0; o_d = o_d * a, then over k ascending o_d = fma(p_k, V_kd, o_d), o from +0; m = n.</item>
/// </list>
/// Then out_d = o_d / l and lse = m + log(l). exp, log and tanh are those of <see cref="ScalarMath"/>.
/// </summary>
public abstract partial class Backend
{
    /// <summary>Attention of packed sequences over their own keys and values (training, scoring): positions start at 0.</summary>
    /// <param name="q">[T, H, Dh].</param>
    /// <param name="k">[T, Hkv, Dh].</param>
    /// <param name="v">[T, Hkv, Dv].</param>
    /// <param name="batch">The sequences; start positions all 0.</param>
    /// <param name="shape">Heads, scale, mask and soft cap.</param>
    /// <param name="output">[T, H, Dv].</param>
    /// <param name="logSumExp">[T, H] receives lse, or the empty tensor.</param>
    /// <exception cref="ArgumentException">The shape is not valid.</exception>
    public abstract void Attention(Tensor q, Tensor k, Tensor v, RaggedBatch batch, in AttentionShape shape, Tensor output, Tensor logSumExp);

    /// <summary>
    /// Gradients of <see cref="Attention"/>, recomputing the probabilities: p = exp(s_k - lse), with s_k as in the forward pass;
    /// D = lane sum over d of fma(dout, out); dp = chain over d ascending of fma(dout_d, V_kd) from +0; e = p * (dp - D); ds = e * scale,
    /// or under a soft cap ds = (e * fma(-u_k, u_k, 1)) * scale.
    /// dq_d = chain over k ascending of fma(ds, K_kd) from +0. dk_kd = chain, over the query heads of the group ascending and for each
    /// over the queries t ascending that read k, of fma(ds, q_td) from +0; dv_kd = the same chain of fma(p, dout_td).
    /// </summary>
    /// <param name="q">[T, H, Dh].</param>
    /// <param name="k">[T, Hkv, Dh].</param>
    /// <param name="v">[T, Hkv, Dv].</param>
    /// <param name="output">[T, H, Dv] of the forward pass.</param>
    /// <param name="logSumExp">[T, H] of the forward pass.</param>
    /// <param name="doutput">[T, H, Dv].</param>
    /// <param name="batch">The sequences.</param>
    /// <param name="shape">Heads, scale, mask and soft cap.</param>
    /// <param name="dq">[T, H, Dh], overwritten.</param>
    /// <param name="dk">[T, Hkv, Dh], overwritten.</param>
    /// <param name="dv">[T, Hkv, Dv], overwritten.</param>
    /// <exception cref="ArgumentException">The shape is not valid.</exception>
    public abstract void AttentionGradient(
        Tensor q, Tensor k, Tensor v, Tensor output, Tensor logSumExp, Tensor doutput, RaggedBatch batch, in AttentionShape shape,
        Tensor dq, Tensor dk, Tensor dv);

    /// <summary>Writes new keys and values into the pages of their sequences at the rows' positions.</summary>
    /// <param name="k">[T, Hkv, Dh].</param>
    /// <param name="v">[T, Hkv, Dv].</param>
    /// <param name="batch">Rows, start positions and pages.</param>
    /// <param name="pages">The memory.</param>
    /// <param name="layer">Which layer's part of a page.</param>
    public abstract void WriteKeyValues(Tensor k, Tensor v, RaggedBatch batch, KeyValuePages pages, int layer);

    /// <summary>Attention of new queries over paged keys and values that already hold their own rows: prefill chunks and decode steps.</summary>
    /// <param name="q">[T, H, Dh].</param>
    /// <param name="batch">Rows, start positions and pages.</param>
    /// <param name="pages">The memory.</param>
    /// <param name="layer">Which layer's part of a page.</param>
    /// <param name="shape">Heads, scale, window and soft cap; causal.</param>
    /// <param name="output">[T, H, Dv].</param>
    /// <exception cref="ArgumentException">The shape is not valid or not causal.</exception>
    public abstract void PagedAttention(Tensor q, RaggedBatch batch, KeyValuePages pages, int layer, in AttentionShape shape, Tensor output);

    /// <summary><see cref="WriteKeyValues"/>, then <see cref="PagedAttention"/>, as one call: a backend may do both for a sequence while its page is near.</summary>
    /// <param name="q">[T, H, Dh].</param>
    /// <param name="k">[T, Hkv, Dh].</param>
    /// <param name="v">[T, Hkv, Dv].</param>
    /// <param name="batch">Rows, start positions and pages.</param>
    /// <param name="pages">The memory.</param>
    /// <param name="layer">Which layer's part of a page.</param>
    /// <param name="shape">Heads, scale, window and soft cap; causal.</param>
    /// <param name="output">[T, H, Dv].</param>
    /// <exception cref="ArgumentException">The shape is not valid or not causal.</exception>
    public virtual void WriteAndAttend(Tensor q, Tensor k, Tensor v, RaggedBatch batch, KeyValuePages pages, int layer, in AttentionShape shape, Tensor output)
    {
        WriteKeyValues(k, v, batch, pages, layer);
        PagedAttention(q, batch, pages, layer, shape, output);
    }
}
