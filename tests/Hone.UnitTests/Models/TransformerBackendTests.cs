using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>Threads and instructions move no bit of a model's values and gradients.</summary>
public sealed class TransformerBackendTests
{
    public static TheoryData<string, KernelSet, int, CacheDType> Cases()
    {
        var data = new TheoryData<string, KernelSet, int, CacheDType>();
        foreach (string name in TinyModels.Names)
        {
            foreach (KernelSet set in Enum.GetValues<KernelSet>())
            {
                foreach (int threads in (int[])[1, 2, 3])
                    data.Add(name, set, threads, CacheDType.Float32);
            }
        }
        foreach (KernelSet set in Enum.GetValues<KernelSet>())
        {
            foreach (CacheDType cache in (CacheDType[])[CacheDType.BFloat16, CacheDType.Int8])
            {
                data.Add("grouped", set, 1, cache);
                data.Add("biased", set, 2, cache);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryKernelSetAndThreadCountHasTheBitsOfTheReference(string name, KernelSet set, int threads, CacheDType cache)
    {
        if (!KernelSets.IsSupported(set))
            Assert.Skip($"This processor does not run {set}.");
        (float[] logits, TrainingPass pass) = Expected(name, cache);
        using var backend = new CpuBackend(threads, set);
        using Transformer model = TinyModels.Create(name, backend, cache);
        TinyModels.SameBits(logits, Logits(model), $"{name} on {backend.Description}: logits");
        TrainingPass.SameBits(pass, TrainingPass.Run(model, Batches(model)), $"{name} on {backend.Description}");
        Assert.Equal(model.Parameters.Count(p => p.IsTrainable), pass.Gradients.Count);
    }

    // The slow side is computed once for all rows of the theory.
    private static readonly Dictionary<(string, CacheDType), (float[] Logits, TrainingPass Pass)> Reference = [];

    private static (float[] Logits, TrainingPass Pass) Expected(string name, CacheDType cache)
    {
        lock (Reference)
        {
            if (Reference.TryGetValue((name, cache), out (float[] Logits, TrainingPass Pass) known))
                return known;
            using var backend = new ReferenceBackend();
            using Transformer model = TinyModels.Create(name, backend, cache);
            return Reference[(name, cache)] = (Logits(model), TrainingPass.Run(model, Batches(model)));
        }
    }

    private static int[][][] Batches(Transformer model)
    {
        int v = model.Config.VocabularySize;
        return [[TinyModels.Ids(133, v, 1), TinyModels.Ids(9, v, 2)], [TinyModels.Ids(35, v, 3)]];
    }

    private static float[] Logits(Transformer model)
    {
        using var context = new ComputeContext(model.Backend);
        Tensor hidden = model.Forward(context, TinyModels.Batch(TinyModels.Ids(45, model.Config.VocabularySize, 5)));
        return TinyModels.Read(model.Backend, model.Logits(context, hidden));
    }
}
