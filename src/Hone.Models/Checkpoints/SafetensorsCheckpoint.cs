using System.Text.Json;

namespace Hone.Models;

/// <summary>
/// The weights of a model directory: one model.safetensors, or the shards that model.safetensors.index.json names.
/// Owns the open files.
/// </summary>
public sealed class SafetensorsCheckpoint : IDisposable
{
    /// <summary>Name of the only file of a small model.</summary>
    public const string SingleFileName = "model.safetensors";

    /// <summary>Name of the list of shards of a large one.</summary>
    public const string IndexFileName = "model.safetensors.index.json";

    private readonly List<SafetensorsFile> _files = [];
    private readonly Dictionary<string, (SafetensorsFile File, SafetensorsEntry Entry)> _tensors = new(StringComparer.Ordinal);

    private SafetensorsCheckpoint(string path) => Path = path;

    /// <summary>The file or directory, for messages.</summary>
    public string Path { get; }

    /// <summary>Names of all tensors.</summary>
    public IReadOnlyCollection<string> Names => _tensors.Keys;

    /// <summary>The open files.</summary>
    public IReadOnlyList<SafetensorsFile> Files => _files;

    /// <summary>Opens the weights of a directory, or one file.</summary>
    /// <param name="path">A directory with model.safetensors or its index, or a .safetensors file.</param>
    /// <param name="limits">What is refused; null means the format's own bounds.</param>
    /// <exception cref="CheckpointFormatException">There are no such files, or one is not valid.</exception>
    public static SafetensorsCheckpoint Open(string path, SafetensorsLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var checkpoint = new SafetensorsCheckpoint(path);
        try
        {
            string single = System.IO.Path.Combine(path, SingleFileName);
            string index = System.IO.Path.Combine(path, IndexFileName);
            if (File.Exists(path))
                checkpoint.Add(SafetensorsFile.Open(path, limits));
            else if (File.Exists(single))
                checkpoint.Add(SafetensorsFile.Open(single, limits));
            else if (File.Exists(index))
                checkpoint.AddShards(path, index, limits);
            else
                throw CheckpointErrors.File(path, $"has neither {SingleFileName} nor {IndexFileName}", hint: ModelDirectory.WeightsHint(path));
            return checkpoint;
        }
        catch
        {
            checkpoint.Dispose();
            throw;
        }
    }

    /// <summary>The tensor of a name with its file; false if there is none.</summary>
    public bool TryGet(string name, out SafetensorsFile file, out SafetensorsEntry entry)
    {
        bool found = _tensors.TryGetValue(name, out (SafetensorsFile File, SafetensorsEntry Entry) pair);
        (file, entry) = pair;
        return found;
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        foreach (SafetensorsFile file in _files)
            file.Dispose();
        _files.Clear();
    }

    private void Add(SafetensorsFile file)
    {
        _files.Add(file);
        foreach (SafetensorsEntry entry in file.Entries)
        {
            if (!_tensors.TryAdd(entry.Name, (file, entry)))
                throw CheckpointErrors.Tensor(file.Path, entry.Name, "is in two shards", entry.Offset);
        }
    }

    // {"metadata": {...}, "weight_map": {tensor: file}}
    private void AddShards(string directory, string index, SafetensorsLimits? limits)
    {
        using JsonDocument document = JsonFile.Read(index, JsonFile.IndexBytes);
        if (!document.RootElement.TryGetProperty("weight_map", out JsonElement map) || map.ValueKind != JsonValueKind.Object)
            throw CheckpointErrors.File(index, "has no object 'weight_map'");
        var shards = new SortedSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty pair in map.EnumerateObject())
        {
            string shard = JsonFile.Text(index, pair.Name, pair.Value);
            // A shard lies beside its index; a path could name any file of the machine.
            if (shard.Length == 0 || shard != System.IO.Path.GetFileName(shard) || !shard.EndsWith(".safetensors", StringComparison.Ordinal))
                throw CheckpointErrors.Setting(index, pair.Name, "names no shard", "a file name that ends in .safetensors", shard);
            shards.Add(shard);
        }
        foreach (string shard in shards)
        {
            string path = System.IO.Path.Combine(directory, shard);
            if (!File.Exists(path))
                throw CheckpointErrors.File(index, $"names {CheckpointErrors.Printable(shard)}, which is not there", hint: "Fetch all files of the model.");
            Add(SafetensorsFile.Open(path, limits));
        }
        foreach (JsonProperty pair in map.EnumerateObject())
        {
            if (!_tensors.TryGetValue(pair.Name, out (SafetensorsFile File, SafetensorsEntry Entry) found)
                || System.IO.Path.GetFileName(found.File.Path) != pair.Value.GetString())
            {
                throw CheckpointErrors.Tensor(index, pair.Name, "is not in the shard that the index names", got: pair.Value.GetString());
            }
        }
    }
}
