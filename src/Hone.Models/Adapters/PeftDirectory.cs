using Hone.Tensors;

namespace Hone.Models;

/// <summary>Adapters as PEFT keeps them: a directory with adapter_config.json and adapter_model.safetensors. What is loaded is saved again to the same tensors.</summary>
public static class PeftDirectory
{
    /// <summary>Name of the configuration.</summary>
    public const string ConfigFileName = "adapter_config.json";

    /// <summary>Name of the tensors.</summary>
    public const string WeightsFileName = "adapter_model.safetensors";

    /// <summary>Whether a directory has an adapter's configuration.</summary>
    public static bool IsAdapter(string path) => File.Exists(Path.Combine(path, ConfigFileName));

    /// <summary>Reads the configuration alone.</summary>
    /// <exception cref="CheckpointFormatException">There is none, or it says something that is not supported.</exception>
    public static LoraConfig ReadConfig(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Directory.Exists(path))
            throw CheckpointErrors.File(path, File.Exists(path) ? "is a file" : "does not exist", expected: "an adapter directory");
        string file = Path.Combine(path, ConfigFileName);
        return File.Exists(file)
            ? PeftConfigReader.Read(file)
            : throw CheckpointErrors.File(path, $"has no {ConfigFileName}", hint: "Is this an adapter of PEFT?");
    }

    /// <summary>Loads an adapter of a model; add it to the model's bank, or dispose it.</summary>
    /// <param name="path">The directory.</param>
    /// <param name="model">Whose modules it changes.</param>
    /// <param name="config">The model's configuration, which names the modules.</param>
    /// <exception cref="CheckpointFormatException">A file is missing or not valid, a setting is not supported, or the tensors are not those of this model's modules.</exception>
    public static LoraAdapter Load(string path, Transformer model, HuggingFaceConfig config)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(config);
        LoraConfig lora = ReadConfig(path);
        string file = Path.Combine(path, WeightsFileName), settings = Path.Combine(path, ConfigFileName);
        if (!File.Exists(file))
        {
            throw CheckpointErrors.File(path, $"has no {WeightsFileName}", hint: File.Exists(Path.Combine(path, "adapter_model.bin"))
                ? "The .bin file there is a pickle, which is not read: save the adapter as safetensors." : "Fetch all files of the adapter.");
        }
        using SafetensorsCheckpoint tensors = SafetensorsCheckpoint.Open(file);
        LoraBuilder builder = Fitting(model, config, lora, settings, tensors);
        foreach (LoraBuilder.Planned module in builder.Plan)
            RequireTensors(module, tensors, file);
        SafetensorsParameterSource? source = null;
        LoraAdapter adapter = builder.Build(
            names => source = new SafetensorsParameterSource(model.Backend, tensors, names),
            module => tensors.TryGet(LoraNames.Base(module.Name), out _, out _), isNew: false);
        IReadOnlyList<string> unused = source!.ReportUnused();
        if (unused.Count == 0)
            return adapter;
        adapter.Dispose();
        throw CheckpointErrors.File(file, $"has {unused.Count} tensor(s) that {ConfigFileName} does not name: {string.Join(", ", unused.Take(3).Select(CheckpointErrors.Printable))}{(unused.Count > 3 ? ", ..." : "")}",
            hint: "The adapter is of another model, or its configuration of another adapter.");
    }

    /// <summary>Writes an adapter; the directory is there whole or not at all.</summary>
    /// <param name="path">Made, or replaced if it is an adapter directory.</param>
    /// <param name="adapter">The adapter.</param>
    /// <param name="backend">Where it lives.</param>
    /// <param name="writeOthers">Writes further files into the directory that it is handed; null writes none.</param>
    /// <param name="metadata">Texts for "__metadata__" of the tensors' file; null means none but the format's own.</param>
    /// <exception cref="IOException">The directory holds something else, or cannot be written.</exception>
    public static void Save(
        string path, LoraAdapter adapter, Backend backend, Action<string>? writeOthers = null, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(backend);
        var writer = new SafetensorsWriter();
        foreach ((string key, string value) in metadata ?? new Dictionary<string, string>())
            writer.Metadata[key] = value;
        foreach (FileTensor tensor in adapter.FileTensors(parameter => Read(backend, parameter)))
            writer.Add(tensor.Name, tensor.Shape, tensor.Read);
        AtomicDirectory.Replace(path, IsAdapter, name => name is WeightsFileName or "adapter_model.bin", target =>
        {
            AtomicFile.Write(Path.Combine(target, ConfigFileName), PeftConfigWriter.ToBytes(adapter.Config));
            writer.Save(Path.Combine(target, WeightsFileName));
            writeOthers?.Invoke(target);
        });
    }

    // What a family's modules are called depends on the class that the adapter was made for.
    private static LoraBuilder Fitting(Transformer model, HuggingFaceConfig config, LoraConfig lora, string settings, SafetensorsCheckpoint tensors)
    {
        bool usual = config.Family.WritesPrefix;
        var builder = new LoraBuilder(model, lora, LoraBuilder.PeftNames(config, usual), settings);
        if (config.Family.NamePrefix.Length == 0 || HasAny(builder, tensors))
            return builder;
        var other = new LoraBuilder(model, lora, LoraBuilder.PeftNames(config, !usual), settings);
        return HasAny(other, tensors) ? other : builder;
    }

    private static bool HasAny(LoraBuilder builder, SafetensorsCheckpoint tensors) =>
        builder.Plan.Any(module => !module.IsSaved && tensors.TryGet(LoraNames.A(module.Name, module.IsTable), out _, out _));

    private static void RequireTensors(LoraBuilder.Planned module, SafetensorsCheckpoint tensors, string file)
    {
        string[] names = module.IsSaved
            ? [LoraNames.Saved(module.Name, "weight")]
            : [LoraNames.A(module.Name, module.IsTable), LoraNames.B(module.Name, module.IsTable)];
        foreach (string name in names)
        {
            if (!tensors.TryGet(name, out _, out _))
                throw CheckpointErrors.Tensor(file, name, "is not in the adapter", hint: $"{ConfigFileName} names that module; the adapter is of another model, or not whole.");
        }
    }

    private static float[] Read(Backend backend, Parameter parameter) => ParameterValues.Read(backend, parameter);
}
