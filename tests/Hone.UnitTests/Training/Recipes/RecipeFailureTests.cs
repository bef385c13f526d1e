using Hone.Evaluation.Tasks;
using Hone.Models;
using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Optimizers;
using Hone.Training.Recipes;
using Hone.Training.Rewards;
using Hone.Training.Rollouts;
using Hone.Training.Runs;
using Hone.Verification;
using Xunit;

namespace Hone.UnitTests.Training.Recipes;

/// <summary>What goes wrong in a run is said in one line, and the last checkpoint stays usable.</summary>
public sealed class RecipeFailureTests : IDisposable
{
    private const string Pairs = """
        {"prompt": "Q: 1+2= A:", "completion": " 3"}
        {"prompt": "Q: 4+5= A:", "completion": " 9"}
        """;

    private readonly RecipeBench _bench = new();
    private readonly CpuBackend _backend = new(threads: 1);

    public void Dispose()
    {
        _backend.Dispose();
        _bench.Dispose();
    }

    private void Rl(string run, bool resume, params string[] overrides) => RecipeBench.Run(_bench.Rl(run, overrides), RecipeBench.Context(_backend, resume));

    [Fact]
    public void AnAbsurdRateStopsBeforeItsCheckpoint()
    {
        string file = _bench.Write("data.jsonl", Pairs), run = _bench.NewRun(), whole = _bench.NewRun();
        string[] steady = ["lr_scheduler_type=constant", "save_steps=1"];
        SftRecipe.Run(_bench.Sft(whole, file, steady), RecipeBench.Context(_backend));
        SftRecipe.Run(_bench.Sft(run, file, steady), RecipeBench.StoppingAfter(2, _backend));
        string message = RecipeBench.Line<NonFiniteException>(() =>
            SftRecipe.Run(_bench.Sft(run, file, [.. steady, "learning_rate=1.0e+39"]), RecipeBench.Context(_backend, resume: true)));
        Assert.StartsWith("Step 3: model.embed_tokens.weight [", message);
        Assert.Contains("is not finite at element", message);
        Assert.Equal([1L, 2L], RecipeBench.Checkpoints(run));
        SftRecipe.Run(_bench.Sft(run, file, steady), RecipeBench.Context(_backend, resume: true));
        RecipeBench.SameOutcome(whole, run);
    }

    [Fact]
    public void APoisonedWeightIsNamedAtTheFirstStep()
    {
        const string Name = "model.layers.1.mlp.down_proj.weight";
        string poisoned = Poison(Name, 17, float.NaN), file = _bench.Write("data.jsonl", Pairs);
        string run = _bench.NewRun();
        foreach (string settings in (string[])["top_k=0", "top_p=0.9", "top_k=3", "min_p=0.1"])
        {
            run = _bench.NewRun();
            string message = RecipeBench.Line<NonFiniteException>(() => Rl(run, false, $"model={poisoned}", settings));
            Assert.StartsWith($"Step 1: {Name} [", message);
            Assert.Contains("element 17", message);
        }
        Assert.Empty(RecipeBench.Checkpoints(run));
        Assert.StartsWith("Step 1: the gradient of model.", RecipeBench.Line<NonFiniteException>(() =>
            SftRecipe.Run(_bench.Sft(_bench.NewRun(), file, $"model={poisoned}"), RecipeBench.Context(_backend))));
    }

    [Fact]
    public void WeightsThatOverflowTheForwardPassStopTheRun()
    {
        string poisoned = Poison("model.norm.weight", 0, 3e38f), run = _bench.NewRun();
        Assert.Matches(
            @"^Step 1: the log-probability of token \d+ of completion \d+ is not finite although all weights are",
            RecipeBench.Line<NonFiniteException>(() => Rl(run, false, $"model={poisoned}")));
        Assert.Empty(RecipeBench.Checkpoints(run));
    }

