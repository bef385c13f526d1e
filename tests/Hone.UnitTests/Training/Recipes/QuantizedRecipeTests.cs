using Hone.Models;
using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Metrics;
using Hone.Training.Recipes;
using Hone.Training.Rollouts;
using Hone.Training.Runs;
using Xunit;

namespace Hone.UnitTests.Training.Recipes;

/// <summary>QLoRA: adapters over a base in blocks. Sampling and training read the same blocks, so that on-policy is on-policy to the bit.</summary>
public sealed class QuantizedRecipeTests : IDisposable
{
    private const string Difference = "sampling/sampling_logp_difference/max";

    private readonly RecipeBench _bench = new(wide: true);
    private readonly CpuBackend _backend = new(threads: 1);

    public void Dispose()
    {
        _backend.Dispose();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("quantize=q8_0")]
    [InlineData("quantize=q4_0")]
    [InlineData("quantize=q4_1 num_iterations=2 beta=0.1")]
    [InlineData("load_in_4bit=true use_dora=true")]
    [InlineData("gguf=Q8_0")]
    [InlineData("gguf=Q4_0")]
    [InlineData("gguf=Q4_0 quantize=none")]
    [InlineData("gguf=Q4_1 lora_target_modules=[lm_head,embed_tokens,up_proj] top_k=20")]
    public void ReinforcementLearningIsOnPolicyAndNoMicroBatchMovesABit(string settings)
    {
        string[] overrides = ["lora_r=2", .. Overrides(settings)];
        string one = _bench.NewRun(), other = _bench.NewRun();
        RecipeBench.Run(_bench.Rl(one, overrides), RecipeBench.Context(_backend));
        RecipeBench.Run(_bench.Rl(other, [.. overrides, "micro_batch=1", "gradient_checkpointing=true"]), RecipeBench.Context(_backend));
        IReadOnlyList<MetricsLine> lines = RecipeBench.Metrics(one);
        Assert.Equal(4, lines.Count);
        Assert.All(lines.Where(line => line.Values.ContainsKey(Difference)), line => Assert.Equal(0.0, line.Values[Difference]));
        Assert.Contains(lines, line => line.Values.GetValueOrDefault("sampling/compared_tokens") > 0);
        Assert.Contains(lines, line => line.Values["grad_norm"] > 0);
        Assert.Equal(RecipeBench.TimelessMetrics(one), RecipeBench.TimelessMetrics(other));
        Assert.True(Weights(one).AsSpan().SequenceEqual(Weights(other)), "The micro-batch moved a bit.");
    }

    // One bit of one block's scale: it doubles or halves 32 weights of a row.
    [Theory]
    [InlineData("gguf=Q8_0")]
    [InlineData("gguf=Q4_0")]
    [InlineData("quantize=q8_0")]
    [InlineData("quantize=q4_0")]
    public void OneFlippedBitOfABlockIsSeen(string settings)
    {
        RlConfig config = _bench.Rl("unused", ["lora_r=2", "prompts_per_step=8", .. Overrides(settings)]);
        using TrainedModel trained = TrainedModel.Open(config.Model, config.Lora, config.Quantize, null, 1, _backend);
        using var workspace = new GradientWorkspace(trained.Model);
        using var generator = new RolloutGenerator(trained, config);
        Rollout[] rollouts = [.. generator.Generate(RecipeBench.Task.Train, 0, CancellationToken.None)];
        var advantages = new double[rollouts.Length];
        Array.Fill(advantages, 1.0);
        double Largest() => new PolicyStep(trained.Model, trained.Model, config, workspace) { AdapterSlot = trained.AdapterSlot }
            .Run([.. rollouts.Select(r => Claim(r, trained.Model.Version))], advantages, reused: false).Metrics.Single(m => m.Key == Difference).Value;
        Assert.Equal(0.0, Largest());
        Parameter[] quantized = [.. trained.Model.Parameters.Where(p => p.Blocks is not null)];
        Assert.Equal(settings.StartsWith("gguf", StringComparison.Ordinal) ? 15 : 14, quantized.Length);
        foreach (Parameter parameter in quantized)
        {
            FlipScale(parameter);
            Assert.True(Largest() > 0, $"a flipped bit of {parameter} was not seen");
            FlipScale(parameter);
        }
        Assert.Equal(0.0, Largest());
    }

