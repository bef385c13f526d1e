using Hone.Tensors;
using Hone.Tokenizers;
using Hone.Training.Configuration;
using Hone.Training.Data;
using Hone.Training.Losses;
using Hone.Training.Metrics;
using Hone.Training.Recipes;
using Xunit;

namespace Hone.UnitTests.Training.Recipes;

/// <summary>Preference training on a user's own files: it learns, and neither micro-batches nor an interruption change a bit.</summary>
public sealed class DpoRecipeTests : IDisposable
{
    private const string Pairs = """
        {"prompt": "Q: 1+2= A:", "chosen": " 3", "rejected": " 8 8"}
        {"prompt": "Q: 4+5= A:", "chosen": " 9", "rejected": " 1"}

        {"prompt": "Q: 6+1= A:", "chosen": " 7", "rejected": " 3"}
        {"prompt": "Q: 8+0= A:", "chosen": " 8", "rejected": " 0 1"}
        {"prompt": "Q: 2+2= A:", "chosen": " 4", "rejected": " 5"}
        """;

    private const string Labels = """
        {"prompt": "Q: 1+2= A:", "completion": " 3", "label": true}
        {"prompt": "Q: 4+5= A:", "completion": " 1 1", "label": false}
        {"prompt": "Q: 6+1= A:", "completion": " 7", "label": true}
        {"prompt": "Q: 8+0= A:", "completion": " 0", "label": false}
        """;

    private readonly RecipeBench _bench = new();
    private readonly CpuBackend _backend = new(threads: 1);

    public void Dispose()
    {
        _backend.Dispose();
        _bench.Dispose();
    }

    private DpoConfig Config(string output, string data, params string[] overrides) => DpoConfig.Read(RecipeReader.Parse(
        $"""
        recipe: dpo
        model: {_bench.ModelPath}
        data: {data}
        output_dir: {output}
        batch_size: 3
        max_steps: 4
        learning_rate: 3.0e-3
        lr_scheduler_type: constant
        save_steps: 0
        micro_batch: 2
        seed: 3
        """, "dpo.yaml", overrides));

    private string Run(string data, params string[] overrides)
    {
        string run = _bench.NewRun();
        DpoRecipe.Run(Config(run, data, overrides), RecipeBench.Context(_backend));
        return run;
    }

    [Theory]
    [InlineData("sigmoid")]
    [InlineData("ipo", "beta=0.5")]
    [InlineData("aot")]
    [InlineData("apo_zero", "beta=1")]
    [InlineData("simpo", "beta=2", "cpo_alpha=0")]
    [InlineData("orpo", "beta=1")]
    [InlineData("sigmoid", "reference_free=true")]
    public void TheMarginRisesAndTheMicroBatchChangesNoBit(string lossType, params string[] overrides)
    {
        string file = _bench.Write("pairs.jsonl", Pairs);
        string[] all = [$"loss_type={lossType}", "max_steps=12", $"eval_data={file}", "eval_steps=12", .. overrides];
        string run = Run(file, [.. all, "micro_batch=1"]);
        IReadOnlyList<MetricsLine> lines = RecipeBench.Metrics(run);
        Assert.True(lines[^1].Values["rewards/margins"] > lines[0].Values["rewards/margins"] + 0.01, $"{lines[0].Values["rewards/margins"]} to {lines[^1].Values["rewards/margins"]}");
        Assert.True(lines[^1].Values["eval_rewards/margins"] > 0);
        foreach (int microBatch in (int[])[3, 4, 64])
            RecipeBench.SameOutcome(run, Run(file, [.. all, $"micro_batch={microBatch}"]));
    }

    [Fact]
    public void AtTheFirstStepThePolicyIsTheReferenceToTheLastBit()
    {
        MetricsLine first = RecipeBench.Metrics(Run(_bench.Write("pairs.jsonl", Pairs), "max_steps=1"))[0];
        Assert.Equal(0.0, first.Values["rewards/chosen"]);
        Assert.Equal(0.0, first.Values["rewards/rejected"]);
        Assert.Equal(0.6931471805599453, first.Values["loss"], 15);
        Assert.True(first.Values["logps/chosen"] < 0);
    }

    [Theory]
    [InlineData("loss_type=sigmoid")]
    [InlineData("loss_type=aot_unpaired")]
    [InlineData("loss_type=kto")]
    public void AnInterruptedRunEndsInTheSameBits(string lossType)
    {
        string file = _bench.Write("data.jsonl", Pairs), whole = Run(file, lossType), stopped = _bench.NewRun();
        RecipeResult first = DpoRecipe.Run(Config(stopped, file, lossType), RecipeBench.StoppingAfter(2, _backend));
        Assert.Equal((2L, true), (first.Steps, first.Interrupted));
        DpoRecipe.Run(Config(stopped, file, lossType), RecipeBench.Context(_backend, resume: true));
        RecipeBench.SameOutcome(whole, stopped);
    }

