using System.Globalization;
using System.Text.Json;
using Hone.Benchmarks.Measuring;

namespace Hone.Benchmarks.Allocations;

/// <summary>
/// Holds measured allocations against benchmarks/expected-allocations.json: "CASE_bytes" and "CASE_collections". Bytes are
/// deterministic where times are not, so that a machine that others use can gate them.
/// </summary>
internal static class AllocationGate
{
    /// <summary>Where the figures stand.</summary>
    public static string FilePath => Clone.At("benchmarks", "expected-allocations.json");

    /// <summary>Measures, prints, and compares.</summary>
    /// <param name="output">Where the table goes.</param>
    /// <param name="update">Whether to write what was measured into the file instead of comparing.</param>
    /// <returns>Whether nothing is above the file.</returns>
    public static bool Run(TextWriter output, bool update)
    {
        IReadOnlyList<AllocationFigure> figures = AllocationCases.Measure();
        if (update)
        {
            File.WriteAllText(FilePath, Write(figures));
            output.WriteLine($"{FilePath} is written.");
        }
        IReadOnlyDictionary<string, long> expected = Read(File.ReadAllText(FilePath));
        MarkdownTable.Write(
            output, ["a call of", "bytes allocated", "expected at most", "collections", ""],
            [.. figures.Select(f => new[]
            {
                f.Name, Text(f.Bytes), expected.TryGetValue(f.Name + "_bytes", out long most) ? Text(most) : "-", Text(f.Collections),
                Excess([f], expected).Count == 0 ? "ok" : "above",
            })]);
        IReadOnlyList<string> excess = Excess(figures, expected);
        foreach (string line in excess)
            output.WriteLine(line);
        return excess.Count == 0;
    }

    /// <summary>A sentence for every figure that is above the expected one, or has none.</summary>
    public static IReadOnlyList<string> Excess(IReadOnlyList<AllocationFigure> figures, IReadOnlyDictionary<string, long> expected)
    {
        var lines = new List<string>();
        foreach (AllocationFigure figure in figures)
        {
            Compare(figure.Name + "_bytes", figure.Bytes);
            Compare(figure.Name + "_collections", figure.Collections);
        }
        return lines;

        void Compare(string name, long measured)
        {
            if (!expected.TryGetValue(name, out long most))
                lines.Add($"{name} is not in expected-allocations.json; it is {Text(measured)}.");
            else if (measured > most)
                lines.Add($"{name} is {Text(measured)}, above the {Text(most)} of expected-allocations.json.");
        }
    }

    /// <summary>The numbers of the file.</summary>
    public static IReadOnlyDictionary<string, long> Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt64());
    }

    /// <summary>The text of the file.</summary>
    public static string Write(IReadOnlyList<AllocationFigure> figures) =>
        "{\n" + string.Join(",\n", figures.Select(f => $"  \"{f.Name}_bytes\": {Text(f.Bytes)},\n  \"{f.Name}_collections\": {Text(f.Collections)}")) + "\n}\n";

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
