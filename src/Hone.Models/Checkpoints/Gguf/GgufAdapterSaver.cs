using Hone.Tensors;

namespace Hone.Models;

/// <summary>Writes a low-rank adapter as a GGUF file that llama.cpp puts beside a model ("general.type" adapter, "adapter.type" lora).</summary>
public static class GgufAdapterSaver
{
    /// <summary>Ending of the tensor of A, [R, K]; of the embedding [V, R].</summary>
    public const string AEnding = ".lora_a";

    /// <summary>Ending of the tensor of B, [N, R].</summary>
    public const string BEnding = ".lora_b";

    /// <summary>
    /// Writes an adapter. llama.cpp scales every change by alpha / R with one alpha; where modules have other factors, B is multiplied
    /// by the quotient.
    /// </summary>
    /// <param name="path">The file, replaced if it is there.</param>
    /// <param name="config">The base's configuration; its family chooses the architecture.</param>
    /// <param name="backend">Where the adapter lives.</param>
    /// <param name="adapter">The adapter.</param>
    /// <param name="name">"general.name"; null writes none.</param>
    /// <exception cref="ArgumentException">llama.cpp has no architecture for the base, or no form for what the adapter does.</exception>
    public static void Save(string path, HuggingFaceConfig config, Backend backend, LoraAdapter adapter, string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(adapter);
        GgufArchitecture architecture = GgufArchitectures.For(config.Family)
            ?? throw new ArgumentException($"llama.cpp has no architecture that Hone writes for adapters of the family {config.Family.ModelType}. Written are {GgufArchitectures.Names}.");
        foreach (LoraModule module in adapter.Modules)
            Check(module, config);
        float alpha = adapter.Modules[0].Scale * adapter.Modules[0].Rank;
        var writer = new GgufWriter();
        writer.Metadata.Set("general.architecture", GgufValue.Of(architecture.Name));
        writer.Metadata.Set("general.type", GgufValue.Of("adapter"));
        writer.Metadata.Set("adapter.type", GgufValue.Of("lora"));
        if (name is not null)
            writer.Metadata.Set("general.name", GgufValue.Of(name));
        writer.Metadata.Set("general.file_type", GgufValue.Of(0));
        writer.Metadata.Set("adapter.lora.alpha", GgufValue.Of(alpha));
        writer.Metadata.Set("general.quantization_version", GgufValue.Of(GgufSaver.QuantizationVersion));
        WeightNameMap names = architecture.NamesOf(config.Model);
        foreach (LoraModule module in adapter.Modules)
            Add(writer, names, backend, module, module.Scale * module.Rank / alpha);
        writer.Save(path);
    }

    private static void Check(LoraModule module, HuggingFaceConfig config)
    {
        if (module.A is null)
            throw new ArgumentException($"The adapter has a whole copy of {module.Name} (modules_to_save), for which llama.cpp has no form; merge it instead.");
        if (module.Parts.Any(part => part.Magnitude is not null))
            throw new ArgumentException($"The adapter has magnitudes for {module.Name} (DoRA), for which llama.cpp has no form; merge it instead.");
        if (config.Model.TieEmbeddings && module.Parts.Any(part => part.Site.Name == "lm_head"))
            throw new ArgumentException("The adapter changes the output matrix, which is the embedding in this model; llama.cpp has no form for that. Merge it instead.");
    }

    private static void Add(GgufWriter writer, WeightNameMap names, Backend backend, LoraModule module, float factor)
    {
        // The parts of a module lie in one tensor of the file, as they do in the checkpoint.
        (LoraPart Part, WeightPlace Place)[] parts = [.. module.Parts.Select(part => (part, names.Place(part.Site.Name + ".weight")))];
        string file = parts[0].Place.File;
        if (parts.Any(part => part.Place.File != file))
            throw new ArgumentException($"The module {module.Name} is several tensors in a GGUF file; merge the adapter instead.");
        Shape a = module.A!.Shape;
        writer.Add(file + AEnding, GgmlType.F32, [a[0], a[1]], () => ParameterValues.Read(backend, module.A));
        int rank = module.Rank;
        long rows = parts.Sum(part => (long)part.Part.B!.Shape[0]);
        writer.Add(file + BEnding, GgmlType.F32, [rows, rank], () =>
        {
            var whole = new float[rows * rank];
            foreach ((LoraPart part, WeightPlace place) in parts)
            {
                float[] values = ParameterValues.Read(backend, part.B!);
                for (int row = 0; row < part.B!.Shape[0]; row++)
                {
                    for (int r = 0; r < rank; r++)
                    {
                        float value = values[(row * rank) + r];
                        whole[(place.FileRow(row) * rank) + r] = factor == 1f ? value : value * factor;
                    }
                }
            }
            return whole;
        });
    }
}
