namespace Hone.Tokenizers;

/// <summary>
/// Reads and writes the tokenizer of a Hugging Face model directory: <c>tokenizer.json</c>, <c>tokenizer_config.json</c>,
/// <c>special_tokens_map.json</c>, and chat templates in files of their own (<c>chat_template.jinja</c>,
/// <c>chat_template.json</c>, <c>additional_chat_templates/</c>), which go before those of the configuration.
/// </summary>
public static class TokenizerDirectory
{
    /// <summary>Reads a directory.</summary>
    /// <param name="directory">
    /// Holds a tokenizer.json or, without it, a SentencePiece model (tokenizer.model, spiece.model) or the tokenizer.bin of
    /// llama2.c, read by their own rules; the other files may be absent.
    /// </param>
    /// <param name="limits">Greatest sizes; null for the defaults.</param>
    /// <exception cref="TokenizerFormatException">A file is malformed, too large or asks for what is not supported.</exception>
    /// <exception cref="IOException">A file cannot be read, or there is no tokenizer.</exception>
    public static (Tokenizer Tokenizer, TokenizerConfig Config) Load(string directory, TokenizerLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        limits ??= new TokenizerLimits();
        string configPath = Path.Combine(directory, "tokenizer_config.json");
        TokenizerConfig config = File.Exists(configPath) ? TokenizerConfig.Read(configPath, limits) : new TokenizerConfig();
        config = ChatTemplateFiles.AddTo(ChatTemplateFiles.AddSpecialTokens(config, directory, limits), directory, limits);
        string json = Path.Combine(directory, "tokenizer.json");
        if (!File.Exists(json))
        {
            foreach (string name in (ReadOnlySpan<string>)["tokenizer.model", "spiece.model"])
            {
                string path = Path.Combine(directory, name);
                if (File.Exists(path)) return (SentencePieceTokenizer.Read(path, limits), config);
            }
            string binary = Path.Combine(directory, "tokenizer.bin");
            if (File.Exists(binary)) return (Llama2CTokenizer.Read(binary, limits), config);
        }
        return (TokenizerJsonReader.Read(json, config, limits), config);
    }

    /// <summary>Writes the tokenizer's file and tokenizer_config.json, replacing those there.</summary>
    /// <param name="tokenizer">What is written; one that is not byte-level is written as it was read.</param>
    /// <param name="config">The framing tokens' spellings and the chat template.</param>
    /// <param name="directory">An existing directory.</param>
    /// <exception cref="ArgumentException">The tokenizer has no file form.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Save(Tokenizer tokenizer, TokenizerConfig config, string directory)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(config);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        if (tokenizer is ByteLevelBpe byteLevel)
        {
            using FileStream stream = File.Create(Path.Combine(directory, "tokenizer.json"));
            TokenizerJsonWriter.Write(byteLevel, stream);
        }
        else if (tokenizer.Source is { } source)
        {
            using FileStream stream = File.Create(Path.Combine(directory, source.Name));
            stream.Write(source.Bytes.Span);
        }
        else
        {
            throw new ArgumentException($"A {tokenizer.GetType().Name} has no file form.", nameof(tokenizer));
        }
        using (FileStream stream = File.Create(Path.Combine(directory, "tokenizer_config.json"))) config.Write(stream);
    }
}
