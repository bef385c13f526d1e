using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Metrics;
using Hone.Training.Recipes;
using Hone.Training.Rewards;
using Hone.Training.Runs;
using Xunit;

namespace Hone.UnitTests.Training.Recipes;

/// <summary>Every setting of a reinforcement learning recipe runs, stays finite, is on-policy to the bit and does not depend on the micro-batch.</summary>
public sealed class RlSettingsTests : IDisposable
{
    private const string Difference = "sampling/sampling_logp_difference/max";

    private readonly RecipeBench _bench = new();
    private readonly CpuBackend _backend = new(threads: 1);

    public void Dispose()
    {
        _backend.Dispose();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("loss_type=grpo num_iterations=2")]
    [InlineData("loss_type=bnpo num_iterations=2")]
    [InlineData("loss_type=dr_grpo num_iterations=2")]
    [InlineData("loss_type=dapo num_iterations=2")]
    [InlineData("loss_type=cispo num_iterations=2 epsilon_high=5.0")]
    [InlineData("loss_type=luspo num_iterations=2 importance_sampling_level=sequence")]
    [InlineData("loss_type=sapo num_iterations=2")]
    [InlineData("loss_type=vespo num_iterations=2")]
    [InlineData("importance_sampling_level=sequence num_iterations=2 loss_type=grpo")]
    [InlineData("steps_per_generation=2 num_iterations=2")]
    [InlineData("steps_per_generation=2")]
    [InlineData("beta=0.1")]
    [InlineData("beta=0.1 use_bias_correction_kl=true num_iterations=2")]
    [InlineData("beta=0.1 use_bias_correction_kl=true num_iterations=2 importance_sampling_level=sequence")]
    [InlineData("entropy_coef=0.01")]
    [InlineData("entropy_coef=0.01 top_entropy_quantile=0.3 num_iterations=2")]
    [InlineData("top_entropy_quantile=0.3 num_iterations=2")]
    [InlineData("off_policy_mask_threshold=0.0001 num_iterations=2")]
    [InlineData("delta=1.05 num_iterations=2")]
    [InlineData("epsilon=0.01 epsilon_high=0.02 num_iterations=2")]
    [InlineData("mask_truncated_completions=true")]
    [InlineData("temperature=0.7")]
    [InlineData("top_k=5")]
    [InlineData("top_p=0.7")]
    [InlineData("min_p=0.1")]
    [InlineData("temperature=0.7 top_k=9 top_p=0.9 min_p=0.02 num_iterations=2 beta=0.05 entropy_coef=0.01")]
    [InlineData("top_k=1")]
    [InlineData("kv_cache_dtype=bfloat16")]
    [InlineData("kv_cache_dtype=int8 gradient_checkpointing=true")]
    [InlineData("kv_cache_dtype=int8 beta=0.1 top_k=5 num_iterations=2")]
    [InlineData("scale_rewards=batch")]
    [InlineData("scale_rewards=none optimizer=sgd momentum=0.9")]
    [InlineData("optimizer=muon muon_learning_rate=0.01 weight_decay=0.1")]
    public void ASettingChangesNoPromise(string settings)
    {
        string[] overrides = settings.Split(' ');
        RlConfig config = _bench.Rl(_bench.NewRun(), [.. overrides, "micro_batch=1"]);
        RecipeBench.Run(config, RecipeBench.Context(_backend));
        foreach (int microBatch in (int[])[5, 64])
        {
            RlConfig other = _bench.Rl(_bench.NewRun(), [.. overrides, $"micro_batch={microBatch}"]);
            RecipeBench.Run(other, RecipeBench.Context(_backend));
            RecipeBench.SameOutcome(config.Run.OutputDir, other.Run.OutputDir);
        }

        IReadOnlyList<MetricsLine> lines = RecipeBench.Metrics(config.Run.OutputDir);
        Assert.Equal(config.Run.MaxSteps, lines.Count);
        int updates = config.StepsPerGeneration * config.NumIterations;
        for (int i = 0; i < lines.Count; i++)
        {
            Assert.All(lines[i].Values, v => Assert.True(double.IsFinite(v.Value), $"step {lines[i].Step}: {v.Key} is {v.Value}"));
            Assert.Equal(i % updates == 0, lines[i].Values.ContainsKey(Difference));
            if (i % updates == 0)
            {
                Assert.Equal(0.0, lines[i].Values[Difference]);
                Assert.True(lines[i].Values["sampling/compared_tokens"] > 0);
            }
        }
        if (config.Loss.NeedsReference)
        {
            Assert.Equal(0.0, lines[0].Values["kl"]);
            Assert.True(lines[^1].Values["kl"] > 0);
        }
    }

