using System.Text;
using Hone.Tokenizers;
using Xunit;

namespace Hone.UnitTests.Tokenizers;

public sealed class TokenizerConfigTests
{
    private static TokenizerConfig Read(string json) => TokenizerConfig.Read(Encoding.UTF8.GetBytes(json), "tokenizer_config.json");

    [Fact]
    public void Tokens_are_read_as_text_or_as_objects_and_templates_as_one_or_many()
    {
        TokenizerConfig c = Read("""{"bos_token":{"__type":"AddedToken","content":"<s>"},"eos_token":"</s>","pad_token":null,"add_bos_token":true,"chat_template":"{{ x }}","model_max_length":1e30}""");
        Assert.Equal(("<s>", "</s>", null, null, true, null, "{{ x }}"), (c.BosToken, c.EosToken, c.PadToken, c.UnknownToken, c.AddBosToken, c.AddEosToken, c.ChatTemplate));
        c = Read("""{"chat_template":[{"name":"default","template":"a"},{"name":"tool_use","template":"b"}]}""");
        Assert.Equal("a", c.ChatTemplate);
        Assert.Equal("b", c.NamedChatTemplates["tool_use"]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"bos_token":1}""")]
    [InlineData("""{"bos_token":{}}""")]
    [InlineData("""{"chat_template":{}}""")]
    [InlineData("""{"chat_template":[1]}""")]
    [InlineData("""{"add_bos_token":"yes"}""")]
    public void A_malformed_configuration_is_refused(string json) => Assert.Throws<TokenizerFormatException>(() => Read(json));

    [Fact]
    public void A_directory_is_the_same_after_saving_and_loading()
    {
        string directory = Directory.CreateTempSubdirectory("hone-tokenizer-").FullName;
        try
        {
            ByteLevelBpe tokenizer = TestTokenizers.Trained();
            var config = new TokenizerConfig { EosToken = "<|endoftext|>", PadToken = "<|endoftext|>", ChatTemplate = "{% for m in messages %}<|user|>{{ m.content }}{% endfor %}" };
            TokenizerDirectory.Save(tokenizer, config, directory);
            byte[][] files = Files();
            (Tokenizer loaded, TokenizerConfig again) = TokenizerDirectory.Load(directory);
            Assert.Equal((null, 0, 0), (loaded.BosId, loaded.EosId, loaded.PadId));
            Assert.Equal(config.ChatTemplate, again.ChatTemplate);
            TokenizerDirectory.Save((ByteLevelBpe)loaded, again, directory);
            Assert.Equal(files, Files());

            File.WriteAllText(Path.Combine(directory, "chat_template.jinja"), "other");
            Assert.Equal("other", TokenizerDirectory.Load(directory).Config.ChatTemplate);
            TokenizerDirectory.Save(tokenizer, config with { BosToken = "<nowhere>" }, directory);
            Assert.Contains("<nowhere>", Assert.Throws<TokenizerFormatException>(() => TokenizerDirectory.Load(directory)).Message);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }

        byte[][] Files() => [File.ReadAllBytes(Path.Combine(directory, "tokenizer.json")), File.ReadAllBytes(Path.Combine(directory, "tokenizer_config.json"))];
    }

    [Fact]
    public void Named_templates_are_written_and_read_again()
    {
        var config = new TokenizerConfig { ChatTemplate = "a", NamedChatTemplates = new Dictionary<string, string> { ["rag"] = "c", ["tool_use"] = "b" } };
        using var stream = new MemoryStream();
        config.Write(stream);
        TokenizerConfig again = TokenizerConfig.Read(stream.ToArray(), "x");
        Assert.Equal(("a", "c", "b"), (again.ChatTemplate, again.NamedChatTemplates["rag"], again.NamedChatTemplates["tool_use"]));
    }
}
