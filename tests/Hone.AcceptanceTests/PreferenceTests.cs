using System.Text.Json;

namespace Hone.AcceptanceTests;

/// <summary>Preference training, conversations and fetched models as a user sees them.</summary>
public sealed class PreferenceTests(TinyModel model)
{
    private const string Template =
        "{% for m in messages %}{{ m.role }}: {{ m.content }}{{ eos_token }}{% endfor %}{% if add_generation_prompt %}assistant: {% endif %}";

    [Fact]
    public void TheMarginRisesOnHeldOutPairsAndAResumeHasTheSameBits()
    {
        string[] settings = ["max_steps=6", "batch_size=16", "micro_batch=16", "eval_examples=32", "eval_steps=6", "save_steps=3"];
        string whole = Path.Combine(model.Root, "dpo-whole"), half = Path.Combine(model.Root, "dpo-half");
        HoneOutput output = HoneProcess.Run(model.Root, ["train", "dpo-base", .. settings, $"output_dir={whole}"]).AssertSucceeded();
        Assert.Contains("rewards/margins", output.Error);
        JsonElement last = JsonDocument.Parse(File.ReadLines(Path.Combine(whole, "metrics.jsonl")).Last()).RootElement;
        Assert.True(last.GetProperty("eval_rewards/margins").GetDouble() > 0.05);
        Assert.True(last.GetProperty("eval_rewards/accuracies").GetDouble() > 0.5);

        HoneProcess.Run(model.Root, ["train", "dpo-base", .. settings[1..], "max_steps=3", $"output_dir={half}"]).AssertSucceeded();
        Directory.Delete(Path.Combine(half, "model"), recursive: true);
        HoneProcess.Run(model.Root, ["train", "dpo-base", .. settings, $"output_dir={half}", "micro_batch=6", "--resume"]).AssertSucceeded();
        Assert.Equal(File.ReadAllBytes(Path.Combine(whole, "model", "model.safetensors")), File.ReadAllBytes(Path.Combine(half, "model", "model.safetensors")));
    }

    [Fact]
    public void AModelIsTrainedOnConversationsAndTalks()
    {
        string chatty = model.Copy("chatty");
        File.WriteAllText(Path.Combine(chatty, "chat_template.jinja"), Template);
        model.Write("chat/data.jsonl", """
            {"messages": [{"role": "user", "content": "7+5"}, {"role": "assistant", "content": "12"}]}
            {"messages": [{"role": "user", "content": "20-4"}, {"role": "assistant", "content": "16"}]}
            """);
        model.Write("chat/recipe.yaml", "recipe: sft\nmodel: ../chatty\ndata: data.jsonl\npacking: true\nbatch_size: 2\nmax_steps: 60\nlearning_rate: 1.0e-2\nlogging_steps: 60\n");
        HoneProcess.Run(model.Root, "train", "chat/recipe.yaml", "output_dir=chat/run").AssertSucceeded();
        string trained = Path.Combine("chat", "run", "model");
        Assert.Equal("12\n16\n12\n", HoneProcess.Run(model.Root, "7+5\n/reset\n20-4\n/reset\n\n7+5\n/exit\n", ["chat", trained, "--temperature", "0", "--max-new-tokens", "8"]).AssertSucceeded().Out.ReplaceLineEndings("\n"));
        HoneProcess.Run(model.Root, "", ["chat", "tiny"]).AssertRefused(1, "no chat template");
    }

    [Fact]
    public void AModelThatCannotBeFetchedIsTwoLines()
    {
        HoneProcess.Run(model.Root, "pull", "a/b/c").AssertRefused(2, "neither a folder nor user/repo");
        HoneProcess.Run(model.Root, "generate", "nobody/nothing-here", "x").AssertRefused(1, "hone pull nobody/nothing-here");
        Assert.Equal("tiny\n", HoneProcess.Run(model.Root, "pull", "tiny").AssertSucceeded().Out.ReplaceLineEndings("\n"));
    }
}
