namespace Hone.Models.Hub;

/// <summary>A model cannot be fetched: one line of what is wrong and one of what to do.</summary>
public sealed class HubException : Exception
{
    /// <summary>An exception of two lines.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="hint">What to do.</param>
    /// <param name="inner">What it came from; null for none.</param>
    public HubException(string message, string hint, Exception? inner = null) : base(message, inner) => Hint = hint;

    /// <summary>What to do.</summary>
    public string Hint { get; }
}
