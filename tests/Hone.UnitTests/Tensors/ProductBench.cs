using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>The reference backend and one CpuBackend for every kernel set of this machine with 1 and 2 threads, and tensors with guarded edges.</summary>
internal sealed class ProductBench : IDisposable
{
    private const int Guard = 24;
    private const float Canary = 12345.678f;
    private readonly List<(TensorStorage Storage, long Offset, long Count)> _taken = [];
    private readonly Random _random = new(7);

    public ReferenceBackend Reference { get; } = new();

    public List<CpuBackend> Cpus { get; } = [];

    public ProductBench()
    {
        foreach (KernelSet set in Enum.GetValues<KernelSet>())
        {
            if (!KernelSets.IsSupported(set))
                continue;
            Cpus.Add(new CpuBackend(1, set));
            Cpus.Add(new CpuBackend(2, set));
        }
    }

    /// <summary>A tensor at an odd offset with canaries on both sides, so that no kernel may count on alignment or write past an edge.</summary>
    public Tensor Make(Shape shape, float fill = 0)
    {
        TensorStorage storage = Reference.Allocate((shape.ElementCount + (2 * Guard)) * sizeof(float));
        var all = new Tensor(storage, 0, new Shape((int)(storage.SizeBytes / sizeof(float))));
        all.HostSpan().Fill(Canary);
        var tensor = new Tensor(storage, Guard - 1, shape);
        tensor.HostSpan().Fill(fill);
        _taken.Add((storage, Guard - 1, shape.ElementCount));
        return tensor;
    }

    public Tensor Random(Shape shape, float scale = 1)
    {
        Tensor tensor = Make(shape);
        foreach (ref float x in tensor.HostSpan())
            x = ((float)_random.NextDouble() - 0.5f) * scale;
        return tensor;
    }

    public Tensor Clone(Tensor source)
    {
        Tensor copy = Make(source.Shape);
        source.HostSpan().CopyTo(copy.HostSpan());
        return copy;
    }

    public int Next(int low, int end) => _random.Next(low, end);

    /// <summary>Fails on the first element whose bits differ.</summary>
    public static void SameBits(Tensor expected, Tensor actual, string what)
    {
        ReadOnlySpan<float> e = expected.HostSpan(), a = actual.HostSpan();
        Assert.Equal(e.Length, a.Length);
        for (int i = 0; i < e.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(e[i]) != BitConverter.SingleToInt32Bits(a[i]))
                Assert.Fail($"{what}: element {i} of {expected.Shape} is {a[i]:R}, the reference has {e[i]:R}.");
        }
    }

    /// <summary>Runs an op on the reference and on every CpuBackend, each with outputs of its own, and compares all outputs.</summary>
    public void Compare(string what, Func<Tensor[]> outputs, Action<Backend, Tensor[]> op)
    {
        Tensor[] expected = outputs();
        op(Reference, expected);
        foreach (CpuBackend cpu in Cpus)
        {
            Tensor[] actual = outputs();
            op(cpu, actual);
            for (int i = 0; i < expected.Length; i++)
                SameBits(expected[i], actual[i], $"{what}, output {i}, {cpu.Description}");
        }
    }

    /// <summary>Checks all canaries and gives the tensors made so far back.</summary>
    public void CheckEdges(string what)
    {
        foreach ((TensorStorage storage, long offset, long count) in _taken)
        {
            Span<float> all = new Tensor(storage, 0, new Shape((int)(storage.SizeBytes / sizeof(float)))).HostSpan();
            for (int i = 0; i < all.Length; i++)
            {
                if (i < offset || i >= offset + count)
                    Assert.True(all[i] == Canary, $"{what}: a kernel wrote {i - offset} elements from the start of a tensor of {count}.");
            }
            storage.Dispose();
        }
        _taken.Clear();
    }

    public void Dispose()
    {
        foreach ((TensorStorage storage, _, _) in _taken)
            storage.Dispose();
        foreach (CpuBackend cpu in Cpus)
            cpu.Dispose();
        Reference.Dispose();
    }
}
