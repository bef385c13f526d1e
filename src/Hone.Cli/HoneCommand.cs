using System.CommandLine;
using System.CommandLine.Parsing;
using Hone.Cli.Commands;
using Hone.Cli.Errors;
using Hone.Training.Configuration;

namespace Hone.Cli;

/// <summary>The command tree, and the one place where a command line becomes an exit code.</summary>
internal static class HoneCommand
{
    internal static int Run(IReadOnlyList<string> arguments, CliContext context)
    {
        var verbose = new Option<bool>("--verbose") { Description = "On an error, print the stack trace too.", Recursive = true };
        RootCommand root = Create(context);
        root.Add(verbose);
        // '@' begins no file of arguments: a prompt may begin with it. '-n3' is no bundle.
        ParseResult parsed = root.Parse(arguments, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        bool showTrace = parsed.GetValue(verbose);
        try
        {
            if (arguments.Count == 0)
            {
                root.Parse(["--help"]).Invoke(Configuration(context));
                return ExitCode.Usage;
            }
            RefuseBadUsage(parsed, root);
            return parsed.Invoke(Configuration(context));
        }
        catch (Exception exception)
        {
            return ErrorReporter.Report(exception, context.Terminal.Error, showTrace);
        }
    }

    /// <summary>The commands, in the order of help.</summary>
    internal static RootCommand Create(CliContext context) => new("hone: trains, post-trains, runs and measures small language models.")
    {
        TrainCommand.Create(context),
        GenerateCommand.Create(context),
        ChatCommand.Create(context),
        EvalCommand.Create(context),
        BenchCommand.Create(context),
        PullCommand.Create(context),
        InspectCommand.Create(context),
        DoctorCommand.Create(context),
        ParityCommand.Create(context),
        TokenizeCommand.Create(context),
        EmbedCommand.Create(context),
        MergeLoraCommand.Create(context),
        ExportCommand.Create(context),
        QuantizeCommand.Create(context),
        LabCommand.Create(context),
        EnvCommand.Create(context),
    };

    private static InvocationConfiguration Configuration(CliContext context) => new()
    {
        Output = context.Terminal.Out,
        Error = context.Terminal.Error,
        EnableDefaultExceptionHandler = false,
        // Interruption answers signals; the parser's own handler would end the process after two seconds.
        ProcessTerminationTimeout = null,
    };

    private static void RefuseBadUsage(ParseResult parsed, RootCommand root)
    {
        Command command = parsed.CommandResult.Command;
        string help = $"{Path(parsed.CommandResult)} --help";
        if (parsed.Action is { ClearsParseErrors: true }) return;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count > 0 && !parsed.UnmatchedTokens[0].StartsWith('-'))
            throw Unknown("command", parsed.UnmatchedTokens[0], command.Subcommands.Select(c => c.Name), help);
        if (UnknownOption(parsed) is { } option)
            throw Unknown("option", option, command.Options.Concat(root.Options).SelectMany(o => o.Aliases.Append(o.Name)).Where(n => n.StartsWith("--", StringComparison.Ordinal)), help);
        if (parsed.Errors.Count > 0)
            throw new UserException(Plain(parsed.Errors[0].Message), $"See '{help}'.", ExitCode.Usage);
    }

    // The words that lead to a command, such as "hone lab run".
    private static string Path(CommandResult result) => result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : "hone";

    // What looks like an option but is none ends up among the arguments, or is left over where they are full.
    private static string? UnknownOption(ParseResult parsed)
    {
        bool afterDashes = false;
        HashSet<Token> positional = [.. parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens)];
        foreach (Token token in parsed.Tokens)
        {
            afterDashes |= token.Type == TokenType.DoubleDash;
            if (afterDashes || !LooksLikeOption(token.Value)) continue;
            if (positional.Contains(token) || parsed.UnmatchedTokens.Contains(token.Value)) return token.Value.Split('=')[0];
        }
        return null;
    }

    private static bool LooksLikeOption(string text) =>
        text.Length > 1 && text[0] == '-' && (text[1] == '-' || char.IsAsciiLetter(text[1])) && !text.Contains(' ');

    private static UserException Unknown(string kind, string name, IEnumerable<string> known, string help)
    {
        string? nearest = NearestName.Of(name, known.Distinct());
        string hint = nearest is not null ? $"Did you mean '{nearest}'? See '{help}'." : $"See '{help}'.";
        return new UserException($"unknown {kind} '{name}'", hint, ExitCode.Usage);
    }

    private static string Plain(string message) => message
        .Replace("expected type 'System.Int32'", "an integer")
        .Replace("expected type 'System.Nullable`1[System.Int32]'", "an integer")
        .Replace("expected type 'System.UInt64'", "an integer of at least 0")
        .Replace("expected type 'System.Single'", "a number")
        .Replace("expected type 'System.Nullable`1[System.Single]'", "a number");
}
