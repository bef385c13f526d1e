namespace Hone.Cli.Errors;

/// <summary>Something that whoever typed the command can put right: what is wrong and what to do, a line each.</summary>
internal sealed class UserException(string message, string hint, int exitCode = ExitCode.Failure, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What to do.</summary>
    internal string Hint { get; } = hint;

    internal int Code { get; } = exitCode;
}