    [Fact]
    public void TheSettingsThatAreComparedDoSomething()
    {
        byte[] plain = Weights();
        foreach (string setting in (string[])["mask_truncated_completions=true", "top_entropy_quantile=0.3", "entropy_coef=0.01", "beta=0.5", "top_k=5", "temperature=0.7", "num_iterations=2"])
            Assert.False(plain.AsSpan().SequenceEqual(Weights(setting)), $"{setting} changed nothing");
        Assert.True(plain.AsSpan().SequenceEqual(Weights("threads=7")));
    }

    private byte[] Weights(params string[] overrides)
    {
        string run = _bench.NewRun();
        RecipeBench.Run(_bench.Rl(run, overrides), RecipeBench.Context(_backend));
        return RecipeBench.Weights(run);
    }

    [Theory]
    [InlineData("optimizer=adamw")]
    [InlineData("optimizer=muon")]
    [InlineData("optimizer=sgd", "momentum=0.9")]
    public void EqualRewardsChangeNoWeight(params string[] overrides)
    {
        string run = _bench.NewRun();
        RecipeBench.Run(_bench.Rl(run, overrides), RecipeBench.Context(_backend), new NamedReward("same", _ => 0.5));
        Assert.All(RecipeBench.Metrics(run), line =>
        {
            Assert.Equal(0.0, line.Values["grad_norm"]);
            Assert.Equal(1.0, line.Values["frac_reward_zero_std"]);
            Assert.Equal(0.0, line.Values[Difference]);
        });
        using TrainedModel before = TrainedModel.Open(_bench.ModelPath, _backend), after = TrainedModel.Open(Path.Combine(run, "model"), _backend);
        Assert.Equal(RecipeBench.Values(before), RecipeBench.Values(after));
    }

    [Fact]
    public void ARewardThatJudgesNothingTeachesNothing()
    {
        string run = _bench.NewRun();
        RecipeBench.Run(_bench.Rl(run), RecipeBench.Context(_backend), new NamedReward("silent", _ => null));
        using TrainedModel before = TrainedModel.Open(_bench.ModelPath, _backend), after = TrainedModel.Open(Path.Combine(run, "model"), _backend);
        Assert.Equal(RecipeBench.Values(before), RecipeBench.Values(after));
    }

    [Theory]
    [InlineData("num_iterations=1")]
    [InlineData("steps_per_generation=2", "beta=0.1", "optimizer=muon")]
    [InlineData("optimizer=sgd", "momentum=0.9", "lr_scheduler_type=linear")]
    public void AnInterruptedRunEndsInTheSameBits(params string[] overrides)
    {
        string whole = _bench.NewRun(), stopped = _bench.NewRun();
        RecipeBench.Run(_bench.Rl(whole, [.. overrides, "max_steps=6"]), RecipeBench.Context(_backend));
        RecipeResult first = RecipeBench.Run(_bench.Rl(stopped, [.. overrides, "max_steps=6"]), RecipeBench.StoppingAfter(3, _backend));
        Assert.True(first.Interrupted);
        Assert.Null(first.ModelPath);
        Assert.Equal([first.Steps], RecipeBench.Checkpoints(stopped));
        RecipeResult second = RecipeBench.Run(_bench.Rl(stopped, [.. overrides, "max_steps=6"]), RecipeBench.Context(_backend, resume: true));
        Assert.Equal((6L, false), (second.Steps, second.Interrupted));
        RecipeBench.SameOutcome(whole, stopped);
    }
}
