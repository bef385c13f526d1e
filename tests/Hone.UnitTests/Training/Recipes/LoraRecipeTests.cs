using Hone.Models;
using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Metrics;
using Hone.Training.Recipes;
using Hone.Training.Runs;
using Xunit;

namespace Hone.UnitTests.Training.Recipes;

/// <summary>Recipes that train an adapter: on-policy to the bit, the base as it was, resumed to the same bits, an adapter directory at the end.</summary>
public sealed class LoraRecipeTests : IDisposable
{
    private readonly RecipeBench _bench = new();
    private readonly CpuBackend _backend = new(threads: 1);

    public void Dispose()
    {
        _backend.Dispose();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("lora_r=2")]
    [InlineData("lora_r=2 num_iterations=2 beta=0.1")]
    [InlineData("lora_r=2 use_dora=true lora_target_modules=[q_proj,down_proj] beta=0.1")]
    [InlineData("use_peft=true lora_r=1 use_rslora=true lora_target_modules=.*v_proj lora_modules_to_save=[lm_head] top_k=20")]
    [InlineData("lora_r=2 lora_target_modules=[lm_head,embed_tokens,up_proj] entropy_coef=0.01")]
    public void ReinforcementLearningIsOnPolicyAndNoMicroBatchMovesABit(string settings)
    {
        string[] overrides = settings.Split(' ');
        string one = _bench.NewRun(), other = _bench.NewRun();
        RecipeBench.Run(_bench.Rl(one, overrides), RecipeBench.Context(_backend));
        RecipeBench.Run(_bench.Rl(other, [.. overrides, "micro_batch=1", "gradient_checkpointing=true"]), RecipeBench.Context(_backend));
        IReadOnlyList<MetricsLine> lines = RecipeBench.Metrics(one);
        Assert.Equal(4, lines.Count);
        Assert.All(lines.Where(line => line.Values.ContainsKey("sampling/sampling_logp_difference/max")),
            line => Assert.Equal(0.0, line.Values["sampling/sampling_logp_difference/max"]));
        Assert.Contains(lines, line => line.Values.GetValueOrDefault("sampling/compared_tokens") > 0);
        Assert.Contains(lines, line => line.Values["grad_norm"] > 0);
        Assert.Equal(RecipeBench.TimelessMetrics(one), RecipeBench.TimelessMetrics(other));
        Assert.True(Weights(one).AsSpan().SequenceEqual(Weights(other)), "The micro-batch moved a bit.");
        if (settings.Contains("beta", StringComparison.Ordinal))
            Assert.Contains(lines, line => line.Values["kl"] > 0);
    }

    [Fact]
    public void TheReferenceIsTheBaseAndTheBaseStaysAsItWas()
    {
        string run = _bench.NewRun();
        RecipeBench.Run(_bench.Rl(run, "lora_r=2", "beta=0.1"), RecipeBench.Context(_backend));
        // B begins at 0: before the first update policy and reference are the same bits.
        Assert.Equal(0.0, RecipeBench.Metrics(run)[0].Values["kl"]);
        using TrainedModel before = TrainedModel.Open(_bench.ModelPath, _backend), after = TrainedModel.OpenAdapted(_bench.ModelPath, Path.Combine(run, "model"), _backend);
        Assert.Equal(RecipeBench.Values(before), RecipeBench.Values(after));
        Assert.Contains(after.Adapter!.Parameters.Where(p => p.Name.Contains("lora_B", StringComparison.Ordinal)), p => RecipeBench.Read(_backend, p.Value).Any(v => v != 0));
    }

    [Fact]
    public void ResumedRunsEndInTheSameBytes()
    {
        string whole = _bench.NewRun(), cut = _bench.NewRun();
        RecipeBench.Run(_bench.Rl(whole, "lora_r=2"), RecipeBench.Context(_backend));
        RecipeBench.Run(_bench.Rl(cut, "lora_r=2"), RecipeBench.StoppingAfter(2, _backend));
        Assert.False(Directory.Exists(Path.Combine(cut, "model")));
        string message = RecipeBench.Line<RecipeException>(() => RecipeBench.Run(_bench.Rl(cut, "lora_r=3"), RecipeBench.Context(_backend, resume: true)));
        Assert.Contains("the recipe has r 3", message);
        RecipeBench.Run(_bench.Rl(cut, "lora_r=2"), RecipeBench.Context(_backend, resume: true));
        Assert.Equal(RecipeBench.TimelessMetrics(whole), RecipeBench.TimelessMetrics(cut));
        Assert.True(Weights(whole).AsSpan().SequenceEqual(Weights(cut)), "The resumed run ends in other weights.");
    }

    [Fact]
    public void SupervisedFineTuningLearnsAndResumes()
    {
        string data = _bench.Write("data.jsonl", "{\"prompt\": \"Q: 1+2= A:\", \"completion\": \" 3\"}\n{\"prompt\": \"Q: 4+5= A:\", \"completion\": \" 9\"}\n");
        string whole = _bench.NewRun(), cut = _bench.NewRun();
        SftRecipe.Run(_bench.Sft(whole, data, "lora_r=4", "max_steps=20"), RecipeBench.Context(_backend));
        IReadOnlyList<MetricsLine> lines = RecipeBench.Metrics(whole);
        Assert.True(lines[^1].Values["loss"] < lines[0].Values["loss"] * 0.8, $"{lines[0].Values["loss"]} to {lines[^1].Values["loss"]}");
        SftRecipe.Run(_bench.Sft(cut, data, "lora_r=4", "max_steps=20"), RecipeBench.StoppingAfter(7, _backend));
        SftRecipe.Run(_bench.Sft(cut, data, "lora_r=4", "max_steps=20"), RecipeBench.Context(_backend, resume: true));
        Assert.True(Weights(whole).AsSpan().SequenceEqual(Weights(cut)), "The resumed run ends in other weights.");
        Assert.True(File.Exists(Path.Combine(whole, "model", "tokenizer.json")));
        Assert.Equal(_bench.ModelPath, PeftDirectory.ReadConfig(Path.Combine(whole, "model")).BaseModel);
    }

    [Theory]
    [InlineData("lora_alpha=8", "lora_alpha is given" , "lora_r")]
    [InlineData("lora_r=2 lora_dropout=0.1", "lora_dropout", "write 0")]
    [InlineData("lora_r=0", "lora_r", "at least 1")]
    public void WrongKeysAreOneLine(string settings, string one, string other)
    {
        string message = RecipeBench.Line<RecipeException>(() => _bench.Rl(_bench.NewRun(), settings.Split(' ')));
        Assert.True(message.Contains(one, StringComparison.Ordinal) || message.Contains(other, StringComparison.Ordinal), message);
    }

    [Theory]
    [InlineData("lora_target_modules=[qproj]", "qproj")]
    [InlineData("lora_target_modules=[q_proj,w_proj]", "w_proj")]
    [InlineData("lora_target_modules=\"(\"", "regular expression")]
    [InlineData("lora_modules_to_save=[norm]", "norm")]
    public void ModulesThatAreNotThereAreOneLineAndLeaveNoRun(string setting, string part)
    {
        string run = _bench.NewRun();
        string message = RecipeBench.Line<RecipeException>(() => RecipeBench.Run(_bench.Rl(run, "lora_r=2", setting), RecipeBench.Context(_backend)));
        Assert.Contains(part, message);
        Assert.False(Directory.Exists(run));
    }

    private static byte[] Weights(string run) => File.ReadAllBytes(Path.Combine(run, "model", PeftDirectory.WeightsFileName));
}
