using System.CommandLine;
using Hone.Cli.Errors;
using Hone.Cli.Inspection;
using Hone.Training.Configuration;

namespace Hone.Cli.Commands;

/// <summary><c>hone inspect</c>: what a model folder, a safetensors file or a run folder holds.</summary>
internal static class InspectCommand
{
    internal static Command Create(CliContext context)
    {
        var path = new Argument<string>("PATH") { Description = "Model folder, built-in model, .safetensors file, or run folder." };
        var tensors = new Option<bool>("--tensors") { Description = "List every tensor of a model." };
        var command = new Command("inspect", "Show what a model, a weights file or a run holds.") { path, tensors };
        command.SetAction(parsed =>
        {
            Inspect(Find(parsed.GetRequiredValue(path), context), parsed.GetValue(tensors), context);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Inspect(string path, bool tensors, CliContext context)
    {
        if (File.Exists(path)) TensorInspection.PrintFile(path, context.Terminal);
        else if (File.Exists(Path.Combine(path, "run.json"))) RunInspection.Print(path, context.Terminal);
        else ModelInspection.Print(path, tensors, context.Terminal);
    }

    private static string Find(string path, CliContext context)
    {
        if (!path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase) || Path.Exists(path)) return context.Models.Resolve(path);
        string parent = Path.GetDirectoryName(path) ?? "";
        string full = Path.GetFullPath(parent.Length == 0 ? "." : parent);
        IEnumerable<string> beside = Directory.Exists(full) ? Directory.EnumerateFiles(full, "*.safetensors").Select(f => Path.Combine(parent, Path.GetFileName(f))) : [];
        string? nearest = NearestName.Of(path, beside.Order(StringComparer.Ordinal));
        throw new UserException($"{path}: no such file", nearest is null ? "Check the path; a relative one begins at the current folder." : $"Did you mean '{nearest}'?");
    }
}
