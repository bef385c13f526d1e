namespace Hone.Models;

/// <summary>What an architecture would lose of a model, in words.</summary>
internal static class GgufDifference
{
    /// <summary>The first difference in what is computed; null if there is none.</summary>
    /// <param name="model">The model.</param>
    /// <param name="back">The same, written and read back.</param>
    public static string? Of(TransformerConfig model, TransformerConfig back)
    {
        TransformerConfig a = Plain(model), b = Plain(back);
        if (a.Equals(b))
            return null;
        for (int i = 0; i < Math.Min(a.LayerCount, b.LayerCount); i++)
        {
            (AttentionConfig mine, AttentionConfig theirs) = (a.Layers[i].Attention, b.Layers[i].Attention);
            if (mine.Window != theirs.Window)
                return $"layer {i} reads {Window(mine.Window)}, there it would read {Window(theirs.Window)}.";
            if (mine.Scale != theirs.Scale)
                return $"the scores of layer {i} are scaled by {Scale(mine)}, there by {Scale(theirs)}.";
            if (mine.SoftCap != theirs.SoftCap)
                return $"the scores of layer {i} are bounded by {mine.SoftCap}, there by {theirs.SoftCap}.";
            if (mine.Rotary != theirs.Rotary)
                return $"the positions of layer {i} are {mine.Rotary}, there {theirs.Rotary}.";
            if (a.Layers[i].FeedForward.Activation != b.Layers[i].FeedForward.Activation)
                return $"the feed-forward of layer {i} computes {a.Layers[i].FeedForward.Activation}, there {b.Layers[i].FeedForward.Activation}.";
            if (a.Layers[i] != b.Layers[i])
                return $"layer {i} is {a.Layers[i]}, there {b.Layers[i]}.";
        }
        return a.RopeScaling != b.RopeScaling ? $"positions are scaled by {a.RopeScaling?.ToString() ?? "nothing"}, there by {b.RopeScaling?.ToString() ?? "nothing"}."
            : a.LogitSoftCap != b.LogitSoftCap ? $"logits are bounded by {a.LogitSoftCap}, there by {b.LogitSoftCap}."
            : $"it is {a}, there {b}.";
    }

    // What is computed and nothing else: a scaling that changes nothing is none, equal rotations of layers are the model's.
    private static TransformerConfig Plain(TransformerConfig model)
    {
        RotaryConfig main = Plain(model.Rotary);
        return model with
        {
            InitializerRange = 0,
            BosTokenId = null,
            EosTokenIds = [],
            PadTokenId = null,
            RopeTheta = main.Theta,
            RopeScaling = main.Scaling,
            Layers = [.. model.Layers.Select(layer => layer with
            {
                Attention = layer.Attention with
                {
                    Scale = layer.Attention.Scale is { } scale && Math.Abs((scale * Math.Sqrt(layer.Attention.HeadDim)) - 1) < 1e-12 ? null : layer.Attention.Scale,
                    Window = layer.Attention.Window >= model.ContextLength ? 0 : layer.Attention.Window,
                    Rotary = layer.Attention.Rotary is { } own && Plain(own) != main ? Plain(own) : null,
                },
            })],
        };
    }

    private static RotaryConfig Plain(RotaryConfig rotary)
    {
        if (rotary.Scaling is not { } scaling)
            return rotary;
        bool isNone = scaling is { QueryScaleBeta: 0 } && (scaling.Kind is RopeScalingKind.None or RopeScalingKind.Dynamic || scaling is { Kind: RopeScalingKind.Linear, Factor: 1 });
        if (isNone)
            return rotary with { Scaling = null };
        (_, double factor) = RotaryFrequencies.Of(rotary with { Scaling = scaling with { AttentionFactor = null } }, isLong: false);
        bool usual = scaling.AttentionFactor is { } own && Math.Abs(own - factor) <= 1e-6 * factor;
        return rotary with
        {
            Scaling = scaling with
            {
                AttentionFactor = usual ? null : scaling.AttentionFactor,
                ShortFactors = Rounded(scaling.ShortFactors),
                LongFactors = Rounded(scaling.LongFactors),
            },
        };
    }

    // The divisors are a tensor there.
    private static double[] Rounded(IReadOnlyList<double> factors) => [.. factors.Select(factor => GgufConfigReader.Decimal((float)factor))];

    private static double Scale(AttentionConfig attention) => attention.Scale ?? (1.0 / Math.Sqrt(attention.HeadDim));

    private static string Window(int window) => window == 0 ? "all positions" : $"{window} positions";
}
