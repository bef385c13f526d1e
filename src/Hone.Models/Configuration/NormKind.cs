namespace Hone.Models;

/// <summary>How the norms of a model compute.</summary>
public enum NormKind : byte
{
    /// <summary>Root mean square with a gain (arXiv 1910.07467).</summary>
    Rms,

    /// <summary>Root mean square with the gain 1 + w, w being what is stored and trained (Gemma).</summary>
    RmsShifted,

    /// <summary>Root mean square without a gain (nanochat).</summary>
    RmsPlain,

    /// <summary>Layer norm with gain and bias (arXiv 1607.06450).</summary>
    Layer,

    /// <summary>Layer norm with a gain and no bias (ModernBERT).</summary>
    LayerWithoutBias,
}

/// <summary>Where the norms of a layer stand, n being a norm and f attention, then the feed-forward.</summary>
public enum NormPlacement : byte
{
    /// <summary>x + f(n(x)).</summary>
    Pre,

    /// <summary>x + n(f(n(x))) (Gemma 2, arXiv 2408.00118).</summary>
    Sandwich,

    /// <summary>x + n(f(x)) (OLMo 2, arXiv 2501.00656).</summary>
    Output,

    /// <summary>n(x + f(x)) (the original Transformer, arXiv 1706.03762).</summary>
    Post,

    /// <summary>x + attention(n(x)) + feedForward(n(x)), with one norm (Phi, arXiv 2306.11644).</summary>
    Parallel,
}