    [Theory]
    [InlineData("quantize=q8_0")]
    [InlineData("gguf=Q4_0")]
    [InlineData("load_in_4bit=true")]
    public void SupervisedFineTuningLearnsAndResumes(string settings)
    {
        string data = _bench.Write("data.jsonl", "{\"prompt\": \"Q: 1+2= A:\", \"completion\": \" 3\"}\n{\"prompt\": \"Q: 4+5= A:\", \"completion\": \" 9\"}\n");
        string[] overrides = ["lora_r=4", "max_steps=12", .. Overrides(settings)];
        string whole = _bench.NewRun(), cut = _bench.NewRun();
        SftRecipe.Run(_bench.Sft(whole, data, overrides), RecipeBench.Context(_backend));
        AssertLearned(whole, 0.8);
        SftRecipe.Run(_bench.Sft(cut, data, overrides), RecipeBench.StoppingAfter(5, _backend));
        SftRecipe.Run(_bench.Sft(cut, data, overrides), RecipeBench.Context(_backend, resume: true));
        Assert.True(Weights(whole).AsSpan().SequenceEqual(Weights(cut)), "The resumed run ends in other weights.");
    }

    [Theory]
    [InlineData("quantize=q4_0")]
    [InlineData("gguf=Q8_0")]
    public void PreferenceTrainingLearnsAndResumes(string settings)
    {
        string data = _bench.Write("pairs.jsonl", """
            {"prompt": "Q: 1+2= A:", "chosen": " 3", "rejected": " 8 8"}
            {"prompt": "Q: 4+5= A:", "chosen": " 9", "rejected": " 1"}
            {"prompt": "Q: 8+0= A:", "chosen": " 8", "rejected": " 0 1"}
            """);
        DpoConfig Config(string output) => DpoConfig.Read(RecipeReader.Parse(
            $"""
            recipe: dpo
            model: {_bench.ModelPath}
            data: {data}
            output_dir: {output}
            batch_size: 3
            max_steps: 8
            learning_rate: 1.0e-2
            lr_scheduler_type: constant
            save_steps: 0
            micro_batch: 2
            seed: 3
            lora_r: 2
            """, "dpo.yaml", Overrides(settings)));
        string whole = _bench.NewRun(), cut = _bench.NewRun();
        DpoRecipe.Run(Config(whole), RecipeBench.Context(_backend));
        AssertLearned(whole, 0.9);
        DpoRecipe.Run(Config(cut), RecipeBench.StoppingAfter(3, _backend));
        DpoRecipe.Run(Config(cut), RecipeBench.Context(_backend, resume: true));
        Assert.True(Weights(whole).AsSpan().SequenceEqual(Weights(cut)), "The resumed run ends in other weights.");
    }

    [Fact]
    public void AnAdapterKnowsItsBase()
    {
        string run = _bench.NewRun(), model = Path.Combine(run, "model"), gguf = _bench.WriteGguf(GgmlType.Q8_0), other = _bench.WriteGguf(GgmlType.Q4_0);
        RecipeBench.Run(_bench.Rl(run, "lora_r=2", "model=" + gguf), RecipeBench.Context(_backend));
        Assert.Equal(new AdapterBase(gguf, AdapterBase.Of(gguf, null, true).Sha256, null, true), AdapterBase.Read(model));
        using (TrainedModel opened = TrainedModel.OpenAdapted(gguf, model, _backend))
            Assert.Equal(15, opened.Model.Parameters.Count(p => p.Blocks is not null));
        Assert.Contains("hash", RecipeBench.Line<RecipeException>(() => TrainedModel.OpenAdapted(other, model, _backend)));
        Assert.Contains("held as numbers", RecipeBench.Line<RecipeException>(() => TrainedModel.OpenAdapted(gguf, model, _backend, new())));
        Assert.True(File.Exists(Path.Combine(model, "tokenizer.json")));
    }

