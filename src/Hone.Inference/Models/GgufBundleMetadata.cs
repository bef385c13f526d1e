using Hone.Models;
using Hone.Tokenizers;

namespace Hone.Inference;

/// <summary>What a GGUF file says of a model beside its settings: tokenizer, chat template, and where it comes from.</summary>
public static class GgufBundleMetadata
{
    private static readonly string[] Written = ["general.architecture", "general.type", "general.file_type", "general.quantization_version", "general.alignment"];

    /// <summary>Keys for <see cref="GgufSaveOptions.Metadata"/>: of a GGUF file its own as they are, else made from the tokenizer.</summary>
    /// <param name="bundle">An open model.</param>
    /// <exception cref="ArgumentException">llama.cpp has no form for such a tokenizer.</exception>
    public static IReadOnlyList<KeyValuePair<string, GgufValue>> Of(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        if (bundle.Files.Gguf is { } gguf)
        {
            return [.. gguf.Metadata.Where(pair => pair.Key.StartsWith("tokenizer.", StringComparison.Ordinal)
                || (pair.Key.StartsWith("general.", StringComparison.Ordinal) && !Written.Contains(pair.Key)))];
        }
        GgufVocabulary vocabulary = GgufTokenizer.Write(bundle.Tokenizer, bundle.TokenizerConfig, bundle.Config.Model.VocabularySize);
        return [.. vocabulary.ToMetadata().Select(pair => KeyValuePair.Create(pair.Key, Value(pair.Key, pair.Value)))];
    }

    private static GgufValue Value(string key, object value) => value switch
    {
        string text => GgufValue.Of(text),
        bool truth => GgufValue.Of(truth),
        uint number => GgufValue.Of(number),
        int number => GgufValue.Of(number, GgufValueType.Int32),
        float number => GgufValue.Of(number),
        string[] texts => GgufValue.Of<string>(texts),
        int[] numbers => GgufValue.Of<int>(numbers),
        uint[] numbers => GgufValue.Of<uint>(numbers),
        float[] numbers => GgufValue.Of<float>(numbers),
        byte[] bytes => GgufValue.Of<byte>(bytes),
        _ => throw new ArgumentException($"The value of {key} is {value.GetType()}, which is not written.", nameof(value)),
    };
}
