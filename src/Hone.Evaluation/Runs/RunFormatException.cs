namespace Hone.Evaluation.Runs;

/// <summary>A run directory that cannot be opened or made; the message is one line.</summary>
public sealed class RunFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, with the path.</param>
    /// <param name="inner">What was caught, or null.</param>
    public RunFormatException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
