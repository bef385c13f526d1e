using System.Text;
using Hone.Tokenizers;
using Xunit;

namespace Hone.UnitTests.Tokenizers;

internal static class TestTokenizers
{
    /// <summary>Enough text for a few hundred merges; written for these tests.</summary>
    public static readonly string[] Texts =
    [
        "The grindstone turned and the blade grew sharp. The smith held the blade to the stone and the stone sang.",
        "A sharper blade cuts better than a heavier one; that's what the smith's daughter said, and she didn't say it twice.",
        "Numbers: 1, 12, 123, 2024, 3.14159, and again 12 + 12 = 24, 24 + 24 = 48, 2024 - 1999 = 25.",
        "Der Müller mahlt, die Mühle geht; naïve café à la carte. 水は流れる。水は静か。 Привет, привет! 🪒🪨🪒",
        "def turn(stone):\n    while not stone.sharp:\n        stone.turn()\n    return stone\n\n\n# turn, turn, turn\n",
        "the the the then there these those that this thing thinking thinker thinks thought though through",
    ];

    public static ByteLevelBpe Trained(bool singleDigits = true, int size = 340) => BpeTrainer.Train(Texts, new BpeTrainerOptions
    {
        VocabularySize = size,
        SpecialTokens = ["<|endoftext|>", "<|user|>", "<|assistant|>"],
        SingleDigits = singleDigits,
    });

    public static byte[] Save(ByteLevelBpe tokenizer)
    {
        using var stream = new MemoryStream();
        TokenizerJsonWriter.Write(tokenizer, stream);
        return stream.ToArray();
    }

    /// <summary>A tokenizer.json with one token a byte, some merges, and the given members in place of the usual ones.</summary>
    public static string Json(
        string normalizer = "null",
        string preTokenizer = """{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":true}""",
        string postProcessor = "null",
        string decoder = """{"type":"ByteLevel","add_prefix_space":true,"trim_offsets":true,"use_regex":true}""",
        string addedTokens = "[]",
        string model = "",
        string extraTokens = "",
        string merges = "",
        string top = "")
    {
        var vocab = new StringBuilder();
        for (int b = 0; b < 256; b++) vocab.Append(b == 0 ? "" : ",").Append($"\"{System.Text.Json.JsonEncodedText.Encode(ByteLevelAlphabet.ToChar((byte)b).ToString())}\":{b}");
        return $$"""{"version":"1.0",{{top}}"added_tokens":{{addedTokens}},"normalizer":{{normalizer}},"pre_tokenizer":{{preTokenizer}},"post_processor":{{postProcessor}},"decoder":{{decoder}},"model":{"type":"BPE",{{model}}"vocab":{ {{vocab}}{{extraTokens}} },"merges":[{{merges}}] } }""";
    }

    public static ByteLevelBpe Load(string json) => (ByteLevelBpe)Read(json);

    public static Tokenizer Read(string json) => TokenizerJsonReader.Read(Encoding.UTF8.GetBytes(json), "test.json");

    public static TokenizerFormatException Refused(string json) => Assert.Throws<TokenizerFormatException>(() => Read(json));

    /// <summary>The tokens of a text as text, each in brackets.</summary>
    public static string Pieces(this Tokenizer tokenizer, string text, EncodeOptions options = EncodeOptions.None) =>
        string.Concat(tokenizer.Encode(text, options).Select(id => $"[{Encoding.UTF8.GetString(tokenizer.TokenBytes(id))}]"));
}
