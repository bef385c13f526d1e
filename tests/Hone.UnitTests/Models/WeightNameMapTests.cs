using Hone.Models;
using Xunit;

namespace Hone.UnitTests.Models;

public sealed class WeightNameMapTests
{
    private static readonly WeightNameMap Map = new(
    [
        new("lm_head.weight", "output.weight"),
        new("model.layers.*.self_attn.*.weight", "blocks.*.attention.w_*.weight"),
        new("model.**", "language_model.**"),
    ]);

    [Theory]
    [InlineData("lm_head.weight", "output.weight")]
    [InlineData("model.layers.12.self_attn.q_proj.weight", "blocks.12.attention.w_q_proj.weight")]
    [InlineData("model.norm.weight", "language_model.norm.weight")]
    [InlineData("unknown.weight", "unknown.weight")]
    public void Rules_go_both_ways(string model, string file)
    {
        Assert.Equal(file, Map.ToFile(model));
        Assert.Equal(model, Map.ToModel(file));
        Assert.Equal(model, Map.Invert().ToFile(file));
        Assert.Equal(file, Map.Invert().ToModel(model));
    }

    [Fact]
    public void Any_name_comes_back_or_is_refused()
    {
        string[] parts = ["model", "layers", "7", "self_attn", "q_proj", "weight", "language_model", "blocks", "attention", "output", "lm_head", "w_k"];
        var random = new Random(5);
        int mapped = 0;
        for (int round = 0; round < 5000; round++)
        {
            string name = string.Join('.', Enumerable.Range(0, random.Next(1, 7)).Select(_ => parts[random.Next(parts.Length)]));
            try
            {
                Assert.Equal(name, Map.ToModel(Map.ToFile(name)));
                mapped++;
            }
            catch (ArgumentException e)
            {
                // A name that is already one of the other side would not come back, and that is said.
                Assert.Contains(name, e.Message, StringComparison.Ordinal);
            }
        }
        Assert.True(mapped > 4000, $"{mapped} mapped");
    }

    [Theory]
    [InlineData("a.*", "b")]
    [InlineData("a.**", "b.*")]
    [InlineData("**.a", "**.b")]
    [InlineData("a.*b", "c.*b")]
    public void A_rule_that_cannot_be_inverted_is_refused(string model, string file) =>
        Assert.Throws<ArgumentException>(() => new WeightNameMap([new(model, file)]));
}
