using Hone.Tensors;

namespace Hone.Models;

/// <summary>Writes a model as a GGUF file that opens here and in llama.cpp.</summary>
public static class GgufSaver
{
    /// <summary>Version of the block formats, "general.quantization_version".</summary>
    public const int QuantizationVersion = 2;

    /// <summary>Writes a model.</summary>
    /// <param name="path">The file, replaced if it is there; it ends in ".gguf".</param>
    /// <param name="config">What the model is; its family chooses the architecture.</param>
    /// <param name="backend">Whose tensors the parameters are.</param>
    /// <param name="parameters">All parameters of the model, a tied one once.</param>
    /// <param name="options">What else; null means the defaults.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="ArgumentException">llama.cpp has no architecture that says this model, a type does not fit a tensor, or parameters are missing.</exception>
    public static IReadOnlyList<string> Save(string path, HuggingFaceConfig config, Backend backend, IEnumerable<Parameter> parameters, GgufSaveOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new GgufSaveOptions();
        GgufWriter writer = Collect(config, backend, parameters, options);
        if (options.SplitBytes is not { } bytes)
        {
            writer.Save(path);
            return [path];
        }
        return writer.SaveSplit(GgufFile.IsGguf(path) ? path[..^".gguf".Length] : path, bytes);
    }

    /// <summary>Puts a model into a writer: its metadata, then its tensors, which are read when the file is written.</summary>
    /// <inheritdoc cref="Save"/>
    public static GgufWriter Collect(HuggingFaceConfig config, Backend backend, IEnumerable<Parameter> parameters, GgufSaveOptions options)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(options);
        Parameter[] all = [.. parameters];
        long count = all.Sum(parameter => parameter.Shape.ElementCount), expected = config.Model.ParameterCount();
        if (count != expected)
            throw new ArgumentException($"The parameters have {count} elements, the configuration {expected}.", nameof(parameters));
        GgufArchitecture architecture = GgufArchitectures.For(config.Family)
            ?? throw new ArgumentException($"llama.cpp has no architecture that Hone writes for models of the family {config.Family.ModelType}. Written are {GgufArchitectures.Names}.");
        var tensors = new GgufTensors(backend, architecture.NamesOf(config.Model), all, options);
        var writer = new GgufWriter();
        writer.Metadata.Set("general.architecture", GgufValue.Of(architecture.Name));
        writer.Metadata.Set("general.type", GgufValue.Of("model"));
        if (options.Name is { } name)
            writer.Metadata.Set("general.name", GgufValue.Of(name));
        IReadOnlyList<FileTensor> extra = GgufConfigWriter.Write(writer.Metadata, config, architecture, options.FileType ?? tensors.FileType);
        tensors.AddXielu(writer.Metadata, config.Model);
        foreach ((string key, GgufValue value) in options.Metadata)
        {
            if (writer.Metadata.Has(key) && key != "general.name")
                throw new ArgumentException($"The key {key} says what the model is; it is not given from outside.", nameof(options));
            writer.Metadata.Set(key, value);
        }
        writer.Metadata.Set("general.quantization_version", GgufValue.Of(QuantizationVersion));
        foreach (FileTensor tensor in extra)
            writer.Add(tensor.Name, GgmlType.F32, tensor.Shape, tensor.Read);
        tensors.AddTo(writer);
        return writer;
    }
}
