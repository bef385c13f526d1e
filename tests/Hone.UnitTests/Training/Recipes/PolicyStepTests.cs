using Hone.Models;
using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Optimizers;
using Hone.Training.Recipes;
using Hone.Training.Rewards;
using Hone.Training.Rollouts;
using Hone.Training.Runs;
using Xunit;

namespace Hone.UnitTests.Training.Recipes;

/// <summary>One policy step by itself: rows at rest, recomputation, and the comparison of sampling with training.</summary>
public sealed class PolicyStepTests : IDisposable
{
    private const string Difference = "sampling/sampling_logp_difference/max";

    private readonly RecipeBench _bench = new();
    private readonly CpuBackend _backend = new(threads: 1);
    private readonly RlConfig _config;
    private readonly TrainedModel _trained;
    private readonly GradientWorkspace _workspace;
    private readonly Rollout[] _rollouts;
    private readonly double[] _advantages;

    public PolicyStepTests()
    {
        _config = _bench.Rl("unused", "prompts_per_step=8");
        _trained = TrainedModel.Open(_bench.ModelPath, _backend);
        _workspace = new GradientWorkspace(_trained.Model);
        using var generator = new RolloutGenerator(_trained, _config);
        _rollouts = [.. generator.Generate(RecipeBench.Task.Train, 0, CancellationToken.None)];
        _advantages = RolloutScorer.Score(_rollouts, [RecipeBench.Reward], _config).Advantages;
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _trained.Dispose();
        _backend.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public void RowsAtRestChangeNoBit()
    {
        Assert.InRange(_advantages.Count(a => a == 0), 16, 24);
        Outcome all = Step(_config, _advantages, skips: false);
        Assert.Contains(all.Gradients, g => g.Any(v => v != 0));
        foreach (int microBatch in (int[])[1, 3, 4, 32])
            Same(all, Step(_config with { Run = _config.Run with { MicroBatch = microBatch } }, _advantages, skips: true));
    }

    [Fact]
    public void RecomputedLayersChangeNoBit()
    {
        Outcome kept = Step(_config, _advantages, skips: true);
        _trained.Model.RecomputeLayers = true;
        Same(kept, Step(_config, _advantages, skips: true));
    }

    // A gradient of 0 is not no gradient: the moments of the steps before go on.
    [Theory]
    [InlineData("optimizer=adamw", "weight_decay=0.1")]
    [InlineData("optimizer=muon", "weight_decay=0.1")]
    [InlineData("optimizer=sgd", "momentum=0.9")]
    public void AStepWhereAllRowsRestMovesAsAPassOverAll(params string[] settings)
    {
        RlConfig config = _bench.Rl("unused", ["prompts_per_step=8", .. settings]);
        float[][] skipped = TwoUpdates(config, skips: true), full = TwoUpdates(config, skips: false);
        Assert.Equal(full, skipped);
    }

    private float[][] TwoUpdates(RlConfig config, bool skips)
    {
        using TrainedModel trained = TrainedModel.Open(_bench.ModelPath, _backend);
        using var workspace = new GradientWorkspace(trained.Model);
        using IOptimizer optimizer = OptimizerFactory.Create(config.Optimizer, trained.Model);
        using var generator = new RolloutGenerator(trained, config);
        var step = new PolicyStep(trained.Model, trained.Model, config, workspace) { SkipsRowsAtRest = skips };
        for (int i = 0; i < 2; i++)
        {
            Rollout[] rollouts = [.. generator.Generate(RecipeBench.Task.Train, i, CancellationToken.None)];
            step.Run(rollouts, i == 0 ? _advantages : new double[rollouts.Length], reused: false);
            workspace.Update(optimizer, 1.0, 1.0, i + 1);
        }
        return RecipeBench.Values(trained);
    }

    [Fact]
    public void MaskedCompletionsGiveNoGradient()
    {
        Rollout[] cut = [.. _rollouts.Select(r => Copy(r, r.WeightVersion, terminated: false))];
        RlConfig config = _config with { MaskTruncatedCompletions = true };
        var step = new PolicyStep(_trained.Model, _trained.Model, config, _workspace);
        step.Run(cut, _advantages, reused: false);
        Assert.All(Gradients(), g => Assert.All(g, v => Assert.Equal(0f, v)));
    }

    [Fact]
    public void WithTheSameWeightsTheDifferenceIsZero()
    {
        Outcome outcome = Step(_config, _advantages, skips: false);
        Assert.Equal(0.0, outcome.Metrics[Difference]);
        Assert.Equal(_rollouts.Sum(r => r.LogProbs.Length), outcome.Metrics["sampling/compared_tokens"]);
    }

    // A high bit of the mantissa: the last one of a single weight may round away before it reaches a log-probability.
    [Fact]
    public void OneFlippedWeightBitIsSeen()
    {
        foreach (Parameter parameter in _trained.Model.Parameters)
        {
            float[] values = RecipeBench.Read(_backend, parameter.Value), flipped = [.. values];
            int index = Array.FindIndex(flipped, v => Math.Abs(v) > 0.1f);
            flipped[index] = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(flipped[index]) ^ (1 << 20));
            _backend.Upload(flipped, parameter.Value);
            parameter.MarkChanged();
            // The records claim the weights as they are now, as a rollout with stale weights would.
            Rollout[] claimed = [.. _rollouts.Select(r => Copy(r, _trained.Model.Version, r.Terminated))];
            (_, List<KeyValuePair<string, double>> metrics) = new PolicyStep(_trained.Model, _trained.Model, _config, _workspace) { SkipsRowsAtRest = false }
                .Run(claimed, _advantages, reused: false);
            Assert.True(metrics.Single(m => m.Key == Difference).Value > 0, $"a flipped bit of {parameter} was not seen");
            string message = Assert.Throws<OnPolicyException>(() => RlRecipe.RequireOnPolicy(metrics, 5)).Message;
            Assert.StartsWith("Step 5: ", message);
            _backend.Upload(values, parameter.Value);
            parameter.MarkChanged();
        }
        _workspace.Gradients.Clear();
    }

