using System.CommandLine;

namespace Hone.Cli.Commands;

internal static class EvalCommand
{
    internal static Command Create(CliContext context)
    {
        var command = new Command("eval", "Measure a model on a task.");
        return command;
    }
}
