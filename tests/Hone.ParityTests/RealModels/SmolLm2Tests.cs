using System.Text.Json;
using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.ParityTests.RealModels;

/// <summary>
/// SmolLM2-135M-Instruct from a GGUF file in Q4_1, decoded to float32, gives the log-probabilities and greedy tokens that transformers
/// computed in float32 from the same decoded weights.
/// </summary>
public sealed class SmolLm2Tests
{
    private const double Tolerance = 1e-3;
    private const double Margin = 0.01;

    [Fact]
    public void DecodedToFloat32()
    {
        using var backend = new CpuBackend(2);
        using Transformer model = ModelLoader.Load(File(), backend);
        using JsonDocument expected = JsonDocument.Parse(System.IO.File.ReadAllBytes(SharedData.Find("smollm2", "expected.json")));
        int compared = 0;
        foreach (JsonElement prompt in expected.RootElement.GetProperty("prompts").EnumerateArray())
        {
            string name = prompt.GetProperty("name").GetString()!;
            int[] ids = Integers(prompt.GetProperty("ids")), greedy = Integers(prompt.GetProperty("float_greedy"));
            double[] margins = [.. prompt.GetProperty("float_greedy_margins").EnumerateArray().Select(value => value.GetDouble())];
            float[] logits = Logits(model, [.. ids, .. greedy]);
            int vocabulary = model.Config.VocabularySize;
            double[] next = LogProbabilities(logits.AsSpan((ids.Length - 1) * vocabulary, vocabulary));
            foreach (JsonElement pair in prompt.GetProperty("float_top10").EnumerateArray())
                Assert.True(Math.Abs(next[pair[0].GetInt32()] - pair[1].GetDouble()) <= Tolerance, $"{name}: {pair} is {next[pair[0].GetInt32()]:R}.");
            for (int i = 0; i < greedy.Length; i++)
            {
                ReadOnlySpan<float> row = logits.AsSpan((ids.Length - 1 + i) * vocabulary, vocabulary);
                if (margins[i] <= Margin)
                    continue;
                Assert.True(Largest(row) == greedy[i], $"{name}: token {i} is {Largest(row)}, {greedy[i]} was recorded with the margin {margins[i]}.");
                compared++;
            }
            double sum = 0;
            for (int i = 1; i < ids.Length; i++)
                sum += LogProbabilities(logits.AsSpan((i - 1) * vocabulary, vocabulary))[ids[i]];
            double recorded = prompt.GetProperty("float_sum_logprob").GetDouble();
            Assert.True(Math.Abs(sum - recorded) <= Tolerance * ids.Length, $"{name}: the sum of log-probabilities is {sum:R}, {recorded:R} was recorded.");
        }
        Assert.True(compared > 250, $"{compared} tokens were compared.");
    }

    [Fact]
    public void MetadataAndConfig()
    {
        GgufModel model = GgufModel.Open(File());
        Assert.Equal("llama", model.Architecture.Name);
        Assert.Equal(30, model.Config.Model.LayerCount);
        Assert.Equal(new AttentionConfig(9, 3, 64), model.Config.Model.Layers[0].Attention);
        Assert.Equal(1e-5, model.Config.Model.NormEpsilon);
        Assert.Equal(100000.0, model.Config.Model.RopeTheta);
        Assert.Equal(8192, model.Config.Model.ContextLength);
        Assert.True(model.Config.Model.TieEmbeddings);
        Assert.Equal([2], model.Config.Model.EosTokenIds);
        Assert.Equal(49152, model.Metadata.Texts("tokenizer.ggml.tokens")!.Count);
    }

    [Fact]
    public void AsTheFileHasIt()
    {
        using var backend = new CpuBackend(2);
        using Transformer asItIs = ModelLoader.Load(File(), backend, WeightDType.Auto);
        long blocks = asItIs.Parameters.Where(parameter => parameter.Blocks is not null).Sum(parameter => parameter.Blocks!.SizeBytes);
        // The panels of the file's size: nibbles stay nibbles.
        Assert.InRange(blocks, 96_000_000, 99_000_000);
    }

