namespace Hone.Tokenizers;

/// <summary>
/// A token found in the text before anything else is done to it, as <c>added_tokens</c> of a Hugging Face tokenizer.json.
/// </summary>
/// <param name="Content">The text that spells it; 1 to <see cref="MaxContentLength"/> UTF-16 units.</param>
/// <param name="Id">Its id.</param>
public sealed record AddedToken(string Content, int Id)
{
    /// <summary>The greatest length of <see cref="Content"/>, in UTF-16 units.</summary>
    public const int MaxContentLength = 512;

    /// <summary>Whether it is a control token, left out of decoded text on request. Default true.</summary>
    public bool Special { get; init; } = true;

    /// <summary>Whether it is looked for after normalization (its content is then normalized too). Default false.</summary>
    public bool Normalized { get; init; }

    /// <summary>Whether it swallows white space before it. Default false.</summary>
    public bool LeftStrip { get; init; }

    /// <summary>Whether it swallows white space after it. Default false.</summary>
    public bool RightStrip { get; init; }

    /// <summary>Whether it counts only where no word character touches it. Default false.</summary>
    public bool SingleWord { get; init; }
}
