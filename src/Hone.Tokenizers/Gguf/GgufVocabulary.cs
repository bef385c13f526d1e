namespace Hone.Tokenizers;

/// <summary>
/// What a GGUF file says of its tokenizer: the keys <c>tokenizer.ggml.*</c> and <c>tokenizer.chat_template*</c>, as values.
/// <see cref="GgufTokenizer"/> makes a tokenizer of it and the other way round. Format: GGUF specification (ggml,
/// <c>docs/gguf.md</c>), with the further keys that llama.cpp writes.
/// </summary>
public sealed record GgufVocabulary
{
    /// <summary>Kind of the tokenizer: <c>gpt2</c>, <c>llama</c>, <c>t5</c> or <c>bert</c> (<c>tokenizer.ggml.model</c>).</summary>
    public required string Model { get; init; }

    /// <summary>Name of the rule that cuts texts into words, for <c>gpt2</c> (<c>tokenizer.ggml.pre</c>); null is <c>default</c>.</summary>
    public string? Pre { get; init; }

    /// <summary>Spellings by id.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>Types by id; null means that all are normal.</summary>
    public IReadOnlyList<GgufTokenType>? TokenTypes { get; init; }

    /// <summary>Scores by id, for <c>llama</c> and <c>t5</c>; null where there are none.</summary>
    public IReadOnlyList<float>? Scores { get; init; }

    /// <summary>Merges "left right", the earlier before the later, for <c>gpt2</c>; null where there are none.</summary>
    public IReadOnlyList<string>? Merges { get; init; }

    /// <summary>Id of the token that begins a text, or null.</summary>
    public int? BosId { get; init; }

    /// <summary>Id of the token that ends a text, or null.</summary>
    public int? EosId { get; init; }

    /// <summary>Id of the token that ends a turn, or null.</summary>
    public int? EotId { get; init; }

    /// <summary>Id of the token that fills a batch, or null.</summary>
    public int? PadId { get; init; }

    /// <summary>Id of the unknown token, or null.</summary>
    public int? UnknownId { get; init; }

    /// <summary>Id of the token between two texts, which ends a text of <c>bert</c>, or null.</summary>
    public int? SeparatorId { get; init; }

    /// <summary>Id of the mask token, or null.</summary>
    public int? MaskId { get; init; }

    /// <summary>Whether texts begin with <see cref="BosId"/>; null is the kind's own default.</summary>
    public bool? AddBos { get; init; }

    /// <summary>Whether texts end with <see cref="EosId"/>; null is the kind's own default.</summary>
    public bool? AddEos { get; init; }

    /// <summary>Whether a text of <c>llama</c> or <c>t5</c> gets a space before it; null is true.</summary>
    public bool? AddSpacePrefix { get; init; }

    /// <summary>Whether runs of spaces of <c>t5</c> are one; null is false.</summary>
    public bool? RemoveExtraWhitespaces { get; init; }

    /// <summary>The character map of <c>t5</c>, compiled by SentencePiece; empty for none.</summary>
    public ReadOnlyMemory<byte> PrecompiledCharsMap { get; init; }

    /// <summary>The default chat template (Jinja), or null.</summary>
    public string? ChatTemplate { get; init; }

