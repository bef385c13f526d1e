namespace Hone.Benchmarks.Measuring;

/// <summary>Tables in Markdown, padded to be read as text too.</summary>
internal static class MarkdownTable
{
    public static void Write(TextWriter output, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] widths = [.. header.Select((cell, i) => Math.Max(3, Math.Max(cell.Length, rows.Count == 0 ? 0 : rows.Max(r => r[i].Length))))];
        Line(header);
        Line([.. widths.Select(w => new string('-', w))]);
        foreach (IReadOnlyList<string> row in rows)
            Line(row);
        output.WriteLine();

        void Line(IReadOnlyList<string> cells) => output.WriteLine("| " + string.Join(" | ", cells.Select((c, i) => c.PadRight(widths[i]))) + " |");
    }

    /// <summary>A table of figures.</summary>
    public static void Write(TextWriter output, IEnumerable<Figure> figures) => Write(output, Figure.Header, [.. figures.Select(f => f.Row())]);
}
