using Hone.Models;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>Rules of llama.cpp's file types that the recorded model does not reach; read from llama-quant.cpp.</summary>
public sealed class MixtureTypesTests
{
    private static readonly MixtureFacts Dense = new("qwen3", 32, 16, 4, 0);

    [Theory]
    [InlineData("q2_k", "attn_v", 0, GgmlType.Q4_K)]
    [InlineData("q2_k_s", "attn_v", 0, GgmlType.Q4_K)]
    [InlineData("q2_k_s", "ffn_down", 3, GgmlType.Q4_K)]
    [InlineData("q2_k_s", "ffn_down", 4, GgmlType.Q2_K)]
    [InlineData("iq4_nl", "attn_v", 0, GgmlType.Q5_K)]
    [InlineData("iq4_nl", "ffn_down", 3, GgmlType.Q5_K)]
    [InlineData("iq4_nl", "ffn_down", 4, GgmlType.IQ4_NL)]
    [InlineData("q4_k_m", "attn_v", 4, GgmlType.Q4_K)]
    [InlineData("q4_k_m", "attn_v", 6, GgmlType.Q6_K)]
    [InlineData("q4_k_m", "attn_v", 28, GgmlType.Q6_K)]
    [InlineData("q4_k_s", "attn_v", 3, GgmlType.Q5_K)]
    [InlineData("q4_k_s", "attn_v", 4, GgmlType.Q4_K)]
    [InlineData("q3_k_m", "ffn_down", 1, GgmlType.Q5_K)]
    [InlineData("q3_k_m", "ffn_down", 2, GgmlType.Q4_K)]
    [InlineData("q5_k_m", "ffn_down", 0, GgmlType.Q6_K)]
    [InlineData("q4_0", "ffn_down", 0, GgmlType.Q4_0)]
    public void LayersGetTheirBits(string mixture, string kind, int layer, GgmlType expected) =>
        Assert.Equal(expected, Types(mixture, Dense).Choose($"blk.{layer}.{kind}.weight", [512, 2048]));

    [Fact]
    public void AnOutputOfItsOwnLeavesTheEmbeddingToTheDefault()
    {
        Assert.Equal(GgmlType.Q6_K, Types("q4_k_m", Dense, "output.weight").Choose("output.weight", [1000, 2048]));
        Assert.Equal(GgmlType.Q4_K, Types("q4_k_m", Dense, "output.weight").Choose("token_embd.weight", [1000, 2048]));
        Assert.Equal(GgmlType.Q6_K, Types("q4_k_m", Dense).Choose("token_embd.weight", [1000, 2048]));
        Assert.Equal(GgmlType.Q8_0, Types("q8_0", Dense).Choose("token_embd.weight", [1000, 2048]));
    }

    [Theory]
    [InlineData("q2_k", 96, GgmlType.Q4_0)]
    [InlineData("q3_k_s", 96, GgmlType.Q4_0)]
    [InlineData("q4_k_s", 96, GgmlType.Q5_0)]
    [InlineData("q5_k_s", 96, GgmlType.Q5_1)]
    [InlineData("q6_k", 96, GgmlType.Q8_0)]
    [InlineData("q6_k", 80, GgmlType.F16)]
    [InlineData("q4_0", 80, GgmlType.F16)]
    [InlineData("f16", 80, GgmlType.F16)]
    [InlineData("f32", 80, GgmlType.F32)]
    public void RowsThatAreNoWholeBlocksFallBack(string mixture, int columns, GgmlType expected) =>
        Assert.Equal(expected, Types(mixture, Dense).Choose("blk.5.ffn_gate.weight", [64, columns]));

    [Fact]
    public void EightExpertsSpareNoBitsOnAttention()
    {
        MixtureTypes types = Types("q4_k_m", Dense with { ExpertCount = 8 });
        Assert.Equal(GgmlType.Q8_0, types.Choose("blk.6.attn_v.weight", [512, 2048]));
        Assert.Equal(GgmlType.Q8_0, types.Choose("blk.6.attn_k.weight", [512, 2048]));
        Assert.Equal(GgmlType.Q5_K, types.Choose("blk.6.attn_output.weight", [512, 2048]));
        Assert.Null(types.Choose("blk.6.ffn_gate_inp.weight", [8, 2048]));
    }

    [Theory]
    [InlineData("blk.0.attn_norm.weight", 2)]
    [InlineData("blk.0.attn_q.bias", 2)]
    [InlineData("position_embd.weight", 2)]
    [InlineData("token_types.weight", 2)]
    [InlineData("blk.0.attn_q.weight", 1)]
    public void OthersStayAsTheyAre(string name, int axes) =>
        Assert.Null(Types("q4_k_m", Dense).Choose(name, axes == 1 ? [256] : [256, 256]));

    [Fact]
    public void ALargeModelRaisesItsValues() =>
        Assert.Equal(GgmlType.Q5_K, Types("q3_k_s", new MixtureFacts("llama", 80, 64, 8, 0)).Choose("blk.40.attn_v.weight", [1024, 8192]));

    [Theory]
    [InlineData("Q4_K_M", "q4_k_m")]
    [InlineData("q4_K", "q4_k_m")]
    [InlineData("Q8_0", "q8_0")]
    public void NamesAreFound(string typed, string name) => Assert.Equal(name, QuantMixture.Find(typed)?.Name);

    [Fact]
    public void OtherNamesAreNot() => Assert.Null(QuantMixture.Find("q7_k"));

    private static MixtureTypes Types(string mixture, MixtureFacts facts, params string[] more)
    {
        IEnumerable<string> names = Enumerable.Range(0, facts.LayerCount)
            .SelectMany(layer => new[] { "attn_v", "attn_k", "attn_q", "attn_output", "ffn_up", "ffn_gate", "ffn_down" }, (layer, kind) => $"blk.{layer}.{kind}.weight");
        return new MixtureTypes(QuantMixture.Find(mixture)!, facts, names.Concat(["token_embd.weight", "output_norm.weight"]).Concat(more));
    }
}
