namespace Hone.Tensors;

// This backend keeps rows as files have them.
public partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override long QuantizedSizeBytes(QuantFormat format, int rows, int columns) => rows * format.RowBytes(columns);

    /// <inheritdoc/>
    public override void PackBlocks(ReadOnlySpan<byte> source, QuantizedTensor target, int firstRow = 0)
    {
        ArgumentNullException.ThrowIfNull(target);
        RequireWholeRows(target, firstRow, source.Length);
        source.CopyTo(target.Storage.HostBytes(firstRow * target.RowBytes, source.Length));
    }

    /// <inheritdoc/>
    public override void UnpackBlocks(QuantizedTensor source, int firstRow, Span<byte> target)
    {
        ArgumentNullException.ThrowIfNull(source);
        RequireWholeRows(source, firstRow, target.Length);
        source.Storage.HostBytes(firstRow * source.RowBytes, target.Length).CopyTo(target);
    }

    /// <inheritdoc/>
    public override void DecodeRows(QuantizedTensor weight, int firstRow, Tensor y)
    {
        for (int i = 0; i < y[0]; i++)
            DecodeRow(weight, firstRow + i, y.HostRow(i));
    }

    /// <inheritdoc/>
    public override void GatherQuantizedRows(QuantizedTensor table, ReadOnlySpan<int> ids, Tensor y)
    {
        for (int t = 0; t < ids.Length; t++)
            DecodeRow(table, ids[t], y.HostRow(t));
    }

    /// <inheritdoc/>
    public override void QuantizedProduct(Tensor x, QuantizedTensor weight, Tensor bias, Tensor y)
    {
        var parts = WeightRows.Of(weight);
        ReadOnlySpan<float> add = HostSpanOf(bias);
        for (long m = 0; m < x.Shape.Rows; m++)
            parts.Multiply(x.HostRow(m), add, y.HostRow(m));
    }

    /// <inheritdoc/>
    public override void ActivationRemainder(Tensor x, Tensor r)
    {
        Span<sbyte> q = stackalloc sbyte[ActivationBlock];
        for (long m = 0; m < x.Shape.Rows; m++)
        {
            for (int first = 0; first < x.Shape.Last; first += ActivationBlock)
            {
                ReadOnlySpan<float> block = x.HostRow(m).Slice(first, ActivationBlock);
                Span<float> rest = r.HostRow(m).Slice(first, ActivationBlock);
                float d = WeightRows.QuantizeBlock(block, q);
                for (int k = 0; k < ActivationBlock; k++)
                    rest[k] = MathF.FusedMultiplyAdd(-d, q[k], block[k]);
            }
        }
    }

    /// <inheritdoc/>
    public override void QuantizedInputGradient(Tensor dy, QuantizedTensor weight, Tensor dx, bool accumulate)
    {
        int outputs = dy.Shape.Last, columns = dx.Shape.Last;
        var decoded = new float[(long)outputs * columns];
        for (int n = 0; n < outputs; n++)
            DecodeRow(weight, n, decoded.AsSpan(n * columns, columns));
        for (long m = 0; m < dy.Shape.Rows; m++)
        {
            ReadOnlySpan<float> gradient = dy.HostRow(m);
            Span<float> result = dx.HostRow(m);
            for (int k = 0; k < columns; k++)
            {
                float sum = accumulate ? result[k] : 0;
                for (int n = 0; n < outputs; n++)
                    sum = MathF.FusedMultiplyAdd(gradient[n], decoded[(n * columns) + k], sum);
                result[k] = sum;
            }
        }
    }

    /// <inheritdoc/>
    public override void QuantizedTokenLogProb(
        Tensor hidden, QuantizedTensor weight, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logProb, Tensor logSumExp, Tensor entropy, Tensor bias = default, float softCap = 0f)
    {
        var logits = new float[weight.Rows];
        var parts = WeightRows.Of(weight);
        for (int r = 0; r < targets.Length; r++)
        {
            parts.Multiply(hidden.HostRow(r), HostSpanOf(bias), logits);
            CapAndCut(logits, softCap, kept is null ? default : kept.Row(r));
            (float lse, float h) = LogSumExpOf(logits, inverseTemperature);
            logProb.HostSpan()[r] = (logits[targets[r]] * inverseTemperature) - lse;
            logSumExp.HostSpan()[r] = lse;
            entropy.HostSpan()[r] = h;
        }
    }

    /// <inheritdoc/>
    public override void QuantizedTokenLogProbGradient(
        Tensor hidden, QuantizedTensor weight, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logSumExp, Tensor entropy, Tensor dlogProb, Tensor dentropy, Tensor dhidden,
        Tensor bias = default, float softCap = 0f, Tensor dbias = default)
    {
        float[] logits = new float[weight.Rows], uncapped = new float[weight.Rows], output = new float[weight.Columns];
        var parts = WeightRows.Of(weight);
        for (int r = 0; r < targets.Length; r++)
        {
            Span<float> result = dhidden.HostRow(r);
            float lse = logSumExp.HostSpan()[r], h = entropy.HostSpan()[r], g = dlogProb.HostSpan()[r];
            parts.Multiply(hidden.HostRow(r), HostSpanOf(bias), logits);
            logits.CopyTo(uncapped, 0);
            CapAndCut(logits, softCap, kept is null ? default : kept.Row(r));
            result.Clear();
            for (int v = 0; v < logits.Length; v++)
            {
                float logProb = (logits[v] * inverseTemperature) - lse;
                float p = ScalarMath.Exp(logProb);
                float dz = MathF.FusedMultiplyAdd(-g, p, v == targets[r] ? g : 0f);
                if (!dentropy.IsEmpty && p != 0)
                    dz = MathF.FusedMultiplyAdd(-dentropy.HostSpan()[r] * p, logProb + h, dz);
                float dlogit = dz * inverseTemperature;
                if (softCap > 0)
                    dlogit *= SoftCapSlope(uncapped[v], softCap);
                if (!dbias.IsEmpty)
                    dbias.HostSpan()[v] += dlogit;
                DecodeRow(weight, v, output);
                for (int d = 0; d < output.Length; d++)
                    result[d] = MathF.FusedMultiplyAdd(dlogit, output[d], result[d]);
            }
        }
    }

    /// <summary>Refuses a range of bytes that is not rows of the weight.</summary>
    internal static void RequireWholeRows(QuantizedTensor weight, int firstRow, long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstRow);
        if (bytes % weight.RowBytes != 0 || firstRow + (bytes / weight.RowBytes) > weight.Rows)
            throw new ArgumentException($"{bytes} bytes from row {firstRow} are not rows of {weight}, whose rows have {weight.RowBytes} bytes.");
    }

    private static void CapAndCut(Span<float> logits, float softCap, ReadOnlySpan<int> kept)
    {
        for (int v = 0; softCap > 0 && v < logits.Length; v++)
            logits[v] = SoftCapOf(logits[v], softCap);
        Cut(kept, logits);
    }

    private static void DecodeRow(QuantizedTensor weight, int row, Span<float> target)
    {
        int each = weight.Format.BlockElements(), bytes = weight.Format.BlockBytes(), part = BlockParts.PartElements(weight.Format);
        bool hasMinima = BlockParts.HasMinima(weight.Format);
        ReadOnlySpan<byte> source = weight.Storage.HostBytes(row * weight.RowBytes, (int)weight.RowBytes);
        if (weight.Format == QuantFormat.NF4)
        {
            NF4Blocks.Decode(source, target);
            return;
        }
        Span<sbyte> values = stackalloc sbyte[each];
        Span<float> scales = stackalloc float[each / part], minima = stackalloc float[each / part];
        for (int block = 0; block * each < target.Length; block++)
        {
            BlockParts.Take(weight.Format, source.Slice(block * bytes, bytes), values, scales, minima);
            for (int i = 0; i < each; i++)
            {
                float w = scales[i / part] * values[i];
                target[(block * each) + i] = hasMinima ? w + minima[i / part] : w;
            }
        }
    }

    /// <summary>All rows of a weight as integers, scales and minima, to multiply many rows of activations with.</summary>
    private readonly record struct WeightRows(int Columns, int Part, bool HasMinima, sbyte[] Values, float[] Scales, float[] Minima)
    {
        /// <summary>Decoded rows of a format without integers; null for the others.</summary>
        private float[]? Decoded { get; init; }

        public static WeightRows Of(QuantizedTensor weight)
        {
            if (weight.Format == QuantFormat.NF4)
            {
                var decoded = new float[checked(weight.Rows * weight.Columns)];
                for (int n = 0; n < weight.Rows; n++)
                    DecodeRow(weight, n, decoded.AsSpan(n * weight.Columns, weight.Columns));
                return new WeightRows(weight.Columns, 0, false, [], [], []) { Decoded = decoded };
            }
            int each = weight.Format.BlockElements(), bytes = weight.Format.BlockBytes(), part = BlockParts.PartElements(weight.Format);
            int count = checked(weight.Rows * weight.Columns), parts = each / part;
            var rows = new WeightRows(
                weight.Columns, part, BlockParts.HasMinima(weight.Format), new sbyte[count], new float[count / part], new float[count / part]);
            ReadOnlySpan<byte> source = weight.Storage.HostBytes(0, checked((int)(weight.Rows * weight.RowBytes)));
            for (int block = 0; block < count / each; block++)
            {
                BlockParts.Take(
                    weight.Format, source.Slice(block * bytes, bytes), rows.Values.AsSpan(block * each, each),
                    rows.Scales.AsSpan(block * parts, parts), rows.Minima.AsSpan(block * parts, parts));
            }
            return rows;
        }

        /// <summary>y[n] = row n times x, the arithmetic that <see cref="Backend"/> fixes.</summary>
        public void Multiply(ReadOnlySpan<float> x, ReadOnlySpan<float> bias, Span<float> y)
        {
            if (Decoded is not null)
            {
                for (int n = 0; n < y.Length; n++)
                {
                    float sum = ChainDot(x, Decoded.AsSpan(n * Columns, Columns));
                    y[n] = bias.IsEmpty ? sum : sum + bias[n];
                }
                return;
            }
            var quantized = new sbyte[Columns];
            var scales = new float[Columns / ActivationBlock];
            for (int block = 0; block < scales.Length; block++)
                scales[block] = QuantizeBlock(x.Slice(block * ActivationBlock, ActivationBlock), quantized.AsSpan(block * ActivationBlock, ActivationBlock));
            for (int n = 0; n < y.Length; n++)
            {
                float acc = 0;
                for (int part = 0; part < Columns / Part; part++)
                {
                    int sum = 0, total = 0, at = (n * (Columns / Part)) + part;
                    for (int k = part * Part; k < (part + 1) * Part; k++)
                    {
                        sum += Values[(n * Columns) + k] * quantized[k];
                        total += quantized[k];
                    }
                    float d = scales[part * Part / ActivationBlock];
                    acc = MathF.FusedMultiplyAdd(Scales[at] * d, sum, acc);
                    if (HasMinima)
                        acc = MathF.FusedMultiplyAdd(Minima[at], d * total, acc);
                }
                y[n] = bias.IsEmpty ? acc : acc + bias[n];
            }
        }

        public static float QuantizeBlock(ReadOnlySpan<float> x, Span<sbyte> quantized)
        {
            float largest = 0;
            bool finite = true;
            foreach (float value in x)
            {
                largest = Math.Max(largest, Math.Abs(value));
                finite &= float.IsFinite(value);
            }
            quantized.Clear();
            if (!finite)
                return float.NaN;
            if (largest < SmallestActivation)
                return 0;
            float inverse = 127f / largest;
            for (int i = 0; i < x.Length; i++)
                quantized[i] = (sbyte)MathF.Round(x[i] * inverse, MidpointRounding.ToEven);
            return largest / 127f;
        }
    }

    /// <summary>2^-100: a block of smaller activations is zeros, so that 127 / a is finite.</summary>
    internal const float SmallestActivation = 7.888609052210118e-31f;
}
