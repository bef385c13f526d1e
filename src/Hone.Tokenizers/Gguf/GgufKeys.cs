using System.Globalization;

namespace Hone.Tokenizers;

/// <summary>The names of the keys.</summary>
internal static class GgufKeys
{
    public const string Model = "tokenizer.ggml.model";
    public const string Pre = "tokenizer.ggml.pre";
    public const string Tokens = "tokenizer.ggml.tokens";
    public const string TokenTypes = "tokenizer.ggml.token_type";
    public const string Scores = "tokenizer.ggml.scores";
    public const string Merges = "tokenizer.ggml.merges";
    public const string Bos = "tokenizer.ggml.bos_token_id";
    public const string Eos = "tokenizer.ggml.eos_token_id";
    public const string Eot = "tokenizer.ggml.eot_token_id";
    public const string Unknown = "tokenizer.ggml.unknown_token_id";
    public const string Separator = "tokenizer.ggml.seperator_token_id";
    public const string Padding = "tokenizer.ggml.padding_token_id";
    public const string Mask = "tokenizer.ggml.mask_token_id";
    public const string AddBos = "tokenizer.ggml.add_bos_token";
    public const string AddEos = "tokenizer.ggml.add_eos_token";
    public const string AddSpacePrefix = "tokenizer.ggml.add_space_prefix";
    public const string RemoveExtraWhitespaces = "tokenizer.ggml.remove_extra_whitespaces";
    public const string CharsMap = "tokenizer.ggml.precompiled_charsmap";
    public const string ChatTemplate = "tokenizer.chat_template";
    public const string ChatTemplates = "tokenizer.chat_templates";
}

/// <summary>Reads the keys of a tokenizer with their types; a value of another type is refused with its key.</summary>
internal sealed class GgufKeyReader(IReadOnlyDictionary<string, object> metadata, string file)
{
    private const int MaxTemplates = 64;

    public GgufVocabulary Read()
    {
        string[] tokens = Texts(GgufKeys.Tokens) ?? throw Fail(GgufKeys.Tokens, "the tokens", "nothing");
        if (tokens.Length is 0 or > ByteLevelBpe.MaxVocabularySize) throw Fail(GgufKeys.Tokens, $"1 to {ByteLevelBpe.MaxVocabularySize} tokens", $"{tokens.Length}");
        GgufTokenType[]? types = Numbers(GgufKeys.TokenTypes) is { } numbers ? [.. numbers.Select(Type)] : null;
        float[]? scores = Numbers(GgufKeys.Scores)?.Select(static score => (float)score).ToArray();
        if (types is not null && types.Length != tokens.Length) throw Fail(GgufKeys.TokenTypes, $"{tokens.Length}, one a token", $"{types.Length}");
        if (scores is not null && scores.Length != tokens.Length) throw Fail(GgufKeys.Scores, $"{tokens.Length}, one a token", $"{scores.Length}");
        if (scores is not null && Array.Exists(scores, float.IsNaN)) throw Fail(GgufKeys.Scores, "numbers", "NaN");
        return new GgufVocabulary
        {
            Model = Text(GgufKeys.Model) ?? throw Fail(GgufKeys.Model, "gpt2, llama, t5 or bert", "nothing"),
            Pre = Text(GgufKeys.Pre),
            Tokens = tokens,
            TokenTypes = types,
            Scores = scores,
            Merges = Texts(GgufKeys.Merges),
            BosId = Id(GgufKeys.Bos, tokens.Length),
            EosId = Id(GgufKeys.Eos, tokens.Length),
            EotId = Id(GgufKeys.Eot, tokens.Length),
            PadId = Id(GgufKeys.Padding, tokens.Length),
            UnknownId = Id(GgufKeys.Unknown, tokens.Length),
            SeparatorId = Id(GgufKeys.Separator, tokens.Length),
            MaskId = Id(GgufKeys.Mask, tokens.Length),
            AddBos = Flag(GgufKeys.AddBos),
            AddEos = Flag(GgufKeys.AddEos),
            AddSpacePrefix = Flag(GgufKeys.AddSpacePrefix),
            RemoveExtraWhitespaces = Flag(GgufKeys.RemoveExtraWhitespaces),
            PrecompiledCharsMap = Bytes(GgufKeys.CharsMap),
            ChatTemplate = Text(GgufKeys.ChatTemplate),
            NamedChatTemplates = Templates(),
        };
    }

