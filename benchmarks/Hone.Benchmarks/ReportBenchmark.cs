using System.Globalization;
using Hone.Benchmarks.Measuring;

namespace Hone.Benchmarks;

/// <summary>Runs tables and writes docs/benchmarks.md.</summary>
internal static class ReportBenchmark
{
    /// <summary>Where the page is.</summary>
    public static string PagePath => Clone.At("docs", "benchmarks.md");

    /// <summary>Runs the tables one after the other; the page is written when all are there.</summary>
    /// <param name="tables">Which.</param>
    /// <param name="options">Of the command line.</param>
    /// <param name="progress">Told what runs, and what it gave.</param>
    public static void Run(IReadOnlyList<BenchmarkTable> tables, BenchmarkOptions options, TextWriter progress)
    {
        using var page = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Head(page, tables);
        foreach (BenchmarkTable table in tables)
        {
            progress.WriteLine($"## {table.Title}");
            using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            table.Run(text, options);
            progress.WriteLine(text.ToString());
            page.WriteLine($"## {table.Title}");
            page.WriteLine();
            page.WriteLine(table.About);
            page.WriteLine();
            page.WriteLine(text.ToString().TrimEnd());
            page.WriteLine();
        }
        File.WriteAllText(PagePath, page.ToString().TrimEnd() + "\n");
        progress.WriteLine($"{PagePath} is written.");
    }

    private static void Head(TextWriter page, IReadOnlyList<BenchmarkTable> tables)
    {
        page.WriteLine("# Benchmarks");
        page.WriteLine();
        page.WriteLine(
            $"""
            Written by a command; not edited by hand. {DateTimeOffset.UtcNow.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC, commit {MachineDescription.Commit()}.

            ```
            dotnet run -c Release --project benchmarks/Hone.Benchmarks -- report
            ```

            makes the page again; `-- {string.Join("`, `-- ", tables.Select(t => t.Name))}` print a table alone. Times say little on machines that others use, so every
            figure is a share of a limit that the same process measured before, between and after it: fused multiply-adds on registers (FMA) or a
            plain read of as many bytes (read), on as many threads. The best of many calls under the best sample of the
            limit stands first; behind it in parentheses the median: of kernels over short rounds, each under the limit measured beside
            it, of everything else over the repetitions. The two apart show how busy the machine was.
            """.ReplaceLineEndings("\n"));
        page.WriteLine();
        MarkdownTable.Write(page, ["machine", ""], MachineDescription.Lines());
    }
}
