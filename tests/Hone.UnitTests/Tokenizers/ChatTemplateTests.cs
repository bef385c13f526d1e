using System.Text.Json;
using Hone.Tokenizers;
using Xunit;

namespace Hone.UnitTests.Tokenizers;

public sealed class ChatTemplateTests
{
    private static readonly JsonElement Hello = ChatMessages.Of(("user", "Hi"), ("assistant", "Hello!"), ("user", "Bye"), ("assistant", "Goodbye."));

    private static string Render(string template, JsonElement? messages = null, TemplateLimits? limits = null) =>
        ChatTemplate.Parse(template, limits).Render(new ChatTemplateInput { Messages = messages ?? Hello });

    private static TemplateException Fails(string template, TemplateLimits? limits = null) => Assert.Throws<TemplateException>(() => Render(template, limits: limits));

    /// <summary>Expressions and statements with what Jinja2 3.1 made of them (Fixtures/jinja.json, written for this project).</summary>
    [Fact]
    public void The_language_is_that_of_jinja()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Fixture("jinja.json")));
        Dictionary<string, JsonElement> variables = document.RootElement.GetProperty("vars").EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        var failures = new List<string>();
        foreach (JsonElement line in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            string template = line.GetProperty("t").GetString()!;
            string? got = null;
            try
            {
                got = ChatTemplate.Parse(template).Render(new ChatTemplateInput { Messages = Hello, Variables = variables });
            }
            catch (TemplateException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
            // Where Jinja fails, so do we.
            string? expected = line.TryGetProperty("o", out JsonElement output) ? output.GetString() : null;
            if (got != expected) failures.Add($"{template}: expected {expected ?? "an error"}, got {got ?? "an error"}");
        }
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public void Published_templates_render_as_recorded()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("chat_templates/templates.json")));
        Dictionary<string, ChatTemplate> templates = document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => ChatTemplate.Parse(p.Value.GetString()!));
        var failures = new List<string>();
        int cases = 0;
        foreach (JsonElement line in SharedData.Lines(SharedData.Require("chat_templates/cases_shared.jsonl.gz")))
        {
            cases++;
            string? error = null;
            string? text = null;
            try
            {
                text = templates[line.GetProperty("template").GetString()!].Render(Input(line));
            }
            catch (TemplateException e)
            {
                error = e.Raised ? e.Reason : e.Message;
            }
            string? expected = line.TryGetProperty("expected", out JsonElement value) ? value.GetString() : null;
            string? raised = line.TryGetProperty("error", out JsonElement message) ? message.GetString() : null;
            if (text != expected || error != raised) failures.Add($"{line.GetProperty("template")} {line.GetProperty("conversation")}: {error}");
        }
        Assert.True(cases > 500, $"only {cases} cases");
        Assert.True(failures.Count == 0, $"{failures.Count} of {cases}:\n" + string.Join('\n', failures.Take(10)));
    }

    [Theory]
    [InlineData("a\nb\n{{ messages.x.y }}", 3)]
    [InlineData("\n{% if true %}\n{{ 1 + 'a' }}{% endif %}", 3)]
    [InlineData("\n\n{% nope %}", 3)]
    [InlineData("x\n{{ 'a' | nope }}", 2)]
    [InlineData("{# a\n\n #}\n{{ raise_exception('no') }}", 4)]
    public void Errors_name_their_line(string template, int line) => Assert.Equal(line, Fails(template).Line);

    [Theory]
    [InlineData("{{ ''.__class__ }}{{ ''.__class__.__mro__ }}")]
    [InlineData("{{ messages.__init__() }}")]
    [InlineData("{{ messages.append(1) }}")]
    [InlineData("{{ messages[0].update({}) }}")]
    [InlineData("{{ namespace.__globals__.x }}")]
    [InlineData("{{ ''|attr('__class__')|attr('x') }}")]
    [InlineData("{% include 'x' %}")]
    [InlineData("{% import 'x' as y %}")]
    public void Nothing_leads_out_of_the_sandbox(string template) => Fails(template);

    [Theory]
    [InlineData("{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}")]
    [InlineData("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}")]
    [InlineData("{% set ns = namespace(a='xxxxxxxxxx') %}{% for i in range(100) %}{% set ns.a = ns.a + ns.a %}{% endfor %}")]
    [InlineData("{{ 'x' * 1000000000 }}")]
    [InlineData("{{ [1] * 1000000000 }}")]
    [InlineData("{{ 10 ** (10 ** 10) }}")]
    [InlineData("{{ '%1000000000d' % 1 }}")]
    [InlineData("{{ 'x'.center(2000000000) }}")]
    [InlineData("{% set ns = namespace(a=[]) %}{% for i in range(100000) %}{% set ns.a = [ns.a] %}{% endfor %}{{ ns.a }}")]
    [InlineData("{% for i in range(100000) %}{{ 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' * 1000 }}{% endfor %}")]
    public void Work_is_bounded(string template) => Fails(template);

    [Fact]
    public void Depth_and_length_of_a_template_are_bounded()
    {
        Fails("{{ " + new string('(', 5000) + "1" + new string(')', 5000) + " }}");
        Fails("{{ " + string.Concat(Enumerable.Repeat("not ", 5000)) + "1 }}");
        Fails(string.Concat(Enumerable.Repeat("{% if 1 %}", 5000)));
        Fails("{{ " + string.Concat(Enumerable.Repeat("-", 5000)) + "1 }}");
        Fails(new string('x', 101), new TemplateLimits { MaxSourceLength = 100 });
        Fails("{{ 'x' * 101 }}", new TemplateLimits { MaxOutputLength = 100 });
        Fails("{% for i in range(100) %}{% endfor %}", new TemplateLimits { MaxSteps = 100 });
    }

    private static readonly Tokenizer Trained = TestTokenizers.Trained();

    private const string Plain = "{% for m in messages %}<|{{ m.role }}|>{{ m.content }}<|endoftext|>\n{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}";

    private static string Marked(EncodedChat chat) => string.Concat(chat.Ids.Zip(chat.Mask).Where(p => p.Second).Select(p => Trained.Decode([p.First])));

    [Fact]
    public void Marks_come_from_prefixes()
    {
        var encoder = new ChatEncoder(Trained, ChatTemplate.Parse(Plain));
        EncodedChat chat = encoder.Encode(Hello, new ChatEncodeOptions { Mask = ChatMask.AllAssistantTurns });
        Assert.Equal(ChatMaskSource.Prefixes, chat.MaskFrom);
        Assert.Equal("Hello!<|endoftext|>\nGoodbye.<|endoftext|>\n", Marked(chat));
        Assert.Equal(chat.Text, Trained.Decode(chat.Ids));
        Assert.Equal("Goodbye.<|endoftext|>\n", Marked(encoder.Encode(Hello, new ChatEncodeOptions { Mask = ChatMask.LastAssistantTurn })));
        Assert.Equal(0, encoder.Encode(Hello).MaskedCount);

        // What a server encodes as the prompt is what training had before the answer.
        EncodedChat prompt = encoder.Encode(ChatMessages.Of(("user", "Hi")), new ChatEncodeOptions { AddGenerationPrompt = true });
        Assert.Equal(chat.Ids.Take(prompt.Ids.Length), prompt.Ids);
        Assert.True(chat.Mask[prompt.Ids.Length]);
        Assert.False(chat.Mask[prompt.Ids.Length - 1]);
    }

    [Fact]
    public void Marks_come_from_generation_blocks()
    {
        const string Template = "{% for m in messages %}<|{{ m.role }}|>{% if m.role == 'assistant' %}{% generation %}{{ m.content }}<|endoftext|>{% endgeneration %}{% else %}{{ m.content }}{% endif %}\n{% endfor %}";
        var encoder = new ChatEncoder(Trained, ChatTemplate.Parse(Template));
        EncodedChat chat = encoder.Encode(Hello, new ChatEncodeOptions { Mask = ChatMask.AllAssistantTurns });
        Assert.Equal(ChatMaskSource.GenerationBlocks, chat.MaskFrom);
        Assert.Equal("Hello!<|endoftext|>Goodbye.<|endoftext|>", Marked(chat));
        Assert.Equal("Goodbye.<|endoftext|>", Marked(encoder.Encode(Hello, new ChatEncodeOptions { Mask = ChatMask.LastAssistantTurn })));
    }

    [Fact]
    public void A_template_that_rewrites_earlier_turns_is_refused_with_advice_and_marks_the_last()
    {
        const string Template = "{% for m in messages %}<|{{ m.role }}|>{% if m.role == 'assistant' and loop.last %}think {% endif %}{{ m.content }}\n{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}";
        var encoder = new ChatEncoder(Trained, ChatTemplate.Parse(Template));
        Assert.Contains("LastAssistantTurn", Assert.Throws<TemplateException>(() => encoder.Encode(Hello, new ChatEncodeOptions { Mask = ChatMask.AllAssistantTurns })).Message);
        Assert.Equal("think Goodbye.\n", Marked(encoder.Encode(Hello, new ChatEncodeOptions { Mask = ChatMask.LastAssistantTurn })));
        Assert.Throws<TemplateException>(() => encoder.Encode(ChatMessages.Of(("user", "Hi")), new ChatEncodeOptions { Mask = ChatMask.LastAssistantTurn }));
    }

    /// <summary>Templates damaged at random: each is rendered or refused, and nothing else. HONE_FUZZ_COUNT sets the number.</summary>
    [Fact]
    public void Damaged_templates_are_rendered_or_refused()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Fixture("jinja.json")));
        List<string> sources = [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(line => line.GetProperty("t").GetString()!), Plain];
        Dictionary<string, JsonElement> variables = document.RootElement.GetProperty("vars").EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        var limits = new TemplateLimits { MaxSteps = 200_000, MaxOutputLength = 1 << 20 };
        var random = new Random(20260102);
        int rendered = 0;
        int count = Fuzz.Count(5000);
        for (int i = 0; i < count; i++)
        {
            string template = Fuzz.Damage(sources[random.Next(sources.Count)], sources[random.Next(sources.Count)], random);
            try
            {
                ChatTemplate.Parse(template, limits).Render(new ChatTemplateInput { Messages = Hello, Variables = variables });
                rendered++;
            }
            catch (TemplateException)
            {
            }
            catch (Exception e)
            {
                Assert.Fail($"{e.GetType().Name} {e.Message} for {JsonSerializer.Serialize(template)}");
            }
        }
        Assert.InRange(rendered, count / 100, count);
    }

    private static ChatTemplateInput Input(JsonElement line) => new()
    {
        Messages = line.GetProperty("messages"),
        Tools = line.GetProperty("tools").ValueKind == JsonValueKind.Null ? null : line.GetProperty("tools"),
        AddGenerationPrompt = line.GetProperty("add_generation_prompt").GetBoolean(),
        Variables = line.GetProperty("kwargs").EnumerateObject().ToDictionary(p => p.Name, p => p.Value),
        SpecialTokens = line.GetProperty("special_tokens").EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).ToDictionary(p => p.Name, p => p.Value.GetString()!),
        Clock = new FixedClock(DateTime.Parse(line.GetProperty("now").GetString()!, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private sealed class FixedClock(DateTime day) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(day.Year, day.Month, day.Day, 9, 30, 0, TimeSpan.Zero);
    }
}
