using System.IO.Enumeration;
using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// Writes a model directory that opens here and in the field's own libraries: config.json, generation_config.json,
/// model.safetensors, and the files that the caller adds. The directory is there whole or not at all.
/// </summary>
public static class ModelSaver
{
    /// <summary>Writes a model.</summary>
    /// <param name="directory">Made, or replaced if it is a model directory. Files of the old one that are neither written nor weights are kept.</param>
    /// <param name="config">What config.json says; its family names the tensors.</param>
    /// <param name="backend">Whose tensors the parameters are.</param>
    /// <param name="parameters">All parameters of the model, a tied one once.</param>
    /// <param name="options">What else; null means the defaults.</param>
    /// <exception cref="ArgumentException">The parameters have another number of elements than the configuration, or a name twice.</exception>
    /// <exception cref="IOException">The directory holds something else, or cannot be written.</exception>
    public static void Save(string directory, HuggingFaceConfig config, Backend backend, IEnumerable<Parameter> parameters, ModelSaveOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(parameters);
        options ??= new ModelSaveOptions();
        Parameter[] all = [.. parameters];
        bool halves = all.Any(p => p.Blocks is null && p.Value.Type == DType.BFloat16);
        SafetensorsWriter weights = Collect(config, backend, all, options, halves);
        AtomicDirectory.Replace(directory, IsModelDirectory, IsOldWeights, target =>
        {
            AtomicFile.Write(Path.Combine(target, ModelDirectory.ConfigFileName), config.ToBytes(halves ? DType.BFloat16 : options.StoreAs));
            GenerationConfig generation = options.Generation ?? GenerationConfig.From(config.Model);
            AtomicFile.Write(Path.Combine(target, ModelDirectory.GenerationConfigFileName), generation.ToBytes());
            weights.Save(Path.Combine(target, SafetensorsCheckpoint.SingleFileName));
            foreach (string file in options.CopyFiles)
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: false);
            options.WriteOthers?.Invoke(target);
        });
    }

    /// <summary>What to say of a directory that is not there; null if nothing helps.</summary>
    internal static string? InterruptedHint(string path)
    {
        string old = Path.TrimEndingDirectorySeparator(path) + AtomicDirectory.OldSuffix;
        return Directory.Exists(old) ? $"A save was interrupted: the former model is in {old}; rename it back." : null;
    }

    private static SafetensorsWriter Collect(HuggingFaceConfig config, Backend backend, IEnumerable<Parameter> parameters, ModelSaveOptions options, bool halves)
    {
        var weights = new SafetensorsWriter();
        foreach ((string key, string value) in options.Metadata)
            weights.Metadata[key] = value;
        Parameter[] all = [.. parameters];
        WeightNameMap names = config.Names;
        var composed = new List<Parameter>();
        foreach (Parameter parameter in all)
        {
            // The gains of a BFloat16 file have been widened; they go back as they came.
            DType storeAs = halves && IsBFloat16(backend, parameter) ? DType.BFloat16 : options.StoreAs;
            WeightPlace place = names.Place(parameter.Name);
            if (place.Rule is { IsFused: true } or { IsTransposed: true } or { IsScalar: true })
                composed.Add(parameter);
            else if (parameter.Blocks is null)
                weights.Add(place.File, backend, parameter.Value, storeAs);
            else
                weights.Add(place.File, [.. place.FileShape(parameter.Shape)], () => ParameterValues.Read(backend, parameter), storeAs);
        }
        DType composedAs = halves && composed.TrueForAll(p => IsBFloat16(backend, p)) ? DType.BFloat16 : options.StoreAs;
        foreach (FileTensor tensor in FileTensors.Of(names, composed, parameter => ParameterValues.Read(backend, parameter)))
            weights.Add(tensor.Name, tensor.Shape, tensor.Read, composedAs);
        long count = all.Sum(parameter => parameter.Shape.ElementCount), expected = config.Model.ParameterCount();
        if (count != expected)
            throw new ArgumentException($"The parameters have {count} elements, the configuration {expected}.", nameof(parameters));
        return weights;
    }

    // Whether nothing is lost in 16 bits.
    private static bool IsBFloat16(Backend backend, Parameter parameter) =>
        (parameter.Blocks is null && parameter.Value.Type == DType.BFloat16)
        || Array.TrueForAll(ParameterValues.Read(backend, parameter), value => (BitConverter.SingleToUInt32Bits(value) & 0xFFFF) == 0);

    private static bool IsModelDirectory(string path) => File.Exists(Path.Combine(path, ModelDirectory.ConfigFileName));

    private static bool IsOldWeights(string name) =>
        name is SafetensorsCheckpoint.SingleFileName or SafetensorsCheckpoint.IndexFileName
        || FileSystemName.MatchesSimpleExpression("model-*-of-*.safetensors", name, ignoreCase: false);
}
