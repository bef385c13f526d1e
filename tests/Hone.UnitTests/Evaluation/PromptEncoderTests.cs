using System.Text.Json;
using Hone.Evaluation.Running;
using Hone.Evaluation.Tasks;
using Hone.Evaluation.Tasks.Stories;
using Hone.Evaluation.Tasks.Tracker;
using Hone.Tokenizers;
using Hone.UnitTests.Training.Recipes;
using Xunit;

namespace Hone.UnitTests.Evaluation;

public sealed class PromptEncoderTests
{
    private const string Template =
        "{% for m in messages %}{{ 'A' if m.role == 'system' else 'Q' }}: {{ m.content }}={% endfor %}{% if add_generation_prompt %} A:{% endif %}{{ strftime_now('%d') }}";
    private static readonly TokenizerConfig Config = new() { ChatTemplate = Template };
    private static readonly EvalTask Stories = StoryTask.Create(new StoryOptions { TrainCount = 1, TestCount = 1 });
    private static readonly EvalTask Tracker = TrackerTask.Create(new TrackerOptions { TrainCount = 1, TestCount = 1 });

    [Fact]
    public void A_task_for_assistants_goes_through_the_template_and_others_do_not()
    {
        using var bench = new RecipeBench();
        Tokenizer tokenizer = TokenizerDirectory.Load(bench.ModelPath).Tokenizer;
        string Text(PromptEncoder encoder) => tokenizer.Decode(encoder.Encode("1+2"));
        Assert.Equal("Q: 1+2= A:26", Text(PromptEncoder.For(tokenizer, Config, Stories)));
        Assert.Equal("A: 4+5=Q: 1+2= A:26", Text(PromptEncoder.For(tokenizer, Config, Stories, systemPrompt: "4+5")));
        Assert.Equal("1+2", Text(PromptEncoder.For(tokenizer, Config, Stories, applyTemplate: false)));
        Assert.Equal("1+2", Text(PromptEncoder.For(tokenizer, Config, Tracker)));
        Assert.Equal("Q: 1+2= A:26", Text(PromptEncoder.For(tokenizer, Config, Tracker, applyTemplate: true)));
        Assert.Throws<TemplateException>(() => PromptEncoder.For(tokenizer, null, Stories));
    }
}
