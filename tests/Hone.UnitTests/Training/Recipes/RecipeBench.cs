using Hone.Evaluation.Runs;
using Hone.Evaluation.Tasks;
using Hone.Models;
using Hone.Tensors;
using Hone.Tokenizers;
using Hone.Training.Configuration;
using Hone.Training.Metrics;
using Hone.Training.Recipes;
using Hone.Training.Rewards;
using Hone.Training.Runs;
using Hone.Verification;
using Xunit;

namespace Hone.UnitTests.Training.Recipes;

/// <summary>A folder with a model of a few thousand parameters, and the recipes that are run on it.</summary>
internal sealed class RecipeBench : IDisposable
{
    /// <summary>The answer of prompts whose completions all earn the same.</summary>
    public const string Flat = "flat";

    private const string EndOfText = "<|endoftext|>";
    private static readonly string[] Corpus = ["Q: 1+2= A: 3", "Q: 4+5= A: 9", "Q: 6+7= A: 13", "Q: 8+0= A: 8"];
    private int _runs;

    /// <param name="wide">Whether rows are 64 numbers, whole blocks of the block formats.</param>
    public RecipeBench(bool wide = false)
    {
        Root = Directory.CreateTempSubdirectory("hone-recipes-").FullName;
        ModelPath = Path.Combine(Root, "base");
        using var backend = new ReferenceBackend();
        MakeModel(ModelPath, backend, wide);
    }

    public string Root { get; }

    public string ModelPath { get; }

    /// <summary>Even prompts tell completions apart, the others never do.</summary>
    public static EvalTask Task { get; } = new(
        "tiny", "1",
        [.. Enumerable.Range(0, 8).Select(i => new TaskExample($"Q: {i}+{9 - i}= A:", i % 2 == 0 ? "9" : Flat))],
        [], new ExactMatchVerifier());

    /// <summary>A reward that an untrained model earns in part, and equally where the task says so.</summary>
    public static NamedReward Reward { get; } = new("even", sample =>
        sample.Answer == Flat ? 1.0 : sample.CompletionIds.Count(id => id % 2 == 0) / (double)sample.CompletionIds.Count);

    public string NewRun() => Path.Combine(Root, "run" + _runs++);

