using Hone.Evaluation.Tasks;
using Hone.Evaluation.Tasks.Tracker;
using Hone.Models;
using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Recipes;
using Hone.Training.Runs;

namespace Hone.AcceptanceTests.Recipes;

/// <summary>The main job with an adapter on the embedded base: a small share of the parameters, on-policy to the bit, the same bytes whatever the kernels, threads and micro-batches.</summary>
public sealed class LoraBitsTests : IDisposable
{
    private const int Steps = 3;

    private readonly EvalTask _task = TrackerTask.Create(new TrackerOptions { TrainCount = 64, TestCount = 8 });
    private readonly string _root = Directory.CreateTempSubdirectory("hone-lora-bits-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void AShareOfTheParametersIsTrainedOnPolicyToTheSameBytes()
    {
        string expected = Run("wide", new CpuBackend(threads: 1), 8, out string said);
        Assert.All(RlBits.Metrics(expected), line => Assert.Equal(0.0, line.Values["sampling/sampling_logp_difference/max"]));
        Assert.Equal(Steps, RlBits.Metrics(expected).Count);
        Assert.Contains("training an adapter of", said);
        using (var backend = new CpuBackend(threads: 1))
        using (TrainedModel trained = TrainedModel.OpenAdapted(RlBits.BasePath(), Path.Combine(expected, "model"), backend))
        {
            double share = (double)trained.Adapter!.ElementCount / trained.Model.Parameters.Sum(p => p.Value.ElementCount);
            Assert.InRange(share, 0.001, 0.05);
            Assert.Contains(trained.Adapter.Parameters.Where(p => p.Name.Contains("lora_B", StringComparison.Ordinal)), p => backend.SumOfSquares(p.Value) > 0);
        }
        foreach (KernelSet set in Enum.GetValues<KernelSet>().Where(KernelSets.IsSupported))
            Assert.True(Weights(expected).AsSpan().SequenceEqual(Weights(Run(set.ToString(), new CpuBackend(threads: 2, set), 3, out _))), $"{set} ends in other bytes.");
    }

    private string Run(string name, CpuBackend backend, int microBatch, out string said)
    {
        string run = Path.Combine(_root, name);
        var messages = new List<string>();
        using (backend)
        {
            RlConfig config = RlConfig.Read(RecipeReader.Parse(
                $"""
                recipe: rl
                model: {RlBits.BasePath()}
                task: tracker
                output_dir: {run}
                prompts_per_step: 2
                num_generations: 4
                max_completion_length: 32
                max_steps: {Steps}
                loss_type: dr_grpo
                scale_rewards: none
                beta: 0.01
                learning_rate: 1.0e-3
                lora_r: 4
                lora_alpha: 8
                eval_problems: 0
                micro_batch: {microBatch}
                save_steps: 0
                seed: 0
                """, "lora.yaml"));
            RlRecipe.Run(config, _task, [], new RunContext { Backend = backend, Observer = new RunObserver { Message = messages.Add } });
        }
        said = string.Join('\n', messages);
        return run;
    }

    private static byte[] Weights(string run) => File.ReadAllBytes(Path.Combine(run, "model", PeftDirectory.WeightsFileName));
}
