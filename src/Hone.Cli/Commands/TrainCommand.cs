using System.CommandLine;

namespace Hone.Cli.Commands;

internal static class TrainCommand
{
    internal static Command Create(CliContext context)
    {
        var command = new Command("train", "Train.");
        return command;
    }
}
