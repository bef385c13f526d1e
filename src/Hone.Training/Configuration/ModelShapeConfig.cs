using Hone.Models;
using Hone.Tokenizers;

namespace Hone.Training.Configuration;

/// <summary>The model that pretraining begins with; names as in a Hugging Face config.json.</summary>
public sealed record ModelShapeConfig
{
    /// <summary><c>model_type</c>: the family, such as llama or qwen3; default llama.</summary>
    public string ModelType { get; init; } = "llama";

    /// <summary><c>vocab_size</c>; null, the default, is the tokenizer's.</summary>
    public int? VocabSize { get; init; }

    /// <summary><c>hidden_size</c>, default 256.</summary>
    public int HiddenSize { get; init; } = 256;

    /// <summary><c>intermediate_size</c>: width of the feed-forward; null, the default, is 8/3 of hidden_size rounded up to a multiple of 64.</summary>
    public int? IntermediateSize { get; init; }

    /// <summary><c>num_hidden_layers</c>, default 4.</summary>
    public int NumHiddenLayers { get; init; } = 4;

    /// <summary><c>num_attention_heads</c>, default 4.</summary>
    public int NumAttentionHeads { get; init; } = 4;

    /// <summary><c>num_key_value_heads</c>; null, the default, is num_attention_heads.</summary>
    public int? NumKeyValueHeads { get; init; }

    /// <summary><c>head_dim</c>; null, the default, is hidden_size / num_attention_heads.</summary>
    public int? HeadDim { get; init; }

    /// <summary><c>max_position_embeddings</c>: the longest sequence; default 2048.</summary>
    public int MaxPositionEmbeddings { get; init; } = 2048;

    /// <summary><c>rope_theta</c>, default 10000.</summary>
    public double RopeTheta { get; init; } = 10000.0;

    /// <summary><c>rms_norm_eps</c>, default 1e-6.</summary>
    public double RmsNormEps { get; init; } = 1e-6;

    /// <summary><c>tie_word_embeddings</c>: the output matrix is the embedding; default true.</summary>
    public bool TieWordEmbeddings { get; init; } = true;

    /// <summary>Reads the keys from the section that they stand in.</summary>
    /// <exception cref="RecipeException">A value does not fit, or the heads do not divide.</exception>
    public static ModelShapeConfig Read(RecipeReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var shape = new ModelShapeConfig
        {
            ModelType = reader.Text("model_type", "llama", "family")!,
            VocabSize = reader.OptionalInteger("vocab_size", "null is the tokenizer's", min: 2),
            HiddenSize = reader.Integer("hidden_size", 256, "width", min: 1),
            IntermediateSize = reader.OptionalInteger("intermediate_size", "feed-forward width; null is 8/3 of hidden_size, up to a multiple of 64", min: 1),
            NumHiddenLayers = reader.Integer("num_hidden_layers", 4, "layers", min: 1),
            NumAttentionHeads = reader.Integer("num_attention_heads", 4, "query heads", min: 1),
            NumKeyValueHeads = reader.OptionalInteger("num_key_value_heads", "null is num_attention_heads", min: 1),
            HeadDim = reader.OptionalInteger("head_dim", "null is hidden_size / num_attention_heads", min: 1),
            MaxPositionEmbeddings = reader.Integer("max_position_embeddings", 2048, "longest sequence", min: 1),
            RopeTheta = reader.Number("rope_theta", 10000.0, "base of the rotary angles", min: 1),
            RmsNormEps = reader.Number("rms_norm_eps", 1e-6, "added to the mean square", min: 0),
            TieWordEmbeddings = reader.Flag("tie_word_embeddings", true, "the output matrix is the embedding"),
        };
        if (shape.HeadDim is null && shape.HiddenSize % shape.NumAttentionHeads != 0)
            throw reader.Error("hidden_size", $"{shape.HiddenSize} does not divide by num_attention_heads {shape.NumAttentionHeads}; give head_dim");
        if (shape.NumKeyValueHeads is int heads && shape.NumAttentionHeads % heads != 0)
            throw reader.Error("num_key_value_heads", $"{heads} does not divide num_attention_heads {shape.NumAttentionHeads}");
        return shape;
    }

    /// <summary>The model that this shape describes.</summary>
    /// <exception cref="RecipeException">The family is not known.</exception>
    internal TransformerConfig Build(Tokenizer tokenizer)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        ModelFamily family = ModelFamilies.Find(ModelType)
            ?? throw new RecipeException($"model.model_type: {ModelType} is not known; there are {string.Join(", ", ModelFamilies.All.Select(f => f.ModelType))}");
        if (family != ModelFamilies.Llama && family != ModelFamilies.Qwen3)
            throw new RecipeException($"model.model_type: {ModelType} is opened and trained on, not begun anew; llama and qwen3 can be");
        int headDim = HeadDim ?? HiddenSize / NumAttentionHeads;
        int inner = IntermediateSize ?? ((8 * HiddenSize / 3) + 63) / 64 * 64;
        var attention = new AttentionConfig(NumAttentionHeads, NumKeyValueHeads ?? NumAttentionHeads, headDim) { QkNorm = family.QkNorm };
        return new TransformerConfig
        {
            VocabularySize = VocabSize ?? tokenizer.VocabularySize,
            Width = HiddenSize,
            Layers = TransformerConfig.Uniform(NumHiddenLayers, attention, new FeedForwardConfig(inner)),
            NormEpsilon = RmsNormEps,
            RopeTheta = RopeTheta,
            RotaryDim = headDim,
            ContextLength = MaxPositionEmbeddings,
            TieEmbeddings = TieWordEmbeddings,
            BosTokenId = tokenizer.BosId,
            EosTokenIds = tokenizer.EosId is { } id ? [id] : [],
        };
    }
}
