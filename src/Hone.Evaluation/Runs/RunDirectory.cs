using System.Globalization;
using Hone.Models;

namespace Hone.Evaluation.Runs;

/// <summary>
/// The directory of a run. Everything in it but the growing metrics file is written atomically.
/// <code>
/// run.json              schema version, kind, time, program version, numeric contract
/// config.yaml           the recipe as it was run
/// metrics.jsonl         one line a step
/// checkpoints/step-N/   a model directory with optimizer state
/// samples/*.jsonl       completions, one line a problem
/// evaluation/*.json     metrics of one evaluation
/// report.json  report.html
/// </code>
/// Not safe on many threads.
/// </summary>
public sealed class RunDirectory
{
    private const string StepPrefix = "step-";

    private RunDirectory(string root, RunInfo info)
    {
        Root = root;
        Info = info;
    }

    /// <summary>The directory, as a full path.</summary>
    public string Root { get; }

    /// <summary>What <c>run.json</c> says.</summary>
    public RunInfo Info { get; }

    /// <summary>The recipe as it was run.</summary>
    public string ConfigPath => Path.Combine(Root, "config.yaml");

    /// <summary>One line a step; NaN written as null.</summary>
    public string MetricsPath => Path.Combine(Root, "metrics.jsonl");

    /// <summary>The report as data.</summary>
    public string ReportJsonPath => Path.Combine(Root, "report.json");

    /// <summary>The report as a page.</summary>
    public string ReportHtmlPath => Path.Combine(Root, "report.html");

    /// <summary>Where checkpoints are.</summary>
    public string CheckpointsPath => Path.Combine(Root, "checkpoints");

    /// <summary>Makes a run directory, with its recipe.</summary>
    /// <param name="path">A directory that does not exist or is empty.</param>
    /// <param name="info">What <c>run.json</c> will say.</param>
    /// <param name="configYaml">The recipe as it is run, or null for none.</param>
    /// <exception cref="RunFormatException">The directory holds something already.</exception>
    public static RunDirectory Create(string path, RunInfo info, string? configYaml)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(info);
        string root = Path.GetFullPath(path);
        if (File.Exists(root) || (Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any()))
            throw new RunFormatException($"{path}: exists already; give another directory, or resume it");
        var run = new RunDirectory(root, info);
        Directory.CreateDirectory(root);
        if (configYaml is not null) AtomicFile.Write(run.ConfigPath, s => s.Write(System.Text.Encoding.UTF8.GetBytes(configYaml)));
        // Last, because it is what makes the directory a run.
        AtomicFile.Write(Path.Combine(root, "run.json"), info.Write);
        return run;
    }

    /// <summary>Opens a run directory.</summary>
    /// <param name="path">The directory.</param>
    /// <exception cref="RunFormatException">It is none, or of another schema version.</exception>
    public static RunDirectory Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string root = Path.GetFullPath(path);
        return new RunDirectory(root, RunInfo.Read(Path.Combine(root, "run.json")));
    }

    /// <summary>The directory of the checkpoint of a step, whether it exists or not.</summary>
    /// <param name="step">Zero or more.</param>
    public string CheckpointPath(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return Path.Combine(CheckpointsPath, StepPrefix + step.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The steps that have a whole checkpoint, ascending; unfinished ones do not count.</summary>
    public IReadOnlyList<long> CheckpointSteps()
    {
        if (!Directory.Exists(CheckpointsPath)) return [];
        var steps = new List<long>();
        foreach (string directory in Directory.EnumerateDirectories(CheckpointsPath, StepPrefix + "*"))
        {
            ReadOnlySpan<char> number = Path.GetFileName(directory.AsSpan())[StepPrefix.Length..];
            if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long step)) steps.Add(step);
        }
        steps.Sort();
        return steps;
    }

    /// <summary>Writes the checkpoint of a step atomically, then removes the oldest beyond a limit.</summary>
    /// <param name="step">Zero or more.</param>
    /// <param name="write">Is given the directory to write into.</param>
    /// <param name="saveTotalLimit">How many to keep, at least 1; null keeps all.</param>
    /// <returns>The checkpoint's directory.</returns>
    public string WriteCheckpoint(long step, Action<string> write, int? saveTotalLimit = null)
    {
        if (saveTotalLimit is < 1) throw new ArgumentOutOfRangeException(nameof(saveTotalLimit), saveTotalLimit, "at least one checkpoint is kept");
        string path = CheckpointPath(step);
        AtomicFolder.Write(path, write);
        if (saveTotalLimit is { } limit)
        {
            IReadOnlyList<long> steps = CheckpointSteps();
            for (int i = 0; i < steps.Count - limit; i++)
            {
                if (steps[i] != step) Directory.Delete(CheckpointPath(steps[i]), recursive: true);
            }
        }
        return path;
    }

    /// <summary>Path of a file with completions.</summary>
    /// <param name="name">Letters, digits, <c>-</c>, <c>_</c> and points; not beginning with a point.</param>
    /// <exception cref="ArgumentException">The name has other characters.</exception>
    public string SamplesPath(string name) => Path.Combine(Root, "samples", Checked(name) + ".jsonl");

    /// <summary>Path of a file with the metrics of an evaluation.</summary>
    /// <param name="name">As in <see cref="SamplesPath"/>.</param>
    /// <exception cref="ArgumentException">The name has other characters.</exception>
    public string EvaluationPath(string name) => Path.Combine(Root, "evaluation", Checked(name) + ".json");

    private static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name[0] == '.' || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            throw new ArgumentException($"'{name}' is no file name of letters, digits, '-', '_' and '.'", nameof(name));
        return name;
    }
}
