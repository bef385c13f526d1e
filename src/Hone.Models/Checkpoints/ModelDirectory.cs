namespace Hone.Models;

/// <summary>
/// A model directory as the Hugging Face hub lays it out: config.json, weights, and what a tokenizer needs. Opening
/// reads config.json and looks which files are there.
/// </summary>
public sealed class ModelDirectory
{
    /// <summary>Name of the model's configuration.</summary>
    public const string ConfigFileName = "config.json";

    /// <summary>Name of the defaults of generation.</summary>
    public const string GenerationConfigFileName = "generation_config.json";

    /// <summary>Name of the tokenizer.</summary>
    public const string TokenizerFileName = "tokenizer.json";

    private ModelDirectory(string path, HuggingFaceConfig config)
    {
        Path = path;
        Config = config;
    }

    /// <summary>The directory as it was given.</summary>
    public string Path { get; }

    /// <summary>config.json, with the names that the weights have.</summary>
    public HuggingFaceConfig Config { get; }

    /// <summary>Path of tokenizer.json; null if there is none.</summary>
    public string? TokenizerPath => Existing(TokenizerFileName);

    /// <summary>Path of generation_config.json; null if there is none.</summary>
    public string? GenerationConfigPath => Existing(GenerationConfigFileName);

    /// <summary>Opens a directory that has a configuration and weights.</summary>
    /// <exception cref="CheckpointFormatException">There is no such directory, something is missing in it, or config.json is not supported.</exception>
    public static ModelDirectory Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Directory.Exists(path))
        {
            throw CheckpointErrors.File(path, File.Exists(path) ? "is a file" : "does not exist", expected: "a model directory",
                hint: ModelSaver.InterruptedHint(path));
        }
        string config = System.IO.Path.Combine(path, ConfigFileName);
        if (!File.Exists(config))
            throw CheckpointErrors.File(path, $"has no {ConfigFileName}", hint: "Is this a model directory?");
        if (Missing(path, SafetensorsCheckpoint.SingleFileName) && Missing(path, SafetensorsCheckpoint.IndexFileName))
        {
            throw CheckpointErrors.File(path, $"has neither {SafetensorsCheckpoint.SingleFileName} nor {SafetensorsCheckpoint.IndexFileName}",
                hint: WeightsHint(path));
        }
        HuggingFaceConfig read = HuggingFaceConfig.Read(config);
        if (read.Family.NamePrefix.Length == 0)
            return new ModelDirectory(path, read);
        // What such a family calls its tensors depends on the class that saved them.
        using SafetensorsCheckpoint weights = SafetensorsCheckpoint.Open(path);
        return new ModelDirectory(path, read.FittedTo(weights.Names));
    }

    /// <summary>Opens the weights; the caller disposes them.</summary>
    /// <exception cref="CheckpointFormatException">A file is not valid.</exception>
    public SafetensorsCheckpoint OpenWeights(SafetensorsLimits? limits = null) => SafetensorsCheckpoint.Open(Path, limits);

    /// <summary>The path of a file that must be there.</summary>
    /// <exception cref="CheckpointFormatException">It is not.</exception>
    public string Require(string fileName) => Existing(fileName)
        ?? throw CheckpointErrors.File(Path, $"has no {fileName}", hint: "Fetch all files of the model.");

    /// <summary>What to do about missing weights, seen from what lies there instead; null if nothing does.</summary>
    internal static string? WeightsHint(string path)
    {
        if (!Directory.Exists(path))
            return null;
        if (Directory.EnumerateFiles(path, "*.bin").Any() || Directory.EnumerateFiles(path, "*.pth").Any())
            return "The .bin and .pth files there are pickles, which are not read: save the model as safetensors.";
        if (Directory.EnumerateFiles(path, "*.gguf").Any())
            return "The .gguf file there is a model of its own: give its path.";
        return "Fetch the weights of the model.";
    }

    private static bool Missing(string path, string name) => !File.Exists(System.IO.Path.Combine(path, name));

    private string? Existing(string name)
    {
        string path = System.IO.Path.Combine(Path, name);
        return File.Exists(path) ? path : null;
    }
}
