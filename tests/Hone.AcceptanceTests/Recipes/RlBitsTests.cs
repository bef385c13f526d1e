using Hone.Tensors;
using Hone.Training.Recipes;
using Hone.Training.Runs;

namespace Hone.AcceptanceTests.Recipes;

/// <summary>The main job ends in the same bytes whatever the threads, kernels, micro-batch or interruptions.</summary>
public sealed class RlBitsTests(RlBits bits) : IClassFixture<RlBits>
{
    // The golden bits of the contract chain-f32-v3: tokenizing, sampling, every kernel of a training step and AdamW meet in
    // them. Whoever changes them changes the contract, raises its id, and says why in docs/decisions.
    [Fact]
    public void TheWeightsAreThoseRecordedForTheContract()
    {
        byte[] weights = File.ReadAllBytes(Path.Combine(bits.Expected, "model", "model.safetensors"));
        Assert.Equal("766C106FC9ABEA44", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(weights))[..16]);
    }

    [Fact]
    public void EveryStepIsOnPolicyToTheBitAndSomethingIsLearned()
    {
        var lines = RlBits.Metrics(bits.Expected);
        Assert.Equal(RlBits.Steps, lines.Count);
        Assert.All(lines, line =>
        {
            Assert.Equal(0.0, line.Values["sampling/sampling_logp_difference/max"]);
            Assert.True(line.Values["sampling/compared_tokens"] > 0);
        });
        Assert.Contains(lines, line => line.Values["grad_norm"] > 0);
        Assert.False(RlBits.Weights(bits.Expected).AsSpan().SequenceEqual(RlBits.BaseWeights()));
    }

    [Fact]
    public void LayersRecomputedInBackward()
    {
        string run = bits.NewRun();
        using var backend = new CpuBackend();
        bits.Run(run, backend, recompute: true);
        bits.AssertSame(run);
    }

    [Fact]
    public void TwoThreads()
    {
        string run = bits.NewRun();
        using var backend = new CpuBackend(threads: 2);
        bits.Run(run, backend);
        bits.AssertSame(run);
    }

    [Theory]
    [InlineData(KernelSet.Avx512)]
    [InlineData(KernelSet.Avx2)]
    [InlineData(KernelSet.Vector128)]
    public void EveryKernelSet(KernelSet set)
    {
        if (!KernelSets.IsSupported(set)) Assert.Skip($"This processor has no {set}.");
        string run = bits.NewRun();
        using var backend = new CpuBackend(threads: 1, set);
        bits.Run(run, backend);
        bits.AssertSame(run);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(32)]
    public void EveryMicroBatch(int microBatch)
    {
        string run = bits.NewRun();
        using var backend = new CpuBackend(threads: 1);
        bits.Run(run, backend, microBatch);
        bits.AssertSame(run);
    }

    [Fact]
    public void InterruptedAndResumed()
    {
        string run = bits.NewRun();
        using var backend = new CpuBackend(threads: 1);
        using var interrupt = new CancellationTokenSource();
        RecipeResult first = bits.Run(run, backend, with: context => context with
        {
            Interrupt = interrupt.Token,
            Observer = new RunObserver { Step = report => { if (report.Step == 4) interrupt.Cancel(); } },
        });
        Assert.True(first.Interrupted);
        Assert.Equal(4, first.Steps);
        Assert.False(Directory.Exists(Path.Combine(run, "model")));
        bits.Run(run, backend, with: context => context with { Resume = true });
        bits.AssertSame(run);
    }

    // What a power cut in the fifth step leaves behind: steps that the checkpoint does not have, half a line, half a checkpoint.
    [Fact]
    public void KilledAndResumed()
    {
        string run = bits.NewRun(), dead = bits.NewRun();
        using var backend = new CpuBackend(threads: 1);
        bits.Run(run, backend, with: context => context with
        {
            Observer = new RunObserver { Step = report => { if (report.Step == 5) Copy(run, dead); } },
        });
        File.AppendAllText(Path.Combine(dead, "metrics.jsonl"), "{\"step\":6,\"lo");
        Directory.CreateDirectory(Path.Combine(dead, "checkpoints", "step-6.partial"));
        File.WriteAllText(Path.Combine(dead, "checkpoints", "step-6.partial", "config.json"), "{");
        bits.Run(dead, backend, with: context => context with { Resume = true });
        bits.AssertSame(dead);
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using FileStream copy = File.Create(target);
            source.CopyTo(copy);
        }
    }
}
