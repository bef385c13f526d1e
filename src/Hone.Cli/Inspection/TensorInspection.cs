using Hone.Cli.Output;
using Hone.Models;

namespace Hone.Cli.Inspection;

/// <summary>Lists the tensors of safetensors files.</summary>
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
        Print(file.Entries, terminal);
    }

    internal static void Print(IEnumerable<SafetensorsEntry> entries, Terminal terminal) =>
        terminal.Table(["tensor", "type", "shape", "bytes"],
            [.. entries.Select(e => (IReadOnlyList<string>)[e.Name, e.Type.ToString(), Numbers.Shape(e.Shape), Numbers.Count(e.SizeBytes)])]);
}
