using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

public sealed class ParameterSourceTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ReferenceBackend _backend = new();

    public void Dispose()
    {
        _directory.Dispose();
        _backend.Dispose();
    }

    private float[] Values(Parameter parameter)
    {
        var values = new float[parameter.Value.ElementCount];
        _backend.Download(parameter.Value, values);
        return values;
    }

    [Fact]
    public void Names_are_joined_with_dots()
    {
        var source = new SeededParameterSource(_backend, 1);
        ParameterSource layer = source.In("model").In("layers.0");
        using Parameter parameter = layer.In("self_attn").Matrix("q_proj.weight", 3, 2, Initializer.Ones);
        Assert.Equal("model.layers.0.self_attn.q_proj.weight", parameter.Name);
        Assert.Equal(new Shape(3, 2), parameter.Value.Shape);
        Assert.Same(parameter, Assert.Single(source.Created));
        Assert.All(Values(parameter), value => Assert.Equal(1f, value));
        Assert.Throws<ArgumentException>(() => source.Vector("model.layers.0.self_attn.q_proj.weight", 3, Initializer.Ones));
        Assert.Throws<ArgumentException>(() => source.In("model."));
        Assert.Throws<ArgumentException>(() => source.Vector(".bias", 3, Initializer.Zeros));
    }

    [Fact]
    public void Draws_depend_on_seed_name_and_index_only()
    {
        Initializer normal = Initializer.Normal(0.02);
        float[] Draw(ulong seed, string name, int rows, int columns, bool othersFirst)
        {
            var source = new SeededParameterSource(_backend, seed);
            if (othersFirst)
                source.Matrix("other.weight", 7, 5, normal);
            float[] values = Values(source.Matrix(name, rows, columns, normal));
            source.DisposeCreated();
            return values;
        }

        float[] first = Draw(7, "a.weight", 301, 211, othersFirst: false);
        Assert.Equal(first, Draw(7, "a.weight", 301, 211, othersFirst: true));
        // Neither the shape nor where chunks end moves an element: a row of 20000 is one chunk, odd rows split pairs.
        Assert.Equal(first[..20000], Draw(7, "a.weight", 1, 20000, othersFirst: false));
        Assert.NotEqual(first, Draw(8, "a.weight", 301, 211, othersFirst: false));
        Assert.NotEqual(first, Draw(7, "b.weight", 301, 211, othersFirst: false));
        Assert.Equal(0, _backend.Ledger.LiveBlocks);
    }

    [Fact]
    public void Draws_are_normal()
    {
        var source = new SeededParameterSource(_backend, 12345);
        float[] values = Values(source.Matrix("w", 400, 500, Initializer.Normal(0.5)));
        source.DisposeCreated();
        double mean = values.Average(v => (double)v);
        double variance = values.Average(v => (v - mean) * (v - mean));
        double fourth = values.Average(v => Math.Pow((v - mean) / Math.Sqrt(variance), 4));
        double neighbours = values.Zip(values.Skip(1), (a, b) => (double)a * b).Average() / variance;
        // Five standard errors of 200000 independent draws.
        Assert.InRange(mean, -0.0056, 0.0056);
        Assert.InRange(Math.Sqrt(variance), 0.496, 0.504);
        Assert.InRange(fourth, 2.945, 3.055);
        Assert.InRange(neighbours, -0.0112, 0.0112);
    }

    [Fact]
    public void The_first_draws_are_fixed_for_ever()
    {
        var source = new SeededParameterSource(_backend, 42);
        float[] values = Values(source.Vector("model.embed_tokens.weight", 5, Initializer.Normal(1)));
        source.DisposeCreated();
        Assert.Equal(GoldenDraws, values.Select(BitConverter.SingleToUInt32Bits));
    }

    // Computed once more outside of this program, from the definition in the class's doc.
    private static readonly uint[] GoldenDraws = [3217516189, 3188576661, 3222638567, 1060744230, 3199348512];

    [Fact]
    public void A_checkpoint_gives_its_numbers_and_every_tensor_must_be_asked_for()
    {
        string path = ModelTestFiles.Reference("models/llama/model.safetensors");
        using SafetensorsCheckpoint checkpoint = SafetensorsCheckpoint.Open(path);
        var source = new SafetensorsParameterSource(_backend, checkpoint);
        foreach (SafetensorsEntry entry in checkpoint.Files[0].Entries.Skip(1))
        {
            Parameter parameter = entry.Shape.Count == 1
                ? source.Vector(entry.Name, (int)entry.Shape[0], Initializer.Ones)
                : source.Matrix(entry.Name, (int)entry.Shape[0], (int)entry.Shape[1], Initializer.Zeros);
            Assert.Equal(checkpoint.Files[0].ReadFloats(entry.Name), Values(parameter));
        }
        string left = checkpoint.Files[0].Entries[0].Name;
        Assert.Equal([left], source.ReportUnused());
        Assert.Contains(left, Assert.Throws<CheckpointFormatException>(() => source.RequireAllUsed()).Message, StringComparison.Ordinal);
        source.Matrix(left, 131, 64, Initializer.Zeros);
        source.RequireAllUsed();
        source.DisposeCreated();
        Assert.Equal(0, _backend.Ledger.LiveBlocks);
    }

    [Fact]
    public void A_missing_tensor_and_a_wrong_shape_are_one_line_with_both_shapes_and_no_leak()
    {
        using SafetensorsCheckpoint checkpoint = SafetensorsCheckpoint.Open(ModelTestFiles.Reference("models/llama/model.safetensors"));
        var source = new SafetensorsParameterSource(_backend, checkpoint);
        CheckpointFormatException missing = Assert.Throws<CheckpointFormatException>(() => source.In("model.layers.3").Vector("input_layernorm.weight", 64, Initializer.Ones));
        Assert.Contains("model.layers.3.input_layernorm.weight", missing.Message, StringComparison.Ordinal);
        CheckpointFormatException shape = Assert.Throws<CheckpointFormatException>(() => source.Matrix("model.layers.0.mlp.up_proj.weight", 112, 65, Initializer.Zeros));
        Assert.Contains("[112, 65]", shape.Message, StringComparison.Ordinal);
        Assert.Contains("[112, 64]", shape.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', shape.Message);
        Assert.Throws<CheckpointFormatException>(() => source.Vector("model.layers.1.mlp.up_proj.weight", 112 * 64, Initializer.Zeros));
        Assert.Equal(0, _backend.Ledger.LiveBlocks);
    }

    [Fact]
    public void Computed_buffers_and_true_copies_may_be_left_a_different_copy_may_not()
    {
        var writer = new SafetensorsWriter();
        writer.Add("model.embed_tokens.weight", [2, 2], new float[] { 1, 2, 3, 4 });
        writer.Add("lm_head.weight", [2, 2], new float[] { 1, 2, 3, 4 });
        writer.Add("other.weight", [2, 2], new float[] { 1, 2, 3, 5 });
        writer.Add("model.layers.0.self_attn.rotary_emb.inv_freq", [1], new float[] { 1 });
        writer.Save(_directory["model.safetensors"]);
        using SafetensorsCheckpoint checkpoint = SafetensorsCheckpoint.Open(_directory.Root);
        var source = new SafetensorsParameterSource(_backend, checkpoint);
        source.Matrix("model.embed_tokens.weight", 2, 2, Initializer.Zeros);
        var tied = new Dictionary<string, string> { ["lm_head.weight"] = "model.embed_tokens.weight", ["other.weight"] = "model.embed_tokens.weight" };
        Assert.Equal(["lm_head.weight", "other.weight"], source.ReportUnused());
        Assert.Equal(["other.weight"], source.ReportUnused(tied));
        source.DisposeCreated();
    }

    [Fact]
    public void Shards_are_opened_through_their_index_and_only_beside_it()
    {
        var first = new SafetensorsWriter();
        first.Add("a", [2], new float[] { 1, 2 });
        first.Save(_directory["model-00001-of-00002.safetensors"]);
        var second = new SafetensorsWriter();
        second.Add("b", [1], new float[] { 3 });
        second.Save(_directory["model-00002-of-00002.safetensors"]);
        string index = _directory["model.safetensors.index.json"];
        File.WriteAllText(index, """{"metadata":{},"weight_map":{"a":"model-00001-of-00002.safetensors","b":"model-00002-of-00002.safetensors"}}""");
        using (SafetensorsCheckpoint checkpoint = SafetensorsCheckpoint.Open(_directory.Root))
        {
            var source = new SafetensorsParameterSource(_backend, checkpoint);
            Assert.Equal([1f, 2f], Values(source.Vector("a", 2, Initializer.Zeros)));
            Assert.Equal([3f], Values(source.Vector("b", 1, Initializer.Zeros)));
            source.RequireAllUsed();
            source.DisposeCreated();
        }
        foreach (string bad in (string[])["../x.safetensors", "missing.safetensors", "model-00002-of-00002.safetensors", "model.bin"])
        {
            File.WriteAllText(index, "{\"weight_map\":{\"a\":\"" + bad + "\"}}");
            Assert.Throws<CheckpointFormatException>(() => SafetensorsCheckpoint.Open(_directory.Root));
        }
    }
}
