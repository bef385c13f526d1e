using System.Globalization;
using System.Text.Json;

namespace Hone.Evaluation.Runs;

/// <summary>What <c>run.json</c> says about a run directory.</summary>
/// <param name="Kind">What made it: <c>pretrain</c>, <c>sft</c>, <c>rl</c>, <c>eval</c>.</param>
/// <param name="Created">When, in UTC.</param>
/// <param name="Version">Version of the program.</param>
/// <param name="Contract">Id of the numeric contract, such as <c>chain-f32-v3</c>; null where none applies.</param>
public sealed record RunInfo(string Kind, DateTimeOffset Created, string Version, string? Contract = null)
{
    /// <summary>Version of the layout that this program writes and reads.</summary>
    public const int SchemaVersion = 1;

    internal void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("schema_version", SchemaVersion);
        json.WriteString("kind", Kind);
        json.WriteString("created", Created.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WriteString("hone_version", Version);
        json.WriteString("contract", Contract);
        json.WriteEndObject();
    }

    /// <exception cref="RunFormatException">The file is missing, not of this format, or of another version.</exception>
    internal static RunInfo Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            int version = root.GetProperty("schema_version").GetInt32();
            if (version != SchemaVersion)
                throw new RunFormatException($"{path}: schema version {version}; this program reads {SchemaVersion}");
            return new RunInfo(
                root.GetProperty("kind").GetString() ?? "", root.GetProperty("created").GetDateTimeOffset(),
                root.GetProperty("hone_version").GetString() ?? "", root.GetProperty("contract").GetString());
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RunFormatException($"{path}: no such file, so this is no run directory", e);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new RunFormatException($"{path}: not a run description: {e.Message}", e);
        }
    }
}
