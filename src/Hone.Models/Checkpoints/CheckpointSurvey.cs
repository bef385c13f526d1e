using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// Compares the tensors of a checkpoint with those that a configuration asks for, all of them at once, where loading stops
/// at the first that is wrong. Takes as much memory as the model.
/// </summary>
public static class CheckpointSurvey
{
    /// <summary>Everything that loading would refuse, one sentence each; empty if the weights are those of the model.</summary>
    /// <param name="config">What config.json says.</param>
    /// <param name="checkpoint">The weights.</param>
    public static IReadOnlyList<string> FindProblems(HuggingFaceConfig config, SafetensorsCheckpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(checkpoint);
        HuggingFaceConfig fitted = config.FittedTo(checkpoint.Names);
        using var backend = new ReferenceBackend();
        var source = new SurveySource(backend, checkpoint, fitted.Names);
        // Without rotary tables, which are computed and stored nowhere.
        TransformerConfig model = fitted.Model with
        {
            Layers = [.. fitted.Model.Layers.Select(layer => layer with { Attention = layer.Attention with { Rotary = RotaryConfig.None } })],
        };
        new Transformer(model, source).Dispose();
        var problems = new List<string>(source.Problems);
        foreach (string name in source.ReportUnused(fitted.TiedNames))
            problems.Add($"{CheckpointErrors.Printable(name)} is not used by this model");
        return problems;
    }

    private sealed class SurveySource(Backend backend, SafetensorsCheckpoint checkpoint, WeightNameMap names)
        : SafetensorsParameterSource(backend, checkpoint, names)
    {
        private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

        public List<string> Problems { get; } = [];

        protected override void Check(string fullName, Shape shape)
        {
            try
            {
                base.Check(fullName, shape);
            }
            catch (CheckpointFormatException error)
            {
                // A fused tensor is asked for by each of its parts.
                if (_asked.Add(error.Item ?? fullName))
                    Problems.Add($"{CheckpointErrors.Printable(error.Item ?? fullName)} {Reason(error)}");
            }
        }

        private static string Reason(CheckpointFormatException error) => error.Got is { } got
            ? $"is {got}, {error.Expected} is needed"
            : $"is missing, {error.Expected} is needed";

        protected override void Fill(string fullName, Tensor target, Initializer initializer) => MarkUsed(fullName);
    }
}
