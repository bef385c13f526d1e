namespace Hone.Tensors;

public partial class ReferenceBackend
{
    private const int KeyTile = 128;

    // Where key k of a sequence and head is found: packed rows or pages. The two differ in nothing else.
    private delegate float KeyElement(int key, int d);

    /// <inheritdoc/>
    public override void Attention(Tensor q, Tensor k, Tensor v, RaggedBatch batch, in AttentionShape shape, Tensor output, Tensor logSumExp)
    {
        AttentionShape s = shape;
        s.Validate();
        for (int b = 0; b < batch.SequenceCount; b++)
        {
            int first = batch.Offsets[b], length = batch.Offsets[b + 1] - first;
            for (int t = first; t < batch.Offsets[b + 1]; t++)
            {
                for (int h = 0; h < s.QueryHeads; h++)
                {
                    int group = h / s.GroupSize;
                    float lse = AttendOne(
                        q.HostRow(((long)t * s.QueryHeads) + h), t - first, length, s,
                        (key, d) => k.HostRow(((long)(first + key) * s.KeyValueHeads) + group)[d],
                        (key, d) => v.HostRow(((long)(first + key) * s.KeyValueHeads) + group)[d],
                        output.HostRow(((long)t * s.QueryHeads) + h));
                    if (!logSumExp.IsEmpty)
                        logSumExp.HostRow(t)[h] = lse;
                }
            }
        }
    }

    /// <inheritdoc/>
    public override void PagedAttention(Tensor q, RaggedBatch batch, KeyValuePages pages, int layer, in AttentionShape shape, Tensor output)
    {
        AttentionShape s = shape;
        s.ValidatePaged();
        for (int b = 0; b < batch.SequenceCount; b++)
        {
            int first = batch.Offsets[b], start = batch.StartPositions[b];
            int[] table = batch.Pages[batch.PageOffsets[b]..batch.PageOffsets[b + 1]].ToArray();
            for (int t = first; t < batch.Offsets[b + 1]; t++)
            {
                for (int h = 0; h < s.QueryHeads; h++)
                {
                    int group = h / s.GroupSize;
                    AttendOne(
                        q.HostRow(((long)t * s.QueryHeads) + h), start + t - first, 0, s,
                        (key, d) => pages.Key(table[key / KeyValuePages.PageTokens], layer, group, key % KeyValuePages.PageTokens, d),
                        (key, d) => pages.Value(table[key / KeyValuePages.PageTokens], layer, group, key % KeyValuePages.PageTokens, d),
                        output.HostRow(((long)t * s.QueryHeads) + h));
                }
            }
        }
    }

    private static float AttendOne(ReadOnlySpan<float> query, int position, int length, AttentionShape shape, KeyElement key, KeyElement value, Span<float> output)
    {
        Span<float> lanes = stackalloc float[16];
        Span<float> probabilities = stackalloc float[KeyTile];
        float m = float.NegativeInfinity, l = 0;
        output.Clear();
        int low = shape.FirstKey(position), end = shape.EndKey(position, length);
        for (int tile = low / KeyTile * KeyTile; tile < end; tile += KeyTile)
        {
            int from = Math.Max(low, tile), to = Math.Min(end, tile + KeyTile);
            float n = m;
            for (int k = from; k < to; k++)
            {
                float score = Score(ChainOver(query, k, key), shape, out _);
                probabilities[k - tile] = score;
                n = Math.Max(n, score);
            }
            float a = float.IsNegativeInfinity(m) ? 0 : ScalarMath.Exp(m - n);
            lanes.Clear();
            for (int k = from; k < to; k++)
            {
                float p = ScalarMath.Exp(probabilities[k - tile] - n);
                probabilities[k - tile] = p;
                lanes[k & 15] += p;
            }
            l = MathF.FusedMultiplyAdd(l, a, LaneTree(lanes));
            for (int d = 0; d < output.Length; d++)
            {
                float sum = output[d] * a;
                for (int k = from; k < to; k++)
                    sum = MathF.FusedMultiplyAdd(probabilities[k - tile], value(k, d), sum);
                output[d] = sum;
            }
            m = n;
        }
        for (int d = 0; d < output.Length; d++)
            output[d] /= l;
        return m + ScalarMath.Log(l);
    }

