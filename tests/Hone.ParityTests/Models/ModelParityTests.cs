using System.Text.Json;
using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.ParityTests.Models;

/// <summary>Logits, hidden states, greedy tokens and gradients of recorded models, from both spellings of their configuration.</summary>
public sealed class ModelParityTests
{
    public static TheoryData<string> Names => [.. ReferenceModel.SupportedNames()];

    [Fact]
    public void TheReferenceFolderHasModels() => Assert.NotEmpty(ReferenceModel.SupportedNames());

    [Theory, MemberData(nameof(Names))]
    public void LogitsAndHiddenStates(string name)
    {
        ReferenceModel reference = ReferenceModel.Open(name);
        foreach (string configFile in reference.ConfigFiles())
        {
            using var backend = new CpuBackend();
            Transformer model = ModelLoader.Load(ModelDirectory.Open(reference.Folder), backend, HuggingFaceConfig.Read(configFile));
            using (model)
            using (var context = new ComputeContext(backend))
            {
                var batch = new TokenBatch();
                foreach (int[] ids in reference.InputIds)
                    batch.Add(ids);
                Tensor logits = model.Logits(context, model.Forward(context, batch));
                AssertClose(reference.Logits, ReferenceModel.Download(backend, logits), 1e-4, "logits");
                batch.Clear();
                batch.Add(reference.InputIds[0]);
                IReadOnlyList<Tensor> stages = model.HiddenStates(context, batch);
                Assert.Equal(reference.HiddenStates.Count, stages.Count);
                for (int i = 0; i < stages.Count; i++)
                    AssertClose(reference.HiddenStates[i], ReferenceModel.Download(backend, stages[i]), 1e-4, $"hidden_states.{i}");
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void GreedyTokens(string name)
    {
        ReferenceModel reference = ReferenceModel.Open(name);
        using var backend = new CpuBackend();
        Transformer model = ModelLoader.Load(reference.Folder, backend);
        using (model)
        using (var engine = new InferenceEngine(model))
        {
            Sequence sequence = engine.Submit(new GenerationRequest
            {
                PromptIds = reference.GreedyPrompt,
                MaximumNewTokens = reference.GreedyTokens.Length,
                Sampling = SamplingOptions.Greedy,
            })[0];
            engine.RunToEnd();
            if (reference.Info.GetProperty("greedy_smallest_margin").GetDouble() > 1e-3)
                Assert.Equal(reference.GreedyTokens, sequence.TokenIds.ToArray());
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void GradientsOfTheNextTokenLoss(string name)
    {
        ReferenceModel reference = ReferenceModel.Open(name);
        using var backend = new CpuBackend();
        Transformer model = ModelLoader.Load(reference.Folder, backend);
        using (model)
        using (var context = new ComputeContext(backend))
        using (var tape = new Tape(backend))
        using (var gradients = new Gradients(backend))
        {
            double loss = NextTokenLoss.Backward(model, context, tape, gradients, reference.InputIds, mask: null);
            Assert.Equal(reference.Info.GetProperty("loss").GetDouble(), loss, 1e-5);
            JsonElement recorded = reference.Gradients;
            foreach (Parameter parameter in model.Parameters)
                AssertGradient(recorded.GetProperty(parameter.Name), parameter, ReferenceModel.Download(backend, gradients.Total(parameter)));
            Assert.Equal(recorded.EnumerateObject().Count(), model.Parameters.Count);
        }
    }

    private static void AssertGradient(JsonElement recorded, Parameter parameter, float[] values)
    {
        double norm = recorded.GetProperty("norm").GetDouble();
        double ours = Math.Sqrt(values.Sum(v => (double)v * v));
        Assert.True(Math.Abs(norm - ours) <= 1e-4 * norm, $"{parameter}: norm {ours}, recorded {norm}");
        double[] first = recorded.GetProperty("first").Numbers(), last = recorded.GetProperty("last").Numbers();
        for (int i = 0; i < first.Length; i++)
            Assert.True(Math.Abs(first[i] - values[i]) <= 1e-4 * norm, $"{parameter}: element {i} is {values[i]}, recorded {first[i]}");
        for (int i = 0; i < last.Length; i++)
        {
            float value = values[values.Length - last.Length + i];
            Assert.True(Math.Abs(last[i] - value) <= 1e-4 * norm, $"{parameter}: element -{last.Length - i} is {value}, recorded {last[i]}");
        }
        Assert.Equal(recorded.GetProperty("sum").GetDouble(), values.Sum(v => (double)v), 1e-4 * norm * Math.Sqrt(values.Length));
    }

    internal static void AssertClose(float[] expected, float[] actual, double tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        int worst = Enumerable.Range(0, expected.Length).MaxBy(i => Math.Abs(expected[i] - actual[i]));
        Assert.True(Math.Abs(expected[worst] - actual[worst]) <= tolerance, $"{what}: element {worst} is {actual[worst]}, recorded {expected[worst]}");
    }
}
