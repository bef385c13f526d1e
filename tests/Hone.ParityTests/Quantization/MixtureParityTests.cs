using System.Text.Json;
using Hone.Models;
using Xunit;

namespace Hone.ParityTests.Quantization;

/// <summary>Every tensor of the files that llama.cpp made of a model with rows of 576 and 1536, file type by file type.</summary>
public sealed class MixtureParityTests
{
    public static TheoryData<string> Files => [.. Root().GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()!)];

    [Fact]
    public void SeventeenTypesBesideTheFloatsAreRecorded() => Assert.Equal(18, Files.Count);

    [Theory, MemberData(nameof(Files))]
    public void EveryTensorGetsTheRecordedType(string name)
    {
        JsonElement root = Root();
        JsonElement file = root.GetProperty("files").EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == name);
        Dictionary<string, long[]> tensors = Tensors(root);
        QuantMixture mixture = QuantMixture.Find(name) ?? throw new InvalidDataException(name);
        var facts = new MixtureFacts(root.GetProperty("architecture").GetString()!, Int(root, "layers"), Int(root, "heads"), Int(root, "key_value_heads"), 0);
        // In another order than the file's: the rules count tensors in an order of their own.
        var types = new MixtureTypes(mixture, facts, tensors.Keys.Reverse());
        Dictionary<string, GgmlType> chosen = tensors.ToDictionary(pair => pair.Key, pair => types.Choose(pair.Key, pair.Value) ?? GgmlType.F32);

        Assert.Equal(
            file.GetProperty("count").EnumerateObject().Select(pair => (pair.Name, pair.Value.GetInt32())).Order(),
            chosen.Values.GroupBy(type => type.ToString()).Select(group => (group.Key, group.Count())).Order());
        if (!file.TryGetProperty("layers", out JsonElement layers))
            return;
        Assert.Equal(file.GetProperty("token_embd").GetString(), chosen["token_embd.weight"].ToString());
        foreach (JsonProperty kind in layers.EnumerateObject())
        {
            string[] words = kind.Value.GetString()!.Split(' ');
            IEnumerable<string> expected = Enumerable.Range(0, words.Length / 2).SelectMany(i => Enumerable.Repeat(words[(2 * i) + 1], int.Parse(words[2 * i])));
            Assert.Equal(expected, Enumerable.Range(0, facts.LayerCount).Select(layer => chosen[$"blk.{layer}.{kind.Name}.weight"].ToString()));
        }
    }

    private static Dictionary<string, long[]> Tensors(JsonElement root)
    {
        long width = Int(root, "width"), forward = Int(root, "feed_forward"), keys = width / Int(root, "heads") * Int(root, "key_value_heads");
        var tensors = new Dictionary<string, long[]> { ["output_norm.weight"] = [width], ["token_embd.weight"] = [Int(root, "vocabulary"), width] };
        for (int layer = 0; layer < Int(root, "layers"); layer++)
        {
            void Add(string name, params long[] shape) => tensors.Add($"blk.{layer}.{name}.weight", shape);
            Add("attn_norm", width);
            Add("ffn_norm", width);
            Add("attn_q", width, width);
            Add("attn_k", keys, width);
            Add("attn_v", keys, width);
            Add("attn_output", width, width);
            Add("ffn_gate", forward, width);
            Add("ffn_up", forward, width);
            Add("ffn_down", width, forward);
        }
        return tensors;
    }

    private static int Int(JsonElement root, string name) => root.GetProperty(name).GetInt32();

    private static JsonElement Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Hone.slnx")))
            folder = Path.GetDirectoryName(folder);
        string path = Path.Combine(folder ?? AppContext.BaseDirectory, "tests", "Hone.ParityTests", "Data", "mixtures", "smollm2-135m.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }
}