    private static float ChainOver(ReadOnlySpan<float> query, int k, KeyElement key)
    {
        float chain = 0;
        for (int d = 0; d < query.Length; d++)
            chain = MathF.FusedMultiplyAdd(query[d], key(k, d), chain);
        return chain;
    }

    // The score of a chain and, under a soft cap, the tangent that it is made of.
    private static float Score(float chain, AttentionShape shape, out float tangent)
    {
        tangent = 0;
        if (shape.SoftCap == 0)
            return chain * shape.Scale;
        tangent = ScalarMath.Tanh(chain * (shape.Scale / shape.SoftCap));
        return tangent * shape.SoftCap;
    }

    /// <inheritdoc/>
    public override void AttentionGradient(
        Tensor q, Tensor k, Tensor v, Tensor output, Tensor logSumExp, Tensor doutput, RaggedBatch batch, in AttentionShape shape,
        Tensor dq, Tensor dk, Tensor dv)
    {
        shape.Validate();
        dq.HostSpan().Clear();
        dk.HostSpan().Clear();
        dv.HostSpan().Clear();
        for (int b = 0; b < batch.SequenceCount; b++)
        {
            int first = batch.Offsets[b], length = batch.Offsets[b + 1] - first;
            for (int h = 0; h < shape.QueryHeads; h++)
            {
                int group = h / shape.GroupSize;
                for (int t = first; t < batch.Offsets[b + 1]; t++)
                {
                    long queryRow = ((long)t * shape.QueryHeads) + h;
                    ReadOnlySpan<float> query = q.HostRow(queryRow), dout = doutput.HostRow(queryRow);
                    Span<float> queryGradient = dq.HostRow(queryRow);
                    float lse = logSumExp.HostRow(t)[h];
                    float dot = LaneDot(dout, output.HostRow(queryRow));
                    for (int j = shape.FirstKey(t - first); j < shape.EndKey(t - first, length); j++)
                    {
                        long keyRow = ((long)(first + j) * shape.KeyValueHeads) + group;
                        ReadOnlySpan<float> key = k.HostRow(keyRow), value = v.HostRow(keyRow);
                        Span<float> keyGradient = dk.HostRow(keyRow), valueGradient = dv.HostRow(keyRow);
                        float p = ScalarMath.Exp(Score(ChainDot(query, key), shape, out float tangent) - lse);
                        float e = p * (ChainDot(dout, value) - dot);
                        if (shape.SoftCap != 0)
                            e *= MathF.FusedMultiplyAdd(-tangent, tangent, 1f);
                        float ds = e * shape.Scale;
                        for (int d = 0; d < query.Length; d++)
                        {
                            queryGradient[d] = MathF.FusedMultiplyAdd(ds, key[d], queryGradient[d]);
                            keyGradient[d] = MathF.FusedMultiplyAdd(ds, query[d], keyGradient[d]);
                        }
                        for (int d = 0; d < value.Length; d++)
                            valueGradient[d] = MathF.FusedMultiplyAdd(p, dout[d], valueGradient[d]);
                    }
                }
            }
        }
    }

    /// <inheritdoc/>
    public override void WriteKeyValues(Tensor k, Tensor v, RaggedBatch batch, KeyValuePages pages, int layer)
    {
        for (int b = 0; b < batch.SequenceCount; b++)
        {
            int first = batch.Offsets[b];
            ReadOnlySpan<int> table = batch.Pages[batch.PageOffsets[b]..batch.PageOffsets[b + 1]];
            for (int t = first; t < batch.Offsets[b + 1]; t++)
            {
                int position = batch.StartPositions[b] + t - first;
                int page = table[position / KeyValuePages.PageTokens], slot = position % KeyValuePages.PageTokens;
                for (int h = 0; h < pages.KeyValueHeads; h++)
                    pages.Put(page, layer, h, slot, k.HostRow(((long)t * pages.KeyValueHeads) + h), v.HostRow(((long)t * pages.KeyValueHeads) + h));
            }
        }
    }
}
