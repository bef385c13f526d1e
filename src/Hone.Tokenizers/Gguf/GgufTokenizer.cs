namespace Hone.Tokenizers;

/// <summary>
/// Tokenizers of GGUF files: read from what the file says, and said for a file. Where llama.cpp and the model's own
/// tokenizer.json differ (the normal form of Qwen and others, which llama.cpp leaves out), ids are those of the model's own.
/// </summary>
/// <remarks>
/// Kinds: <c>gpt2</c> (byte-level BPE), <c>llama</c> (SentencePiece BPE by scores, with byte tokens), <c>t5</c> (Unigram) and
/// <c>bert</c> (WordPiece). All but the first become a tokenizer.json, which is what <see cref="TokenizerDirectory.Save"/>
/// writes. Added tokens have no flags in a GGUF file: they swallow no white space.
/// </remarks>
public static class GgufTokenizer
{
    /// <summary>Makes a tokenizer of a file's vocabulary.</summary>
    /// <param name="vocabulary">What the file says.</param>
    /// <param name="file">What messages call the file.</param>
    /// <param name="limits">Greatest sizes; null for the defaults.</param>
    /// <returns>The tokenizer, and the settings that a Hugging Face directory keeps beside it, with the chat template.</returns>
    /// <exception cref="TokenizerFormatException">The vocabulary contradicts itself, or is of a kind that is not supported.</exception>
    public static (Tokenizer Tokenizer, TokenizerConfig Config) Read(GgufVocabulary vocabulary, string file, TokenizerLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(file);
        limits ??= new TokenizerLimits();
        Check(vocabulary, file, limits);
        try
        {
            switch (vocabulary.Model)
            {
                case "gpt2": return (GgufByteLevel.Read(vocabulary, file), ConfigOf(vocabulary));
                case "llama": return Parse(GgufScoredBpe.ToJson(vocabulary, file));
                case "t5": return Parse(GgufUnigram.ToJson(vocabulary, file));
                case "bert": return Parse(GgufWordPiece.ToJson(vocabulary, file));
                default:
                    throw new TokenizerFormatException(file, GgufKeys.Model, "gpt2, llama, t5 or bert; other kinds are not supported", TokenizerFormatException.Quote(vocabulary.Model));
            }
        }
        catch (ArgumentException e)
        {
            throw new TokenizerFormatException(file, GgufKeys.Tokens, "a consistent vocabulary", e.Message, e);
        }

        (Tokenizer, TokenizerConfig) Parse(byte[] json)
        {
            TokenizerConfig config = ConfigOf(vocabulary);
            return (TokenizerJsonReader.Read(json, file, config, limits with { MaxFileBytes = Math.Max(limits.MaxFileBytes, json.Length) }), config);
        }
    }

    /// <summary>Says a tokenizer for a GGUF file, so that <see cref="Read"/> and llama.cpp give the same ids.</summary>
    /// <param name="tokenizer">Byte-level, or made of a tokenizer.json of the kinds above, or that of llama2.c.</param>
    /// <param name="config">The special tokens' spellings and the chat templates.</param>
    /// <param name="rows">Rows of the embedding; rows beyond the vocabulary become unused tokens. Null: as many as ids.</param>
    /// <exception cref="NotSupportedException">GGUF cannot say what the tokenizer does; the message is one line.</exception>
    /// <exception cref="ArgumentException">There are fewer rows than ids.</exception>
    public static GgufVocabulary Write(Tokenizer tokenizer, TokenizerConfig config, int? rows = null)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(config);
        int count = rows ?? tokenizer.VocabularySize;
        if (count < tokenizer.VocabularySize) throw new ArgumentException($"The model has {count} rows for {tokenizer.VocabularySize} tokens.", nameof(rows));
        GgufVocabulary vocabulary = tokenizer switch
        {
            ByteLevelBpe byteLevel => GgufByteLevel.Write(byteLevel, count),
            Llama2CTokenizer llama2C => GgufScoredBpe.Write(llama2C, count),
            PipelineTokenizer pipeline => GgufPipeline.Write(pipeline, count),
            _ => throw Unsaid($"a {tokenizer.GetType().Name}; a model with a tokenizer.json can be written"),
        };
        return vocabulary with
        {
            BosId = vocabulary.BosId ?? tokenizer.BosId ?? Id(config.BosToken),
            EosId = vocabulary.EosId ?? tokenizer.EosId ?? Id(config.EosToken),
            PadId = tokenizer.PadId ?? Id(config.PadToken),
            UnknownId = vocabulary.UnknownId ?? Id(config.UnknownToken),
            ChatTemplate = config.ChatTemplate,
            NamedChatTemplates = new SortedDictionary<string, string>(config.NamedChatTemplates.ToDictionary(), StringComparer.Ordinal),
        };

        int? Id(string? spelling) => spelling is null ? null : tokenizer.TokenToId(spelling);
    }

    internal static NotSupportedException Unsaid(string what) => new($"GGUF has no words for {what}.");

    /// <summary>The spelling of a row that stands for nothing, unlike any token.</summary>
    internal static string Padding(int id, IReadOnlySet<string> taken)
    {
        string name = $"[PAD{id}]";
        while (taken.Contains(name)) name = $"[{name}]";
        return name;
    }

    private static void Check(GgufVocabulary vocabulary, string file, TokenizerLimits limits)
    {
        int count = vocabulary.Tokens.Count;
        int max = Math.Min(limits.MaxTokens, ByteLevelBpe.MaxVocabularySize);
        if (count == 0 || count > max) throw new TokenizerFormatException(file, GgufKeys.Tokens, $"1 to {max} tokens", $"{count}");
        if (vocabulary.TokenTypes is { } types && types.Count != count) throw new TokenizerFormatException(file, GgufKeys.TokenTypes, $"{count}, one a token", $"{types.Count}");
        if (vocabulary.Scores is { } scores && scores.Count != count) throw new TokenizerFormatException(file, GgufKeys.Scores, $"{count}, one a token", $"{scores.Count}");
        if (vocabulary.Merges is { } merges && merges.Count > limits.MaxMerges) throw new TokenizerFormatException(file, GgufKeys.Merges, $"at most {limits.MaxMerges} merges", $"{merges.Count}");
        foreach (int? id in (ReadOnlySpan<int?>)[vocabulary.BosId, vocabulary.EosId, vocabulary.EotId, vocabulary.PadId, vocabulary.UnknownId, vocabulary.SeparatorId, vocabulary.MaskId])
        {
            if (id is { } given && (uint)given >= (uint)count) throw new TokenizerFormatException(file, "a special token's id", $"an id below {count}", $"{given}");
        }
    }

    private static TokenizerConfig ConfigOf(GgufVocabulary vocabulary)
    {
        var special = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string? Spelling(string name, int? id)
        {
            if (id is not { } at || vocabulary.TypeOf(at) == GgufTokenType.Unused) return null;
            return special[name] = vocabulary.Tokens[at];
        }
        return new TokenizerConfig
        {
            BosToken = Spelling("bos_token", vocabulary.BosId ?? (vocabulary.Model == "bert" ? GgufWordPiece.Cls(vocabulary) : null)),
            EosToken = Spelling("eos_token", vocabulary.EosId),
            PadToken = Spelling("pad_token", vocabulary.PadId),
            UnknownToken = Spelling("unk_token", vocabulary.UnknownId),
            AddBosToken = vocabulary.AddBos,
            AddEosToken = vocabulary.AddEos,
            SpecialTokens = special,
            ChatTemplate = vocabulary.ChatTemplate,
            NamedChatTemplates = vocabulary.NamedChatTemplates,
        };
    }
}
