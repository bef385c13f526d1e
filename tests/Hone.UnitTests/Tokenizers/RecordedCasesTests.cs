using System.Text.Json;
using Hone.Tokenizers;
using Xunit;

namespace Hone.UnitTests.Tokenizers;

/// <summary>Ids and texts recorded from the Hugging Face tokenizers library, for published byte-level tokenizers.</summary>
public sealed class RecordedCasesTests
{
    [Theory]
    [InlineData("gpt2", null, null, null)]
    [InlineData("llama3", 128000, 128001, null)]
    [InlineData("qwen3", null, 151645, 151643)]
    [InlineData("deepseek_v3", 0, 1, 1)]
    [InlineData("gptoss", 199998, 200002, 199999)]
    public void Ids_and_texts_are_those_recorded(string name, int? bos, int? eos, int? pad)
    {
        string folder = SharedData.Require($"tokenizers/{name}");
        string configPath = Path.Combine(folder, "tokenizer_config.json");
        TokenizerConfig config = File.Exists(configPath) ? TokenizerConfig.Read(configPath) : new TokenizerConfig();
        var tokenizer = (ByteLevelBpe)TokenizerJsonReader.Read(SharedData.Unzip(Path.Combine(folder, "tokenizer.json.gz")), name, config);
        Assert.Equal((bos, eos, pad), (tokenizer.BosId, tokenizer.EosId, tokenizer.PadId));
        Assert.Equal(name is "gpt2" or "gptoss", config.ChatTemplate is null);

        byte[] saved = TestTokenizers.Save(tokenizer);
        var again = (ByteLevelBpe)TokenizerJsonReader.Read(saved, name);
        Assert.Equal(saved, TestTokenizers.Save(again));
        var failures = new List<string>();
        int cases = 0;
        foreach (JsonElement line in SharedData.Lines(Path.Combine(folder, "cases_shared.jsonl.gz")))
        {
            cases++;
            string text = line.GetProperty("text").GetString()!;
            int[] expected = Ids(line.GetProperty("ids"));
            int[] got = tokenizer.Encode(text);
            if (!got.SequenceEqual(expected))
                failures.Add($"{line.GetProperty("category")} {JsonSerializer.Serialize(text)}: expected {string.Join(',', expected)} got {string.Join(',', got)}");
            if (!again.Encode(text).SequenceEqual(got)) failures.Add($"after saving: {JsonSerializer.Serialize(text)}");
            if (line.TryGetProperty("ids_with_special", out JsonElement framed)
                && !tokenizer.Encode(text, EncodeOptions.AddSpecialTokens).SequenceEqual(Ids(framed)))
                failures.Add($"with special: {JsonSerializer.Serialize(text)}");
            string decoded = line.GetProperty("decoded").GetString()!;
            if (tokenizer.Decode(expected) != decoded) failures.Add($"decoded: {JsonSerializer.Serialize(text)}");
            string skipped = line.TryGetProperty("decoded_skip_special", out JsonElement skip) ? skip.GetString()! : decoded;
            if (tokenizer.Decode(expected, skipSpecialTokens: true) != skipped) failures.Add($"decoded without special: {JsonSerializer.Serialize(text)}");
            if (line.TryGetProperty("tokens", out JsonElement tokens)
                && !expected.Select(tokenizer.IdToToken).SequenceEqual(tokens.EnumerateArray().Select(token => token.GetString())))
                failures.Add($"tokens: {JsonSerializer.Serialize(text)}");
        }
        Assert.True(cases > 100, $"only {cases} cases");
        Assert.True(failures.Count == 0, $"{failures.Count} of {cases}:\n" + string.Join('\n', failures.Take(10)));
    }

