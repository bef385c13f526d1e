namespace Hone.Tokenizers;

/// <summary>How much work a template may do. Templates come with models from strangers; each bound is checked as it runs.</summary>
public sealed record TemplateLimits
{
    /// <summary>Greatest length of the source in characters; default 1,048,576.</summary>
    public int MaxSourceLength { get; init; } = 1 << 20;

    /// <summary>Greatest number of evaluated nodes, with a share for the characters they copy; default 20,000,000.</summary>
    public long MaxSteps { get; init; } = 20_000_000;

    /// <summary>Greatest length of the output, and of any text made on the way, in characters; default 67,108,864.</summary>
    public int MaxOutputLength { get; init; } = 1 << 26;

    /// <summary>Greatest depth of macros and recursive loops that call each other; default 64.</summary>
    public int MaxCallDepth { get; init; } = 64;
}
