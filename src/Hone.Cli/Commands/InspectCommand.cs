using System.CommandLine;
using Hone.Cli.Errors;
using Hone.Cli.Inspection;
using Hone.Cli.Scripting;
using Hone.Training.Configuration;

namespace Hone.Cli.Commands;

/// <summary><c>hone inspect</c>: what a model folder, a GGUF or safetensors file or a run folder holds, and whether a reward script compiles.</summary>
internal static class InspectCommand
{
    internal static Command Create(CliContext context)
    {
        var path = new Argument<string>("PATH") { Description = "Model folder, .gguf file, built-in model, .safetensors file, run folder, or reward script (.csx)." };
        var tensors = new Option<bool>("--tensors") { Description = "List every tensor of a model." };
        var command = new Command("inspect", "Show what a model, a weights file or a run holds.") { path, tensors };
        command.SetAction(parsed =>
        {
            Inspect(parsed.GetRequiredValue(path), parsed.GetValue(tensors), context);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Inspect(string path, bool tensors, CliContext context)
    {
        if (HasEnding(path, ".csx"))
        {
            CheckScript(path, context);
            return;
        }
        string found = HasEnding(path, ".safetensors") || HasEnding(path, ".gguf") ? ExistingFile(path) : context.Models.Resolve(path);
        if (HasEnding(found, ".gguf") && File.Exists(found)) GgufInspection.Print(found, tensors, context.Terminal);
        else if (File.Exists(found)) TensorInspection.PrintFile(found, context.Terminal);
        else if (File.Exists(Path.Combine(found, "run.json"))) RunInspection.Print(found, context.Terminal);
        else ModelInspection.Print(found, tensors, context.Terminal);
    }

    // Compiling is all that can be said of a script without samples, and what people want to know before a run.
    private static void CheckScript(string path, CliContext context)
    {
        RewardScript.Load(path);
        context.Terminal.Out.WriteLine($"{path}: a reward script; it compiles");
    }

    private static string ExistingFile(string path)
    {
        if (Path.Exists(path)) return path;
        string parent = Path.GetDirectoryName(path) ?? "";
        string full = Path.GetFullPath(parent.Length == 0 ? "." : parent);
        IEnumerable<string> beside = Directory.Exists(full) ? Directory.EnumerateFiles(full, "*" + Path.GetExtension(path)).Select(f => Path.Combine(parent, Path.GetFileName(f))) : [];
        string? nearest = NearestName.Of(path, beside.Order(StringComparer.Ordinal));
        throw new UserException($"{path}: no such file", nearest is null ? "Check the path; a relative one begins at the current folder." : $"Did you mean '{nearest}'?");
    }

    private static bool HasEnding(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
