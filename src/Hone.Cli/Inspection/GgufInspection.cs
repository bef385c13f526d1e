using Hone.Cli.Output;
using Hone.Models;

namespace Hone.Cli.Inspection;

/// <summary>Describes GGUF files: models, and whatever else (adapters, vocabularies, models of other architectures) by metadata and tensors.</summary>
internal static class GgufInspection
{
    private const int LongestValue = 96;

    /// <exception cref="CheckpointFormatException">It is no valid GGUF file.</exception>
    internal static void Print(string path, bool listTensors, Terminal terminal)
    {
        using (GgufFile file = GgufFile.Open(path))
        {
            bool isModel = (file.Metadata.Text("general.type") ?? "model") == "model" && file.Metadata.Text("general.architecture") is { } name && GgufArchitectures.Find(name) is not null;
            if (!isModel)
            {
                PrintFile(file, listTensors, terminal);
                return;
            }
        }
        ModelInspection.Print(path, listTensors, terminal);
    }

    /// <summary>All keys, long texts cut and arrays counted.</summary>
    internal static void PrintMetadata(GgufMetadata metadata, Terminal terminal) =>
        terminal.Table(["key", "type", "value"], [.. metadata.Select(pair => (IReadOnlyList<string>)[pair.Key, pair.Value.Type.ToString(), Shown(pair.Value)])]);

    private static void PrintFile(GgufFile file, bool listTensors, Terminal terminal)
    {
        terminal.Pairs(
        [
            ("file", file.Path),
            ("size", Numbers.Bytes(new FileInfo(file.Path).Length)),
            ("version", $"GGUF {file.Version}, aligned to {file.Alignment}"),
            ("tensors", Numbers.Count(file.Tensors.Count)),
            ("types", string.Join(", ", file.Tensors.GroupBy(t => t.Type).Select(group => $"{group.Count()} {group.Key}"))),
        ]);
        PrintMetadata(file.Metadata, terminal);
        if (listTensors) TensorInspection.Print(file.Tensors.Select(t => new TensorLine(t.Name, t.Type.ToString(), t.Shape, t.SizeBytes)), terminal);
    }

    private static string Shown(GgufValue value)
    {
        string text = value.ToString().ReplaceLineEndings(" ");
        text = new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
        return text.Length <= LongestValue ? text : string.Concat(text.AsSpan(0, LongestValue), "...");
    }
}
