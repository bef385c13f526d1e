using Hone.Evaluation.Tasks;
using Hone.Evaluation.Tasks.Tracker;
using Hone.Models;
using Hone.Tensors;
using Hone.Tokenizers;
using Hone.Training.Configuration;
using Hone.Training.Metrics;
using Hone.Training.Recipes;
using Hone.Training.Runs;

namespace Hone.AcceptanceTests.Recipes;

/// <summary>The main job on the embedded base with a rounded key/value cache: on-policy to the bit, the same bytes on all kernels, and near the float32 model.</summary>
public sealed class CacheBitsTests : IDisposable
{
    private const int Steps = 2;

    private readonly EvalTask _task = TrackerTask.Create(new TrackerOptions { TrainCount = 64, TestCount = 8 });
    private readonly string _root = Directory.CreateTempSubdirectory("hone-cache-bits-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("bfloat16", "")]
    [InlineData("int8", "")]
    [InlineData("int8", "lora_r: 4")]
    public void EveryStepIsOnPolicyToTheBitAndEndsInTheSameBytes(string type, string adapter)
    {
        string expected = Run("expected", type, adapter, new CpuBackend(threads: 1), 8);
        IReadOnlyList<MetricsLine> lines = RlBits.Metrics(expected);
        Assert.Equal(Steps, lines.Count);
        Assert.All(lines, line => Assert.Equal(0.0, line.Values["sampling/sampling_logp_difference/max"]));
        Assert.All(lines, line => Assert.True(line.Values["sampling/compared_tokens"] > 0));
        Assert.Contains(lines, line => line.Values["grad_norm"] > 0);
        foreach (KernelSet set in Enum.GetValues<KernelSet>().Where(KernelSets.IsSupported))
        {
            string other = Run(set.ToString(), type, adapter, new CpuBackend(threads: 2, set), 3);
            Assert.True(Weights(expected).AsSpan().SequenceEqual(Weights(other)), $"{set} ends in other bytes.");
        }
        string full = Run("float32", "float32", adapter, new CpuBackend(threads: 1), 8);
        Assert.False(Weights(expected).AsSpan().SequenceEqual(Weights(full)), "The precision changes the result.");
    }

    private string Run(string name, string type, string adapter, CpuBackend backend, int microBatch)
    {
        string run = Path.Combine(_root, name);
        using (backend)
        {
            RlConfig config = RlConfig.Read(RecipeReader.Parse(
                $"""
                recipe: rl
                model: {RlBits.BasePath()}
                task: tracker
                output_dir: {run}
                prompts_per_step: 4
                num_generations: 4
                max_completion_length: 48
                max_steps: {Steps}
                loss_type: dr_grpo
                scale_rewards: none
                learning_rate: 1.0e-4
                eval_problems: 0
                micro_batch: {microBatch}
                save_steps: 0
                seed: 0
                kv_cache_dtype: {type}
                {adapter}
                """, "cache.yaml"));
            RlRecipe.Run(config, _task, [], new RunContext { Backend = backend });
        }
        return run;
    }

    private static byte[] Weights(string run)
    {
        string adapter = Path.Combine(run, "model", PeftDirectory.WeightsFileName);
        return File.Exists(adapter) ? File.ReadAllBytes(adapter) : RlBits.Weights(run);
    }

    [Theory]
    [InlineData(CacheDType.BFloat16, 0.04, 2e-6)]
    [InlineData(CacheDType.Int8, 0.12, 1e-5)]
    public void LogProbabilitiesAreNearThoseOfFloat32(CacheDType type, double largest, double divergence)
    {
        using var backend = new CpuBackend();
        using Transformer model = ModelLoader.Load(RlBits.BasePath(), backend);
        Tokenizer tokenizer = TokenizerDirectory.Load(RlBits.BasePath()).Tokenizer;
        int v = model.Config.VocabularySize;
        double farthest = 0, sum = 0;
        int rows = 0, same = 0;
        foreach (TaskExample example in _task.Train.Take(32))
        {
            int[] ids = tokenizer.Encode(example.ForcedPrompt ?? example.Prompt, EncodeOptions.AddSpecialTokens);
            double[] full = LogProbs(model, ids, CacheDType.Float32), rounded = LogProbs(model, ids, type);
            for (int row = 0; row < ids.Length; row++, rows++)
            {
                ReadOnlySpan<double> p = full.AsSpan(row * v, v), q = rounded.AsSpan(row * v, v);
                same += Largest(p) == Largest(q) ? 1 : 0;
                for (int i = 0; i < v; i++)
                {
                    sum += Math.Exp(p[i]) * (p[i] - q[i]);
                    if (p[i] > -5) farthest = Math.Max(farthest, Math.Abs(p[i] - q[i]));
                }
            }
        }
        Assert.True(rows > 500, $"{rows} positions are few.");
        Assert.InRange(farthest, 1e-6, largest);
        Assert.InRange(sum / rows, 1e-12, divergence);
        Assert.True(same >= rows * 0.99, $"The likeliest token is the same at {same} of {rows} positions.");
    }

    private static int Largest(ReadOnlySpan<double> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best]) best = i;
        }
        return best;
    }

    private static double[] LogProbs(Transformer model, int[] ids, CacheDType type)
    {
        model.CacheDType = type;
        using var context = new ComputeContext(model.Backend);
        var batch = new TokenBatch();
        batch.Add(ids);
        var logits = new float[ids.Length * model.Config.VocabularySize];
        model.Backend.Download(model.Logits(context, model.Forward(context, batch), batch), logits);
        var result = new double[logits.Length];
        int v = model.Config.VocabularySize;
        for (int row = 0; row < ids.Length; row++)
        {
            double most = logits.AsSpan(row * v, v).ToArray().Max();
            double lse = most + Math.Log(logits.AsSpan(row * v, v).ToArray().Sum(x => Math.Exp(x - most)));
            for (int i = 0; i < v; i++)
                result[(row * v) + i] = logits[(row * v) + i] - lse;
        }
        return result;
    }
}
