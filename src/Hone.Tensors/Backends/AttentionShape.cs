namespace Hone.Tensors;

/// <summary>The sizes and the mask of one attention layer.</summary>
/// <param name="QueryHeads">Query heads, H; a multiple of <paramref name="KeyValueHeads"/>. Query head h reads key/value head h / (H / Hkv).</param>
/// <param name="KeyValueHeads">Key/value heads, Hkv.</param>
/// <param name="HeadDim">Width of a query or key head, Dh.</param>
/// <param name="ValueDim">Width of a value head, Dv.</param>
/// <param name="Scale">Factor on the scores, usually 1 / sqrt(Dh).</param>
/// <param name="Window">A query at position t reads keys at positions max(0, t - Window + 1) to t; 0 means all up to t.</param>
public readonly record struct AttentionShape(int QueryHeads, int KeyValueHeads, int HeadDim, int ValueDim, float Scale, int Window = 0)
{
    /// <summary>Query heads that share a key/value head.</summary>
    public int GroupSize => QueryHeads / KeyValueHeads;

    /// <summary>The first key position that the query at <paramref name="position"/> reads.</summary>
    public int FirstKey(int position) => Window <= 0 ? 0 : Math.Max(0, position - Window + 1);
}
