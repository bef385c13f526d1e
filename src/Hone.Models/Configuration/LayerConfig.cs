namespace Hone.Models;

/// <summary>One pre-norm decoder layer: x += attention(norm(x)), then x += feedForward(norm(x)).</summary>
/// <param name="Attention">The mixer over positions.</param>
/// <param name="FeedForward">The mixer over channels.</param>
public sealed record LayerConfig(AttentionConfig Attention, FeedForwardConfig FeedForward)
{
    /// <summary>Trained numbers of the layer with its two norms, in a model of width <paramref name="width"/>.</summary>
    public long ParameterCount(int width) =>
        checked(Attention.ParameterCount(width) + FeedForward.ParameterCount(width) + (2L * width));
}
