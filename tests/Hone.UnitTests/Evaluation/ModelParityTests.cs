using Hone.Evaluation.Parity;
using Hone.Models;
using Hone.Tensors;
using Hone.UnitTests.Models;
using Xunit;

namespace Hone.UnitTests.Evaluation;

/// <summary>The comparison itself: it sees what differs and says where.</summary>
public sealed class ModelParityTests : IDisposable
{
    private readonly CpuBackend _backend = new(1);
    private readonly ModelDirectory _directory = ModelDirectory.Open(ModelTestFiles.Reference("models/llama"));
    private readonly ParityReference _reference = ParityReference.Open(ModelTestFiles.Reference("models/llama/expected.safetensors"));
    private readonly Transformer _model;

    public ModelParityTests() => _model = ModelLoader.Load(_directory, _backend);

    public void Dispose()
    {
        _model.Dispose();
        _backend.Dispose();
    }

    private void Change(string parameter, int element)
    {
        Parameter changed = _model.Parameters.Single(p => p.Name == parameter);
        float[] values = TinyModels.Read(_backend, changed.Value);
        values[element] += 0.5f;
        _backend.Upload(values, changed.Value);
        changed.MarkChanged();
    }

    [Fact]
    public void TheSameModelHolds()
    {
        ParityReport report = ModelParity.Compare(_model, _reference);
        Assert.True(report.Holds);
        Assert.Equal(["hidden_states.0", "hidden_states.1", "hidden_states.2", "hidden_states.3", "logits", "greedy tokens"], report.Lines.Select(line => line.What));
        Assert.True(GradientParity.Compare(_model, _directory.Config.Names, _reference, ModelTestFiles.Reference("models/llama/gradients.json")).Holds);
    }

    [Fact]
    public void TheFirstLayerThatDiffersIsNamed()
    {
        Change("model.layers.1.mlp.down_proj.weight", 5);
        ParityReport report = ModelParity.Compare(_model, _reference);
        Assert.Equal("hidden_states.2", report.FirstDifferent!.What);
        Assert.Contains("position 0, element 0", report.FirstDifferent.FirstPlace, StringComparison.Ordinal);
        Assert.True(report.Lines[1].Holds);
        Assert.False(report.Holds);
    }

    [Fact]
    public void AToleranceOfNothingDoesNotHold() => Assert.False(ModelParity.Compare(_model, _reference, 0).Holds);

    [Fact]
    public void AGradientThatDiffersIsNamed()
    {
        string file = ModelTestFiles.Reference("models/llama/gradients.json");
        using var folder = new TemporaryDirectory();
        string text = File.ReadAllText(file), changed = folder["gradients.json"];
        int at = text.IndexOf("\"norm\": ", StringComparison.Ordinal) + "\"norm\": ".Length;
        File.WriteAllText(changed, text[..at] + "9" + text[at..]);
        ParityReport report = GradientParity.Compare(_model, _directory.Config.Names, _reference, changed);
        Assert.Single(report.Lines, line => !line.Holds);
        File.WriteAllText(changed, """{"model.norm.weight":{"norm":"large"}}""");
        Assert.Throws<CheckpointFormatException>(() => GradientParity.Compare(_model, _directory.Config.Names, _reference, changed));
        File.WriteAllText(changed, "{}");
        Assert.Equal(_model.Parameters.Count, GradientParity.Compare(_model, _directory.Config.Names, _reference, changed).Lines.Count(line => !line.Holds));
    }
}
