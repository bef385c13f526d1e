using Hone.Models;
using Xunit;

namespace Hone.UnitTests.Models;

public sealed class TransformerConfigTests
{
    private static TransformerConfig Small() => new()
    {
        VocabularySize = 50,
        Width = 8,
        Layers = TransformerConfig.Uniform(2, new AttentionConfig(4, 2, 4), new FeedForwardConfig(12)),
        RotaryDim = 4,
    };

    [Fact]
    public void Biases_norms_and_plain_layers_are_counted()
    {
        TransformerConfig model = Small();
        // Embedding and head 2 * 400, final norm 8; a layer: q 16*8, k and v 8*8 each, o 8*16, three of 12*8, two norms.
        Assert.Equal(800 + 8 + (2 * (128 + 128 + 128 + 288 + 16)), model.ParameterCount());
        var rich = new LayerConfig(new AttentionConfig(4, 2, 4) { QkNorm = true, QkvBias = true, OutputBias = true }, new FeedForwardConfig(12) { Gated = false, Bias = true });
        Assert.Equal(128 + 128 + 128 + 16 + 8 + 8 + 8 + 8 + 192 + 12 + 8 + 16, rich.ParameterCount(8));
    }

    [Fact]
    public void Every_problem_is_one_sentence()
    {
        Assert.Empty(Small().FindProblems());
        TransformerConfig bad = Small() with { VocabularySize = 0, NormEpsilon = double.NaN, RotaryDim = 6, BosTokenId = 50 };
        Assert.Equal(4, bad.FindProblems().Count);
        Assert.All(bad.FindProblems(), problem => Assert.EndsWith(".", problem, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(bad.Validate);
        Assert.Single((Small() with { Layers = [] }).FindProblems());
        Assert.NotEmpty((Small() with { Layers = TransformerConfig.Uniform(1, new AttentionConfig(3, 2, 4), new FeedForwardConfig(0)) }).FindProblems());
    }
}
