using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>
/// Values and every gradient of whole models against an independent float64 definition: central differences of it, so
/// that the two share no formula of a derivative.
/// </summary>
public sealed class TransformerGradientTests
{
    private const double Step = 1e-5;
    private static readonly int[][] Sequences = [[1, 4, 4, 0, 7, 10, 3, 2], [9, 5, 6], [8, 1]];

    public static TheoryData<string> Cases() => ["gated", "normed", "biased", "learned", "sandwich", "parallel", "output", "gainless", "xielu"];

    private static TransformerConfig Config(string name)
    {
        var common = new TransformerConfig { VocabularySize = 11, Width = 8, Layers = [], RotaryDim = 4, ContextLength = 16, InitializerRange = 0.4, NormEpsilon = 1e-5 };
        var attention = new AttentionConfig(2, 1, 4);
        return name switch
        {
            "gated" => common with { Layers = TransformerConfig.Uniform(2, new AttentionConfig(2, 2, 4), new FeedForwardConfig(6)), TieEmbeddings = true },
            "normed" => common with
            {
                Layers = TransformerConfig.Uniform(2, attention with { QkNorm = true }, new FeedForwardConfig(6) { Activation = Activation.GeluTanh }),
                RotaryDim = 2,
            },
            "learned" => common with
            {
                Layers = TransformerConfig.Uniform(2, attention with { Scale = 0.3, QkvBias = true }, new FeedForwardConfig(6) { Gated = false, Bias = true }),
                Norm = NormKind.Layer,
                RotaryDim = 0,
                LearnedPositions = true,
                TieEmbeddings = true,
            },
            "sandwich" => common with
            {
                Layers =
                [
                    new LayerConfig(attention with { SoftCap = 1.5, Window = 3, QkNorm = true, Rotary = new RotaryConfig(50, 4) }, new FeedForwardConfig(6)) { Placement = NormPlacement.Sandwich },
                    new LayerConfig(attention with { SoftCap = 1.5, Rotary = RotaryConfig.None }, new FeedForwardConfig(6)) { Placement = NormPlacement.Sandwich },
                ],
                Norm = NormKind.RmsShifted,
                EmbeddingScale = 2.5,
                LogitSoftCap = 2,
                TieEmbeddings = true,
            },
            "parallel" => common with
            {
                Layers = TransformerConfig.Uniform(2, attention with { OutputBias = true, QkNorm = true }, new FeedForwardConfig(6) { Gated = false, Bias = true }, NormPlacement.Parallel),
                Norm = NormKind.Layer,
                RotaryDim = 2,
                HeadBias = true,
            },
            "output" => common with
            {
                Layers = TransformerConfig.Uniform(2, attention with { QkNorm = true, QkNormOverAllHeads = true }, new FeedForwardConfig(6), NormPlacement.Output),
                Norm = NormKind.LayerWithoutBias,
                EmbeddingNorm = true,
                HeadBias = true,
                LogitSoftCap = 3,
            },
            "gainless" => common with
            {
                Layers = TransformerConfig.Uniform(
                    2, attention with { QkNorm = true, QkNormAfterRotation = true }, new FeedForwardConfig(6) { Gated = false, Activation = Activation.ReluSquared }),
                Norm = NormKind.RmsPlain,
                EmbeddingNorm = true,
                ReversedRotation = true,
                LogitSoftCap = 2,
            },
            "xielu" => common with
            {
                Layers = TransformerConfig.Uniform(2, attention, new FeedForwardConfig(6) { Gated = false, Xielu = true }, NormPlacement.Post),
            },
            _ => common with
            {
                Layers =
                [
                    new LayerConfig(attention with { QkvBias = true, OutputBias = true, Window = 3 }, new FeedForwardConfig(6) { Gated = false, Activation = Activation.Gelu, Bias = true }),
                    new LayerConfig(attention, new FeedForwardConfig(5) { Gated = false, Activation = Activation.Silu }),
                ],
                TieEmbeddings = true,
            },
        };
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryGradientIsTheCentralDifferenceOfTheFloat64Loss(string name)
    {
        TransformerConfig config = Config(name);
        using var backend = new ReferenceBackend();
        using Transformer model = TinyModels.Create(config, backend);
        TrainingPass pass = TrainingPass.Run(model, [Sequences]);
        Dictionary<string, double[]> weights = model.Parameters.ToDictionary(
            p => p.Name, p => TinyModels.Read(backend, p.Value).Select(v => (double)v).ToArray());
        var oracle = new Float64Transformer(config, weights);
        CompareValues(oracle, pass);
        Assert.Equal(model.Parameters.Count(p => p.IsTrainable), pass.Gradients.Count);
        foreach ((string parameter, float[] gradient) in pass.Gradients)
            CompareGradient(oracle, weights[parameter], gradient, $"{name}: {parameter}");
    }

    private static void CompareValues(Float64Transformer oracle, TrainingPass pass)
    {
        double[] logProb = [.. Sequences.SelectMany(s => oracle.NextTokens(s, TrainingPass.Temperature).LogProb)];
        double[] entropy = [.. Sequences.SelectMany(s => oracle.NextTokens(s, TrainingPass.Temperature).Entropy)];
        Assert.Equal(logProb.Length, pass.LogProb.Length);
        for (int i = 0; i < logProb.Length; i++)
        {
            Assert.Equal(logProb[i], pass.LogProb[i], 2e-5);
            Assert.Equal(entropy[i], pass.Entropy[i], 2e-5);
        }
    }

    private static void CompareGradient(Float64Transformer oracle, double[] weight, float[] gradient, string what)
    {
        double largest = gradient.Max(g => Math.Abs((double)g));
        for (int i = 0; i < weight.Length; i++)
        {
            double before = weight[i];
            weight[i] = before + Step;
            double above = Loss(oracle);
            weight[i] = before - Step;
            double below = Loss(oracle);
            weight[i] = before;
            double difference = (above - below) / (2 * Step);
            // The float64 difference is good to about 1e-9; what is left is the rounding of the float32 pass.
            Assert.True(Math.Abs(difference - gradient[i]) <= (3e-5 * largest) + 1e-6, $"{what}[{i}]: {gradient[i]:R}, by differences {difference:R}");
        }
    }

    private static double Loss(Float64Transformer oracle)
    {
        double loss = 0;
        foreach (int[] ids in Sequences)
        {
            (double[] logProb, double[] entropy) = oracle.NextTokens(ids, TrainingPass.Temperature);
            for (int i = 0; i < logProb.Length; i++)
                loss += (logProb[i] * TrainingPass.LogProbSeed(i, ids.Length)) + (entropy[i] * TrainingPass.EntropySeed(i, ids.Length));
        }
        return loss;
    }
}
