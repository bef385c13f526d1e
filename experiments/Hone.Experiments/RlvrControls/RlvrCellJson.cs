using System.Text.Json;
using Hone.Evaluation.Runs;
using Hone.Evaluation.Statistics;
using Hone.Models;

namespace Hone.Experiments;

/// <summary>A finished cell as a file, which is what makes it finished.</summary>
internal static class RlvrCellJson
{
    private const int Schema = 1;

    /// <summary>Writes a cell's file, whole or not at all.</summary>
    public static void Save(RlvrCell cell, string path) => AtomicFile.Write(path, stream =>
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        Write(json, cell);
    });

    /// <summary>Writes a cell as an object.</summary>
    public static void Write(Utf8JsonWriter json, RlvrCell cell)
    {
        json.WriteStartObject();
        json.WriteNumber("schema", Schema);
        json.WriteString("arm", RlvrArms.NameOf(cell.Arm));
        json.WriteNumber("seed", cell.Seed);
        Write(json, "before", cell.Before);
        Write(json, "after", cell.After);
        json.WriteNumber("change_points", cell.ChangePoints);
        json.WriteNumber("training_seconds", cell.TrainingSeconds);
        json.WriteStartObject("settings");
        foreach ((string key, string value) in cell.Settings)
            json.WriteString(key, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, RlvrMeasurement measured)
    {
        json.WriteStartObject(name);
        json.WriteNumber("pass_at_1", measured.PassAt1.Value);
        json.WriteNumber("low_95", measured.PassAt1.Low);
        json.WriteNumber("high_95", measured.PassAt1.High);
        json.WriteNumber("greedy", measured.Greedy);
        WriteOptional(json, "forced", measured.Forced);
        WriteOptional(json, "chain_share", measured.ChainShare);
        json.WriteNumber("mean_length", measured.MeanLength);
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    /// <summary>Reads a cell's file.</summary>
    /// <exception cref="InvalidDataException">It is none; the message says which file and why.</exception>
    public static RlvrCell Load(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
            JsonElement root = document.RootElement;
            int schema = root.GetProperty("schema").GetInt32();
            if (schema != Schema)
                throw new InvalidDataException($"{path}: has schema {schema}, this program reads {Schema}");
            return new RlvrCell
            {
                Arm = RlvrArms.Find(root.GetProperty("arm").GetString()) ?? throw new InvalidDataException($"{path}: the arm is not known"),
                Seed = root.GetProperty("seed").GetInt32(),
                Before = ReadMeasurement(root.GetProperty("before")),
                After = ReadMeasurement(root.GetProperty("after")),
                TrainingSeconds = root.GetProperty("training_seconds").GetDouble(),
                Settings = [.. root.GetProperty("settings").EnumerateObject().Select(p => new KeyValuePair<string, string>(p.Name, p.Value.GetString() ?? ""))],
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path}: not a cell of this experiment: {e.Message}", e);
        }
    }

    private static RlvrMeasurement ReadMeasurement(JsonElement element) => new(
        new Estimate(element.GetProperty("pass_at_1").GetDouble(), element.GetProperty("low_95").GetDouble(), element.GetProperty("high_95").GetDouble()),
        element.GetProperty("greedy").GetDouble(),
        ReadOptional(element.GetProperty("forced")),
        ReadOptional(element.GetProperty("chain_share")),
        element.GetProperty("mean_length").GetDouble());

    private static double? ReadOptional(JsonElement element) => element.ValueKind == JsonValueKind.Null ? null : element.GetDouble();
}
