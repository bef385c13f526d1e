using System.Text;
using System.Text.Json;
using Hone.Tokenizers;
using Xunit;

namespace Hone.UnitTests.Tokenizers;

/// <summary>
/// Every component of a tokenizer.json, alone and together: ids and texts recorded from the Hugging Face tokenizers library
/// 0.23.2 on files and texts written for this project (Fixtures/components.json).
/// </summary>
public sealed class ComponentCasesTests
{
    [Fact]
    public void Ids_and_texts_are_those_recorded()
    {
        string bytes = "{" + string.Join(", ", Enumerable.Range(0, 256).Select(b => $"\"<0x{b:X2}>\": {b}")) + "}";
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Fixture("components.json")));
        var failures = new List<string>();
        int cases = 0;
        foreach (JsonElement entry in document.RootElement.EnumerateArray())
        {
            string name = entry.GetProperty("name").GetString()!;
            Tokenizer tokenizer = TestTokenizers.Read(entry.GetProperty("spec").GetString()!.Replace("@BYTES@", bytes));
            foreach (JsonElement line in entry.GetProperty("cases").EnumerateArray())
            {
                cases++;
                string text = line[0].GetString()!;
                int[] ids = Ids(line[1]);
                int[] framed = line[2].ValueKind == JsonValueKind.Null ? ids : Ids(line[2]);
                if (!tokenizer.Encode(text).SequenceEqual(ids)) failures.Add($"{name} {JsonSerializer.Serialize(text)}");
                if (!tokenizer.Encode(text, EncodeOptions.AddSpecialTokens).SequenceEqual(framed)) failures.Add($"{name} with special {JsonSerializer.Serialize(text)}");
                if (line[3].ValueKind == JsonValueKind.String && tokenizer.Decode(framed) != line[3].GetString()) failures.Add($"{name} decoded {JsonSerializer.Serialize(text)}");
                var stream = new StreamingDecoder(tokenizer);
                var streamed = new StringBuilder();
                foreach (int id in framed) streamed.Append(stream.Add(id));
                if (streamed.Append(stream.Flush()).ToString() != tokenizer.Decode(framed)) failures.Add($"{name} streamed {JsonSerializer.Serialize(text)}");
            }
        }
        Assert.True(cases > 200, $"only {cases} cases");
        Assert.True(failures.Count == 0, $"{failures.Count}:\n" + string.Join('\n', failures.Take(20)));
    }

    [Fact]
    public void A_tokenizer_that_is_not_byte_level_is_saved_as_it_was_read()
    {
        string json = TestTokenizers.Json(normalizer: """{"type":"Lowercase"}""");
        Tokenizer tokenizer = TestTokenizers.Read(json);
        Assert.IsType<PipelineTokenizer>(tokenizer);
        string folder = Directory.CreateTempSubdirectory("hone-tokenizer-").FullName;
        TokenizerDirectory.Save(tokenizer, new TokenizerConfig { ChatTemplate = "{{ messages }}" }, folder);
        Assert.Equal(json, File.ReadAllText(Path.Combine(folder, "tokenizer.json")));
        Directory.CreateDirectory(Path.Combine(folder, "additional_chat_templates"));
        File.WriteAllText(Path.Combine(folder, "additional_chat_templates", "rag.jinja"), "rag");
        File.WriteAllText(Path.Combine(folder, "special_tokens_map.json"), """{"cls_token":{"content":"[CLS]"}}""");
        (Tokenizer again, TokenizerConfig config) = TokenizerDirectory.Load(folder);
        Assert.Equal(tokenizer.Encode("ABC"), again.Encode("abc"));
        Assert.Equal("{{ messages }}", config.ChatTemplate);
        Assert.Equal("rag", config.NamedChatTemplates["rag"]);
        Assert.Equal("[CLS]", config.SpecialTokens["cls_token"]);
        File.WriteAllText(Path.Combine(folder, "chat_template.json"), """{"chat_template":"from json"}""");
        Assert.Equal("from json", TokenizerDirectory.Load(folder).Config.ChatTemplate);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_text_is_cut_to_a_length_between_its_framing_tokens()
    {
        Tokenizer tokenizer = TestTokenizers.Read(TestTokenizers.Json(postProcessor: """{"type":"BertProcessing","cls":["a",97],"sep":["b",98]}"""));
        Assert.Equal([97, 120, 121, 98], tokenizer.Encode("xyz", 4));
        Assert.Equal([97, 120, 121, 122, 98], tokenizer.Encode("xyz", 5));
        Assert.Equal([97, 98], tokenizer.Encode("xyz", 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => tokenizer.Encode("xyz", 1));
    }

    [Theory]
    [InlineData("gpt2")]
    [InlineData("llama3")]
    [InlineData("deepseek_v3")]
    [InlineData("gptoss")]
    public void A_hundred_thousand_random_texts_come_back(string name)
    {
        string folder = SharedData.Require($"tokenizers/{name}");
        Tokenizer tokenizer = TokenizerJsonReader.Read(SharedData.Unzip(Path.Combine(folder, "tokenizer.json.gz")), name);
        var random = new Random(20260101);
        var ids = new List<int>();
        var text = new StringBuilder();
        for (int i = 0; i < 100_000; i++)
        {
            text.Clear();
            for (int n = random.Next(1, 12); n > 0; n--)
            {
                int c = random.Next(8) switch { < 4 => random.Next(32, 127), 4 => random.Next(0x80, 0x3000), 5 => random.Next(0, 0xD800), 6 => random.Next(0xE000, 0x10000), _ => random.Next(0x10000, 0x110000) };
                text.Append(char.ConvertFromUtf32(c));
            }
            string expected = text.ToString();
            ids.Clear();
            tokenizer.Encode(expected, ids);
            if (tokenizer.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ids)) != expected) Assert.Fail($"text {i}: {JsonSerializer.Serialize(expected)}");
        }
    }

    private static int[] Ids(JsonElement array) => [.. array.EnumerateArray().Select(id => id.GetInt32())];
}
