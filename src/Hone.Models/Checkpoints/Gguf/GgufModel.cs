namespace Hone.Models;

/// <summary>
/// A model in a GGUF file, with tokenizer and settings inside. Opening reads metadata and tensor list, and closes the files again;
/// the weights are opened where they are needed.
/// </summary>
public sealed class GgufModel
{
    private GgufModel(string path, GgufMetadata metadata, GgufArchitecture architecture, HuggingFaceConfig config)
    {
        Path = path;
        Metadata = metadata;
        Architecture = architecture;
        Config = config;
    }

    /// <summary>The path as it was given.</summary>
    public string Path { get; }

    /// <summary>Keys and values: the settings that <see cref="Config"/> was made from, and the tokenizer's.</summary>
    public GgufMetadata Metadata { get; }

    /// <summary>How the file names and lays out its tensors.</summary>
    public GgufArchitecture Architecture { get; }

    /// <summary>The same model as a config.json says it.</summary>
    public HuggingFaceConfig Config { get; }

    /// <summary>Opens a file; of a split model the first.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">What is refused; null means <see cref="GgufLimits.Default"/>.</param>
    /// <exception cref="CheckpointFormatException">A file is missing or not valid, or the model is not supported.</exception>
    public static GgufModel Open(string path, GgufLimits? limits = null)
    {
        using GgufCheckpoint checkpoint = GgufCheckpoint.Open(path, limits);
        (GgufArchitecture architecture, HuggingFaceConfig config) = GgufConfigReader.Read(checkpoint.Content);
        return new GgufModel(path, checkpoint.Metadata, architecture, config);
    }

    /// <summary>Opens the weights; the caller disposes them.</summary>
    /// <exception cref="CheckpointFormatException">A file is missing or not valid.</exception>
    public GgufCheckpoint OpenWeights(GgufLimits? limits = null) => GgufCheckpoint.Open(Path, limits);
}
