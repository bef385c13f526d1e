using System.Text.Json;
using Hone.Models;
using Hone.Tensors;

namespace Hone.Evaluation.Parity;

/// <summary>
/// Compares gradients of the next-token loss (mean over all next tokens of all sequences) with recorded ones: a JSON
/// object of tensors, each with its gradient's <c>norm</c>, <c>sum</c>, and <c>first</c> and <c>last</c> values in row-major order,
/// named and laid out as in the checkpoint.
/// </summary>
public static class GradientParity
{
    private const int LongestFile = 1 << 28;

    /// <summary>Compares every recorded tensor; one that is recorded or trained on one side only does not hold.</summary>
    /// <param name="model">The model.</param>
    /// <param name="names">From its names to the checkpoint's.</param>
    /// <param name="reference">Whose sequences the loss is over.</param>
    /// <param name="path">The JSON file.</param>
    /// <param name="tolerance">Largest difference of a value, in parts of its tensor's norm.</param>
    /// <exception cref="CheckpointFormatException">The file is not of that kind.</exception>
    public static ParityReport Compare(Transformer model, WeightNameMap names, ParityReference reference, string path, double tolerance = 1e-4)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(reference);
        using JsonDocument recorded = Open(path);
        using var gradients = new Gradients(model.Backend);
        Backward(model, reference, gradients);
        Dictionary<string, FileTensor> ours = FileTensors
            .Of(names, model.Parameters.Where(parameter => parameter.IsTrainable), parameter => Read(model.Backend, gradients, parameter))
            .ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        var lines = new List<ParityLine>();
        try
        {
            foreach (JsonProperty tensor in recorded.RootElement.EnumerateObject())
            {
                lines.Add(ours.Remove(tensor.Name, out FileTensor? found)
                    ? Compare(tensor.Name, tensor.Value, found.Read(), tolerance)
                    : new ParityLine(tensor.Name, double.PositiveInfinity, 0, "the model has no such trained tensor", false));
            }
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new CheckpointFormatException($"{path}: a tensor lacks norm, sum, first or last as numbers.", e);
        }
        lines.AddRange(ours.Keys.Order(StringComparer.Ordinal).Select(name => new ParityLine(name, double.PositiveInfinity, 0, "it is not recorded", false)));
        return new ParityReport(lines);
    }

    private static JsonDocument Open(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LongestFile })
                throw new CheckpointFormatException($"{path}: is larger than {LongestFile} bytes.", null);
            JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            throw new CheckpointFormatException($"{path}: is not a JSON object.", null);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CheckpointFormatException($"{path}: cannot be read as JSON.", e);
        }
    }

    private static void Backward(Transformer model, ParityReference reference, Gradients gradients)
    {
        using var context = new ComputeContext(model.Backend);
        using var tape = new Tape(model.Backend);
        var batch = new TokenBatch();
        var rows = new List<int>();
        var targets = new List<int>();
        foreach (int[] ids in reference.InputIds)
        {
            int first = batch.TokenCount;
            batch.Add(ids);
            for (int t = 0; t + 1 < ids.Length; t++)
            {
                rows.Add(first + t);
                targets.Add(ids[t + 1]);
            }
        }
        context.Tape = tape;
        Tensor hidden = model.Forward(context, batch, rows.ToArray());
        TokenLogProbs result = model.TokenLogProb(context, hidden, targets.ToArray());
        Tensor seed = model.Backend.CreateTensor(result.LogProb.Shape);
        model.Backend.Fill(seed, -1f / targets.Count);
        tape.Seed(result.LogProb, seed);
        tape.Backward(gradients, context);
        context.Tape = null;
        seed.Storage.Dispose();
    }

    private static float[] Read(Backend backend, Gradients gradients, Parameter parameter)
    {
        Tensor total = gradients.Total(parameter);
        return total.IsEmpty ? new float[parameter.Shape.ElementCount] : ModelParity.Download(backend, total);
    }

    private static ParityLine Compare(string name, JsonElement recorded, float[] values, double tolerance)
    {
        double norm = recorded.GetProperty("norm").GetDouble(), worst = 0;
        // Where nothing arrives there is nothing to divide by.
        double scale = norm > 0 ? norm : 1.0;
        string? place = null;
        void Check(string what, double ours, double theirs, double allowed)
        {
            double difference = Math.Abs(ours - theirs) / scale / allowed;
            if (!(difference <= tolerance))
                place ??= FormattableString.Invariant($"{what}: {ours:G9} instead of {theirs:G9}");
            worst = double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(worst, difference);
        }
        double[] first = Numbers(recorded, "first"), last = Numbers(recorded, "last");
        if (first.Length > values.Length || last.Length > values.Length)
            return new ParityLine(name, double.PositiveInfinity, norm, $"{values.Length} elements are fewer than are recorded", false);
        for (int i = 0; i < first.Length; i++)
            Check($"element {i}", values[i], first[i], 1);
        for (int i = 0; i < last.Length; i++)
            Check($"element {values.Length - last.Length + i}", values[values.Length - last.Length + i], last[i], 1);
        Check("norm", Math.Sqrt(values.Sum(value => (double)value * value)), norm, 1);
        // Errors of many elements add up like a random walk.
        Check("sum", values.Sum(value => (double)value), recorded.GetProperty("sum").GetDouble(), Math.Sqrt(Math.Max(1, values.Length)));
        return new ParityLine(name, worst, norm, place, place is null);
    }

    private static double[] Numbers(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];
}
