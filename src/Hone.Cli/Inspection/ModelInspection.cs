using Hone.Cli.Output;
using Hone.Inference;
using Hone.Models;
using Hone.Tokenizers;

namespace Hone.Cli.Inspection;

/// <summary>Describes a model folder or a GGUF file from its configuration, the headers of its weights and its tokenizer; reads no weight.</summary>
internal static class ModelInspection
{
    /// <exception cref="CheckpointFormatException">The folder holds no model, or a broken one.</exception>
    internal static void Print(string path, bool listTensors, Terminal terminal)
    {
        ModelFiles files = ModelFiles.Open(path);
        HuggingFaceConfig config = files.Config;
        IReadOnlyList<TensorLine> tensors = TensorInspection.Of(files);
        TransformerConfig model = config.Model;
        LayerConfig layer = model.Layers[0];
        terminal.Pairs(
        [
            ("model", path),
            ("family", $"{config.Family.ModelType} ({config.Family.Architecture}){(files.Gguf is { } gguf ? $", GGUF architecture {gguf.Architecture.Name}" : "")}"),
            ("parameters", Numbers.Count(model.ParameterCount())),
            ("weights", $"{Numbers.Bytes(tensors.Sum(e => e.SizeBytes))} in {tensors.Count} tensors ({string.Join(", ", tensors.Select(e => e.Type).Distinct())})"),
            ("in memory", $"{Numbers.Bytes(model.WeightBytes())} as float32, {Numbers.Bytes(model.KeyValueBytesPerToken())} of keys and values a token"),
            ("layers", model.Layers.All(l => l == layer) ? Numbers.Count(model.LayerCount) : $"{model.LayerCount}, of several kinds; the first is shown"),
            ("width", Numbers.Count(model.Width)),
            ("attention", Attention(layer.Attention)),
            ("feed-forward", $"{Numbers.Count(layer.FeedForward.Width)}, {layer.FeedForward.Activation}{(layer.FeedForward.Gated ? ", gated" : "")}{(layer.FeedForward.Bias ? ", biases" : "")}"),
            ("vocabulary", Numbers.Count(model.VocabularySize) + (model.TieEmbeddings ? ", output tied to the embedding" : "")),
            ("context", $"{Numbers.Count(model.ContextLength)} tokens"),
            ("rotary", model.RotaryDim == 0 ? "none" : Numbers.Invariant($"base {model.RopeTheta}, {model.RotaryDim} channels a head")),
            .. Tokenizer(path, files),
        ]);
        if (files.Gguf is { } file) GgufInspection.PrintMetadata(file.Metadata, terminal);
        if (listTensors) TensorInspection.Print(tensors, terminal);
    }

    private static string Attention(AttentionConfig attention) =>
        $"{attention.QueryHeads} query heads, {attention.KeyValueHeads} key/value heads, width {attention.HeadDim}"
        + (attention.QkNorm ? ", normalised queries and keys" : "") + (attention.QkvBias ? ", biases" : "")
        + (attention.Window > 0 ? $", window {attention.Window}" : "");

    private static IEnumerable<(string, string)> Tokenizer(string path, ModelFiles files)
    {
        if (files.Directory is { TokenizerPath: null } || files.Gguf?.Metadata.Has("tokenizer.ggml.model") == false)
        {
            yield return ("tokenizer", "none");
            yield break;
        }
        (Tokenizer tokenizer, TokenizerConfig config) = ModelBundle.OpenTokenizer(path);
        yield return ("tokenizer", $"{Numbers.Count(tokenizer.VocabularySize)} ids{(config.ChatTemplate is null ? "" : ", chat template")}");
        foreach ((string name, int? id) in new[] { ("begin of text", tokenizer.BosId), ("end of text", tokenizer.EosId), ("padding", tokenizer.PadId) })
            if (id is { } token) yield return (name, $"{tokenizer.IdToToken(token)} ({token})");
        int[] special = [.. Enumerable.Range(0, tokenizer.VocabularySize).Where(tokenizer.IsSpecial)];
        const int Shown = 16;
        if (special.Length > 0)
            yield return ("special", string.Join(", ", special.Take(Shown).Select(id => $"{tokenizer.IdToToken(id)} ({id})")) + (special.Length > Shown ? $" and {special.Length - Shown} more" : ""));
    }
}
