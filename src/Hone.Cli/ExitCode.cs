namespace Hone.Cli;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    internal const int Success = 0;

    /// <summary>What was asked for could not be done.</summary>
    internal const int Failure = 1;

    /// <summary>The command line itself is wrong.</summary>
    internal const int Usage = 2;

    /// <summary>Stopped by Ctrl-C or SIGTERM, 128 + SIGINT as shells count; a training run has saved before.</summary>
    internal const int Interrupted = 130;
}
