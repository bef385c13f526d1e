namespace Hone.Models;

/// <summary>One layer: attention and a feed-forward, each added to the residual stream.</summary>
/// <param name="Attention">The mixer over positions.</param>
/// <param name="FeedForward">The mixer over channels.</param>
public sealed record LayerConfig(AttentionConfig Attention, FeedForwardConfig FeedForward)
{
    /// <summary>Where its norms stand. Default before each part.</summary>
    public NormPlacement Placement { get; init; } = NormPlacement.Pre;

    /// <summary>Whether the norm before attention is left out (the first layer of ModernBERT, behind the embedding's norm). Default false.</summary>
    public bool SkipAttentionNorm { get; init; }

    /// <summary>Number of norms, those of queries and keys not counted.</summary>
    public int NormCount => Placement switch
    {
        NormPlacement.Sandwich => 4,
        NormPlacement.Parallel => 1,
        _ => SkipAttentionNorm ? 1 : 2,
    };

    /// <summary>Numbers of the layer with its norms, in a model of width <paramref name="width"/>.</summary>
    /// <param name="width">Width of the model, D.</param>
    /// <param name="norm">Kind of its norms.</param>
    public long ParameterCount(int width, NormKind norm = NormKind.Rms) =>
        checked(Attention.ParameterCount(width, norm) + FeedForward.ParameterCount(width) + ((long)NormCount * norm.Vectors() * width));
}
