namespace Hone.Tokenizers;

/// <summary>The kind <c>gpt2</c>: byte-level BPE, both ways.</summary>
internal static class GgufByteLevel
{
    public static ByteLevelBpe Read(GgufVocabulary vocabulary, string file)
    {
        string pre = vocabulary.Pre ?? "default";
        GgufWordRule rule = GgufWordRules.Find(pre)
            ?? throw new TokenizerFormatException(file, GgufKeys.Pre, $"one of {string.Join(", ", GgufWordRules.Names)}; other rules for words are not supported", TokenizerFormatException.Quote(pre));
        if (vocabulary.Merges is null) throw new TokenizerFormatException(file, GgufKeys.Merges, "merges", "nothing");

        // Control tokens behind the vocabulary are only added, as their tokenizer.json has it. Those among it are part of it,
        // because readers of a tokenizer.json number added tokens from the vocabulary's end.
        int end = vocabulary.Tokens.Count;
        while (end > 0 && vocabulary.TypeOf(end - 1) is not (GgufTokenType.Normal or GgufTokenType.Byte)) end--;
        var tokens = new string?[end];
        var added = new List<AddedToken>();
        for (int id = 0; id < vocabulary.Tokens.Count; id++)
        {
            GgufTokenType type = vocabulary.TypeOf(id);
            if (type == GgufTokenType.Unused) continue;
            if (id < end) tokens[id] = vocabulary.Tokens[id];
            if (type is GgufTokenType.Control or GgufTokenType.Unknown or GgufTokenType.UserDefined)
                added.Add(new AddedToken(vocabulary.Tokens[id], id) { Special = type != GgufTokenType.UserDefined });
        }
        int? Used(int? id) => id is { } at && vocabulary.TypeOf(at) != GgufTokenType.Unused ? at : null;
        var definition = new ByteLevelBpeDefinition
        {
            Tokens = tokens,
            Merges = [.. vocabulary.Merges.Select((merge, rank) => Merge(merge, rank, file))],
            AddedTokens = added,
            Normalizers = rule.Normalizers,
            PreTokenizers = rule.Steps,
            Prefix = vocabulary.AddBos ?? rule.AddBos ? [Required(Used(vocabulary.BosId), GgufKeys.Bos, file)] : [],
            Suffix = vocabulary.AddEos ?? false ? [Required(Used(vocabulary.EosId), GgufKeys.Eos, file)] : [],
            IgnoreMerges = rule.IgnoreMerges,
            Special = new SpecialTokenIds(Used(vocabulary.BosId), Used(vocabulary.EosId), Used(vocabulary.PadId)),
        };
        var tokenizer = new ByteLevelBpe(definition);
        if (tokenizer.HasAllBytes || Used(vocabulary.UnknownId) is not { } unknown || unknown >= end) return tokenizer;
        return new ByteLevelBpe(definition with { UnknownToken = tokens[unknown] });
    }

    public static GgufVocabulary Write(ByteLevelBpe tokenizer, int rows)
    {
        ByteLevelBpeDefinition definition = tokenizer.Definition;
        GgufWordRule rule = GgufWordRules.Find(definition.PreTokenizers, definition.Normalizers, definition.IgnoreMerges)
            ?? throw GgufTokenizer.Unsaid("this tokenizer's way to cut words (pre_tokenizer and normalizer of tokenizer.json)");
        if (rule.IgnoreMerges != definition.IgnoreMerges && Unreachable(tokenizer) is { } token)
            throw GgufTokenizer.Unsaid($"ignore_merges = {(definition.IgnoreMerges ? "true" : "false")} with the words of {rule.Names[0]}: the token {TokenizerFormatException.Quote(token)} is not reached by merges");
        foreach (AddedToken added in definition.AddedTokens) GgufAdded.Check(added, definition.Normalizers.Count > 0);
        var tokens = new string[rows];
        var types = new GgufTokenType[rows];
        HashSet<string> taken = [.. Enumerable.Range(0, tokenizer.VocabularySize).Select(tokenizer.IdToToken).OfType<string>()];
        for (int id = 0; id < rows; id++)
        {
            string? spelling = id < tokenizer.VocabularySize ? tokenizer.IdToToken(id) : null;
            tokens[id] = spelling ?? GgufTokenizer.Padding(id, taken);
            types[id] = spelling is null ? GgufTokenType.Unused : GgufTokenType.Normal;
        }
        foreach (AddedToken added in definition.AddedTokens) types[added.Id] = added.Special ? GgufTokenType.Control : GgufTokenType.UserDefined;
        return GgufAdded.Frame(tokenizer, new GgufVocabulary
        {
            Model = "gpt2",
            Pre = rule.Names[0],
            Tokens = tokens,
            TokenTypes = types,
            Merges = [.. definition.Merges.Select(Spell)],
            UnknownId = definition.UnknownToken is { } unknown ? tokenizer.TokenToId(unknown) : null,
            AddSpacePrefix = false,
        });
    }

    private static int Required(int? id, string key, string file) => id ?? throw new TokenizerFormatException(file, key, "an id, since texts are framed with it", "nothing");

    private static BpeMerge Merge(string merge, int rank, string file)
    {
        int space = merge.Length > 1 ? merge.IndexOf(' ', 1) : -1;
        if (space < 0 || space == merge.Length - 1) throw new TokenizerFormatException(file, $"{GgufKeys.Merges}[{rank}]", "\"left right\"", TokenizerFormatException.Quote(merge));
        return new BpeMerge(merge[..space], merge[(space + 1)..]);
    }

    private static string Spell(BpeMerge merge) =>
        merge.Left.Contains(' ') || merge.Right.Contains(' ') ? throw GgufTokenizer.Unsaid("a merge with a space") : $"{merge.Left} {merge.Right}";

    /// <summary>A token that its own bytes do not merge to, or null: only for such a one does it matter whether merges are ignored.</summary>
    private static string? Unreachable(ByteLevelBpe tokenizer)
    {
        ByteLevelBpeDefinition definition = tokenizer.Definition;
        var added = definition.AddedTokens.Select(static token => token.Id).ToHashSet();
        var ids = new List<int>();
        for (int id = 0; id < definition.Tokens.Count; id++)
        {
            if (definition.Tokens[id] is not { } token || added.Contains(id)) continue;
            if (ByteLevelAlphabet.TryUnspell(token) is not { } bytes) continue;
            ids.Clear();
            tokenizer.MergeBytes(bytes, ids);
            if (ids.Count != 1 || ids[0] != id) return token;
        }
        return null;
    }
}
