using System.Text;
using System.Text.Json;
using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

public sealed class HuggingFaceConfigTests
{
    private const string Minimal = """{"model_type":"llama","vocab_size":100,"hidden_size":64,"num_attention_heads":4,"num_hidden_layers":2,"intermediate_size":96}""";

    private static HuggingFaceConfig Parse(string json) => HuggingFaceConfig.Parse(Encoding.UTF8.GetBytes(json), "config.json");

    private static string With(string json, string more) => json[..^1] + "," + more + "}";

    [Theory]
    [InlineData("llama", 130880)]
    [InlineData("qwen3", 147264)]
    public void Both_spellings_are_the_same_model(string family, long parameters)
    {
        HuggingFaceConfig five = HuggingFaceConfig.Read(ModelTestFiles.Reference($"models/{family}/config.json"));
        HuggingFaceConfig four = HuggingFaceConfig.Read(ModelTestFiles.Reference($"models/{family}/config.v4.json"));
        Assert.Equal(five.Model, four.Model);
        Assert.Equal(five.Model.GetHashCode(), four.Model.GetHashCode());
        Assert.Equal(parameters, five.Model.ParameterCount());
        Assert.Equal(4 * parameters, five.Model.WeightBytes());
        Assert.Equal(ConfigSpelling.Transformers5, five.Spelling);
        Assert.Equal(ConfigSpelling.Transformers4, four.Spelling);
        Assert.Equal(DType.Float32, five.StoredType);
        Assert.Equal(DType.Float32, four.StoredType);
    }

    [Fact]
    public void The_recorded_qwen3_is_read_value_by_value()
    {
        TransformerConfig model = HuggingFaceConfig.Read(ModelTestFiles.Reference("models/qwen3/config.json")).Model;
        var attention = new AttentionConfig(4, 2, 32) { QkNorm = true };
        var expected = new TransformerConfig
        {
            VocabularySize = 131,
            Width = 64,
            Layers = TransformerConfig.Uniform(3, attention, new FeedForwardConfig(112)),
            NormEpsilon = 1e-6,
            RopeTheta = 1e6,
            RotaryDim = 32,
            ContextLength = 128,
            TieEmbeddings = true,
            BosTokenId = 1,
        };
        Assert.Equal(expected, model);
        Assert.NotEqual(expected with { TieEmbeddings = false }, model);
        Assert.NotEqual(expected with { EosTokenIds = [3] }, model);
        Assert.Equal(3 * 2 * 2 * 32 * 4, model.KeyValueBytesPerToken());
    }

    [Theory]
    [InlineData("llama", "config.json")]
    [InlineData("llama", "config.v4.json")]
    [InlineData("qwen3", "config.json")]
    [InlineData("qwen3", "config.v4.json")]
    public void A_copy_has_the_bytes_that_transformers_wrote(string family, string name)
    {
        string path = ModelTestFiles.Reference($"models/{family}/{name}");
        string copy = Encoding.UTF8.GetString(HuggingFaceConfig.Read(path).ToBytes());
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n").TrimEnd('\n') + "\n", copy);
    }

    [Fact]
    public void Every_recorded_family_opens_in_both_spellings_alike_or_is_refused_in_one_line()
    {
        string root = Environment.GetEnvironmentVariable("HONE_REFERENCE") is { Length: > 0 } other
            ? Path.Combine(other, "models")
            : ModelTestFiles.Reference("models");
        var opened = new List<string>();
        foreach (string directory in Directory.GetDirectories(root))
        {
            TransformerConfig?[] models = [.. new[] { "config.json", "config.v4.json" }
                .Select(name => Path.Combine(directory, name)).Where(File.Exists).Select(OpenOrRefuse)];
            Assert.All(models, model => Assert.Equal(models[0], model));
            if (models[0] is null)
                continue;
            opened.Add(Path.GetFileName(directory));
            using SafetensorsCheckpoint weights = SafetensorsCheckpoint.Open(directory);
            Assert.Equal(models[0]!.ParameterCount(), weights.Files.Sum(file => file.Entries.Sum(entry => entry.ElementCount)));
        }
        Assert.Contains("llama", opened);
        Assert.Contains("qwen3", opened);

        static TransformerConfig? OpenOrRefuse(string path)
        {
            try
            {
                return HuggingFaceConfig.Read(path).Model;
            }
            catch (CheckpointFormatException error)
            {
                Assert.DoesNotContain('\n', error.Message);
                return null;
            }
        }
    }

