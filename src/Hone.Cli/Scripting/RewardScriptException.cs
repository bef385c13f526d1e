namespace Hone.Cli.Scripting;

/// <summary>A reward script that does not compile or that failed; the message is one line that begins with the script's place.</summary>
internal sealed class RewardScriptException(string message, string hint, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What to do.</summary>
    internal string Hint { get; } = hint;
}
