using Hone.Models;
using Hone.Tensors;

namespace Hone.UnitTests.Models;

/// <summary>
/// The decoder once more, in float64 and with nothing shared but the configuration: textbook formulas, the whole softmax
/// at once, functions of the runtime. Parameters are named as in checkpoints.
/// </summary>
internal sealed class Float64Transformer(TransformerConfig config, IReadOnlyDictionary<string, double[]> weights)
{
    /// <summary>Log-probability and entropy of every next token of a sequence.</summary>
    public (double[] LogProb, double[] Entropy) NextTokens(int[] ids, double temperature)
    {
        double[][] x = [.. ids.Select(id => Row("model.embed_tokens.weight", id, config.Width))];
        for (int layer = 0; layer < config.LayerCount; layer++)
        {
            string at = $"model.layers.{layer}.";
            LayerConfig sizes = config.Layers[layer];
            x = Sum(x, Attention(at + "self_attn.", sizes.Attention, Norm(x, at + "input_layernorm.weight")));
            x = Sum(x, FeedForward(at + "mlp.", sizes.FeedForward, Norm(x, at + "post_attention_layernorm.weight")));
        }
        x = Norm(x, "model.norm.weight");
        double[][] logits = Linear(config.TieEmbeddings ? "model.embed_tokens" : "lm_head", config.VocabularySize, x);
        var logProb = new double[ids.Length - 1];
        var entropy = new double[ids.Length - 1];
        for (int t = 0; t < logProb.Length; t++)
        {
            double[] z = [.. logits[t].Select(l => l / temperature)];
            double maximum = z.Max(), lse = maximum + Math.Log(z.Sum(v => Math.Exp(v - maximum)));
            logProb[t] = z[ids[t + 1]] - lse;
            entropy[t] = -z.Sum(v => Math.Exp(v - lse) * (v - lse));
        }
        return (logProb, entropy);
    }

    private double[][] Attention(string at, AttentionConfig sizes, double[][] x)
    {
        int dh = sizes.HeadDim;
        double[][] q = Linear(at + "q_proj", sizes.QueryWidth, x), k = Linear(at + "k_proj", sizes.KeyValueWidth, x), v = Linear(at + "v_proj", sizes.KeyValueWidth, x);
        var mixed = new double[x.Length][];
        for (int t = 0; t < x.Length; t++)
        {
            mixed[t] = new double[sizes.QueryWidth];
            int first = sizes.Window == 0 ? 0 : Math.Max(0, t - sizes.Window + 1);
            for (int h = 0; h < sizes.QueryHeads; h++)
            {
                int group = h * sizes.KeyValueHeads / sizes.QueryHeads;
                double[] query = Head(q[t], h, t, sizes, at + "q_norm.weight");
                double[] scores = [.. Enumerable.Range(first, t - first + 1).Select(j => Dot(query, Head(k[j], group, j, sizes, at + "k_norm.weight")) / Math.Sqrt(dh))];
                double maximum = scores.Max(), sum = scores.Sum(s => Math.Exp(s - maximum));
                for (int j = first; j <= t; j++)
                {
                    double p = Math.Exp(scores[j - first] - maximum) / sum;
                    for (int d = 0; d < dh; d++)
                        mixed[t][(h * dh) + d] += p * v[j][(group * dh) + d];
                }
            }
        }
        return Linear(at + "o_proj", config.Width, mixed);
    }

    // One head of a row, normed where asked and rotated to its position.
    private double[] Head(double[] row, int head, int position, AttentionConfig sizes, string gain)
    {
        double[] x = row[(head * sizes.HeadDim)..((head + 1) * sizes.HeadDim)];
        if (sizes.QkNorm)
            x = Norm([x], gain)[0];
        double[] y = [.. x];
        int half = config.RotaryDim / 2;
        for (int i = 0; i < half; i++)
        {
            double angle = position / Math.Pow(config.RopeTheta, 2.0 * i / config.RotaryDim);
            y[i] = (x[i] * Math.Cos(angle)) - (x[i + half] * Math.Sin(angle));
            y[i + half] = (x[i + half] * Math.Cos(angle)) + (x[i] * Math.Sin(angle));
        }
        return y;
    }

    private double[][] FeedForward(string at, FeedForwardConfig sizes, double[][] x)
    {
        double[][] inner = Linear(at + "up_proj", sizes.Width, x);
        double[][] gate = sizes.Gated ? Linear(at + "gate_proj", sizes.Width, x) : inner;
        for (int t = 0; t < x.Length; t++)
            inner[t] = [.. gate[t].Zip(inner[t], (g, u) => Activate(sizes.Activation, g) * (sizes.Gated ? u : 1))];
        return Linear(at + "down_proj", config.Width, inner);
    }

    private static double Activate(Activation activation, double x) => activation switch
    {
        Activation.Silu => x / (1 + Math.Exp(-x)),
        Activation.GeluTanh => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x)))),
        _ => 0.5 * x * (1 + Erf(x / Math.Sqrt(2))),
    };

    // Its power series: exact enough below 4, where the small models stay.
    private static double Erf(double x)
    {
        double term = x, sum = x;
        for (int n = 1; n < 120; n++)
        {
            term *= -x * x / n;
            sum += term / ((2 * n) + 1);
        }
        return Math.Abs(x) < 4 ? sum * 2 / Math.Sqrt(Math.PI) : throw new InvalidOperationException($"The series is not for {x}.");
    }

    private double[][] Norm(double[][] x, string gain)
    {
        double[] g = weights[gain];
        return [.. x.Select(row =>
        {
            double r = 1 / Math.Sqrt((Dot(row, row) / row.Length) + config.NormEpsilon);
            return row.Select((v, i) => v * r * g[i]).ToArray();
        })];
    }

    private double[][] Linear(string name, int outputs, double[][] x)
    {
        double[] w = weights[name + ".weight"];
        weights.TryGetValue(name + ".bias", out double[]? bias);
        return [.. x.Select(row =>
        {
            var y = new double[outputs];
            for (int n = 0; n < outputs; n++)
            {
                double sum = bias is null ? 0 : bias[n];
                for (int i = 0; i < row.Length; i++)
                    sum += row[i] * w[(n * row.Length) + i];
                y[n] = sum;
            }
            return y;
        })];
    }

    private double[] Row(string name, int row, int width) => weights[name][(row * width)..((row + 1) * width)];

    private static double[][] Sum(double[][] a, double[][] b) => [.. a.Zip(b, (x, y) => x.Zip(y, (u, v) => u + v).ToArray())];

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
