namespace Hone.Cli.Commands;

/// <summary>A text on the command line; <c>-</c> stands for standard input.</summary>
internal static class TextArgument
{
    internal static string Read(string text, CliContext context) => text == "-" ? context.Terminal.In.ReadToEnd() : text;
}