    // llama.cpp multiplies with 8-bit activations as Hone does; its own distances to float are recorded.
    [Fact]
    public void WithIntegerProductsItIsAsCloseToFloatAsLlamaCpp()
    {
        using var backend = new CpuBackend(2);
        using Transformer decoded = ModelLoader.Load(File(), backend), blocks = ModelLoader.Load(File(), backend, WeightDType.Auto);
        using JsonDocument expected = JsonDocument.Parse(System.IO.File.ReadAllBytes(SharedData.Find("smollm2", "expected.json")));
        int vocabulary = decoded.Config.VocabularySize;
        double own = 0, theirs = 0;
        int positions = 0;
        foreach (JsonElement prompt in expected.RootElement.GetProperty("prompts").EnumerateArray())
        {
            int[] ids = Integers(prompt.GetProperty("ids"));
            float[] exact = Logits(decoded, ids), rounded = Logits(blocks, ids);
            double sum = 0;
            for (int i = 0; i < ids.Length; i++)
                sum += Divergence(LogProbabilities(exact.AsSpan(i * vocabulary, vocabulary)), LogProbabilities(rounded.AsSpan(i * vocabulary, vocabulary)));
            double recorded = prompt.GetProperty("kl_float_to_llama_cpp_mean").GetDouble();
            TestContext.Current.TestOutputHelper?.WriteLine($"{prompt.GetProperty("name")}: KL {sum / ids.Length:0.00000}, llama.cpp {recorded:0.00000}");
            own += sum;
            theirs += recorded * ids.Length;
            positions += ids.Length;
        }
        Assert.True(own <= theirs, $"KL(float || integer) is {own / positions:R} a position, llama.cpp's {theirs / positions:R}.");

        foreach (JsonElement text in expected.RootElement.GetProperty("text").EnumerateArray())
        {
            int[] ids = Integers(text.GetProperty("ids"));
            float[] logits = Logits(blocks, ids);
            double sum = 0;
            for (int i = 1; i < ids.Length; i++)
                sum -= LogProbabilities(logits.AsSpan((i - 1) * vocabulary, vocabulary))[ids[i]];
            double mean = sum / (ids.Length - 1), recorded = text.GetProperty("float_nll_per_token").GetDouble();
            TestContext.Current.TestOutputHelper?.WriteLine($"{text.GetProperty("file")}: {mean:R}, float {recorded:R}, llama.cpp {text.GetProperty("llama_cpp_nll_per_token").GetDouble():R}");
            Assert.True(Math.Abs(mean - recorded) <= 0.003 * recorded, $"{text.GetProperty("file")}: {mean:R} a token, {recorded:R} was recorded in float.");
        }
    }

    private static double Divergence(double[] p, double[] q)
    {
        double sum = 0;
        for (int i = 0; i < p.Length; i++)
            sum += Math.Exp(p[i]) * (p[i] - q[i]);
        return sum;
    }

    private static string File() => SharedData.Find("smollm2", "SmolLM2-135M-Instruct.Q4_1.gguf");

    private static float[] Logits(Transformer model, int[] ids)
    {
        using var context = new ComputeContext(model.Backend);
        var batch = new TokenBatch();
        batch.Add(ids);
        Tensor logits = model.Logits(context, model.Forward(context, batch));
        var values = new float[logits.ElementCount];
        model.Backend.Download(logits, values);
        return values;
    }

    private static double[] LogProbabilities(ReadOnlySpan<float> logits)
    {
        double maximum = double.NegativeInfinity, sum = 0;
        foreach (float logit in logits)
            maximum = Math.Max(maximum, logit);
        foreach (float logit in logits)
            sum += Math.Exp(logit - maximum);
        double log = maximum + Math.Log(sum);
        var result = new double[logits.Length];
        for (int i = 0; i < result.Length; i++)
            result[i] = logits[i] - log;
        return result;
    }

    private static int Largest(ReadOnlySpan<float> row)
    {
        int best = 0;
        for (int i = 1; i < row.Length; i++)
        {
            if (row[i] > row[best])
                best = i;
        }
        return best;
    }

    private static int[] Integers(JsonElement list) => [.. list.EnumerateArray().Select(value => value.GetInt32())];
}
