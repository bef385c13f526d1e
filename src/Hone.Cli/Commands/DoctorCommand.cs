using System.CommandLine;
using Hone.Evaluation.Doctor;

namespace Hone.Cli.Commands;

/// <summary><c>hone doctor</c>: whether the files of a model fit each other, and a second copy or an adapter.</summary>
internal static class DoctorCommand
{
    internal static Command Create(CliContext context)
    {
        var model = new Argument<string>("MODEL") { Description = "Model folder, or a built-in model." };
        var other = new Argument<string?>("OTHER") { Description = "A second copy, or an adapter, to compare it with.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("doctor", "Check a model's files against each other, a second copy or an adapter.") { model, other };
        command.SetAction(parsed =>
        {
            string path = context.Models.Resolve(parsed.GetRequiredValue(model));
            IReadOnlyList<DoctorFinding> findings = parsed.GetValue(other) is { } second
                ? ModelDoctor.Compare(path, context.Models.Resolve(second))
                : ModelDoctor.Examine(path);
            return Print(findings, context);
        });
        return command;
    }

    private static int Print(IReadOnlyList<DoctorFinding> findings, CliContext context)
    {
        foreach (DoctorFinding finding in findings)
        {
            context.Terminal.Out.WriteLine(Clean($"{Word(finding.Severity)}  {finding.Subject}: {finding.Message}"));
            if (finding.Hint is { } hint && finding.Severity != FindingSeverity.Note)
                context.Terminal.Out.WriteLine(Clean($"         {hint}"));
        }
        int errors = findings.Count(f => f.Severity == FindingSeverity.Error), warnings = findings.Count(f => f.Severity == FindingSeverity.Warning);
        context.Terminal.Out.WriteLine(errors + warnings == 0 ? "nothing is wrong" : $"{errors} error(s), {warnings} warning(s)");
        return errors > 0 ? ExitCode.Failure : ExitCode.Success;
    }

    private static string Word(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error  ",
        FindingSeverity.Warning => "warning",
        _ => "note   ",
    };

    // Names come from files, which can hold anything.
    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
}
