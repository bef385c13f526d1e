using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// One feed-forward layer: down(act(gate(x)) * up(x)) when gated (SwiGLU, arXiv 2002.05202), else down(act(up(x))).
/// </summary>
/// <param name="Width">Inner width, F.</param>
public sealed record FeedForwardConfig(int Width)
{
    /// <summary>Whether a second projection gates the first. Default true.</summary>
    public bool Gated { get; init; } = true;

    /// <summary>The pointwise function. Default SiLU.</summary>
    public Activation Activation { get; init; } = Activation.Silu;

    /// <summary>Whether the pointwise function is xIELU with learned slopes (arXiv 2411.13010) instead; such a layer is not gated. Default false.</summary>
    public bool Xielu { get; init; }

    /// <summary>Whether every projection has a bias. Default false.</summary>
    public bool Bias { get; init; }

    /// <summary>Numbers of such a layer in a model of width <paramref name="width"/>, its input norm not counted.</summary>
    public long ParameterCount(int width)
    {
        long matrices = Gated ? 3 : 2;
        long count = checked(matrices * width * Width);
        if (Bias)
            count += ((matrices - 1) * Width) + width;
        if (Xielu)
            count += 4;
        return count;
    }
}