    [Fact]
    public void Missing_keys_mean_what_they_mean_to_transformers()
    {
        TransformerConfig llama = Parse(Minimal).Model;
        Assert.Equal(new AttentionConfig(4, 4, 16), llama.Layers[1].Attention);
        Assert.Equal(new FeedForwardConfig(96), llama.Layers[1].FeedForward);
        Assert.Equal((1e-6, 10000.0, 2048, false, 0.02), (llama.NormEpsilon, llama.RopeTheta, llama.ContextLength, llama.TieEmbeddings, llama.InitializerRange));
        Assert.Equal(1, llama.BosTokenId);
        Assert.Equal([2], llama.EosTokenIds);
        Assert.Null(llama.PadTokenId);

        TransformerConfig qwen = Parse(With(Minimal.Replace("llama", "qwen3", StringComparison.Ordinal), "\"num_key_value_heads\":null")).Model;
        Assert.Equal(new AttentionConfig(4, 4, 128) { QkNorm = true }, qwen.Layers[0].Attention);
        Assert.Equal(32768, qwen.ContextLength);
        Assert.Null(qwen.BosTokenId);
        Assert.Empty(qwen.EosTokenIds);
    }

    [Theory]
    [InlineData("\"rope_scaling\":{\"factor\":8,\"rope_type\":\"llama3\"}", "llama3")]
    [InlineData("\"rope_scaling\":{\"type\":\"linear\"}", "rope_scaling")]
    [InlineData("\"rope_scaling\":{\"type\":\"linear\",\"factor\":2,\"low_freq_factor\":1}", "low_freq_factor")]
    [InlineData("\"rope_scaling\":{\"type\":\"mrope\",\"mrope_section\":[2,2]}", "mrope")]
    [InlineData("\"rope_scaling\":{\"rope_type\":\"longrope\",\"short_factor\":[1],\"long_factor\":[1]}", "LongRoPE")]
    [InlineData("\"no_rope_layers\":[1,0]", "no_rope_layers")]
    [InlineData("\"query_pre_attn_scalar\":24", "query_pre_attn_scalar")]
    [InlineData("\"qk_layernorm\":true", "qk_layernorm")]
    [InlineData("\"rope_parameters\":{\"rope_type\":\"yarn\",\"rope_theta\":10000.0}", "rope_parameters")]
    [InlineData("\"rope_parameters\":{\"full_attention\":{\"rope_type\":\"default\"}}", "rope_parameters")]
    [InlineData("\"rope_parameters\":{\"rope_theta\":5000.0},\"rope_theta\":10000.0", "rope_theta")]
    [InlineData("\"partial_rotary_factor\":0.5", "partial_rotary_factor")]
    [InlineData("\"hidden_act\":\"quick_gelu\"", "hidden_act")]
    [InlineData("\"attention_dropout\":0.1", "attention_dropout")]
    [InlineData("\"sliding_window\":128", "sliding_window")]
    [InlineData("\"layer_types\":[\"sliding_attention\",\"full_attention\"]", "layer_types")]
    [InlineData("\"quantization_config\":{\"bits\":4}", "quantization_config")]
    [InlineData("\"architectures\":[\"LlamaForSequenceClassification\"]", "architectures")]
    [InlineData("\"num_local_experts\":8", "num_local_experts")]
    [InlineData("\"final_logit_softcapping\":30.0", "final_logit_softcapping")]
    [InlineData("\"head_dim\":\"16\"", "head_dim")]
    [InlineData("\"head_dim\":16.5", "head_dim")]
    [InlineData("\"rms_norm_eps\":\"small\"", "rms_norm_eps")]
    [InlineData("\"tie_word_embeddings\":1", "tie_word_embeddings")]
    [InlineData("\"eos_token_id\":100", "eos")]
    [InlineData("\"num_key_value_heads\":3", "key/value")]
    [InlineData("\"rms_norm_eps\":0", "epsilon")]
    [InlineData("\"head_dim\":15", "rotary")]
    public void A_setting_that_is_not_supported_is_refused_by_name(string setting, string says)
    {
        CheckpointFormatException error = Assert.Throws<CheckpointFormatException>(() => Parse(With(Minimal, setting)));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("\"rope_scaling\":{\"rope_type\":\"default\"}")]
    [InlineData("\"rope_parameters\":{\"rope_type\":\"default\",\"rope_theta\":10000.0},\"rope_theta\":10000")]
    [InlineData("\"partial_rotary_factor\":1.0,\"attention_dropout\":0.0,\"quantization_config\":null,\"sliding_window\":null")]
    [InlineData("\"layer_types\":[\"full_attention\",\"full_attention\"],\"use_cache\":true,\"pretraining_tp\":1,\"pruned_heads\":{}")]
    [InlineData("\"unsloth_version\":\"2025.1\",\"pad_token_id\":-1")]
    public void A_setting_that_changes_nothing_is_accepted_and_kept(string setting)
    {
        HuggingFaceConfig config = Parse(With(Minimal, setting));
        Assert.Equal(Parse(Minimal).Model, config.Model);
        using JsonDocument before = JsonDocument.Parse(With(Minimal, setting));
        using JsonDocument after = JsonDocument.Parse(config.ToBytes());
        Assert.True(JsonElement.DeepEquals(before.RootElement, after.RootElement));
    }

