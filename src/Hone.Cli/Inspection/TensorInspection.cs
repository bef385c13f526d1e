using Hone.Cli.Output;
using Hone.Models;

namespace Hone.Cli.Inspection;

/// <summary>Lists the tensors of safetensors and GGUF files.</summary>
internal static class TensorInspection
{
    internal static void PrintFile(string path, Terminal terminal)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        terminal.Pairs(
        [
            ("file", path),
            ("size", Numbers.Bytes(new FileInfo(path).Length)),
            ("tensors", Numbers.Count(file.Entries.Count)),
            ("elements", Numbers.Count(file.Entries.Sum(e => e.ElementCount))),
            .. file.Metadata.Select(m => ("metadata " + m.Key, m.Value)),
        ]);
        Print(Of(file.Entries), terminal);
    }

    /// <summary>The tensors of a model, in the order of its files.</summary>
    internal static IReadOnlyList<TensorLine> Of(ModelFiles files)
    {
        if (files.Gguf is { } gguf)
        {
            using GgufCheckpoint checkpoint = gguf.OpenWeights();
            return [.. checkpoint.Files.SelectMany(file => file.Tensors).Select(t => new TensorLine(t.Name, t.Type.ToString(), t.Shape, t.SizeBytes))];
        }
        using SafetensorsCheckpoint weights = files.Directory!.OpenWeights();
        return [.. weights.Files.SelectMany(file => Of(file.Entries))];
    }

    internal static void Print(IEnumerable<TensorLine> tensors, Terminal terminal) =>
        terminal.Table(["tensor", "type", "shape", "bytes"],
            [.. tensors.Select(e => (IReadOnlyList<string>)[e.Name, e.Type, Numbers.Shape(e.Shape), Numbers.Count(e.SizeBytes)])]);

    private static IEnumerable<TensorLine> Of(IEnumerable<SafetensorsEntry> entries) =>
        entries.Select(e => new TensorLine(e.Name, e.Type.ToString(), e.Shape, e.SizeBytes));
}

/// <summary>One tensor of a file as it is listed.</summary>
internal sealed record TensorLine(string Name, string Type, IReadOnlyList<long> Shape, long SizeBytes);