    [Theory]
    [InlineData("mistral_v1")]
    [InlineData("sp_botchan_unigram1k")]
    [InlineData("sp_kyoto_ja_unigram8k")]
    public void Ids_of_other_kinds_are_those_recorded(string name)
    {
        string folder = SharedData.Require($"tokenizers/{name}");
        Tokenizer tokenizer = TokenizerJsonReader.Read(SharedData.Unzip(Path.Combine(folder, "tokenizer.json.gz")), name);
        var failures = new List<string>();
        foreach (JsonElement line in SharedData.Lines(Path.Combine(folder, "cases_shared.jsonl.gz")))
        {
            string text = line.GetProperty("text").GetString()!;
            int[] expected = Ids(line.TryGetProperty("tokenizer_json_ids", out JsonElement own) ? own : line.GetProperty("ids"));
            if (!tokenizer.Encode(text).SequenceEqual(expected)) failures.Add(JsonSerializer.Serialize(text));
            if (line.TryGetProperty("ids_with_special", out JsonElement framed) && !tokenizer.Encode(text, EncodeOptions.AddSpecialTokens).SequenceEqual(Ids(framed)))
                failures.Add($"with special: {JsonSerializer.Serialize(text)}");
            // The others were decoded by SentencePiece itself, which shows unknown tokens in its own way.
            if (name == "mistral_v1" && tokenizer.Decode(expected) != line.GetProperty("decoded").GetString()) failures.Add($"decoded: {JsonSerializer.Serialize(text)}");
        }
        Assert.Empty(failures);
    }

    [Theory]
    [InlineData("sp_botchan_unigram1k")]
    [InlineData("sp_kyoto_ja_unigram8k")]
    public void Ids_and_texts_of_sentencepiece_are_those_recorded(string name)
    {
        string folder = SharedData.Require($"tokenizers/{name}");
        SentencePieceTokenizer tokenizer = SentencePieceTokenizer.Read(Path.Combine(folder, "spiece.model"));
        var failures = new List<string>();
        foreach (JsonElement line in SharedData.Lines(Path.Combine(folder, "cases_shared.jsonl.gz")))
        {
            string text = line.GetProperty("text").GetString()!;
            int[] expected = Ids(line.GetProperty("ids"));
            if (!tokenizer.Encode(text).SequenceEqual(expected)) failures.Add(JsonSerializer.Serialize(text));
            if (tokenizer.Decode(expected) != line.GetProperty("decoded").GetString()) failures.Add($"decoded: {JsonSerializer.Serialize(text)}");
        }
        Assert.Empty(failures);
    }

    [Fact]
    public void Ids_and_texts_of_llama2c_are_those_recorded()
    {
        Llama2CTokenizer tokenizer = Llama2CTokenizer.Read(SharedData.Require("stories260k/tok512.bin"));
        var failures = new List<string>();
        foreach (string json in File.ReadLines(SharedData.Require("stories260k/tok512_cases_shared.jsonl")))
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement line = document.RootElement;
            string text = line.GetProperty("text").GetString()!;
            int[] expected = Ids(line.GetProperty("ids"));
            if (!tokenizer.Encode(text, EncodeOptions.AddSpecialTokens).SequenceEqual(expected)) failures.Add(JsonSerializer.Serialize(text));
            if (tokenizer.Decode(expected) != line.GetProperty("decoded").GetString()) failures.Add($"decoded: {JsonSerializer.Serialize(text)}");
        }
        Assert.Empty(failures);
    }

    [Fact]
    public void Ids_of_an_embedding_model_are_those_recorded()
    {
        string folder = SharedData.Require("minilm");
        Tokenizer tokenizer = TokenizerJsonReader.Read(Path.Combine(folder, "tokenizer.json"));
        Assert.Equal(128, tokenizer.TruncationLength);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "expected.json")));
        JsonElement expected = document.RootElement.GetProperty("input_ids");
        int at = 0;
        foreach (JsonElement text in document.RootElement.GetProperty("texts").EnumerateArray())
            Assert.Equal(Ids(expected[at++]), tokenizer.Encode(text.GetString()!, 256));
        Assert.Equal(expected.GetArrayLength(), at);
    }

    private static int[] Ids(JsonElement array) => array.EnumerateArray().Select(id => id.GetInt32()).ToArray();
}
