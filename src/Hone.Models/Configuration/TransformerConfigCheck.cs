using System.Globalization;

namespace Hone.Models;

/// <summary>What a configuration must satisfy before memory is taken for it.</summary>
internal static class TransformerConfigCheck
{
    public static IReadOnlyList<string> FindProblems(TransformerConfig config)
    {
        var problems = new List<string>();
        Positive(problems, "The vocabulary size", config.VocabularySize);
        Positive(problems, "The width", config.Width);
        Positive(problems, "The context length", config.ContextLength);
        if (config.Layers.Count is 0 or > TransformerConfig.MaximumLayers)
            Add(problems, $"The number of layers is {config.Layers.Count}; it must be 1 to {TransformerConfig.MaximumLayers}.");
        if (!(config.NormEpsilon is > 0 and < 1))
            Add(problems, $"The norm epsilon is {config.NormEpsilon}; it must be above 0 and below 1.");
        RotaryCheck.Check(problems, "", config.Rotary);
        if (!(config.InitializerRange >= 0 && double.IsFinite(config.InitializerRange)))
            Add(problems, $"The initializer range is {config.InitializerRange}; it must be 0 or more and finite.");
        if (!(config.EmbeddingScale > 0 && double.IsFinite(config.EmbeddingScale)))
            Add(problems, $"The embedding scale is {config.EmbeddingScale}; it must be above 0 and finite.");
        if (!(config.LogitSoftCap >= 0 && float.IsFinite((float)config.LogitSoftCap)))
            Add(problems, $"The bound of the logits is {config.LogitSoftCap}; it must be 0 (none) or more.");
        if (config.TokenTypes < 0)
            Add(problems, $"The number of token types is {config.TokenTypes}; it must be 0 or more.");
        if (!config.HasHead && (config.HeadBias || config.LogitSoftCap > 0))
            problems.Add("A model without an output matrix has a setting of one.");
        CheckTokens(problems, config);
        CheckLayers(problems, config);
        if (problems.Count == 0)
            CheckCount(problems, config);
        return problems;
    }

    private static void CheckTokens(List<string> problems, TransformerConfig config)
    {
        // A negative or too large id in a file means "none" to nobody: it would silently never stop.
        Token(problems, "bos", config.BosTokenId, config.VocabularySize);
        Token(problems, "pad", config.PadTokenId, config.VocabularySize);
        foreach (int id in config.EosTokenIds)
            Token(problems, "eos", id, config.VocabularySize);
    }

    private static void CheckLayers(List<string> problems, TransformerConfig config)
    {
        LayerConfig? previous = null;
        for (int i = 0; i < config.Layers.Count; i++)
        {
            LayerConfig layer = config.Layers[i];
            // Uniform stacks share one object, and one line about it is enough.
            if (ReferenceEquals(layer, previous))
                continue;
            previous = layer;
            CheckLayer(problems, config, layer, i);
        }
    }

    private static void CheckLayer(List<string> problems, TransformerConfig config, LayerConfig layer, int index)
    {
        AttentionConfig attention = layer.Attention;
        string at = string.Create(CultureInfo.InvariantCulture, $"Layer {index}: ");
        Positive(problems, at + "the number of query heads", attention.QueryHeads);
        Positive(problems, at + "the number of key/value heads", attention.KeyValueHeads);
        Positive(problems, at + "the head width", attention.HeadDim);
        Positive(problems, at + "the feed-forward width", layer.FeedForward.Width);
        if (attention.QueryHeads > 0 && attention.KeyValueHeads > 0 && attention.QueryHeads % attention.KeyValueHeads != 0)
            Add(problems, $"{at}{attention.QueryHeads} query heads are no multiple of {attention.KeyValueHeads} key/value heads.");
        RotaryConfig rotary = attention.Rotary ?? config.Rotary;
        if (attention.Rotary is not null)
            RotaryCheck.Check(problems, at, rotary);
        if (attention.HeadDim > 0 && rotary.Dim > attention.HeadDim)
            Add(problems, $"{at}the rotary dimension {rotary.Dim} is above the head width {attention.HeadDim}.");
        if (rotary.Scaling is { QueryScaleBeta: not 0 } && rotary.Dim > 0 && rotary.Dim != attention.HeadDim)
            Add(problems, $"{at}queries are scaled by position, which needs whole heads of {attention.HeadDim} rotated, not {rotary.Dim} channels.");
        if (attention.Scale is { } scale && !(scale > 0 && float.IsFinite((float)scale)))
            Add(problems, $"{at}the factor on the scores is {scale}; it must be above 0 and finite.");
        if (!(attention.SoftCap >= 0 && float.IsFinite((float)attention.SoftCap)))
            Add(problems, $"{at}the bound of the scores is {attention.SoftCap}; it must be 0 (none) or more.");
        if (attention.Bidirectional && config.HasHead)
            Add(problems, $"{at}it reads later positions, in a model that predicts the next token.");
        if (layer.FeedForward is { Xielu: true, Gated: true })
            Add(problems, $"{at}xIELU has no gate.");
        if (layer.SkipAttentionNorm && layer.Placement != NormPlacement.Pre)
            Add(problems, $"{at}only a norm before attention can be left out.");
        if (attention.Window < 0)
            Add(problems, $"{at}the window is {attention.Window}; it must be 0 (none) or more.");
        // Some families store three projections in one, or two.
        if (3L * attention.QueryHeads * attention.HeadDim > int.MaxValue)
            Add(problems, $"{at}{attention.QueryHeads} heads of width {attention.HeadDim} are more than {int.MaxValue / 3} outputs.");
        if (layer.FeedForward.Width > int.MaxValue / 2)
            Add(problems, $"{at}the feed-forward width is {layer.FeedForward.Width}; it must be at most {int.MaxValue / 2}.");
    }

    private static void CheckCount(List<string> problems, TransformerConfig config)
    {
        try
        {
            _ = config.WeightBytes();
        }
        catch (OverflowException)
        {
            problems.Add("The model would have more bytes of weights than a 64-bit number counts.");
        }
    }

    private static void Token(List<string> problems, string name, int? id, int vocabulary)
    {
        if (id is { } value && (value < 0 || value >= vocabulary))
            Add(problems, $"The {name} token id is {value}; the vocabulary has ids 0 to {vocabulary - 1}.");
    }

    private static void Positive(List<string> problems, string what, int value)
    {
        if (value <= 0)
            Add(problems, $"{what} is {value}; it must be 1 or more.");
    }

    private static void Add(List<string> problems, FormattableString text) =>
        problems.Add(text.ToString(CultureInfo.InvariantCulture));
}