    private string Poison(string name, int index, float value)
    {
        string path = Path.Combine(_bench.Root, "poisoned");
        using TrainedModel trained = TrainedModel.Open(_bench.ModelPath, _backend);
        Parameter parameter = trained.Model.Parameters.Single(p => p.Name == name);
        float[] values = RecipeBench.Read(_backend, parameter.Value);
        values[index] = value;
        _backend.Upload(values, parameter.Value);
        trained.Save(path);
        return path;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ARewardThatFailsLosesNothing(bool nan)
    {
        string whole = _bench.NewRun(), run = _bench.NewRun();
        Rl(whole, false, "save_steps=1");
        int calls = 0;
        var faulty = new NamedReward("picky", sample => ++calls < 30 ? RecipeBench.Reward.Function(sample) : nan ? double.NaN : throw new InvalidOperationException("two\nlines"));
        string message = RecipeBench.Line<RewardException>(() => RecipeBench.Run(_bench.Rl(run, "save_steps=1"), RecipeBench.Context(_backend), faulty));
        Assert.StartsWith("reward picky failed on the completion \"", message);
        Assert.Contains(nan ? "NaN, which is not a finite number" : "two lines", message);
        Assert.Equal([1L, 2L], RecipeBench.Checkpoints(run));

        // Under its own name the metrics would differ; the weights of the steps before are what counts.
        Rl(run, true, "save_steps=1");
        Assert.True(RecipeBench.Weights(whole).AsSpan().SequenceEqual(RecipeBench.Weights(run)));
    }

    [Fact]
    public void AModelWithoutTheSkillIsRefused()
    {
        TaskExample[] test = [.. Enumerable.Range(0, 4).Select(i => new TaskExample($"Q: {i}+{i}= A:", (2 * i).ToString(), $"Q: {i}+{i}= A:"))];
        var task = new EvalTask("tiny", "1", RecipeBench.Task.Train, test, new ExactMatchVerifier());
        string run = _bench.NewRun();
        string message = RecipeBench.Line<RecipeException>(() => RlRecipe.Run(_bench.Rl(run, "eval_problems=4"), task, [RecipeBench.Reward], RecipeBench.Context(_backend)));
        Assert.Contains("made to show its work", message);
        Assert.Contains("below min_forced_accuracy 50", message);
        Assert.Contains("train the base longer first", message);
        Assert.False(Directory.Exists(run), "A run that was refused leaves no directory, so that the command can be given again.");
        RlRecipe.Run(_bench.Rl(run, "eval_problems=4", "min_forced_accuracy=0", "max_steps=1"), task, [RecipeBench.Reward], RecipeBench.Context(_backend));
    }

    [Fact]
    public void ATaskWithoutTrainingPromptsIsRefused()
    {
        var task = new EvalTask("none", "1", [], RecipeBench.Task.Train, new ExactMatchVerifier());
        Assert.StartsWith("task none: it has no training prompt", RecipeBench.Line<RecipeException>(() =>
            RlRecipe.Run(_bench.Rl(_bench.NewRun()), task, [], RecipeBench.Context(_backend))));
    }

    [Fact]
    public void ADirectoryInUseIsLeftAlone()
    {
        string run = _bench.NewRun();
        Rl(run, false, "max_steps=1");
        byte[] weights = RecipeBench.Weights(run);
        Assert.Contains("exists already", RecipeBench.Line<RecipeException>(() => Rl(run, false, "max_steps=2")));
        Assert.Equal(weights, RecipeBench.Weights(run));
        Assert.Contains("is no run directory", RecipeBench.Line<RecipeException>(() => Rl(_bench.NewRun(), true)));
    }

    [Fact]
    public void ARunIsResumedByItsOwnRecipeOnly()
    {
        string run = _bench.NewRun(), file = _bench.Write("data.jsonl", Pairs);
        RecipeBench.Run(_bench.Rl(run), RecipeBench.StoppingAfter(1, _backend));
        string metrics = File.ReadAllText(Path.Combine(run, "metrics.jsonl")), state = Path.Combine(run, "checkpoints", "step-1", "trainer_state.json");

        Assert.Contains("is of seed 3, the recipe of 4; resume with the recipe that made it", RecipeBench.Line<RecipeException>(() => Rl(run, true, "seed=4")));
        Assert.Contains("was made with kv_cache_dtype float32, the recipe has int8; resume with the recipe that made it", RecipeBench.Line<RecipeException>(() => Rl(run, true, "kv_cache_dtype=int8")));
        Assert.Contains("is a run of kind rl, the recipe is sft", RecipeBench.Line<RecipeException>(() =>
            SftRecipe.Run(_bench.Sft(run, file), RecipeBench.Context(_backend, resume: true))));
        Assert.Contains("momentum.", RecipeBench.Line<CheckpointFormatException>(() => Rl(run, true, "optimizer=muon")));

        string good = File.ReadAllText(state);
        foreach ((string from, string to, string expected) in ((string, string, string)[])
            [
                (_backend.ContractId, "other-f32-v9", "was made under the numeric contract other-f32-v9, this program computes " + _backend.ContractId),
                ("\"optimizer_steps\": 1", "\"optimizer_steps\": 4000000000000", "says 4000000000000 updates in 1 steps"),
                ("\"step\": 1", "\"step\": \"one\"", "not a trainer state"),
                ("{", "[", "not a trainer state"),
            ])
        {
            File.WriteAllText(state, good.Replace(from, to, StringComparison.Ordinal));
            Assert.Contains(expected, RecipeBench.Line<RecipeException>(() => Rl(run, true)));
        }
        File.WriteAllText(state, good);
        Assert.Equal(metrics, File.ReadAllText(Path.Combine(run, "metrics.jsonl")));

        string whole = _bench.NewRun();
        Rl(whole, false);
        Rl(run, true);
        RecipeBench.SameOutcome(whole, run);
    }

    [Fact]
    public void TheNewestCheckpointsAreKeptAndOpenAsModels()
    {
        string run = _bench.NewRun();
        Rl(run, false, "save_steps=1", "save_total_limit=2", "max_steps=5");
        Assert.Equal([4L, 5L], RecipeBench.Checkpoints(run));
        using TrainedModel last = TrainedModel.Open(Path.Combine(run, "checkpoints", "step-5"), _backend), final = TrainedModel.Open(Path.Combine(run, "model"), _backend);
        Assert.Equal(RecipeBench.Values(final), RecipeBench.Values(last));
        using TrainedModel before = TrainedModel.Open(Path.Combine(run, "checkpoints", "step-4"), _backend);
        Assert.NotEqual(RecipeBench.Values(final), RecipeBench.Values(before));
        Assert.Equal(TokenizerBytes(_bench.ModelPath), TokenizerBytes(Path.Combine(run, "model")));
    }

    private static byte[] TokenizerBytes(string model) => File.ReadAllBytes(Path.Combine(model, "tokenizer.json"));

    [Fact]
    public void WithoutSaveStepsTheLastCheckpointIsWritten()
    {
        string run = _bench.NewRun(), whole = _bench.NewRun();
        Rl(run, false, "max_steps=2");
        Assert.Equal([2L], RecipeBench.Checkpoints(run));
        Rl(whole, false, "max_steps=4");
        Rl(run, true, "max_steps=4");
        RecipeBench.SameOutcome(whole, run);
    }
}