    [Fact]
    public void ARecipeStopsWhenAWeightChangesBetweenSamplingAndTheLoss()
    {
        using var backend = new GainCatchingBackend();
        string run = _bench.NewRun();
        int rewarded = 0;
        var reward = new NamedReward("flips", sample =>
        {
            if (++rewarded == 13) // the second step's first completion
                backend.FlipLastGain();
            return RecipeBench.Reward.Function(sample);
        });
        string message = RecipeBench.Line<OnPolicyException>(() => RecipeBench.Run(_bench.Rl(run, "save_steps=1"), RecipeBench.Context(backend), reward));
        Assert.StartsWith("Step 2: ", message);
        Assert.Equal([1L], RecipeBench.Checkpoints(run));
        Assert.Single(RecipeBench.Metrics(run));
    }

    // Gains are read where they are, without a packed copy: a changed bit counts at once, and no version tells of it.
    private sealed class GainCatchingBackend : ReferenceBackend
    {
        private Tensor _gain;

        public override void RmsNorm(Tensor x, Tensor gain, float epsilon, Tensor y, Tensor inverseRms)
        {
            _gain = gain;
            base.RmsNorm(x, gain, epsilon, y, inverseRms);
        }

        public void FlipLastGain()
        {
            float[] values = RecipeBench.Read(this, _gain);
            values[0] = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(values[0]) ^ (1 << 18));
            Upload(values, _gain);
        }
    }

    private sealed record Outcome(double Loss, Dictionary<string, double> Metrics, float[][] Gradients);

    private Outcome Step(RlConfig config, double[] advantages, bool skips)
    {
        var step = new PolicyStep(_trained.Model, _trained.Model, config, _workspace) { SkipsRowsAtRest = skips };
        (double loss, List<KeyValuePair<string, double>> metrics) = step.Run(_rollouts, advantages, reused: false);
        return new Outcome(loss, metrics.ToDictionary(), Gradients());
    }

    private float[][] Gradients() => [.. _trained.Model.Parameters.Select(p => RecipeBench.Read(_backend, _workspace.Gradients.Total(p)))];

    private static void Same(Outcome expected, Outcome actual)
    {
        Assert.Equal(expected.Loss, actual.Loss);
        foreach ((string key, double value) in expected.Metrics.Where(m => m.Key != "sampling/compared_tokens"))
            Assert.True(value == actual.Metrics[key], $"{key} is {actual.Metrics[key]:R}, expected {value:R}");
        for (int p = 0; p < expected.Gradients.Length; p++)
            Assert.Equal(expected.Gradients[p].Select(BitConverter.SingleToInt32Bits), actual.Gradients[p].Select(BitConverter.SingleToInt32Bits));
    }

    private static Rollout Copy(Rollout rollout, long version, bool terminated) => new()
    {
        Example = rollout.Example,
        Group = rollout.Group,
        PromptIds = rollout.PromptIds,
        CompletionIds = rollout.CompletionIds,
        LogProbs = rollout.LogProbs,
        Entropies = rollout.Entropies,
        KeptIds = rollout.KeptIds,
        Text = rollout.Text,
        Terminated = terminated,
        WeightVersion = version,
    };
}
