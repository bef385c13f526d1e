namespace Hone.Models;

/// <summary>
/// A file of a model is not what it must be. The message is one line for people; the properties hold the same for
/// programs. Nothing was loaded.
/// </summary>
public sealed class CheckpointFormatException : Exception
{
    /// <summary>An error with a message only.</summary>
    public CheckpointFormatException(string message) : base(message)
    {
    }

    /// <summary>An error with a message and what led to it.</summary>
    public CheckpointFormatException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>The file or directory; null if the bytes came from elsewhere.</summary>
    public string? File { get; init; }

    /// <summary>The tensor or setting that is wrong; null if it is the file as a whole.</summary>
    public string? Item { get; init; }

    /// <summary>Byte of the file at which it is wrong; null if no single place is.</summary>
    public long? Offset { get; init; }

    /// <summary>What should have been there; null if the message says all.</summary>
    public string? Expected { get; init; }

    /// <summary>What was there; null if the message says all.</summary>
    public string? Got { get; init; }

    /// <summary>What to do about it; null if nothing useful can be said.</summary>
    public string? Hint { get; init; }
}
