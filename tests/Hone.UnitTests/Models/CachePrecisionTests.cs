using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>The precision of cached keys and values as a setting of a model.</summary>
public sealed class CachePrecisionTests : IDisposable
{
    private readonly CpuBackend _backend = new(1);

    public void Dispose()
    {
        Assert.Equal(0, _backend.Ledger.LiveBlocks);
        _backend.Dispose();
    }

    [Fact]
    public void EachPrecisionHasItsOwnBitsNearTheOthers()
    {
        using Transformer model = TinyModels.Create("grouped", _backend);
        int[] ids = TinyModels.Ids(150, model.Config.VocabularySize, 1);
        float[] full = TinyModels.Hidden(model, ids);
        double[] errors = new double[3];
        foreach (CacheDType type in Enum.GetValues<CacheDType>())
        {
            model.CacheDType = type;
            errors[(int)type] = Distance(full, TinyModels.Hidden(model, ids));
        }
        Assert.Equal(0, errors[0]);
        Assert.InRange(errors[1], 1e-5, 0.02);
        Assert.InRange(errors[2], 1e-5, 0.04);
        model.CacheDType = CacheDType.Float32;
        TinyModels.SameBits(full, TinyModels.Hidden(model, ids), "float32 again");
    }

    // Of the length of a.
    private static double Distance(float[] a, float[] b) =>
        Math.Sqrt(a.Zip(b).Sum(p => ((double)p.First - p.Second) * ((double)p.First - p.Second)) / a.Sum(x => (double)x * x));

    [Fact]
    public void StatesOfAnotherPrecisionAreRefused()
    {
        using Transformer model = TinyModels.Create("plain", _backend);
        using var context = new ComputeContext(_backend);
        using var pool = new PagePool(model);
        using var state = new SequenceState(pool);
        model.CacheDType = CacheDType.Int8;
        var batch = new TokenBatch();
        batch.Add([1, 2, 3], state);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => model.Forward(context, batch));
        Assert.StartsWith("The states hold float32, the model reads int8", refused.Message);
        using var other = new PagePool(model);
        Assert.Equal(CacheDType.Int8, other.Pages.Type);
        Assert.True(other.Pages.PageBytes * 3 < pool.Pages.PageBytes);
    }

    [Fact]
    public void AnEncoderHasNone()
    {
        TransformerConfig plain = TinyModels.Config("plain");
        var encoder = plain with { HasHead = false, Layers = TransformerConfig.Uniform(1, new AttentionConfig(2, 2, 16) { Bidirectional = true }, new FeedForwardConfig(48)) };
        using Transformer model = TinyModels.Create(encoder, _backend);
        Assert.Contains("caches no keys and values", Assert.Throws<ArgumentException>(() => model.CacheDType = CacheDType.BFloat16).Message);
        model.CacheDType = CacheDType.Float32;
        Assert.Equal(CacheDType.Float32, model.CacheDType);
    }

    [Theory]
    [InlineData(CacheDType.Float32, 3 * 2 * 2 * 8 * 4)]
    [InlineData(CacheDType.BFloat16, 3 * 2 * 2 * 8 * 2)]
    [InlineData(CacheDType.Int8, 3 * 2 * 2 * (8 + 4))]
    public void BytesOfATokenArePlannedAsTheyAreTaken(CacheDType type, long bytes)
    {
        using Transformer model = TinyModels.Create("grouped", _backend, type);
        using var pool = new PagePool(model);
        Assert.Equal(bytes, model.Config.KeyValueBytesPerToken(type));
        Assert.Equal(bytes * KeyValuePages.PageTokens, pool.Pages.PageBytes);
        Assert.Equal(type, CacheDTypes.Parse(type.Name()));
    }

    [Fact]
    public void ACopiedPageHoldsTheSameBytes()
    {
        using Transformer model = TinyModels.Create("grouped", _backend, CacheDType.Int8);
        using var context = new ComputeContext(_backend);
        using var pool = new PagePool(model);
        using var state = new SequenceState(pool);
        var batch = new TokenBatch();
        batch.Add(TinyModels.Ids(20, model.Config.VocabularySize, 1), state);
        model.Forward(context, batch);
        batch.Commit();
        using SequenceState fork = state.Fork();
        int shared = fork.Pages[0];
        fork.Reserve(1);
        Assert.NotEqual(shared, fork.Pages[0]);
        TinyModels.SameBits(TinyModels.Read(_backend, pool.Pages.Page(shared)), TinyModels.Read(_backend, pool.Pages.Page(fork.Pages[0])), "the copy");
    }
}
