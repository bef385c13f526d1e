namespace Hone.Evaluation.Tasks;

/// <summary>A task file that cannot be read; the message is one line: file, line number, what is wrong.</summary>
public sealed class TaskFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="line">The line, from 1; 0 when the file as a whole is meant.</param>
    /// <param name="problem">What is wrong, in one line.</param>
    /// <param name="inner">What was caught, or null.</param>
    public TaskFormatException(string file, long line, string problem, Exception? inner = null)
        : base(line > 0 ? $"{file}:{line}: {problem}" : $"{file}: {problem}", inner)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>The line, from 1; 0 when the file as a whole is meant.</summary>
    public long Line { get; }
}
