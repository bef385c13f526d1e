namespace Hone.Models;

/// <summary>How the hidden states of a text become one vector.</summary>
public enum PoolingMode
{
    /// <summary>The mean over all tokens, framing tokens included.</summary>
    Mean,

    /// <summary>The state of the first token, which encoders frame a text with.</summary>
    Cls,

    /// <summary>The state of the last token, which alone has seen the whole text in a causal model.</summary>
    LastToken,
}