    [Theory]
    [InlineData("""{"model_type":"t5"}""", "t5")]
    [InlineData("""{"vocab_size":100}""", "model_type")]
    [InlineData("""{"model_type":"llama"}""", "is missing")]
    [InlineData("""[1]""", "not a JSON object")]
    [InlineData("""{"model_type":"llama","model_type":"qwen3"}""", "JSON")]
    [InlineData("""{"model_type":"llama","vocab_size":2147483647,"hidden_size":2147483647,"num_attention_heads":1,"num_hidden_layers":4000,"intermediate_size":2147483647}""", "describes no possible model")]
    [InlineData("""{"model_type":"llama","vocab_size":100,"hidden_size":64,"num_attention_heads":4,"num_hidden_layers":2000000000,"intermediate_size":96}""", "num_hidden_layers")]
    [InlineData("""{"model_type":"llama","vocab_size":100,"hidden_size":66,"num_attention_heads":4,"num_hidden_layers":2,"intermediate_size":96}""", "head_dim")]
    public void A_file_that_is_no_config_is_refused(string json, string says)
    {
        CheckpointFormatException error = Assert.Throws<CheckpointFormatException>(() => Parse(json));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Windows_of_qwen3_are_per_layer()
    {
        string qwen = With(Minimal.Replace("llama", "qwen3", StringComparison.Ordinal), "\"num_key_value_heads\":2,\"use_sliding_window\":true,\"sliding_window\":8");
        Assert.Equal([0, 8], Parse(With(qwen, "\"max_window_layers\":1")).Model.Layers.Select(layer => layer.Attention.Window));
        HuggingFaceConfig mixed = Parse(With(qwen, "\"layer_types\":[\"sliding_attention\",\"full_attention\"]"));
        Assert.Equal([8, 0], mixed.Model.Layers.Select(layer => layer.Attention.Window));
        Assert.Equal(mixed.Model, HuggingFaceConfig.For(mixed.Model).Model);
        string off = With(Minimal.Replace("llama", "qwen3", StringComparison.Ordinal), "\"num_key_value_heads\":2,\"sliding_window\":8,\"max_window_layers\":0");
        Assert.All(Parse(off).Model.Layers, layer => Assert.Equal(0, layer.Attention.Window));
        Assert.Throws<CheckpointFormatException>(() => Parse(With(off, "\"layer_types\":[\"sliding_attention\",\"full_attention\"]")));
    }

    [Theory]
    [InlineData(ConfigSpelling.Transformers4, "rope_theta", "rope_parameters")]
    [InlineData(ConfigSpelling.Transformers5, "rope_parameters", "rope_theta\": 123456.0\n}")]
    public void A_new_config_reads_back_as_the_same_model(ConfigSpelling spelling, string has, string hasNot)
    {
        var random = new Random(11);
        for (int round = 0; round < 200; round++)
        {
            TransformerConfig model = RandomModel(random);
            byte[] bytes = HuggingFaceConfig.For(model, spelling).ToBytes(DType.BFloat16);
            HuggingFaceConfig back = HuggingFaceConfig.Parse(bytes);
            Assert.Equal(model, back.Model);
            Assert.Equal(spelling, back.Spelling);
            Assert.Equal(DType.BFloat16, back.StoredType);
            string text = Encoding.UTF8.GetString(bytes);
            Assert.Contains(has, text, StringComparison.Ordinal);
            Assert.DoesNotContain(hasNot, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_change_touches_its_own_keys_only()
    {
        HuggingFaceConfig read = HuggingFaceConfig.Read(ModelTestFiles.Reference("models/llama/config.json"));
        HuggingFaceConfig changed = read.WithModel(read.Model with { ContextLength = 256, RopeTheta = 20000, EosTokenIds = [3, 5] });
        string text = Encoding.UTF8.GetString(changed.ToBytes());
        Assert.Contains("\"max_position_embeddings\": 256", text, StringComparison.Ordinal);
        Assert.Contains("\"rope_theta\": 20000.0", text, StringComparison.Ordinal);
        Assert.Contains("\"transformers_version\": \"5.23.0\"", text, StringComparison.Ordinal);
        Assert.Equal(changed.Model, HuggingFaceConfig.Parse(Encoding.UTF8.GetBytes(text)).Model);
    }

    [Fact]
    public void A_model_that_no_family_can_say_is_an_argument_error()
    {
        TransformerConfig model = Parse(Minimal).Model;
        LayerConfig layer = model.Layers[0];
        Assert.Throws<ArgumentException>(() => HuggingFaceConfig.For(ModelFamilies.Llama, model with { RotaryDim = 8 }));
        Assert.Equal("phi3", HuggingFaceConfig.For(model with { RotaryDim = 8 }).Family.ModelType);
        Assert.Throws<ArgumentException>(() => HuggingFaceConfig.For(model with { RotaryDim = 8, EmbeddingNorm = true }));
        Assert.Throws<ArgumentException>(() => HuggingFaceConfig.For(model with { Layers = [layer, layer with { FeedForward = new FeedForwardConfig(48) }] }));
        Assert.Throws<ArgumentException>(() => HuggingFaceConfig.For(model with { Layers = [layer with { Attention = layer.Attention with { QkvBias = true, Scale = 2 } }] }));
        Assert.Throws<ArgumentException>(() => HuggingFaceConfig.For(model with { Layers = [layer with { FeedForward = layer.FeedForward with { Gated = false, Bias = true }, Placement = NormPlacement.Post }] }));
        Assert.Throws<ArgumentException>(() => HuggingFaceConfig.For(model with { Width = 0 }));
    }

    [Fact]
    public void Generation_defaults_keep_what_is_not_understood()
    {
        GenerationConfig read = GenerationConfig.Parse("""{"do_sample":true,"eos_token_id":[5,7],"temperature":0.6,"top_k":20,"repetition_penalty":1.1,"bos_token_id":null}"""u8.ToArray());
        Assert.Equal((true, 0.6, 20), (read.DoSample, read.Temperature, read.TopK));
        Assert.Equal([5, 7], read.EosTokenIds);
        Assert.Null(read.TopP);
        string text = Encoding.UTF8.GetString((read with { TopK = null, TopP = 0.95 }).ToBytes());
        Assert.Contains("\"repetition_penalty\": 1.1", text, StringComparison.Ordinal);
        Assert.Contains("\"bos_token_id\": null", text, StringComparison.Ordinal);
        Assert.Contains("\"top_p\": 0.95", text, StringComparison.Ordinal);
        Assert.DoesNotContain("top_k", text, StringComparison.Ordinal);
    }

    private static TransformerConfig RandomModel(Random random)
    {
        bool qwen = random.Next(2) == 0;
        bool bias = random.Next(2) == 0;
        int keyValueHeads = random.Next(1, 4);
        var attention = new AttentionConfig(keyValueHeads * random.Next(1, 4), keyValueHeads, 2 * random.Next(1, 40)) { QkNorm = qwen, QkvBias = bias, OutputBias = bias };
        var feedForward = new FeedForwardConfig(random.Next(1, 300)) { Activation = (Activation)random.Next(3), Bias = !qwen && random.Next(2) == 0 };
        return new TransformerConfig
        {
            VocabularySize = random.Next(20, 3000),
            Width = random.Next(1, 200),
            Layers = TransformerConfig.Uniform(random.Next(1, 5), attention, feedForward),
            NormEpsilon = Math.Pow(10, -random.Next(3, 9)),
            RopeTheta = random.Next(1, 100) * 1000.5,
            RotaryDim = attention.HeadDim,
            ContextLength = random.Next(1, 100000),
            TieEmbeddings = random.Next(2) == 0,
            InitializerRange = random.NextDouble(),
            BosTokenId = random.Next(2) == 0 ? random.Next(20) : null,
            EosTokenIds = [.. Enumerable.Range(0, random.Next(3))],
            PadTokenId = random.Next(2) == 0 ? random.Next(20) : null,
        };
    }
}