    [Fact]
    public void AnAdapterIsTrainedAgainstItsOwnBase()
    {
        string file = _bench.Write("pairs.jsonl", Pairs), whole = _bench.NewRun(), stopped = _bench.NewRun();
        string[] overrides = ["lora_r=4", "max_steps=8", "learning_rate=3.0e-2"];
        DpoRecipe.Run(Config(whole, file, overrides), RecipeBench.Context(_backend));
        IReadOnlyList<MetricsLine> lines = RecipeBench.Metrics(whole);
        Assert.Equal(0.0, lines[0].Values["rewards/margins"]);
        Assert.True(lines[^1].Values["rewards/margins"] > 0.01);
        DpoRecipe.Run(Config(stopped, file, overrides), RecipeBench.StoppingAfter(3, _backend));
        DpoRecipe.Run(Config(stopped, file, [.. overrides, "micro_batch=64"]), RecipeBench.Context(_backend, resume: true));
        Assert.Equal(RecipeBench.TimelessMetrics(whole), RecipeBench.TimelessMetrics(stopped));
    }

    [Fact]
    public void KtoLearnsFromLabels()
    {
        string file = _bench.Write("labels.jsonl", Labels);
        string[] overrides = ["loss_type=kto", "batch_size=4", "max_steps=15", "beta=0.5"];
        string run = Run(file, overrides);
        IReadOnlyList<MetricsLine> lines = RecipeBench.Metrics(run);
        Assert.Equal(0.0, lines[0].Values["rewards/margins"]);
        Assert.Equal(0.0, lines[0].Values["kl"]);
        Assert.True(lines[^1].Values["rewards/margins"] > 0.1);
        Assert.True(lines[^1].Values["loss"] < lines[0].Values["loss"]);
        RecipeBench.SameOutcome(run, Run(file, [.. overrides, "micro_batch=3"]));
    }

    [Fact]
    public void AWeightedListJoinsFormsAndAPairIsTwoLabels()
    {
        DpoConfig config = Config("x", "y", "loss_type=[sigmoid, bco_pair, sft]", "loss_weights=[0.8, 0.2, 1.0]");
        Assert.Equal([new DpoLossTerm(DpoLossKind.Sigmoid, 0.8), new DpoLossTerm(DpoLossKind.BcoPair, 0.2), new DpoLossTerm(DpoLossKind.Sft)], config.Loss.Dpo!.Terms);
        (Tokenizer tokenizer, _) = TokenizerDirectory.Load(_bench.ModelPath);
        IReadOnlyList<PreferenceExample> single = JsonlPreferences.Read(_bench.Write("pairs.jsonl", Pairs), tokenizer, 48, paired: false);
        Assert.Equal(10, single.Count);
        Assert.Equal([true, false, true], single.Take(3).Select(e => e.IsDesirable));
        TrainingSequence answer = single[0].Answers[0];
        Assert.Equal(" 3", tokenizer.Decode(answer.Ids.AsSpan()[answer.FirstTarget..^1]));
    }

    [Fact]
    public void TrackerPairsAreRightAndWrongAndHeldOutOnesApart()
    {
        for (int i = 0; i < 50; i++)
        {
            foreach (bool heldOut in (bool[])[false, true])
            {
                var pair = Hone.Evaluation.Tasks.Tracker.TrackerPreferences.At(new(), i, heldOut);
                var example = heldOut ? Hone.Evaluation.Tasks.Tracker.TrackerTask.TestExample(new(), i) : Hone.Evaluation.Tasks.Tracker.TrackerTask.TrainExample(new(), i);
                Assert.Equal(example.Prompt, pair.Prompt);
                Assert.EndsWith($" #{example.Answer}", pair.Chosen);
                Assert.Contains("=", pair.Chosen);
                Assert.NotEqual($" #{example.Answer}", pair.Rejected);
            }
        }
    }

    [Theory]
    [InlineData("loss_type=[orpo, sft]", "orpo stands alone")]
    [InlineData("loss_type=sigmod", "'sigmoid' is the nearest")]
    [InlineData("loss_type=exo_pair", "label_smoothing: must be above 0")]
    [InlineData("loss_weights=[1, 2]", "has 2 values for 1 loss types")]
    [InlineData("loss_weights=[a]", "'a' is no number")]
    [InlineData("loss_type={a: b}", "write a value or a list of values")]
    public void WhatDoesNotFitIsOneLine(string setting, string message) =>
        Assert.Contains(message, RecipeBench.Line<RecipeException>(() => Config("x", "y", setting)));

    [Fact]
    public void KtoNeedsTwoRowsAStep() =>
        Assert.Contains("write at least 2", RecipeBench.Line<RecipeException>(() => Config("x", "y", "loss_type=kto", "batch_size=1")));

    [Theory]
    [InlineData("{\"chosen\": \"a\", \"rejected\": \"b\"}", ":1: there is no \"prompt\"")]
    [InlineData("{\"prompt\": \"Q\", \"chosen\": \"A\"}", ":1: expected \"prompt\", \"chosen\" and \"rejected\"")]
    [InlineData("\n{\"prompt\": 1}", ":2: \"prompt\" is neither a string nor a list of messages")]
    [InlineData("[]", ":1: a line is an object with")]
    [InlineData("{", ":1: not a JSON object")]
    [InlineData("", ": holds no example to learn from")]
    public void ABrokenLineIsNamed(string data, string message)
    {
        string file = _bench.Write("broken.jsonl", data);
        Assert.StartsWith(file + message, RecipeBench.Line<RecipeException>(() => Run(file)));
    }

    [Fact]
    public void ALabelIsTrueOrFalse()
    {
        string file = _bench.Write("broken.jsonl", "{\"prompt\": \"Q\", \"completion\": \"A\", \"label\": 1}");
        Assert.StartsWith(file + ":1: \"label\" is not true or false", RecipeBench.Line<RecipeException>(() => Run(file, "loss_type=kto")));
    }
}
