using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>Small models that between them use every part of the definition, and token sequences for them.</summary>
internal static class TinyModels
{
    /// <summary>Names for <see cref="Config"/>.</summary>
    public static readonly string[] Names = ["plain", "grouped", "biased", "learned", "sandwich", "parallel", "output", "gainless", "xielu", "varied"];

    public static TheoryData<string> Cases()
    {
        var data = new TheoryData<string>();
        foreach (string name in Names)
            data.Add(name);
        return data;
    }

    /// <summary>
    /// plain: tied, gated SiLU. grouped: three layers, six heads on two, normed queries and keys, untied, a vocabulary of
    /// two tiles. biased: biases everywhere, one layer with a window, partly rotated heads, plain GELU, tied. learned: layer
    /// norms, learned positions, a scale of its own in each layer. sandwich: shifted gains, norms around each part, soft caps,
    /// a window with a rotary base of its own, a scaled embedding. parallel: one norm for both parts, layer-normed queries
    /// and keys, partly rotated, a bias on the output. output: norms behind each part and over all heads, YaRN with scaled
    /// queries, a layer without rotation. varied: plain with another inner width in each layer. gainless: no gains, a normed embedding, norms after a reversed rotation, squared
    /// ReLU, capped logits. xielu: learned activation, Llama 3's frequencies.
    /// </summary>
    public static TransformerConfig Config(string name) => name switch
    {
        "plain" => new TransformerConfig
        {
            VocabularySize = 50,
            Width = 32,
            Layers = TransformerConfig.Uniform(2, new AttentionConfig(2, 2, 16), new FeedForwardConfig(48)),
            RotaryDim = 16,
            ContextLength = 320,
            TieEmbeddings = true,
            InitializerRange = 0.25,
        },
        "grouped" => new TransformerConfig
        {
            VocabularySize = 600,
            Width = 48,
            Layers = TransformerConfig.Uniform(
                3, new AttentionConfig(6, 2, 8) { QkNorm = true }, new FeedForwardConfig(40) { Activation = Activation.GeluTanh }),
            RotaryDim = 8,
            ContextLength = 320,
            InitializerRange = 0.2,
        },
        "biased" => new TransformerConfig
        {
            VocabularySize = 530,
            Width = 40,
            Layers =
            [
                new LayerConfig(Biased(window: 40), PlainFeedForward),
                new LayerConfig(Biased(window: 0), PlainFeedForward),
            ],
            RotaryDim = 6,
            ContextLength = 320,
            TieEmbeddings = true,
            InitializerRange = 0.25,
        },
        "varied" => Config("plain") with
        {
            Layers = [new LayerConfig(new AttentionConfig(2, 2, 16), new FeedForwardConfig(48)), new LayerConfig(new AttentionConfig(2, 2, 16), new FeedForwardConfig(24))],
        },
        _ => FamilyConfig(name),
    };

    private static TransformerConfig FamilyConfig(string name)
    {
        var common = new TransformerConfig { VocabularySize = 530, Width = 32, Layers = [], RotaryDim = 8, ContextLength = 320, InitializerRange = 0.25, NormEpsilon = 1e-5 };
        var attention = new AttentionConfig(4, 2, 8);
        var plain = new FeedForwardConfig(40) { Gated = false, Bias = true, Activation = Activation.GeluTanh };
        return name switch
        {
            "learned" => common with
            {
                Layers =
                [
                    new LayerConfig(Biased(window: 0) with { Scale = 0.5 }, plain),
                    new LayerConfig(Biased(window: 0) with { Scale = 0.25 }, plain),
                ],
                Norm = NormKind.Layer,
                RotaryDim = 0,
                LearnedPositions = true,
                TieEmbeddings = true,
            },
            "sandwich" => common with
            {
                Layers =
                [
                    Sandwich(attention with { QkNorm = true, SoftCap = 5, Scale = 0.3, Window = 40, Rotary = new RotaryConfig(500, 8) }),
                    Sandwich(attention with { QkNorm = true, SoftCap = 5, Scale = 0.3 }),
                ],
                Norm = NormKind.RmsShifted,
                EmbeddingScale = Math.Sqrt(32),
                LogitSoftCap = 3,
                TieEmbeddings = true,
            },
            "parallel" => common with
            {
                Layers = TransformerConfig.Uniform(2, attention with { QkvBias = true, OutputBias = true, QkNorm = true }, plain, NormPlacement.Parallel),
                Norm = NormKind.Layer,
                RotaryDim = 4,
                HeadBias = true,
            },
            "output" => common with
            {
                Layers =
                [
                    Behind(attention with { QkNorm = true, QkNormOverAllHeads = true }),
                    Behind(attention with { QkNorm = true, QkNormOverAllHeads = true, Rotary = RotaryConfig.None }),
                ],
                RopeScaling = new RopeScaling(RopeScalingKind.Yarn) { Factor = 4, OriginalContextLength = 40, QueryScaleBeta = 0.1 },
            },
            "gainless" => common with
            {
                Layers = TransformerConfig.Uniform(
                    2, attention with { QkNorm = true, QkNormAfterRotation = true }, new FeedForwardConfig(40) { Gated = false, Activation = Activation.ReluSquared }),
                Norm = NormKind.RmsPlain,
                EmbeddingNorm = true,
                ReversedRotation = true,
                LogitSoftCap = 4,
            },
            "xielu" => common with
            {
                Layers = TransformerConfig.Uniform(2, attention with { QkNorm = true }, new FeedForwardConfig(40) { Gated = false, Xielu = true }),
                RopeScaling = new RopeScaling(RopeScalingKind.Llama3) { Factor = 8, OriginalContextLength = 40 },
            },
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such model."),
        };
    }

