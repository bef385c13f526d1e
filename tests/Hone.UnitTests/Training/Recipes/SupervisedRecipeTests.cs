using Hone.Tensors;
using Hone.Tokenizers;
using Hone.Training.Configuration;
using Hone.Training.Data;
using Hone.Training.Metrics;
using Hone.Training.Recipes;
using Hone.Training.Runs;
using Xunit;

namespace Hone.UnitTests.Training.Recipes;

/// <summary>Supervised fine-tuning and pre-training on a user's own files.</summary>
public sealed class SupervisedRecipeTests : IDisposable
{
    private const string Pairs = """
        {"prompt": "Q: 1+2= A:", "completion": " 3"}
        {"prompt": "Q: 4+5= A:", "completion": " 9"}

        {"prompt": "Q: 6+1= A:", "completion": " 7", "source": "ignored"}
        {"prompt": "Q: 8+0= A:", "completion": " 8"}
        """;

    private const string Texts = """
        {"text": "Q: 1+2= A: 3"}
        {"text": "Q: 4+5= A: 9"}
        {"text": "Q: 6+7= A: 13 Q: 8+0= A: 8"}
        """;

    private readonly RecipeBench _bench = new();
    private readonly CpuBackend _backend = new(threads: 1);

    public void Dispose()
    {
        _backend.Dispose();
        _bench.Dispose();
    }

    private string Sft(string data, params string[] overrides)
    {
        string run = _bench.NewRun();
        SftRecipe.Run(_bench.Sft(run, data, overrides), RecipeBench.Context(_backend));
        return run;
    }

    private PretrainConfig Pretrain(string output, string data, params string[] overrides) => PretrainConfig.Read(RecipeReader.Parse(
        $$"""
        recipe: pretrain
        data: {{data}}
        output_dir: {{output}}
        model: {hidden_size: 16, num_hidden_layers: 1, num_attention_heads: 2, max_position_embeddings: 32}
        train_tokenizer: {vocab_size: 40, all_bytes: false}
        max_length: 32
        batch_size: 3
        max_steps: 30
        learning_rate: 1.0e-2
        save_steps: 0
        micro_batch: 2
        """, "pretrain.yaml", overrides));

    [Theory]
    [InlineData(Pairs)]
    [InlineData(Texts)]
    public void TheLossFallsAndTheMicroBatchChangesNoBit(string data)
    {
        string file = _bench.Write("data.jsonl", data);
        string run = Sft(file, "max_steps=40", "micro_batch=1");
        IReadOnlyList<MetricsLine> lines = RecipeBench.Metrics(run);
        Assert.Equal(40, lines.Count);
        Assert.True(lines[^1].Values["loss"] < 0.5 * lines[0].Values["loss"], $"{lines[0].Values["loss"]} fell to {lines[^1].Values["loss"]} only");
        foreach (int microBatch in (int[])[2, 3, 64])
            RecipeBench.SameOutcome(run, Sft(file, "max_steps=40", $"micro_batch={microBatch}"));
    }

    [Theory]
    [InlineData("optimizer=adamw")]
    [InlineData("optimizer=muon", "lr_scheduler_type=cosine", "warmup_steps=2")]
    [InlineData("optimizer=sgd", "momentum=0.9")]
    public void AnInterruptedFineTuningEndsInTheSameBits(params string[] overrides)
    {
        string file = _bench.Write("data.jsonl", Pairs), whole = Sft(file, overrides), stopped = _bench.NewRun();
        RecipeResult first = SftRecipe.Run(_bench.Sft(stopped, file, overrides), RecipeBench.StoppingAfter(4, _backend));
        Assert.Equal((4L, true), (first.Steps, first.Interrupted));
        SftRecipe.Run(_bench.Sft(stopped, file, overrides), RecipeBench.Context(_backend, resume: true));
        RecipeBench.SameOutcome(whole, stopped);
    }

    [Fact]
    public void EvaluationIsLoggedAndChangesNoWeight()
    {
        string file = _bench.Write("data.jsonl", Pairs), plain = Sft(file);
        string evaluated = Sft(file, $"eval_data={file}", "eval_steps=2");
        Assert.True(RecipeBench.Weights(plain).AsSpan().SequenceEqual(RecipeBench.Weights(evaluated)));
        double[] losses = [.. RecipeBench.Metrics(evaluated).Where(l => l.Values.ContainsKey("eval_loss")).Select(l => l.Values["eval_loss"])];
        Assert.Equal([2L, 4L, 6L], RecipeBench.Metrics(evaluated).Where(l => l.Values.ContainsKey("eval_loss")).Select(l => l.Step));
        Assert.True(losses[^1] < losses[0]);
    }

