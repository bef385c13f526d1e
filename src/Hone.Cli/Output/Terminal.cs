using System.Text;
using Spectre.Console;

namespace Hone.Cli.Output;

/// <summary>
/// Where a command reads and writes. Results go to <see cref="Out"/>, everything about them to <see cref="Error"/>, so that
/// output can be piped. Drawn tables only where somebody looks; plain columns otherwise.
/// </summary>
internal sealed class Terminal(TextReader input, TextWriter output, TextWriter error, bool isInteractive)
{
    internal TextReader In { get; } = input;

    internal TextWriter Out { get; } = output;

    internal TextWriter Error { get; } = error;

    /// <summary>Whether <see cref="Out"/> is a screen.</summary>
    internal bool IsInteractive { get; } = isInteractive;

    /// <summary>The process's own, in UTF-8 whatever the locale.</summary>
    internal static Terminal Standard()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected) Console.OutputEncoding = utf8;
        return new Terminal(
            new StreamReader(Console.OpenStandardInput(), utf8),
            new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true },
            new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            !Console.IsOutputRedirected);
    }

    /// <summary>Names and values, one pair a line.</summary>
    internal void Pairs(IReadOnlyList<(string Name, string Value)> pairs)
    {
        int width = pairs.Count == 0 ? 0 : pairs.Max(p => p.Name.Length);
        foreach ((string name, string value) in pairs) Out.WriteLine($"{name.PadRight(width)}  {value}");
    }

    /// <summary>A table; every row is as long as the header.</summary>
    internal void Table(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (IsInteractive) Draw(header, rows);
        else PrintPlain(header, rows);
    }

    private static void Draw(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (string cell in header) table.AddColumn(Markup.Escape(cell));
        foreach (IReadOnlyList<string> row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        AnsiConsole.Write(table);
    }

    private void PrintPlain(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] widths = [.. header.Select((cell, i) => Math.Max(cell.Length, rows.Count == 0 ? 0 : rows.Max(r => r[i].Length)))];
        foreach (IReadOnlyList<string> row in rows.Prepend(header))
            Out.WriteLine(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
    }
}