    /// <summary>Further chat templates by name; default none.</summary>
    public IReadOnlyDictionary<string, string> NamedChatTemplates { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Ids that end an answer: the end of a text and of a turn, as the keys say, and control tokens spelled as the ends of turns
    /// of published models. Ascending.
    /// </summary>
    public IReadOnlyList<int> StopIds
    {
        get
        {
            var ids = new SortedSet<int>();
            // Where an answer has several messages, this token ends each of them, and another the answer.
            bool hasMessages = Tokens.Contains("<|return|>") && Tokens.Contains("<|call|>");
            if (EosId is { } eos) ids.Add(eos);
            if (EotId is { } eot) ids.Add(eot);
            for (int id = 0; id < Tokens.Count && TokenTypes is not null; id++)
            {
                if (TokenTypes[id] == GgufTokenType.Control && EndsOfTurn.Contains(Tokens[id]) && !(hasMessages && Tokens[id] == "<|end|>")) ids.Add(id);
            }
            return [.. ids];
        }
    }

    private static readonly HashSet<string> EndsOfTurn = new(StringComparer.Ordinal)
    {
        "<|eot_id|>", "<|im_end|>", "<|end|>", "<end_of_turn>", "<|endoftext|>", "<EOT>", "< EOT >", "_<EOT>", "<|end_of_text|>", "<|return|>", "<|call|>", "<\uFF5Cend\u2581of\u2581sentence\uFF5C>",
    };

    /// <summary>Reads the keys.</summary>
    /// <param name="metadata">
    /// Keys and values of the file; those of other prefixes are passed over. Values are <see cref="string"/>, <see cref="bool"/>,
    /// whole numbers of any type, and lists of strings or numbers.
    /// </param>
    /// <param name="file">What messages call the file.</param>
    /// <returns>The vocabulary; its ids, types and scores agree in number and range.</returns>
    /// <exception cref="TokenizerFormatException">A key is missing, has another type, or contradicts another.</exception>
    public static GgufVocabulary FromMetadata(IReadOnlyDictionary<string, object> metadata, string file)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(file);
        return new GgufKeyReader(metadata, file).Read();
    }

    /// <summary>Returns the keys and values as they stand in a file, in the order in which llama.cpp writes them.</summary>
    /// <returns>Values are <see cref="string"/>, <see cref="bool"/>, <see cref="uint"/>, or arrays of <see cref="string"/>, <see cref="int"/>, <see cref="float"/> and <see cref="byte"/>.</returns>
    public IReadOnlyList<KeyValuePair<string, object>> ToMetadata()
    {
        var pairs = new List<KeyValuePair<string, object>>();
        Add(GgufKeys.Model, Model);
        Add(GgufKeys.Pre, Pre);
        Add(GgufKeys.Tokens, Tokens.ToArray());
        Add(GgufKeys.Scores, Scores?.ToArray());
        Add(GgufKeys.TokenTypes, TokenTypes?.Select(static type => (int)type).ToArray());
        Add(GgufKeys.Merges, Merges?.ToArray());
        Add(GgufKeys.Bos, (uint?)BosId);
        Add(GgufKeys.Eos, (uint?)EosId);
        Add(GgufKeys.Eot, (uint?)EotId);
        Add(GgufKeys.Unknown, (uint?)UnknownId);
        Add(GgufKeys.Separator, (uint?)SeparatorId);
        Add(GgufKeys.Padding, (uint?)PadId);
        Add(GgufKeys.Mask, (uint?)MaskId);
        Add(GgufKeys.AddBos, AddBos);
        Add(GgufKeys.AddEos, AddEos);
        Add(GgufKeys.AddSpacePrefix, AddSpacePrefix);
        Add(GgufKeys.RemoveExtraWhitespaces, RemoveExtraWhitespaces);
        if (!PrecompiledCharsMap.IsEmpty) Add(GgufKeys.CharsMap, PrecompiledCharsMap.ToArray());
        Add(GgufKeys.ChatTemplate, ChatTemplate);
        if (NamedChatTemplates.Count > 0) Add(GgufKeys.ChatTemplates, NamedChatTemplates.Keys.ToArray());
        foreach ((string name, string template) in NamedChatTemplates) Add($"{GgufKeys.ChatTemplate}.{name}", template);
        return pairs;

        void Add(string key, object? value)
        {
            if (value is not null) pairs.Add(new KeyValuePair<string, object>(key, value));
        }
    }

    internal GgufTokenType TypeOf(int id) => TokenTypes is null || TokenTypes[id] == GgufTokenType.Undefined ? GgufTokenType.Normal : TokenTypes[id];
}
