using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Attention against a naive float64 forward pass, and its gradients against central differences of that pass.</summary>
public sealed class AttentionOracleTests : IDisposable
{
    private readonly ProductBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(1, 0, 0f, true)]
    [InlineData(2, 0, 0f, false)]
    [InlineData(2, 30, 0f, false)]
    [InlineData(1, 9, 0f, true)]
    [InlineData(2, 0, 0.8f, true)]
    [InlineData(2, 11, 1.5f, true)]
    [InlineData(1, 0, 0.8f, false)]
    [InlineData(2, 300, 30f, false)]
    public void ForwardAndGradientsAreNearTheFormula(int group, int window, float cap, bool causal)
    {
        var s = new AttentionShape(2 * group, 2, 6, 5, 1 / MathF.Sqrt(6), window, cap, causal);
        int[] lengths = [3, 150, 1];
        var batch = new RaggedBatch();
        foreach (int length in lengths)
            batch.Add(length);
        int rows = batch.TokenCount;
        Tensor q = _bench.Random(new Shape(rows, s.QueryHeads, 6), 4), k = _bench.Random(new Shape(rows, 2, 6), 4), v = _bench.Random(new Shape(rows, 2, 5), 2);
        Tensor output = _bench.Make(new Shape(rows, s.QueryHeads, 5)), lse = _bench.Make(new Shape(rows, s.QueryHeads)), dout = _bench.Random(output.Shape);
        Tensor dq = _bench.Make(q.Shape), dk = _bench.Make(k.Shape), dv = _bench.Make(v.Shape);
        double[][] inputs = [Numbers(q), Numbers(k), Numbers(v)];
        double[] weights = Numbers(dout), want = Forward(inputs, batch, s);
        foreach (Backend backend in _bench.Cpus.Append<Backend>(_bench.Reference))
        {
            backend.Attention(q, k, v, batch, s, output, lse);
            backend.AttentionGradient(q, k, v, output, lse, dout, batch, s, dq, dk, dv);
            for (int i = 0; i < want.Length; i++)
                Assert.Equal(want[i], output.HostSpan()[i], 1e-5);
            if (backend != _bench.Reference)
                continue;
            Tensor[] gradients = [dq, dk, dv];
            for (int which = 0; which < 3; which++)
            {
                for (int sample = 0; sample < 10; sample++)
                {
                    int element = _bench.Next(0, inputs[which].Length);
                    Assert.Equal(Slope(inputs, which, element, weights, batch, s), gradients[which].HostSpan()[element], 2e-4);
                }
            }
        }
    }

    private static double[] Numbers(Tensor tensor) => [.. tensor.HostSpan().ToArray().Select(x => (double)x)];

    // d (sum of weights out) / d inputs[which][element]
    private static double Slope(double[][] inputs, int which, int element, double[] weights, RaggedBatch batch, AttentionShape s)
    {
        const double step = 1e-4;
        double Loss() => Forward(inputs, batch, s).Zip(weights, (o, w) => o * w).Sum();
        double at = inputs[which][element];
        inputs[which][element] = at + step;
        double above = Loss();
        inputs[which][element] = at - step;
        double below = Loss();
        inputs[which][element] = at;
        return (above - below) / (2 * step);
    }

    private static double[] Forward(double[][] inputs, RaggedBatch batch, AttentionShape s)
    {
        double[] q = inputs[0], k = inputs[1], v = inputs[2];
        double[] output = new double[batch.TokenCount * s.QueryHeads * s.ValueDim];
        for (int b = 0; b < batch.SequenceCount; b++)
        {
            int first = batch.Offsets[b], length = batch.Offsets[b + 1] - first;
            for (int t = 0; t < length; t++)
            {
                for (int h = 0; h < s.QueryHeads; h++)
                {
                    int row = ((first + t) * s.QueryHeads) + h;
                    double sum = 0;
                    for (int j = 0; j < length; j++)
                    {
                        if (!Reads(s, t, j))
                            continue;
                        int key = ((first + j) * s.KeyValueHeads) + (h / s.GroupSize);
                        double score = 0;
                        for (int d = 0; d < s.HeadDim; d++)
                            score += q[(row * s.HeadDim) + d] * k[(key * s.HeadDim) + d];
                        score *= s.Scale;
                        if (s.SoftCap != 0)
                            score = s.SoftCap * Math.Tanh(score / s.SoftCap);
                        double p = Math.Exp(score);
                        sum += p;
                        for (int d = 0; d < s.ValueDim; d++)
                            output[(row * s.ValueDim) + d] += p * v[(key * s.ValueDim) + d];
                    }
                    for (int d = 0; d < s.ValueDim; d++)
                        output[(row * s.ValueDim) + d] /= sum;
                }
            }
        }
        return output;
    }

    // The masks in their published form, not by way of the shape's bounds.
    private static bool Reads(AttentionShape s, int query, int key) => s.Causal
        ? key <= query && (s.Window == 0 || query - key < s.Window)
        : s.Window == 0 || Math.Abs(query - key) <= s.Window / 2;
}