    private static LayerConfig Sandwich(AttentionConfig attention) =>
        new(attention, new FeedForwardConfig(40) { Activation = Activation.GeluTanh }) { Placement = NormPlacement.Sandwich };

    private static LayerConfig Behind(AttentionConfig attention) => new(attention, new FeedForwardConfig(40)) { Placement = NormPlacement.Output };

    private static FeedForwardConfig PlainFeedForward => new(56) { Gated = false, Activation = Activation.Gelu, Bias = true };

    private static AttentionConfig Biased(int window) => new(4, 1, 12) { QkvBias = true, OutputBias = true, Window = window };

    /// <summary>Every model with a float32 cache, and those that differ in what they do to keys with the other precisions.</summary>
    public static TheoryData<string, CacheDType> CacheCases()
    {
        var data = new TheoryData<string, CacheDType>();
        foreach (string name in Names)
            data.Add(name, CacheDType.Float32);
        foreach (string name in (string[])["grouped", "biased", "sandwich", "output", "gainless"])
        {
            data.Add(name, CacheDType.BFloat16);
            data.Add(name, CacheDType.Int8);
        }
        return data;
    }

    /// <summary><see cref="Create(string, Backend)"/> with a cache of a precision.</summary>
    public static Transformer Create(string name, Backend backend, CacheDType cache)
    {
        Transformer model = Create(name, backend);
        model.CacheDType = cache;
        return model;
    }

    /// <summary>A model from seed 7 whose gains and biases differ from their usual 1 and 0.</summary>
    public static Transformer Create(string name, Backend backend) => Create(Config(name), backend);

    public static Transformer Create(TransformerConfig config, Backend backend)
    {
        var model = new Transformer(config, new SeededParameterSource(backend, 7));
        foreach (Parameter parameter in model.Parameters.Where(p => p.Value.Shape.Rank == 1 && p.IsTrainable))
        {
            float[] values = Read(backend, parameter.Value);
            var random = new PhiloxStream(11, RandomPurpose.Initialization, (ulong)parameter.Name.Length * 1000 + (ulong)values.Length);
            for (int i = 0; i < values.Length; i++)
                values[i] += (float)((random.NextDouble() - 0.5) * 0.4);
            backend.Upload(values, parameter.Value);
            parameter.MarkChanged();
        }
        return model;
    }

    /// <summary>Ids of a sequence, a function of the seed alone.</summary>
    public static int[] Ids(int length, int vocabulary, int seed)
    {
        var ids = new int[length];
        for (int i = 0; i < length; i++)
            ids[i] = (int)(Philox.Rounds((uint)i, (uint)seed, 3, 4, 5, 6).Word0 % (uint)vocabulary);
        return ids;
    }

    public static float[] Read(Backend backend, Tensor tensor)
    {
        var values = new float[tensor.ElementCount];
        backend.Download(tensor, values);
        return values;
    }

    /// <summary>Fails, naming the first place, unless both hold the same bits.</summary>
    public static void SameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string what)
    {
        if (expected.Length != actual.Length)
            Assert.Fail($"{what}: {expected.Length} numbers expected, {actual.Length} found.");
        for (int i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]))
                Assert.Fail($"{what}: element {i} of {expected.Length} is {actual[i]:R}, expected {expected[i]:R}.");
        }
    }

    /// <summary>Hidden states after the final norm, [T, D], of sequences without states.</summary>
    public static float[] Hidden(Transformer model, params int[][] sequences)
    {
        using var context = new ComputeContext(model.Backend);
        return Read(model.Backend, model.Forward(context, Batch(sequences)));
    }

    public static TokenBatch Batch(params int[][] sequences)
    {
        var batch = new TokenBatch();
        foreach (int[] ids in sequences)
            batch.Add(ids);
        return batch;
    }
}
