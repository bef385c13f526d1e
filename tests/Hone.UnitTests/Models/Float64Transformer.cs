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
        double[][] x = [.. ids.Select(id => Row("model.embed_tokens.weight", id, config.Width).Select(v => v * config.EmbeddingScale).ToArray())];
        if (config.LearnedPositions)
            x = Sum(x, [.. ids.Select((_, t) => Row("model.embed_positions.weight", t, config.Width))]);
        if (config.EmbeddingNorm)
            x = Norm(x, "model.embed_norm");
        for (int layer = 0; layer < config.LayerCount; layer++)
            x = Layer(x, $"model.layers.{layer}.", config.Layers[layer]);
        x = Norm(x, "model.norm");
        double[][] logits = Linear(config.TieEmbeddings ? "model.embed_tokens" : "lm_head", config.VocabularySize, x);
        if (config.LogitSoftCap > 0)
            logits = [.. logits.Select(row => row.Select(l => config.LogitSoftCap * Math.Tanh(l / config.LogitSoftCap)).ToArray())];
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

    private double[][] Layer(double[][] x, string at, LayerConfig sizes)
    {
        double[][] Mix(double[][] input) => Attention(at + "self_attn.", sizes.Attention, input);
        double[][] Feed(double[][] input) => FeedForward(at + "mlp.", sizes.FeedForward, input);
        double[][] N(double[][] input, string name) => Norm(input, at + name);
        switch (sizes.Placement)
        {
            case NormPlacement.Sandwich:
                x = Sum(x, N(Mix(N(x, "input_layernorm")), "post_attention_layernorm"));
                return Sum(x, N(Feed(N(x, "pre_feedforward_layernorm")), "post_feedforward_layernorm"));
            case NormPlacement.Output:
                x = Sum(x, N(Mix(x), "post_attention_layernorm"));
                return Sum(x, N(Feed(x), "post_feedforward_layernorm"));
            case NormPlacement.Post:
                x = N(Sum(x, Mix(x)), "post_attention_layernorm");
                return N(Sum(x, Feed(x)), "post_feedforward_layernorm");
            case NormPlacement.Parallel:
                double[][] normed = N(x, "input_layernorm");
                return Sum(x, Sum(Mix(normed), Feed(normed)));
            default:
                x = Sum(x, Mix(N(x, "input_layernorm")));
                return Sum(x, Feed(N(x, "post_attention_layernorm")));
        }
    }

    private double[][] Attention(string at, AttentionConfig sizes, double[][] x)
    {
        int dh = sizes.HeadDim;
        double[][] q = Linear(at + "q_proj", sizes.QueryWidth, x), k = Linear(at + "k_proj", sizes.KeyValueWidth, x), v = Linear(at + "v_proj", sizes.KeyValueWidth, x);
        if (sizes.QkNorm && sizes.QkNormOverAllHeads)
            (q, k) = (Norm(q, at + "q_norm"), Norm(k, at + "k_norm"));
        double scale = sizes.Scale ?? (1 / Math.Sqrt(dh));
        double Cap(double score) => sizes.SoftCap > 0 ? sizes.SoftCap * Math.Tanh(score / sizes.SoftCap) : score;
        var mixed = new double[x.Length][];
        for (int t = 0; t < x.Length; t++)
        {
            mixed[t] = new double[sizes.QueryWidth];
            int first = sizes.Window == 0 ? 0 : Math.Max(0, t - sizes.Window + 1);
            for (int h = 0; h < sizes.QueryHeads; h++)
            {
                int group = h * sizes.KeyValueHeads / sizes.QueryHeads;
                double[] query = Head(q[t], h, t, sizes, at + "q_norm");
                double[] scores = [.. Enumerable.Range(first, t - first + 1).Select(j => Cap(Dot(query, Head(k[j], group, j, sizes, at + "k_norm")) * scale))];
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
        bool normed = sizes.QkNorm && !sizes.QkNormOverAllHeads;
        if (normed && !sizes.QkNormAfterRotation)
            x = Norm([x], gain)[0];
        double[] y = [.. x];
        RotaryConfig rotary = sizes.Rotary ?? config.Rotary;
        int half = rotary.Dim / 2;
        for (int i = 0; i < half; i++)
        {
            double angle = (rotary.Reversed ? -position : position) / Math.Pow(rotary.Theta, 2.0 * i / rotary.Dim);
            y[i] = (x[i] * Math.Cos(angle)) - (x[i + half] * Math.Sin(angle));
            y[i + half] = (x[i + half] * Math.Cos(angle)) + (x[i] * Math.Sin(angle));
        }
        return normed && sizes.QkNormAfterRotation ? Norm([y], gain)[0] : y;
    }

    private double[][] FeedForward(string at, FeedForwardConfig sizes, double[][] x)
    {
        double[][] inner = Linear(at + "up_proj", sizes.Width, x);
        double[][] gate = sizes.Gated ? Linear(at + "gate_proj", sizes.Width, x) : inner;
        for (int t = 0; t < x.Length; t++)
            inner[t] = [.. gate[t].Zip(inner[t], (g, u) => (sizes.Xielu ? Xielu(at + "act_fn.", g) : Activate(sizes.Activation, g)) * (sizes.Gated ? u : 1))];
        return Linear(at + "down_proj", config.Width, inner);
    }

    private double Xielu(string at, double x)
    {
        double Softplus(string name) => Math.Log(1 + Math.Exp(weights[at + name][0]));
        double beta = weights[at + "beta"][0], eps = weights[at + "eps"][0];
        return x > 0
            ? (Softplus("alpha_p") * x * x) + (beta * x)
            : ((Math.Exp(Math.Min(x, eps)) - 1 - x) * (beta + Softplus("alpha_n"))) + (beta * x);
    }

    private static double Activate(Activation activation, double x) => activation switch
    {
        Activation.Silu => x / (1 + Math.Exp(-x)),
        Activation.GeluTanh => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x)))),
        Activation.Relu => Math.Max(x, 0),
        Activation.ReluSquared => Math.Max(x, 0) * Math.Max(x, 0),
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

    private double[][] Norm(double[][] x, string name)
    {
        weights.TryGetValue(name + ".weight", out double[]? gain);
        weights.TryGetValue(name + ".bias", out double[]? bias);
        bool isLayer = config.Norm is NormKind.Layer or NormKind.LayerWithoutBias;
        return [.. x.Select(row =>
        {
            double mean = isLayer ? row.Average() : 0;
            double r = 1 / Math.Sqrt(row.Average(v => (v - mean) * (v - mean)) + config.NormEpsilon);
            return row.Select((v, i) =>
                ((v - mean) * r * (config.Norm switch { NormKind.RmsPlain => 1, NormKind.RmsShifted => 1 + gain![i], _ => gain![i] })) + (bias is null ? 0 : bias[i])).ToArray();
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
