using System.Globalization;

namespace Hone.Models;

/// <summary>
/// The tensors of a GGUF model: one file, or all files of a split one ("NAME-00001-of-00003.gguf"), of which the first holds the
/// metadata. Owns the open files.
/// </summary>
public sealed class GgufCheckpoint : IDisposable
{
    private readonly List<GgufFile> _files = [];
    private readonly Dictionary<string, (GgufFile File, GgufTensor Tensor)> _tensors = new(StringComparer.Ordinal);

    private GgufCheckpoint(string path) => Path = path;

    /// <summary>The path as it was given.</summary>
    public string Path { get; }

    /// <summary>Metadata of the first file.</summary>
    public GgufMetadata Metadata => _files[0].Metadata;

    /// <summary>Names of all tensors.</summary>
    public IReadOnlyCollection<string> Names => _tensors.Keys;

    /// <summary>The open files in their order.</summary>
    public IReadOnlyList<GgufFile> Files => _files;

    /// <summary>Opens a file, and those that it was split into.</summary>
    /// <param name="path">The file; of a split model the first.</param>
    /// <param name="limits">What is refused; null means <see cref="GgufLimits.Default"/>.</param>
    /// <exception cref="CheckpointFormatException">A file is not there or not valid.</exception>
    public static GgufCheckpoint Open(string path, GgufLimits? limits = null)
    {
        var checkpoint = new GgufCheckpoint(path);
        try
        {
            checkpoint.Add(GgufFile.Open(path, limits));
            checkpoint.AddSplits(limits);
            return checkpoint;
        }
        catch
        {
            checkpoint.Dispose();
            throw;
        }
    }

    /// <summary>The name of one file of a split model.</summary>
    /// <param name="prefix">The path without number and ending.</param>
    /// <param name="index">0 for the first.</param>
    /// <param name="count">Number of files.</param>
    public static string SplitPath(string prefix, int index, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{index + 1:D5}-of-{count:D5}.gguf");

    /// <summary>The tensor of a name with its file; false if there is none.</summary>
    public bool TryGet(string name, out GgufFile file, out GgufTensor tensor)
    {
        bool found = _tensors.TryGetValue(name, out (GgufFile File, GgufTensor Tensor) pair);
        (file, tensor) = pair;
        return found;
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        foreach (GgufFile file in _files)
            file.Dispose();
        _files.Clear();
    }

    /// <summary>What a configuration is told from.</summary>
    internal GgufContent Content => new(Metadata,
        name => _tensors.TryGetValue(name, out (GgufFile File, GgufTensor Tensor) pair) ? pair.Tensor.Shape : null,
        name => _tensors[name].File.ReadFloats(name));

    private void Add(GgufFile file)
    {
        _files.Add(file);
        foreach (GgufTensor tensor in file.Tensors)
        {
            if (!_tensors.TryAdd(tensor.Name, (file, tensor)))
                throw CheckpointErrors.Tensor(file.Path, tensor.Name, "is in two files of the model", tensor.Offset);
        }
    }

    private void AddSplits(GgufLimits? limits)
    {
        int count = Metadata.Int("split.count") ?? 1, most = (limits ?? GgufLimits.Default).Splits;
        if (count <= 1)
            return;
        if (count > most)
            throw CheckpointErrors.Setting(Path, "split.count", "is out of range", $"at most {most}", $"{count}");
        string ending = SplitPath("", 0, count);
        if (Metadata.Int("split.no") is not 0)
        {
            throw CheckpointErrors.Setting(Path, "split.no", "says that this is not the first file of the model", "0", $"{Metadata.Int("split.no")}",
                $"Open the file whose name ends in {ending}.");
        }
        if (!Path.EndsWith(ending, StringComparison.Ordinal))
            throw CheckpointErrors.File(Path, "is the first file of a split model and has another name", expected: "a name that ends in " + ending);
        string prefix = Path[..^ending.Length];
        for (int i = 1; i < count; i++)
        {
            string path = SplitPath(prefix, i, count);
            if (!File.Exists(path))
                throw CheckpointErrors.File(path, "is not there", hint: $"The model has {count} files; fetch them all.");
            GgufFile file = GgufFile.Open(path, limits);
            Add(file);
            if (file.Metadata.Int("split.no") != i || file.Metadata.Int("split.count") != count)
                throw CheckpointErrors.Setting(path, "split.no", "says that this is another file of a split model", $"{i} of {count}", $"{file.Metadata.Int("split.no")} of {file.Metadata.Int("split.count")}");
        }
        if (Metadata.Int("split.tensors.count") is { } tensors && tensors != _tensors.Count)
            throw CheckpointErrors.Setting(Path, "split.tensors.count", "is not the number of tensors in all files", $"{tensors}", $"{_tensors.Count}");
    }
}
