using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>
/// Reads a Hugging Face <c>tokenizer.json</c>, version 1.0. A component or setting that is not supported is refused by name,
/// never passed over.
/// </summary>
/// <remarks>
/// Format: the serialised form of the Hugging Face tokenizers library. Models BPE, Unigram, WordPiece and WordLevel; all
/// normalizers; all pre-tokenizers but UnicodeScripts and random ones; all post-processors (their form for a single text);
/// all decoders. <c>truncation</c> gives <see cref="Tokenizer.TruncationLength"/>; <c>padding</c> is read but not applied,
/// since batches here are ragged.
/// </remarks>
public static class TokenizerJsonReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the tokenizer.json.</param>
    /// <param name="config">Names the tokens that frame a text; null for none.</param>
    /// <param name="limits">Greatest sizes; null for the defaults.</param>
    /// <returns>A <see cref="ByteLevelBpe"/> where the file describes one, or else a <see cref="PipelineTokenizer"/>.</returns>
    /// <exception cref="TokenizerFormatException">The file is malformed, too large or asks for what is not supported.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Tokenizer Read(string path, TokenizerConfig? config = null, TokenizerLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        limits ??= new TokenizerLimits();
        return Read(JsonCursor.ReadFile(path, limits.MaxFileBytes), path, config, limits);
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="utf8">The whole file; not to be changed afterwards.</param>
    /// <param name="file">What messages call it.</param>
    /// <param name="config">Names the tokens that frame a text; null for none.</param>
    /// <param name="limits">Greatest sizes; null for the defaults.</param>
    /// <returns>A <see cref="ByteLevelBpe"/> where the file describes one, or else a <see cref="PipelineTokenizer"/>.</returns>
    /// <exception cref="TokenizerFormatException">The file is malformed, too large or asks for what is not supported.</exception>
    public static Tokenizer Read(ReadOnlyMemory<byte> utf8, string file, TokenizerConfig? config = null, TokenizerLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        limits ??= new TokenizerLimits();
        if (utf8.Length > limits.MaxFileBytes)
            throw new TokenizerFormatException(file, "$", $"at most {limits.MaxFileBytes} bytes", $"{utf8.Length} bytes");
        using JsonDocument document = JsonCursor.Parse(utf8, file);
        var root = new JsonCursor(document.RootElement, file, "$");
        root.AllowOnly("version", "truncation", "padding", "added_tokens", "normalizer", "pre_tokenizer", "post_processor", "decoder", "model");
        if (root["version"].Text() is not "1.0") throw root["version"].Fail("\"1.0\"");
        int? truncation = ReadTruncation(root["truncation"]);
        CheckPadding(root["padding"]);
        try
        {
            Tokenizer tokenizer = ByteLevelJson.Fits(root) ? ReadByteLevel(root, config, limits) : ReadPipeline(root, utf8, config, limits);
            tokenizer.TruncationLength = truncation;
            return tokenizer;
        }
        catch (ArgumentException e)
        {
            throw new TokenizerFormatException(file, "$", "a consistent tokenizer of supported parts", e.Message, e);
        }
        catch (PatternLimitException e)
        {
            throw e.AsFormatException();
        }
    }

    private static ByteLevelBpe ReadByteLevel(JsonCursor root, TokenizerConfig? config, TokenizerLimits limits)
    {
        ByteLevelBpeDefinition definition = ByteLevelJson.Read(root, limits);
        int IndexOf(string token)
        {
            for (int id = 0; id < definition.Tokens.Count; id++)
            {
                if (definition.Tokens[id] == token) return id;
            }
            return -1;
        }
        return new ByteLevelBpe(definition with { Special = Frame(definition.AddedTokens, IndexOf, config, root.File) });
    }

    private static PipelineTokenizer ReadPipeline(JsonCursor root, ReadOnlyMemory<byte> utf8, TokenizerConfig? config, TokenizerLimits limits)
    {
        // Components first: their names say more about what kind of tokenizer a file holds than the model's settings.
        var components = new ComponentReader();
        Normalizer? normalizer = new NormalizerReader(components).Read(root["normalizer"]);
        List<PreTokenizer> preTokenizers = new PreTokenizerReader(components).Read(root["pre_tokenizer"]);
        (List<int> prefix, List<int> suffix) = new PostProcessorReader(components).Read(root["post_processor"]);
        Func<TokenDecoder[]> decoders = new DecoderReader(components).Read(root["decoder"]);
        List<AddedToken> added = ReadAddedTokens(root["added_tokens"], limits);
        root["model"].Require(JsonValueKind.Object, "a model");
        PieceModel model = ModelReader.Read(root["model"], limits);
        return new PipelineTokenizer(new PipelineDefinition
        {
            Model = model,
            AddedTokens = added,
            Normalizer = normalizer,
            PreTokenizers = preTokenizers,
            Prefix = prefix,
            Suffix = suffix,
            Decoders = decoders,
            Special = Frame(added, token => model.Find(token) ?? -1, config, root.File),
            Source = ("tokenizer.json", utf8),
        });
    }

    private static int? ReadTruncation(JsonCursor truncation)
    {
        if (truncation.IsNull) return null;
        truncation.AllowOnly("direction", "max_length", "strategy", "stride");
        return truncation["max_length"].Id();
    }

    private static void CheckPadding(JsonCursor padding)
    {
        if (!padding.IsNull) padding.AllowOnly("strategy", "direction", "pad_to_multiple_of", "pad_id", "pad_type_id", "pad_token");
    }

    internal static List<AddedToken> ReadAddedTokens(JsonCursor list, TokenizerLimits limits)
    {
        var tokens = new List<AddedToken>();
        if (list.IsNull) return tokens;
        list.Require(JsonValueKind.Array, "an array of added tokens");
        int count = list.Element.GetArrayLength();
        if (count > limits.MaxAddedTokens) throw list.Fail($"at most {limits.MaxAddedTokens} added tokens", $"{count}");
        foreach (JsonCursor item in list.Items())
        {
            item.AllowOnly("id", "content", "single_word", "lstrip", "rstrip", "normalized", "special");
            bool special = item["special"].Flag(false);
            tokens.Add(new AddedToken(item["content"].Text(), item["id"].Id())
            {
                Special = special,
                Normalized = item["normalized"].Flag(!special),
                LeftStrip = item["lstrip"].Flag(false),
                RightStrip = item["rstrip"].Flag(false),
                SingleWord = item["single_word"].Flag(false),
            });
        }
        return tokens;
    }

    private static SpecialTokenIds Frame(IReadOnlyList<AddedToken> addedTokens, Func<string, int> vocabulary, TokenizerConfig? config, string file)
    {
        if (config is null) return default;
        return new SpecialTokenIds(Find(config.BosToken, "bos_token"), Find(config.EosToken, "eos_token"), Find(config.PadToken, "pad_token"));

        int? Find(string? token, string key)
        {
            if (token is null) return null;
            foreach (AddedToken added in addedTokens)
            {
                if (added.Content == token) return added.Id;
            }
            int id = vocabulary(token);
            return id >= 0 ? id : throw new TokenizerFormatException(file, "$.added_tokens",
                $"the {key} {TokenizerFormatException.Quote(token)} of tokenizer_config.json", "a vocabulary without it");
        }
    }
}
