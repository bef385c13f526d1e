namespace Hone.Tensors;

public partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void DrawIds(
        Tensor logits, ReadOnlySpan<int> rows, ReadOnlySpan<float> inverseTemperature, ReadOnlySpan<double> uniforms, Tensor logSumExp, Tensor drawn)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            ReadOnlySpan<float> row = logits.HostRow(rows[i]);
            int id = uniforms[i] < 0 ? LargestOf(row) : DrawOf(row, inverseTemperature[i], logSumExp.HostSpan()[rows[i]], uniforms[i]);
            drawn.HostSpan()[2 * i] = id;
            drawn.HostSpan()[(2 * i) + 1] = row[id];
        }
    }

    private static int DrawOf(ReadOnlySpan<float> logits, float inverseTemperature, float logSumExp, double uniform)
    {
        double sum = 0;
        int last = -1;
        for (int v = 0; v < logits.Length; v++)
        {
            float p = ScalarMath.Exp((logits[v] * inverseTemperature) - logSumExp);
            if (p == 0f)
                continue;
            sum += p;
            last = v;
            if (sum > uniform)
                return v;
        }
        return last < 0 ? LargestOf(logits) : last;
    }

    private static int LargestOf(ReadOnlySpan<float> logits)
    {
        int best = 0;
        for (int v = 1; v < logits.Length; v++)
        {
            if (logits[v] > logits[best])
                best = v;
        }
        return best;
    }
}