    [Fact]
    public void AQuantizedBaseIsFrozenAndTheRunSavesTheAdapterAlone()
    {
        string run = _bench.NewRun();
        RecipeBench.Run(_bench.Rl(run, "lora_r=2", "quantize=q4_0"), RecipeBench.Context(_backend));
        Assert.Equal(QuantFormat.Q4_0, AdapterBase.Read(Path.Combine(run, "model"))!.Quantize);
        Assert.False(File.Exists(Path.Combine(run, "model", "model.safetensors")));
        using TrainedModel after = TrainedModel.OpenAdapted(_bench.ModelPath, Path.Combine(run, "model"), _backend);
        Assert.All(after.Model.Parameters, p => Assert.False(p.IsTrainable));
        Assert.Contains(after.Adapter!.Parameters.Where(p => p.Name.Contains("lora_B", StringComparison.Ordinal)), p => RecipeBench.Read(_backend, p.Value).Any(v => v != 0));
    }

    [Theory]
    [InlineData("quantize=q4_0", "lora_r")]
    [InlineData("load_in_4bit=true", "lora_r")]
    [InlineData("lora_r=2 load_in_4bit=true quantize=q8_0", "nf4")]
    [InlineData("lora_r=2 quantize=q4_9", "q4_0")]
    public void WrongKeysAreOneLine(string settings, string part) =>
        Assert.Contains(part, RecipeBench.Line<RecipeException>(() => _bench.Rl(_bench.NewRun(), settings.Split(' '))));

    [Fact]
    public void RowsThatAreNoWholeBlocksAreOneLineAndLeaveNoRun()
    {
        string run = _bench.NewRun();
        Assert.Contains("Q4_K", RecipeBench.Line<RecipeException>(() => RecipeBench.Run(_bench.Rl(run, "lora_r=2", "quantize=q4_k"), RecipeBench.Context(_backend))));
        Assert.False(Directory.Exists(run));
    }

    private string[] Overrides(string settings) =>
        [.. settings.Split(' ').Select(s => s.StartsWith("gguf=", StringComparison.Ordinal) ? "model=" + _bench.WriteGguf(Enum.Parse<GgmlType>(s[5..])) : s)];

    private void FlipScale(Parameter parameter)
    {
        QuantizedTensor blocks = parameter.Blocks!;
        var row = new byte[blocks.Format.RowBytes(blocks.Columns)];
        _backend.UnpackBlocks(blocks, 1, row);
        row[1] ^= 0x04; // the lowest bit of the float16's exponent
        _backend.PackBlocks(row, blocks, 1);
        parameter.MarkChanged();
    }

    // The records claim the weights as they are now, as a rollout with stale weights would.
    private static Rollout Claim(Rollout rollout, long version) => new()
    {
        Example = rollout.Example,
        Group = rollout.Group,
        PromptIds = rollout.PromptIds,
        CompletionIds = rollout.CompletionIds,
        LogProbs = rollout.LogProbs,
        Entropies = rollout.Entropies,
        KeptIds = rollout.KeptIds,
        Text = rollout.Text,
        Terminated = rollout.Terminated,
        DeclaredLength = rollout.DeclaredLength,
        WeightVersion = version,
    };

    private static void AssertLearned(string run, double share)
    {
        IReadOnlyList<MetricsLine> lines = RecipeBench.Metrics(run);
        Assert.True(lines[^1].Values["loss"] < lines[0].Values["loss"] * share, $"{lines[0].Values["loss"]} to {lines[^1].Values["loss"]}");
    }

    private static byte[] Weights(string run) => File.ReadAllBytes(Path.Combine(run, "model", PeftDirectory.WeightsFileName));
}
