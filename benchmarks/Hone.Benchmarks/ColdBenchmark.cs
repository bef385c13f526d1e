using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hone.Benchmarks.Measuring;

namespace Hone.Benchmarks;

/// <summary>
/// How a fresh process fares: the first steps of the main job beside the later ones, under the runtime's settings of tiered
/// compilation. Each line is the best of several processes, which take turns.
/// </summary>
internal static class ColdBenchmark
{
    private const int Steps = 8, Turns = 3;

    // The empty one is what the program is built with.
    private static readonly (string Name, string[] Settings)[] Variants =
    [
        ("as built", []),
        ("TieredCompilation=0", ["DOTNET_TieredCompilation=0"]),
        ("TieredCompilation=1", ["DOTNET_TieredCompilation=1", "DOTNET_TC_QuickJitForLoops=1", "DOTNET_TieredPGO=0"]),
        ("TieredCompilation=1, TieredPGO=1", ["DOTNET_TieredCompilation=1", "DOTNET_TC_QuickJitForLoops=1", "DOTNET_TieredPGO=1"]),
        ("TieredCompilation=1, QuickJitForLoops=0", ["DOTNET_TieredCompilation=1", "DOTNET_TC_QuickJitForLoops=0", "DOTNET_TieredPGO=0"]),
        ("TieredCompilation=1, no OSR", ["DOTNET_TieredCompilation=1", "DOTNET_TC_QuickJitForLoops=1", "DOTNET_TC_OnStackReplacement=0", "DOTNET_TieredPGO=0"]),
    ];

    public static void Run(TextWriter output, string? program)
    {
        program ??= Clone.At("src", "Hone.Cli", "bin", "Release", "net10.0", "hone.dll");
        if (!File.Exists(program))
        {
            output.WriteLine($"Skipped: {program} is not there; build src/Hone.Cli in Release first.");
            return;
        }
        var best = Variants.Select(_ => new Cold(double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue)).ToArray();
        for (int turn = 0; turn < Turns; turn++)
        {
            for (int v = 0; v < Variants.Length; v++)
                best[v] = best[v].Or(Measure(program, Variants[v].Settings));
        }
        MarkdownTable.Write(
            output, ["settings", "first step", "second step", "median of the others", "first / median", "whole process"],
            [.. Variants.Select((v, i) => new[] { v.Name, Text($"{best[i].First:0.000} s"), Text($"{best[i].Second:0.000} s"), Text($"{best[i].Later:0.000} s"), Text($"{best[i].First / best[i].Later:0.00}"), Text($"{best[i].Whole:0.00} s") })]);
    }

    private static Cold Measure(string program, string[] settings)
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        bool isLibrary = program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isLibrary ? "dotnet" : program) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (isLibrary)
            start.ArgumentList.Add(program);
        foreach (string argument in (string[])["train", "sharpen", $"output_dir={folder}", $"max_steps={Steps}", "eval_problems=0", "save_steps=0"])
            start.ArgumentList.Add(argument);
        foreach (string setting in settings)
            start.Environment[setting.Split('=')[0]] = setting.Split('=')[1];
        try
        {
            long begin = Stopwatch.GetTimestamp();
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            double whole = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            if (process.ExitCode != 0)
                throw new InvalidOperationException(errors.GetAwaiter().GetResult());
            double[] times = [.. File.ReadLines(Path.Combine(folder, "metrics.jsonl")).Select(StepTime)];
            double[] later = [.. times[2..].Order()];
            return new Cold(times[0], times[1], later[later.Length / 2], whole);
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static double StepTime(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty("step_time").GetDouble();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Cold(double First, double Second, double Later, double Whole)
    {
        public Cold Or(Cold other) => new(Math.Min(First, other.First), Math.Min(Second, other.Second), Math.Min(Later, other.Later), Math.Min(Whole, other.Whole));
    }
}