    public string Write(string name, string text)
    {
        string path = Path.Combine(Root, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The model as a GGUF file, its matrices in one type.</summary>
    public string WriteGguf(GgmlType type)
    {
        string path = Path.Combine(Root, $"base-{type}.gguf".ToLowerInvariant());
        using var backend = new ReferenceBackend();
        using Transformer model = ModelLoader.Load(ModelPath, backend);
        (Tokenizer tokenizer, TokenizerConfig config) = TokenizerDirectory.Load(ModelPath);
        GgufSaver.Save(path, ModelDirectory.Open(ModelPath).Config, backend, model.Parameters, new GgufSaveOptions
        {
            Type = type,
            Metadata = [.. GgufTokenizer.Write(tokenizer, config, model.Config.VocabularySize).ToMetadata().Select(pair => KeyValuePair.Create(pair.Key, Value(pair.Value)))],
        });
        return path;
    }

    private static GgufValue Value(object value) => value switch
    {
        string text => GgufValue.Of(text),
        bool flag => GgufValue.Of(flag),
        uint number => GgufValue.Of(number),
        string[] texts => GgufValue.Of<string>(texts),
        int[] numbers => GgufValue.Of<int>(numbers),
        float[] numbers => GgufValue.Of<float>(numbers),
        _ => throw new ArgumentException($"{value.GetType()}"),
    };

    public RlConfig Rl(string output, params string[] overrides) => RlConfig.Read(RecipeReader.Parse(
        $"""
        recipe: rl
        model: {ModelPath}
        task: tiny
        output_dir: {output}
        prompts_per_step: 3
        num_generations: 4
        max_completion_length: 8
        max_steps: 4
        learning_rate: 3.0e-3
        lr_scheduler_type: constant
        eval_problems: 0
        save_steps: 0
        micro_batch: 4
        seed: 3
        """, "rl.yaml", overrides));

    public SftConfig Sft(string output, string data, params string[] overrides) => SftConfig.Read(RecipeReader.Parse(
        $"""
        recipe: sft
        model: {ModelPath}
        data: {data}
        output_dir: {output}
        batch_size: 3
        max_steps: 6
        learning_rate: 1.0e-2
        save_steps: 0
        micro_batch: 2
        seed: 3
        """, "sft.yaml", overrides));

    public static RunContext Context(Backend backend, bool resume = false) => new() { Backend = backend, Resume = resume };

    /// <summary>A context that asks to stop when a step has been made.</summary>
    public static RunContext StoppingAfter(long step, Backend backend)
    {
        var source = new CancellationTokenSource();
        return Context(backend) with
        {
            Interrupt = source.Token,
            Observer = new RunObserver { Step = report => { if (report.Step == step) source.Cancel(); } },
        };
    }

    public static RecipeResult Run(RlConfig config, RunContext context, NamedReward? reward = null) =>
        RlRecipe.Run(config, Task, [reward ?? Reward], context).Training;

    public static byte[] Weights(string run) => File.ReadAllBytes(Path.Combine(run, "model", "model.safetensors"));

    public static IReadOnlyList<MetricsLine> Metrics(string run) => [.. MetricsReader.Read(Path.Combine(run, "metrics.jsonl"))];

    /// <summary>The metrics without the times.</summary>
    public static string[] TimelessMetrics(string run) =>
    [
        .. Metrics(run).Select(line => $"{line.Step}: " + string.Join(
            ' ', line.Values.Where(v => !v.Key.EndsWith("_time", StringComparison.Ordinal)).Select(v => FormattableString.Invariant($"{v.Key}={v.Value:R}")))),
    ];

    public static void SameOutcome(string expected, string actual)
    {
        Assert.Equal(TimelessMetrics(expected), TimelessMetrics(actual));
        Assert.True(Weights(expected).AsSpan().SequenceEqual(Weights(actual)), $"{expected} and {actual} end in different weights.");
    }

    public static IReadOnlyList<long> Checkpoints(string run) => RunDirectory.Open(run).CheckpointSteps();

    public static float[][] Values(TrainedModel model) => [.. model.Model.Parameters.Select(p => Read(model.Model.Backend, p.Value))];

    public static float[] Read(Backend backend, Tensor tensor)
    {
        var values = new float[tensor.ElementCount];
        backend.Download(tensor, values);
        return values;
    }

    /// <summary>One line, as the command line prints it.</summary>
    public static string Line<T>(Action run)
        where T : Exception
    {
        string message = Assert.Throws<T>(run).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void MakeModel(string path, Backend backend, bool wide)
    {
        ByteLevelBpe bpe = BpeTrainer.Train(
            Corpus, new BpeTrainerOptions { VocabularySize = 40, SpecialTokens = [EndOfText], SingleDigits = true, Alphabet = ByteAlphabet.Seen });
        var tokenizer = new ByteLevelBpe(bpe.Definition with { Special = new SpecialTokenIds(Bos: 0, Eos: 0) });
        var config = new TransformerConfig
        {
            VocabularySize = tokenizer.VocabularySize,
            Width = wide ? 64 : 24,
            Layers = TransformerConfig.Uniform(2, new AttentionConfig(4, 2, wide ? 16 : 8), new FeedForwardConfig(wide ? 128 : 40)),
            RotaryDim = wide ? 16 : 8,
            ContextLength = 48,
            TieEmbeddings = true,
            InitializerRange = 0.3,
            BosTokenId = 0,
            EosTokenIds = [0],
        };
        using var model = new Transformer(config, new SeededParameterSource(backend, 7));
        ModelSaver.Save(path, HuggingFaceConfig.For(config), backend, model.Parameters, new ModelSaveOptions
        {
            WriteOthers = directory => TokenizerDirectory.Save(tokenizer, new TokenizerConfig { BosToken = EndOfText, EosToken = EndOfText }, directory),
        });
    }
}
