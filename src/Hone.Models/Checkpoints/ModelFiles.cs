namespace Hone.Models;

/// <summary>
/// A model by its path, whatever form it has: a directory as the Hugging Face hub lays it out, or a GGUF file. One of the two is
/// there. What a model is (<see cref="Config"/>) reads the same for both.
/// </summary>
public sealed class ModelFiles
{
    private ModelFiles(string path, ModelDirectory? directory, GgufModel? gguf)
    {
        Path = path;
        Directory = directory;
        Gguf = gguf;
    }

    /// <summary>The path as it was given.</summary>
    public string Path { get; }

    /// <summary>The directory; null for a GGUF file.</summary>
    public ModelDirectory? Directory { get; }

    /// <summary>The GGUF file; null for a directory.</summary>
    public GgufModel? Gguf { get; }

    /// <summary>What the model is, as a config.json says it.</summary>
    public HuggingFaceConfig Config => Directory?.Config ?? Gguf!.Config;

    /// <summary>Opens a model.</summary>
    /// <param name="path">A model directory, or a file whose name ends in ".gguf".</param>
    /// <exception cref="CheckpointFormatException">There is no such model, or it is not supported.</exception>
    public static ModelFiles Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return GgufFile.IsGguf(path) && !System.IO.Directory.Exists(path)
            ? new ModelFiles(path, null, GgufModel.Open(path))
            : Of(ModelDirectory.Open(path));
    }

    /// <summary>A directory that is open already.</summary>
    public static ModelFiles Of(ModelDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return new ModelFiles(directory.Path, directory, null);
    }
}
