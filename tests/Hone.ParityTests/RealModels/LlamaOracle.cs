using Hone.Models;
using Hone.Tensors;

namespace Hone.ParityTests.RealModels;

/// <summary>Llama once more in float64, by textbook formulas and functions of the runtime; nothing is shared but the weights.</summary>
internal sealed class LlamaOracle
{
    private readonly TransformerConfig _config;
    private readonly Dictionary<string, double[]> _weights;

    public LlamaOracle(TransformerConfig config, Backend backend, IEnumerable<Parameter> parameters)
    {
        _config = config;
        _weights = parameters.ToDictionary(parameter => parameter.Name, parameter =>
        {
            var values = new float[parameter.Value.ElementCount];
            backend.Download(parameter.Value, values);
            return values.Select(value => (double)value).ToArray();
        });
    }

    /// <summary>Logits of every position: [T, V].</summary>
    public double[] Logits(int[] ids)
    {
        int width = _config.Width;
        double[] embedding = _weights["model.embed_tokens.weight"];
        double[][] x = [.. ids.Select(id => embedding.AsSpan(id * width, width).ToArray())];
        for (int layer = 0; layer < _config.LayerCount; layer++)
        {
            string at = $"model.layers.{layer}.";
            double[][] mixed = Attention(at + "self_attn.", _config.Layers[layer].Attention, Norm(x, at + "input_layernorm"));
            Add(x, mixed);
            double[][] normed = Norm(x, at + "post_attention_layernorm");
            double[][] gate = Linear(normed, at + "mlp.gate_proj"), up = Linear(normed, at + "mlp.up_proj");
            for (int t = 0; t < x.Length; t++)
            {
                for (int i = 0; i < gate[t].Length; i++)
                    gate[t][i] = gate[t][i] / (1 + Math.Exp(-gate[t][i])) * up[t][i];
            }
            Add(x, Linear(gate, at + "mlp.down_proj"));
        }
        return [.. Linear(Norm(x, "model.norm"), _config.TieEmbeddings ? "model.embed_tokens" : "lm_head").SelectMany(row => row)];
    }

    private double[][] Attention(string at, AttentionConfig sizes, double[][] x)
    {
        double[][] q = Rotate(Linear(x, at + "q_proj"), sizes.HeadDim), k = Rotate(Linear(x, at + "k_proj"), sizes.HeadDim), v = Linear(x, at + "v_proj");
        int dim = sizes.HeadDim, group = sizes.QueryHeads / sizes.KeyValueHeads;
        double[][] mixed = [.. x.Select(_ => new double[sizes.QueryHeads * dim])];
        for (int t = 0; t < x.Length; t++)
        {
            for (int h = 0; h < sizes.QueryHeads; h++)
            {
                int source = h / group * dim;
                double[] scores = [.. Enumerable.Range(0, t + 1).Select(s => Enumerable.Range(0, dim).Sum(d => q[t][(h * dim) + d] * k[s][source + d]) / Math.Sqrt(dim))];
                double maximum = scores.Max(), sum = scores.Sum(score => Math.Exp(score - maximum));
                for (int s = 0; s <= t; s++)
                {
                    double share = Math.Exp(scores[s] - maximum) / sum;
                    for (int d = 0; d < dim; d++)
                        mixed[t][(h * dim) + d] += share * v[s][source + d];
                }
            }
        }
        return Linear(mixed, at + "o_proj");
    }

    // Element i turns with element i + half.
    private double[][] Rotate(double[][] x, int dim)
    {
        int half = dim / 2;
        for (int t = 0; t < x.Length; t++)
        {
            for (int head = 0; head < x[t].Length; head += dim)
            {
                for (int i = 0; i < half; i++)
                {
                    double angle = t * Math.Pow(_config.RopeTheta, -2.0 * i / dim);
                    double a = x[t][head + i], b = x[t][head + i + half];
                    x[t][head + i] = (a * Math.Cos(angle)) - (b * Math.Sin(angle));
                    x[t][head + i + half] = (b * Math.Cos(angle)) + (a * Math.Sin(angle));
                }
            }
        }
        return x;
    }

    private double[][] Norm(double[][] x, string name)
    {
        double[] weight = _weights[name + ".weight"];
        return [.. x.Select(row =>
        {
            double scale = 1 / Math.Sqrt((row.Sum(value => value * value) / row.Length) + _config.NormEpsilon);
            return row.Select((value, i) => value * scale * weight[i]).ToArray();
        })];
    }

    private double[][] Linear(double[][] x, string name)
    {
        double[] weight = _weights[name + ".weight"];
        int columns = x[0].Length, rows = weight.Length / columns;
        return [.. x.Select(row => Enumerable.Range(0, rows).Select(o =>
        {
            double sum = 0;
            for (int i = 0; i < columns; i++)
                sum += weight[(o * columns) + i] * row[i];
            return sum;
        }).ToArray())];
    }

    private static void Add(double[][] x, double[][] change)
    {
        for (int t = 0; t < x.Length; t++)
        {
            for (int d = 0; d < x[t].Length; d++)
                x[t][d] += change[t][d];
        }
    }
}
