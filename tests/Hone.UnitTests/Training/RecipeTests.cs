using Hone.Training.Advantages;
using Hone.Training.Configuration;
using Hone.Training.Losses;
using Hone.Training.Schedules;
using Xunit;

namespace Hone.UnitTests.Training;

public sealed class RecipeTests
{
    private const string Minimal = "recipe: rl\nmodel: models/base\ntask: addition\n";

    [Fact]
    public void DefaultsAreThoseOfTrl()
    {
        RlConfig config = Rl(Minimal);
        Assert.Equal("models/base", config.Model);
        Assert.Equal("addition", config.Task);
        Assert.Empty(config.Rewards);
        Assert.Equal(8, config.NumGenerations);
        Assert.Equal(512, config.MaxCompletionLength);
        Assert.Equal((1.0, 1.0, 0, null), (config.Temperature, config.TopP, config.TopK, config.MinP));
        Assert.Equal(new PolicyLossOptions(), config.Loss);
        Assert.Equal(RewardScaling.Group, config.ScaleRewards);
        Assert.Equal(1, config.NumIterations);
        Assert.Equal(1e-6, config.Optimizer.LearningRate);
        Assert.Equal(1.0, config.Optimizer.MaxGradNorm);
        Assert.Equal(ScheduleKind.Linear, config.Schedule.LrSchedulerType);
        Assert.Equal(new RunConfig(), config.Run);
    }

    [Fact]
    public void EveryKeyIsRead()
    {
        RlConfig config = Rl(Minimal + """
            rewards:
              - name: format
                weight: 0.5
              - script: reward.csx
            loss_type: cispo
            epsilon_high: 5.0
            scale_rewards: false
            importance_sampling_level: sequence
            learning_rate: 1e-5
            optimizer: muon
            lr_scheduler_type: warmup_stable_decay
            warmup_steps: 3
            lr_scheduler_kwargs: {num_decay_steps: 10, decay_type: 1-sqrt}
            save_total_limit: 2
            """);
        Assert.Equal([new RewardConfig("format", null, 0.5), new RewardConfig(null, "reward.csx", 1.0)], config.Rewards);
        Assert.Equal(PolicyLossKind.Cispo, config.Loss.LossType);
        Assert.Equal(5.0, config.Loss.EpsilonHigh);
        Assert.Equal(RewardScaling.None, config.ScaleRewards);
        Assert.Equal(ImportanceSamplingLevel.Sequence, config.Loss.ImportanceSamplingLevel);
        Assert.Equal(1e-5, config.Optimizer.LearningRate);
        Assert.Equal(0.95, config.Optimizer.EffectiveMomentum);
        Assert.Equal(RampShape.OneMinusSqrt, config.Schedule.DecayType);
        Assert.Equal(2, config.Run.SaveTotalLimit);
        Assert.Equal(0.0, config.Schedule.Build(1.0, 30).At(0));
        Assert.Equal(1.0, config.Schedule.Build(1.0, 30).At(19));
    }

    [Theory]
    [InlineData("lerning_rate: 1\n", "r.yaml:4:1: unknown key 'lerning_rate'; did you mean 'learning_rate'?")]
    [InlineData("lr_scheduler_kwargs:\n  pwoer: 2\n", "r.yaml:5:3: unknown key 'lr_scheduler_kwargs.pwoer'; did you mean 'lr_scheduler_kwargs.power'?")]
    [InlineData("rewards:\n  - name: a\n    wieght: 2\n", "r.yaml:6:5: unknown key 'rewards[].wieght'; did you mean 'rewards[].weight'?")]
    [InlineData("max_steps: ten\n", "r.yaml:4:12: max_steps is 'ten'; write an integer")]
    [InlineData("max_steps: 0\n", "r.yaml:4:12: max_steps is '0'; write an integer of at least 1")]
    [InlineData("max_steps: 1.5\n", "r.yaml:4:12: max_steps is '1.5'; write an integer")]
    [InlineData("learning_rate: \"1e-5\"\n", "r.yaml:4:16: learning_rate is the quoted text \"1e-5\"; write a number")]
    [InlineData("top_p: 1.5\n", "r.yaml:4:8: top_p is '1.5'; write a number from 1E-06 to 1")]
    [InlineData("temperature: .nan\n", "r.yaml:4:14: temperature is '.nan'; write a number")]
    [InlineData("mask_truncated_completions: yes\n", "r.yaml:4:29: mask_truncated_completions is 'yes'; write true or false")]
    [InlineData("loss_type: gpro\n", "r.yaml:4:12: loss_type is 'gpro'; write one of dapo, grpo, dr_grpo, bnpo, cispo, luspo, sapo, vespo; 'grpo' is the nearest")]
    [InlineData("max_steps: [1]\n", "r.yaml:4:12: max_steps is a list; write one value")]
    [InlineData("rewards: accuracy\n", "r.yaml:4:10: rewards is 'accuracy'; write a list, its entries begin with '- '")]
    [InlineData("rewards:\n  - weight: 2\n", "r.yaml:5:5: rewards[].name: a reward has either a name or a script")]
    [InlineData("lr_scheduler_type: cosine_with_min_lr\n", "r.yaml:4:20: lr_scheduler_type: cosine_with_min_lr takes one of lr_scheduler_kwargs.min_lr and min_lr_rate")]
    public void AMistakeIsNamedWithItsPlace(string lines, string message) =>
        Assert.Equal(message, Assert.Throws<RecipeException>(() => Rl(Minimal + lines)).Message);