    private SortedDictionary<string, string> Templates()
    {
        var named = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string[] names = Texts(GgufKeys.ChatTemplates) ?? [];
        if (names.Length > MaxTemplates) throw Fail(GgufKeys.ChatTemplates, $"at most {MaxTemplates} templates", $"{names.Length}");
        foreach (string name in names)
        {
            if (name != "default" && Text($"{GgufKeys.ChatTemplate}.{name}") is { } template) named[name] = template;
        }
        return named;
    }

    private string? Text(string key) => !metadata.TryGetValue(key, out object? value) ? null : value as string ?? throw Fail(key, "a string", Describe(value));

    private bool? Flag(string key) => !metadata.TryGetValue(key, out object? value) ? null : value is bool flag ? flag : throw Fail(key, "true or false", Describe(value));

    private string[]? Texts(string key)
    {
        if (!metadata.TryGetValue(key, out object? value)) return null;
        if (value is not IEnumerable<string> texts) throw Fail(key, "strings", Describe(value));
        string[] all = [.. texts];
        return Array.TrueForAll(all, static text => text is not null) ? all : throw Fail(key, "strings", "null");
    }

    private double[]? Numbers(string key)
    {
        if (!metadata.TryGetValue(key, out object? value)) return null;
        return value switch
        {
            IEnumerable<double> numbers => [.. numbers],
            IEnumerable<long> numbers => [.. numbers.Select(static number => (double)number)],
            Array numbers when numbers.Rank == 1 => [.. numbers.Cast<object>().Select(number => Number(key, number))],
            _ => throw Fail(key, "numbers", Describe(value)),
        };
    }

    private double Number(string key, object value) =>
        value is float or double or sbyte or byte or short or ushort or int or uint or long or ulong
            ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
            : throw Fail(key, "a number", Describe(value));

    private ReadOnlyMemory<byte> Bytes(string key)
    {
        if (!metadata.TryGetValue(key, out object? value)) return default;
        if (value is byte[] bytes) return bytes;
        double[] numbers = Numbers(key)!;
        return Array.TrueForAll(numbers, static number => number is >= -128 and <= 255)
            ? Array.ConvertAll(numbers, static number => (byte)(int)number)
            : throw Fail(key, "bytes", "larger numbers");
    }

    /// <summary>An id; files say none with a number beyond the vocabulary, such as 4,294,967,295.</summary>
    private int? Id(string key, int count)
    {
        if (!metadata.TryGetValue(key, out object? value)) return null;
        double id = Number(key, value);
        if (id is -1 or uint.MaxValue) return null;
        return id >= 0 && id < count && id == Math.Floor(id) ? (int)id : throw Fail(key, $"an id below {count}", id.ToString(CultureInfo.InvariantCulture));
    }

    private GgufTokenType Type(double number) =>
        number is 0 or 1 or 2 or 3 or 4 or 5 or 6 ? (GgufTokenType)(int)number : throw Fail(GgufKeys.TokenTypes, "types from 0 to 6", number.ToString(CultureInfo.InvariantCulture));

    private TokenizerFormatException Fail(string key, string expected, string got) => new(file, key, expected, got);

    private static string Describe(object? value) => value switch
    {
        null => "nothing",
        string text => TokenizerFormatException.Quote(text),
        Array array => $"an array of {array.Length}",
        bool or sbyte or byte or short or ushort or int or uint or long or ulong or float or double => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => "another kind of value",
    };
}
