using System.Security.Cryptography;
using System.Text.Json;
using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// Which base an adapter was trained over, beside the adapter in <see cref="FileName"/>: an adapter is right over the very weights
/// that it was trained over, blocks included, and only nearly right over others.
/// </summary>
/// <param name="Path">The base's path as the run had it.</param>
/// <param name="Sha256">Hash of its weight files, one after the other in the order of their names; 64 hexadecimal digits.</param>
/// <param name="Quantize">Format that its matrices were quantized to when it was opened; null for none.</param>
/// <param name="KeepsBlocks">Whether the blocks of a GGUF file were used as they are; false where they were decoded.</param>
public sealed record AdapterBase(string Path, string Sha256, QuantFormat? Quantize, bool KeepsBlocks)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "hone_base.json";

    /// <summary>Says what a base is.</summary>
    /// <param name="path">A model directory or a GGUF file.</param>
    /// <param name="quantize">As in the record.</param>
    /// <param name="keepsBlocks">As in the record.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static AdapterBase Of(string path, QuantFormat? quantize, bool keepsBlocks)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 20];
        foreach (string file in WeightFiles(path))
        {
            using FileStream stream = File.OpenRead(file);
            for (int read; (read = stream.Read(buffer)) > 0;)
                hash.AppendData(buffer, 0, read);
        }
        return new AdapterBase(path, Convert.ToHexStringLower(hash.GetHashAndReset()), quantize, keepsBlocks);
    }

    /// <summary>Reads the file of an adapter directory; null if it has none, as adapters made elsewhere.</summary>
    /// <exception cref="CheckpointFormatException">The file is not valid.</exception>
    public static AdapterBase? Read(string adapterPath)
    {
        string file = System.IO.Path.Combine(adapterPath, FileName);
        if (!File.Exists(file))
            return null;
        using JsonDocument document = JsonFile.Read(file, JsonFile.ConfigBytes);
        try
        {
            JsonElement root = document.RootElement;
            string? format = root.GetProperty("quantize").GetString();
            QuantFormat? quantize = format is null ? null
                : Enum.TryParse(format, ignoreCase: true, out QuantFormat known) && Enum.IsDefined(known) ? known
                : throw CheckpointErrors.File(file, $"names the block format {CheckpointErrors.Printable(format)}, which is none");
            return new AdapterBase(root.GetProperty("path").GetString() ?? "", root.GetProperty("sha256").GetString() ?? "", quantize, root.GetProperty("keeps_blocks").GetBoolean());
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
        {
            throw CheckpointErrors.File(file, "is not a reference to a base: " + e.Message);
        }
    }

    /// <summary>Writes the file into an adapter directory.</summary>
    public void Write(string adapterPath)
    {
        using FileStream stream = File.Create(System.IO.Path.Combine(adapterPath, FileName));
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("path", Path);
        json.WriteString("sha256", Sha256);
        json.WriteString("quantize", Quantize?.ToString().ToLowerInvariant());
        json.WriteBoolean("keeps_blocks", KeepsBlocks);
        json.WriteEndObject();
    }

    /// <summary>How this base differs from another, in words; null if it does not. Paths do not count.</summary>
    public string? DifferenceFrom(AdapterBase other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Sha256 != other.Sha256)
            return $"{Path} has the hash {Sha256[..Math.Min(12, Sha256.Length)]}..., the adapter was trained over {other.Path} with {other.Sha256[..Math.Min(12, other.Sha256.Length)]}...";
        return (Quantize, KeepsBlocks) == (other.Quantize, other.KeepsBlocks) ? null
            : $"{Path} is held as {Held}, the adapter was trained over it held as {other.Held}";
    }

    private string Held => Quantize?.ToString() ?? (KeepsBlocks ? "the file's blocks" : "numbers");

    private static IEnumerable<string> WeightFiles(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*.safetensors").Order(StringComparer.Ordinal)
        : [path];
}
