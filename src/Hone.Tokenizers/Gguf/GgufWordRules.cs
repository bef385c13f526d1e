using System.Text;

namespace Hone.Tokenizers;

/// <summary>How a byte-level tokenizer of a GGUF file cuts texts into words, and what else goes with the name.</summary>
/// <param name="Names">The values of <c>tokenizer.ggml.pre</c> that mean it; the first is written.</param>
/// <param name="Steps">The steps, the last of them ByteLevel.</param>
internal sealed record GgufWordRule(string[] Names, PreTokenizerStep[] Steps)
{
    /// <summary>Whether a word that is a token is not merged.</summary>
    public bool IgnoreMerges { get; init; }

    /// <summary>Whether texts begin with the first token where the file does not say.</summary>
    public bool AddBos { get; init; }

    /// <summary>The normal form that the models of this name were trained with; llama.cpp leaves it out.</summary>
    public NormalizationForm[] Normalizers { get; init; } = [];
}

/// <summary>
/// The rules that this reads and writes. Source: the <c>pre_tokenizer</c> of the models' tokenizer.json, under the names that
/// llama.cpp gives them (<c>convert_hf_to_gguf.py</c>, <c>src/llama-vocab.cpp</c>).
/// </summary>
/// <remarks>
/// Names that are not here are refused, because a wrong cut gives wrong ids in silence: those whose models put a space before
/// the text (roberta-bpe), and patterns that are not the same in llama.cpp and in the model (falcon, chameleon, superbpe,
/// kimi-k2).
/// </remarks>
internal static class GgufWordRules
{
    private const string Tekken = @"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+";
    private const string Bailing = @"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]++[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+";
    private const string SeedCoder = @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1}| ?[^\s\p{L}\p{N}\r\n]+|\s*[\r\n]+|\s+(?!\S)|\s+";
    private const string Bloom = @" ?[^(\s|.,!?…。，、।۔،)]+";

    /// <summary>Letters with case, as the tokenizer.json of DeepSeek LLM lists them.</summary>
    private const string CasedLetters =
        "A-Za-z\u00B5\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u01BA\u01BC-\u01BF\u01C4-\u0293\u0295-\u02AF\u0370-\u0373\u0376\u0377\u037B-\u037D\u037F\u0386"
        + "\u0388-\u038A\u038C\u038E-\u03A1\u03A3-\u03F5\u03F7-\u0481\u048A-\u052F\u0531-\u0556\u10A0-\u10C5\u13A0-\u13F5\u13F8-\u13FD\u1C90-\u1CBA\u1CBD-\u1CBF"
        + "\u1D00-\u1D2B\u1D6B-\u1D77\u1D79-\u1D9A\u1E00-\u1F15\u1F18-\u1F1D\u1F20-\u1F45\u1F48-\u1F4D\u1F50-\u1F57\u1F59\u1F5B\u1F5D\u1F5F-\u1F7D\u1F80-\u1FB4"
        + "\u1FB6-\u1FBC\u1FBE\u1FC2-\u1FC4\u1FC6-\u1FCC\u1FD0-\u1FD3\u1FD6-\u1FDB\u1FE0-\u1FEC\u1FF2-\u1FF4\u1FF6-\u1FFC\u2102\u2107\u210A-\u2113\u2115"
        + "\u2119-\u211D\u2124\u2126\u2128\u212A-\u212D\u212F-\u2134\u2139\u213C-\u213F\u2145-\u2149\u214E\u2183\u2184\u2C00-\u2C7B\u2C7E-\u2CE4\u2CEB-\u2CEE"
        + "\u2CF2\u2CF3\uA640-\uA66D\uA680-\uA69B\uA722-\uA76F\uA771-\uA787\uA78B-\uA78E\uAB70-\uABBF\uFB00-\uFB06\uFB13-\uFB17\uFF21-\uFF3A\uFF41-\uFF5A"
        + "\U00010400-\U0001044F\U000104B0-\U000104D3\U000104D8-\U000104FB\U00010C80-\U00010CB2\U00010CC0-\U00010CF2\U000118A0-\U000118DF\U0001E900-\U0001E943";

    private static readonly GgufWordRule[] All =
    [
        new(["gpt-2", "phi-2", "jina-es", "jina-de", "gigachat", "jina-v2-es", "jina-v2-de", "a.x-4.0", "mellum", "jais", "trillion", "granite-docling"], [PreTokenizerStep.ByteLevel()]),
        new(["olmo", "mpt"], [PreTokenizerStep.ByteLevel()]) { Normalizers = [NormalizationForm.FormC] },
        new(["llama-bpe", "llama3", "llama-v3", "falcon3", "falcon-h1", "midm-2.0", "lfm2"], Words(Llama3Scanner.ThreeDigitPattern)) { IgnoreMerges = true, AddBos = true },
        new(["dbrx", "smaug-bpe", "glm4", "chatglm-bpe"], Words(Llama3Scanner.ThreeDigitPattern)),
        new(["qwen2"], Words(Llama3Scanner.OneDigitPattern)) { Normalizers = [NormalizationForm.FormC] },
        new(["deepseek-r1-qwen", "stablelm2", "hunyuan", "megrez"], Words(Llama3Scanner.OneDigitPattern)),
        new(["smollm", "starcoder", "refact", "codeshell", "exaone", "minerva-7b"], [PreTokenizerStep.Digits(individual: true), PreTokenizerStep.ByteLevel()]),
        new(["command-r"], [PreTokenizerStep.Digits(individual: true), PreTokenizerStep.ByteLevel()]) { Normalizers = [NormalizationForm.FormC] },
        new(["deepseek-llm"], [Cut("[\r\n]"), Cut(@"\s?[" + CasedLetters + "]+"), Cut("\\s?[!-/:-~\uFF01-\uFF0F\uFF1A-\uFF5E\u2018-\u201F\u3000-\u3002]+"), Cut(@"\s+$"), Cut("[\u4E00-\u9FA5\u0800-\u4E00\uAC00-\uD7FF]+"), PreTokenizerStep.Digits(individual: true), PreTokenizerStep.ByteLevel(useRegex: false)]),
        new(["deepseek-coder"], [Cut("[\r\n]"), Cut(@"\s?\p{L}+"), Cut(@"\s?\p{P}+"), Cut("[\u4E00-\u9FA5\u0800-\u4E00\uAC00-\uD7FF]+"), PreTokenizerStep.Digits(individual: true), PreTokenizerStep.ByteLevel(useRegex: false)]),
        new(["deepseek-v3", "hunyuan-dense"], [Cut(@"\p{N}{1,3}"), Cut("[\u4E00-\u9FA5\u3040-\u309F\u30A0-\u30FF]+"), Cut(DeepSeekScanner.Pattern), PreTokenizerStep.ByteLevel(useRegex: false)]),
        new(["gpt-4o", "llama4"], Words(O200kScanner.Pattern)),
        new(["tekken"], Words(Tekken)) { IgnoreMerges = true, AddBos = true },
        new(["bailingmoe", "bailingmoe2", "llada-moe"], Words(Bailing)),
        new(["seed-coder"], Words(SeedCoder)),
        new(["bloom", "poro-chat", "gpt3-finnish"], Words(Bloom)),
        new(["viking"], [Cut(Bloom), Cut(@"\p{N}"), PreTokenizerStep.ByteLevel(useRegex: false)]),
        new(["default"], [Cut(@"[\p{P}\$\+<=>\^~\|]+"), Cut(Gpt2Scanner.Pattern), Cut(@"\p{N}+"), Cut("[0-9][0-9][0-9]"), PreTokenizerStep.ByteLevel(useRegex: false)]),
    ];

    /// <summary>All names, in the order of the table.</summary>
    public static IEnumerable<string> Names => All.SelectMany(static rule => rule.Names);

    /// <summary>Returns the rule of a name, or null.</summary>
    public static GgufWordRule? Find(string name) => Array.Find(All, rule => rule.Names.Contains(name));

    /// <summary>
    /// Returns the rule that cuts as a tokenizer does, or null. One with the same habit about whole words is preferred; the
    /// caller says whether the other one will do.
    /// </summary>
    public static GgufWordRule? Find(IReadOnlyList<PreTokenizerStep> steps, IReadOnlyList<NormalizationForm> normalizers, bool ignoreMerges)
    {
        GgufWordRule[] fit = Array.FindAll(All, rule => Same(rule.Steps, steps) && rule.Normalizers.SequenceEqual(normalizers));
        return Array.Find(fit, rule => rule.IgnoreMerges == ignoreMerges) ?? fit.FirstOrDefault();
    }

    private static bool Same(IReadOnlyList<PreTokenizerStep> left, IReadOnlyList<PreTokenizerStep> right)
    {
        if (left.Count != right.Count) return false;
        for (int i = 0; i < left.Count; i++)
        {
            if (Canonical(left[i]) != Canonical(right[i])) return false;
        }
        return true;
    }

    /// <summary>Numbers one by one are said in two ways, and so is the pattern of cl100k.</summary>
    private static PreTokenizerStep Canonical(PreTokenizerStep step) => step switch
    {
        { Kind: PreTokenizerKind.Split, IsRegex: true, Pattern: @"\p{N}", Behavior: SplitBehavior.Isolated, Invert: false } => PreTokenizerStep.Digits(individual: true),
        { Kind: PreTokenizerKind.Split, IsRegex: true, Invert: true, Behavior: SplitBehavior.Removed } => PreTokenizerStep.Split(Spelled(step.Pattern), isRegex: true),
        { Kind: PreTokenizerKind.Split, IsRegex: true } => PreTokenizerStep.Split(Spelled(step.Pattern), isRegex: true, step.Behavior, step.Invert),
        _ => step,
    };

    private static string Spelled(string pattern) => pattern
        .Replace("(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])", "(?i:'s|'t|'re|'ve|'m|'ll|'d)", StringComparison.Ordinal)
        .Replace("'(?i:[sdmt]|ll|ve|re)", "(?i:'s|'t|'re|'ve|'m|'ll|'d)", StringComparison.Ordinal);

    private static PreTokenizerStep[] Words(string pattern) => [Cut(pattern), PreTokenizerStep.ByteLevel(useRegex: false)];

    private static PreTokenizerStep Cut(string pattern) => PreTokenizerStep.Split(pattern, isRegex: true);
}
