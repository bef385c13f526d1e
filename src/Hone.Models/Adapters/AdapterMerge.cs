using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// An adapter added into the weights, for programs that do not read adapters. Merged weights are other numbers, so that
/// results differ by rounding; <see cref="MaxLogitDifference"/> measures by how much. Training and serving here never merge.
/// </summary>
public static class AdapterMerge
{
    /// <summary>
    /// Writes a model directory with W + s B A in place of W (with DoRA its rows brought to their magnitudes), and with the adapter's
    /// own modules. A tied output matrix is written apart where the adapter changes it or the embedding.
    /// </summary>
    /// <param name="directory">Made, or replaced if it is a model directory.</param>
    /// <param name="model">A model with float32 weights; it stays as it is.</param>
    /// <param name="config">Its configuration.</param>
    /// <param name="slot">The adapter.</param>
    /// <param name="options">What else is written, and how.</param>
    /// <exception cref="ArgumentException">The slot has no adapter, or a changed weight is not float32.</exception>
    /// <exception cref="IOException">The directory holds something else, or cannot be written.</exception>
    public static void Save(string directory, Transformer model, HuggingFaceConfig config, int slot, ModelSaveOptions? options = null) =>
        Use(model, config, slot, (merged, parameters) => ModelSaver.Save(directory, merged, model.Backend, parameters, options));

    /// <summary>Hands out the merged parameters, which are gone afterwards: what is written from them, in whatever form, is as in <see cref="Save"/>.</summary>
    /// <param name="model">A model; it stays as it is.</param>
    /// <param name="config">Its configuration.</param>
    /// <param name="slot">The adapter.</param>
    /// <param name="use">Takes the configuration of the merged model and its parameters; those that the adapter changes are float32.</param>
    /// <exception cref="ArgumentException">The slot has no adapter.</exception>
    public static void Use(Transformer model, HuggingFaceConfig config, int slot, Action<HuggingFaceConfig, IReadOnlyList<Parameter>> use)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(use);
        LoraAdapter adapter = model.Adapters[slot] ?? throw new ArgumentException($"Slot {slot} has no adapter.", nameof(slot));
        Backend backend = model.Backend;
        var made = new List<Parameter>();
        try
        {
            var merged = new Dictionary<string, Parameter>(StringComparer.Ordinal);
            foreach (LoraModule module in adapter.Modules)
            {
                foreach (LoraPart part in module.Parts)
                    Merge(backend, module, part, merged, made);
            }
            bool untied = config.Model is { TieEmbeddings: true, HasHead: true } && (merged.ContainsKey("lm_head.weight") || merged.ContainsKey("model.embed_tokens.weight"));
            List<Parameter> all = [.. model.Parameters.Select(parameter => merged.GetValueOrDefault(parameter.Name, parameter))];
            if (untied)
                all.Add(merged.GetValueOrDefault("lm_head.weight") ?? Renamed("lm_head.weight", model.Embedding, backend, made));
            use(untied ? config.Untied() : config, all);
        }
        finally
        {
            foreach (Parameter parameter in made)
                parameter.Dispose();
        }
    }

    /// <summary>The largest difference between logits of a model with an adapter and of another model, over all tokens of some sequences.</summary>
    /// <param name="model">The model with the adapter.</param>
    /// <param name="slot">The adapter.</param>
    /// <param name="other">The other model, with merged weights.</param>
    /// <param name="sequences">Token ids, each within the context.</param>
    public static double MaxLogitDifference(Transformer model, int slot, Transformer other, IReadOnlyList<int[]> sequences)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(sequences);
        double largest = 0;
        foreach (int[] ids in sequences)
        {
            float[] before = Logits(model, ids, slot), after = Logits(other, ids, 0);
            for (int i = 0; i < before.Length; i++)
            {
                double difference = Math.Abs((double)before[i] - after[i]);
                largest = double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(largest, difference);
            }
        }
        return largest;
    }

    /// <summary>Sequences to measure on when there is no text: 4 of 32 uniformly drawn ids, fewer where the context is shorter.</summary>
    public static IReadOnlyList<int[]> DefaultSequences(TransformerConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        var philox = new Philox(0, RandomPurpose.Statistics);
        return [.. Enumerable.Range(0, 4).Select(s => Enumerable.Range(0, Math.Min(32, config.ContextLength))
            .Select(t => (int)(philox.Block((ulong)s, 0, (uint)t).Double(0) * config.VocabularySize)).ToArray())];
    }

    private static float[] Logits(Transformer model, int[] ids, int slot)
    {
        using var context = new ComputeContext(model.Backend);
        var batch = new TokenBatch();
        batch.Add(ids, adapterSlot: slot);
        return Read(model.Backend, model.Logits(context, model.Forward(context, batch), batch));
    }

    private static void Merge(Backend backend, LoraModule module, LoraPart part, Dictionary<string, Parameter> merged, List<Parameter> made)
    {
        string name = part.Site.Name;
        Parameter weight = Renamed(name + ".weight", part.Weight ?? part.Site.Weight, backend, made);
        merged[weight.Name] = weight;
        if (part.Bias is not null)
            merged[name + ".bias"] = Renamed(name + ".bias", part.Bias, backend, made);
        if (module.A is null)
            return;
        Tensor change = backend.CreateTensor(weight.Shape);
        // The embedding's A is held transposed: its change is (B A)ᵀ.
        if (part.Site.IsTable)
            backend.MatrixMultiply(module.A.Value, part.B!.Value, transposeB: true, change);
        else
            backend.MatrixMultiply(part.B!.Value, module.A.Value, transposeB: false, change);
        backend.AddScaled(change, module.Scale, weight.Value);
        if (part.Magnitude is not null)
            backend.Upload(WithMagnitudes(Read(backend, weight.Value), Read(backend, part.Magnitude.Value)), weight.Value);
        change.Storage.Dispose();
    }

    private static float[] WithMagnitudes(float[] weight, float[] magnitudes)
    {
        int columns = weight.Length / magnitudes.Length;
        for (int n = 0; n < magnitudes.Length; n++)
        {
            Span<float> row = weight.AsSpan(n * columns, columns);
            double sum = 0;
            foreach (float value in row)
                sum += (double)value * value;
            double factor = magnitudes[n] / Math.Sqrt(sum);
            for (int k = 0; k < columns; k++)
                row[k] = (float)(row[k] * factor);
        }
        return weight;
    }

    private static Parameter Renamed(string name, Parameter source, Backend backend, List<Parameter> made)
    {
        var copy = new Parameter(name, backend.CreateTensor(source.Shape));
        made.Add(copy);
        ParameterValues.Copy(backend, source, copy.Value);
        return copy;
    }

    private static float[] Read(Backend backend, Tensor tensor)
    {
        var values = new float[tensor.ElementCount];
        backend.Download(tensor, values);
        return values;
    }
}
