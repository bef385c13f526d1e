using System.Text;
using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>A file whose blocks have a scale that is no finite number is refused in one line: products with it would mean nothing.</summary>
public sealed class GgufScaleTests
{
    private const string Config =
        """{"model_type":"llama","vocab_size":64,"hidden_size":64,"num_attention_heads":2,"num_hidden_layers":1,"intermediate_size":96,"tie_word_embeddings":true}""";

    [Theory]
    [InlineData(GgmlType.Q8_0, 0x7C00)]
    [InlineData(GgmlType.Q4_1, 0xFC00)]
    [InlineData(GgmlType.Q5_0, 0x7E01)]
    public void IsRefused(GgmlType type, int scale)
    {
        using var folder = new TemporaryDirectory();
        string path = folder["model.gguf"];
        HuggingFaceConfig config = HuggingFaceConfig.Parse(Encoding.UTF8.GetBytes(Config));
        using var backend = new CpuBackend(1);
        using (Transformer model = TinyModels.Create(config.Model, backend))
            GgufSaver.Save(path, config, backend, model.Parameters, new GgufSaveOptions { Type = type });
        ModelLoader.Load(path, backend, WeightDType.Auto).Dispose();

        byte[] bytes = File.ReadAllBytes(path);
        GgufTensor tensor = GgufFile.ReadHead(new MemoryStream(bytes), bytes.Length).Tensors.First(t => t.Name == "blk.0.ffn_down.weight");
        // Row 5 of three blocks each.
        long at = tensor.Offset + (((5 * 3) + 1) * tensor.Type.RowBytes(32));
        BitConverter.TryWriteBytes(bytes.AsSpan(checked((int)at)), (ushort)scale);
        File.WriteAllBytes(path, bytes);

        CheckpointFormatException refused = Assert.Throws<CheckpointFormatException>(() => ModelLoader.Load(path, backend, WeightDType.Auto));
        Assert.Contains("'blk.0.ffn_down.weight' has a scale that is no finite number in row 5", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Equal(0, backend.Ledger.LiveBlocks);
    }
}
