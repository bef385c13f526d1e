namespace Hone.Tokenizers;

/// <summary>A tokenizer file is malformed, inconsistent, too large, or asks for a component that is not supported.</summary>
public sealed class TokenizerFormatException : FormatException
{
    /// <summary>Describes a failure at one place of one file.</summary>
    /// <param name="file">The file, as the caller named it.</param>
    /// <param name="location">Where in the file: a JSON path such as <c>$.model.merges[3]</c>, or <c>$</c>.</param>
    /// <param name="expected">What would have been right.</param>
    /// <param name="got">What is there.</param>
    /// <param name="inner">The cause, or null.</param>
    public TokenizerFormatException(string file, string location, string expected, string got, Exception? inner = null)
        : base($"{file}: {location}: expected {expected}, got {got}", inner)
    {
        File = file;
        Location = location;
        Expected = expected;
        Got = got;
    }

    /// <summary>The file, as the caller named it.</summary>
    public string File { get; }

    /// <summary>Where in the file.</summary>
    public string Location { get; }

    /// <summary>What would have been right.</summary>
    public string Expected { get; }

    /// <summary>What is there.</summary>
    public string Got { get; }

    /// <summary>Returns a text fit for a message: on one line and not longer than 80 characters.</summary>
    internal static string Quote(string text)
    {
        string shown = text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 77), "...");
        return "\"" + string.Create(shown.Length, shown, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++) span[i] = char.IsControl(source[i]) || char.IsSurrogate(source[i]) ? '?' : source[i];
        }) + "\"";
    }
}