    [Fact]
    public void OnlyCompletionsAndTheirEndsAreLearned()
    {
        (Tokenizer tokenizer, _) = TokenizerDirectory.Load(_bench.ModelPath);
        string file = _bench.Write("data.jsonl", Pairs);
        TrainingSequence pair = JsonlSequences.Read(file, tokenizer, 48)[0];
        Assert.Equal(" 3", tokenizer.Decode(pair.Ids.AsSpan()[pair.FirstTarget..^1]));
        Assert.Equal(tokenizer.EosId, pair.Ids[^1]);
        Assert.Equal(1, JsonlSequences.Read(file, tokenizer, 48, completionOnly: false)[0].FirstTarget);
        TrainingSequence[] pieces = [.. JsonlSequences.Read(_bench.Write("long.jsonl", Texts), tokenizer, 5)];
        Assert.All(pieces, p => Assert.InRange(p.Ids.Length, 2, 5));
    }

    [Fact]
    public void PretrainingMakesAModelAndATokenizerFromAFile()
    {
        string file = _bench.Write("data.jsonl", Texts), folder = Path.Combine(_bench.Root, "folder");
        string whole = _bench.NewRun(), split = _bench.NewRun(), stopped = _bench.NewRun(), fromFolder = _bench.NewRun();
        PretrainRecipe.Run(Pretrain(whole, file), RecipeBench.Context(_backend));
        IReadOnlyList<MetricsLine> lines = RecipeBench.Metrics(whole);
        Assert.True(lines[^1].Values["loss"] < 0.5 * lines[0].Values["loss"]);
        using (TrainedModel trained = TrainedModel.Open(Path.Combine(whole, "model"), _backend))
            Assert.Equal("Q: 1+2= A: 3", trained.Tokenizer.Decode(trained.Tokenizer.Encode("Q: 1+2= A: 3")));

        PretrainRecipe.Run(Pretrain(split, file, "micro_batch=1"), RecipeBench.Context(_backend));
        RecipeBench.SameOutcome(whole, split);

        PretrainRecipe.Run(Pretrain(stopped, file), RecipeBench.StoppingAfter(7, _backend));
        PretrainRecipe.Run(Pretrain(stopped, file), RecipeBench.Context(_backend, resume: true));
        RecipeBench.SameOutcome(whole, stopped);

        Directory.CreateDirectory(folder);
        File.Copy(file, Path.Combine(folder, "a.JSONL"));
        File.WriteAllText(Path.Combine(folder, "notes.md"), "not data");
        PretrainRecipe.Run(Pretrain(fromFolder, folder), RecipeBench.Context(_backend));
        RecipeBench.SameOutcome(whole, fromFolder);
    }

    [Theory]
    [InlineData("{\"prompt\": \"Q\", \"completion\": \"A\"}\n{broken", ":2: not a JSON object: ")]
    [InlineData("[1]", ":1: a line is an object with \"text\", with \"messages\", or with \"prompt\" and \"completion\"")]
    [InlineData("{\"prompt\": \"Q\"}", ":1: expected \"text\", \"messages\", or \"prompt\" and \"completion\"")]
    [InlineData("\n\n{\"text\": 5}", ":3: \"text\" is not a string")]
    [InlineData("{\"messages\": []}", ":1: \"messages\" needs a chat template, and the model has none; write \"prompt\" and \"completion\"")]
    [InlineData("{\"text\": \"\\ud800\"}", ":1: ")]
    [InlineData("{\"text\": \"Z\u00fc\"}", ":1: ")]
    [InlineData("\n", ": holds no example to learn from")]
    public void ABrokenLineIsNamed(string data, string message)
    {
        string file = _bench.Write("broken.jsonl", data);
        Assert.StartsWith(file + message, RecipeBench.Line<RecipeException>(() => Sft(file)));
    }

    [Theory]
    [InlineData("{\"messages\": []}", ":1: \"messages\" needs a chat template")]
    [InlineData("{\"txt\": \"a\"}", ":1: expected \"text\"")]
    [InlineData("[]", ":1: a line is an object")]
    [InlineData("{\"text\": \"\\ud800\"}", ":1: ")]
    public void PretrainingNamesItBeforeItTrainsATokenizer(string data, string message)
    {
        string file = _bench.Write("broken.jsonl", data);
        Assert.StartsWith(file + message, RecipeBench.Line<RecipeException>(() => PretrainRecipe.Run(Pretrain(_bench.NewRun(), file), RecipeBench.Context(_backend))));
    }

    [Fact]
    public void OtherFilesAreRefusedWithWhatToDo()
    {
        string parquet = _bench.Write("data.parquet", "PAR1"), none = Path.Combine(_bench.Root, "none.jsonl");
        Assert.Equal(
            $"{parquet}: is neither .jsonl nor .txt; write it as JSONL, one object a line with \"text\", \"messages\", or \"prompt\" and \"completion\"",
            RecipeBench.Line<RecipeException>(() => Sft(parquet)));
        Assert.StartsWith($"{none}: no such file or folder", RecipeBench.Line<RecipeException>(() => Sft(none)));
        string empty = Directory.CreateDirectory(Path.Combine(_bench.Root, "empty")).FullName;
        Assert.Equal($"{empty}: holds no example to learn from", RecipeBench.Line<RecipeException>(() => Sft(empty)));
    }
}