    [Fact]
    public void DuplicatesBrokenYamlAndOtherShapesAreRefused()
    {
        string duplicate = Assert.Throws<RecipeException>(() => Rl(Minimal + "seed: 1\nseed: 2\n")).Message;
        Assert.StartsWith("r.yaml:5:1: ", duplicate);
        Assert.StartsWith("r.yaml:", Assert.Throws<RecipeException>(() => Rl("recipe: [rl\n")).Message);
        Assert.Equal("r.yaml:1:1: a recipe is a mapping of keys to values", Assert.Throws<RecipeException>(() => Rl("- a\n")).Message);
        Assert.Contains("one document", Assert.Throws<RecipeException>(() => Rl(Minimal + "---\na: 1\n")).Message);
        Assert.Contains("recipe: is missing", Assert.Throws<RecipeException>(() => Rl("")).Message);
        Assert.Contains("model is missing", Assert.Throws<RecipeException>(() => Rl("recipe: rl\ntask: t\n")).Message);
        Assert.Equal("r.yaml:1:9: recipe: is 'rl' where a sft recipe is expected",
            Assert.Throws<RecipeException>(() => SftConfig.Read(RecipeReader.Parse(Minimal, "r.yaml"))).Message);
        Assert.StartsWith("nowhere.yaml: cannot be read", Assert.Throws<RecipeException>(() => RecipeReader.Load("nowhere.yaml")).Message);
        Assert.DoesNotContain('\n', duplicate);
    }

    [Fact]
    public void OverridesWinOverTheFile()
    {
        RlConfig config = Rl(Minimal + "max_steps: 5\nrewards:\n  - name: a\n",
            "max_steps=7", "lr_scheduler_kwargs.power=2", "rewards.0.weight=3", "min_p=0.1", "top_k=null", "task=other");
        Assert.Equal(7, config.Run.MaxSteps);
        Assert.Equal(2.0, config.Schedule.Power);
        Assert.Equal(3.0, config.Rewards[0].Weight);
        Assert.Equal(0.1, config.MinP);
        Assert.Equal(0, config.TopK);
        Assert.Equal("other", config.Task);
        Assert.Equal([new RewardConfig("b", null, 2.0)], Rl(Minimal, "rewards=[{name: b, weight: 2}]").Rewards);
    }

    [Theory]
    [InlineData("max_steps=x", "override 'max_steps=x': max_steps is 'x'; write an integer")]
    [InlineData("max_step=1", "override 'max_step=1': unknown key 'max_step'; did you mean 'max_steps'?")]
    [InlineData("max_steps", "override 'max_steps': write key=value")]
    [InlineData("model.path=a", "override 'model.path=a': 'model' is a value, nothing lies below it")]
    [InlineData("rewards.1.weight=2", "override 'rewards.1.weight=2': '1' is not an index of a list of 1")]
    public void AMistakenOverrideIsNamed(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<RecipeException>(() => Rl(Minimal + "rewards: [{name: a}]\n", text)).Message);

    [Fact]
    public void KeysAreListedWithTypesAndDefaults()
    {
        IReadOnlyList<RecipeKey> keys = RecipeReader.Describe(RlConfig.Read);
        Assert.Equal(keys.Count, keys.Select(k => k.Name).Distinct().Count());
        Assert.Contains(new RecipeKey("loss_type", "dapo|grpo|dr_grpo|bnpo|cispo|luspo|sapo|vespo", "dapo", "policy loss"), keys);
        Assert.Contains(keys, k => k is { Name: "model", Default: "required" });
        Assert.Contains(keys, k => k is { Name: "verifier", Default: "exact_match" });
        Assert.Contains(keys, k => k is { Name: "test_share", Default: "0.1" });
        Assert.Contains(keys, k => k is { Name: "rewards[].weight", Default: "1" });
        Assert.Contains(keys, k => k is { Name: "lr_scheduler_kwargs.num_decay_steps", Type: "integer" });
        Assert.All(keys, k => Assert.NotEqual("", k.Description));
        Assert.Contains(RecipeReader.Describe(PretrainConfig.Read), k => k.Name == "model.hidden_size");
        Assert.Contains(RecipeReader.Describe(SftConfig.Read), k => k.Name == "completion_only_loss");
    }

    [Fact]
    public void PretrainAndSftAreRead()
    {
        PretrainConfig pretrain = PretrainConfig.Read(RecipeReader.Parse(
            "recipe: pretrain\ndata: a.jsonl\ntokenizer: t\nmodel: {hidden_size: 64, num_key_value_heads: 2}\n", "p.yaml"));
        Assert.Equal((64, 2, 4), (pretrain.Model.HiddenSize, pretrain.Model.NumKeyValueHeads!.Value, pretrain.Model.NumAttentionHeads));
        Assert.Equal(1e-3, pretrain.Optimizer.LearningRate);
        SftConfig sft = SftConfig.Read(RecipeReader.Parse("recipe: sft\nmodel: m\ndata: d\ncompletion_only_loss: true\n", "s.yaml"));
        Assert.True(sft.CompletionOnlyLoss);
        Assert.Equal(2e-5, sft.Optimizer.LearningRate);
        Assert.Contains("give head_dim", Assert.Throws<RecipeException>(() => PretrainConfig.Read(RecipeReader.Parse(
            "recipe: pretrain\ndata: a\ntokenizer: t\nmodel: {hidden_size: 63}\n", "p.yaml"))).Message);
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("grpo", "gpro", 1)]
    [InlineData("epsilon", "epsilon_high", 5)]
    [InlineData("kitten", "sitting", 3)]
    public void DistanceCountsSwapsAsOne(string a, string b, int distance)
    {
        Assert.Equal(distance, NearestName.Distance(a, b));
        Assert.Equal(distance, NearestName.Distance(b, a));
    }

    private static RlConfig Rl(string text, params string[] overrides) => RlConfig.Read(RecipeReader.Parse(text, "r.yaml", overrides));
}
