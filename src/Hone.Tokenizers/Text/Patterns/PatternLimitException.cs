namespace Hone.Tokenizers;

/// <summary>A pattern of a tokenizer's file took more steps on a text than are allowed; the tokenizer turns it into its own exception.</summary>
internal sealed class PatternLimitException(string pattern) : Exception("a pattern took too many steps")
{
    public TokenizerFormatException AsFormatException() =>
        new("tokenizer", "a pattern", "one that is matched in a number of steps that a text of this length is allowed", TokenizerFormatException.Quote(pattern), this);
}
