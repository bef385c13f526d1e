namespace Hone.Tensors;

public partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void LogSumExp(Tensor logits, ReadOnlySpan<float> inverseTemperature, Tensor logSumExp, Tensor entropy)
    {
        for (int r = 0; r < logits.Shape.Rows; r++)
        {
            (float lse, float h) = LogSumExpOf(logits.HostRow(r), inverseTemperature[r]);
            logSumExp.HostSpan()[r] = lse;
            if (!entropy.IsEmpty)
                entropy.HostSpan()[r] = h;
        }
    }

    private static (float LogSumExp, float Entropy) LogSumExpOf(ReadOnlySpan<float> logits, float inverseTemperature)
    {
        Span<float> mass = stackalloc float[16], weighted = stackalloc float[16];
        float m = float.NegativeInfinity, l = 0, u = 0;
        for (int tile = 0; tile < logits.Length; tile += VocabularyTile)
        {
            int end = Math.Min(logits.Length, tile + VocabularyTile);
            float n = m;
            for (int v = tile; v < end; v++)
                n = Math.Max(n, logits[v] * inverseTemperature);
            if (float.IsNegativeInfinity(n))
                continue;
            float a = float.IsNegativeInfinity(m) ? 0 : ScalarMath.Exp(m - n);
            mass.Clear();
            weighted.Clear();
            for (int v = tile; v < end; v++)
            {
                float z = logits[v] * inverseTemperature;
                float e = ScalarMath.Exp(z - n);
                mass[v & 15] += e;
                if (!float.IsNegativeInfinity(z))
                    weighted[v & 15] = MathF.FusedMultiplyAdd(e, z, weighted[v & 15]);
            }
            l = MathF.FusedMultiplyAdd(l, a, LaneTree(mass));
            u = MathF.FusedMultiplyAdd(u, a, LaneTree(weighted));
            m = n;
        }
        float lse = m + ScalarMath.Log(l);
        return (lse, lse - (u / l));
    }

    private static void RowLogits(ReadOnlySpan<float> hidden, ReadOnlySpan<float> panels, ReadOnlySpan<float> bias, Span<float> logits)
    {
        for (int v = 0; v < logits.Length; v++)
        {
            float sum = 0;
            for (int d = 0; d < hidden.Length; d++)
                sum = MathF.FusedMultiplyAdd(hidden[d], panels[PanelIndex(v, d, hidden.Length)], sum);
            if (!bias.IsEmpty)
                sum += bias[v];
            logits[v] = sum;
        }
    }

    private static void CapAndCut(float softCap, ReadOnlySpan<int> kept, Span<float> logits)
    {
        for (int v = 0; v < logits.Length && softCap > 0; v++)
            logits[v] = SoftCapOf(logits[v], softCap);
        Cut(kept, logits);
    }

    private static void Cut(ReadOnlySpan<int> kept, Span<float> logits)
    {
        if (kept.IsEmpty)
            return;
        int next = 0;
        for (int v = 0; v < logits.Length; v++)
        {
            if (next < kept.Length && kept[next] == v)
                next++;
            else
                logits[v] = float.NegativeInfinity;
        }
    }

    /// <inheritdoc/>
    public override void TokenLogProb(
        Tensor hidden, Tensor panels, int vocabularySize, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logProb, Tensor logSumExp, Tensor entropy, Tensor bias = default, float softCap = 0f, Tensor logits = default)
    {
        var row = new float[vocabularySize];
        ReadOnlySpan<float> decoded = DecodedPanels(panels);
        for (int r = 0; r < targets.Length; r++)
        {
            RowLogits(hidden.HostRow(r), decoded, HostSpanOf(bias), row);
            if (!logits.IsEmpty)
                row.CopyTo(logits.HostRow(r));
            CapAndCut(softCap, kept is null ? default : kept.Row(r), row);
            (float lse, float h) = LogSumExpOf(row, inverseTemperature);
            logProb.HostSpan()[r] = (row[targets[r]] * inverseTemperature) - lse;
            logSumExp.HostSpan()[r] = lse;
            entropy.HostSpan()[r] = h;
        }
    }

    /// <inheritdoc/>
    public override void TokenLogProbGradient(
        Tensor hidden, Tensor panels, Tensor weight, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logSumExp, Tensor entropy, Tensor dlogProb, Tensor dentropy, Tensor dhidden, Tensor dweight,
        Tensor bias = default, float softCap = 0f, Tensor dbias = default, Tensor logits = default, bool accumulate = true)
    {
        if (!accumulate && !dweight.IsEmpty)
            dweight.HostSpan().Clear();
        var capped = new float[weight[0]];
        ReadOnlySpan<float> decodedPanels = DecodedPanels(panels), decoded = Decoded(weight);
        var uncapped = new float[weight[0]];
        for (int r = 0; r < targets.Length; r++)
        {
            ReadOnlySpan<float> row = hidden.HostRow(r);
            Span<float> result = dhidden.HostRow(r);
            float lse = logSumExp.HostSpan()[r], h = entropy.HostSpan()[r], g = dlogProb.HostSpan()[r];
            float e = dentropy.IsEmpty ? 0 : dentropy.HostSpan()[r];
            if (logits.IsEmpty)
                RowLogits(row, decodedPanels, HostSpanOf(bias), uncapped);
            else
                logits.HostRow(r).CopyTo(uncapped);
            uncapped.CopyTo(capped.AsSpan());
            CapAndCut(softCap, kept is null ? default : kept.Row(r), capped);
            result.Clear();
            for (int v = 0; v < capped.Length; v++)
            {
                float logProb = (capped[v] * inverseTemperature) - lse;
                float p = ScalarMath.Exp(logProb);
                float dz = MathF.FusedMultiplyAdd(-g, p, v == targets[r] ? g : 0f);
                if (!dentropy.IsEmpty && p != 0)
                    dz = MathF.FusedMultiplyAdd(-e * p, logProb + h, dz);
                float dlogit = dz * inverseTemperature;
                if (softCap > 0)
                    dlogit *= SoftCapSlope(uncapped[v], softCap);
                if (!dbias.IsEmpty)
                    dbias.HostSpan()[v] += dlogit;
                ReadOnlySpan<float> output = decoded.Slice(v * row.Length, row.Length);
                for (int d = 0; d < row.Length; d++)
                    result[d] = MathF.FusedMultiplyAdd(dlogit, output[d], result[d]);
                if (dweight.IsEmpty)
                    continue;
                Span<float> weightGradient = dweight.HostRow(v);
                for (int d = 0; d < row.Length; d++)
                    weightGradient[d] = MathF.FusedMultiplyAdd(dlogit, row[d], weightGradient[d]);
            }
        }
    }

    /// <inheritdoc/>
    public override void LogitLogProb(
        Tensor logits, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept, Tensor logProb, Tensor logSumExp, Tensor entropy)
    {
        for (int r = 0; r < targets.Length; r++)
        {
            float[] row = logits.HostRow(r).ToArray();
            Cut(kept is null ? default : kept.Row(r), row);
            (float lse, float h) = LogSumExpOf(row, inverseTemperature);
            logProb.HostSpan()[r] = (row[targets[r]] * inverseTemperature) - lse;
            logSumExp.HostSpan()[r] = lse;
            entropy.HostSpan()[r] = h;
        }
    }

    /// <inheritdoc/>
    public override void LogitLogProbGradient(
        Tensor logits, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept, Tensor logSumExp, Tensor entropy,
        Tensor dlogProb, Tensor dentropy, Tensor dlogits)
    {
        for (int r = 0; r < targets.Length; r++)
        {
            Span<float> row = dlogits.HostRow(r);
            logits.HostRow(r).CopyTo(row);
            Cut(kept is null ? default : kept.Row(r), row);
            float lse = logSumExp.HostSpan()[r], h = entropy.HostSpan()[r], g = dlogProb.HostSpan()[r];
            for (int v = 0; v < row.Length; v++)
            {
                float z = (row[v] * inverseTemperature) - lse;
                float p = ScalarMath.Exp(z);
                float dz = MathF.FusedMultiplyAdd(-g, p, v == targets[r] ? g : 0f);
                if (!dentropy.IsEmpty && p != 0)
                    dz = MathF.FusedMultiplyAdd(-dentropy.HostSpan()[r] * p, z + h, dz);
                row[v] = dz * inverseTemperature;
            }
        }
    }

    private static ReadOnlySpan<float> HostSpanOf(Tensor tensor) => tensor.IsEmpty ? default : tensor.HostSpan();
}
