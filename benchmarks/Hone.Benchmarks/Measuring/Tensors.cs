using Hone.Tensors;

namespace Hone.Benchmarks.Measuring;

/// <summary>Tensors to measure with, given back together.</summary>
internal sealed class Tensors(Backend backend) : IDisposable
{
    private const int Block = 1 << 16;
    private readonly List<Tensor> _all = [];

    /// <summary>The backend.</summary>
    public Backend Backend => backend;

    /// <summary>Zeros, written once: a block that nothing has written is one page to the system, and read from a cache.</summary>
    public Tensor Make(Shape shape, DType type = DType.Float32)
    {
        Tensor tensor = backend.CreateTensor(shape, type);
        _all.Add(tensor);
        if (type == DType.Float32)
            backend.Fill(tensor, 0f);
        return tensor;
    }

    /// <summary>Uniform draws in [-0.5, 0.5), one block of them over and over.</summary>
    public Tensor Random(Shape shape)
    {
        Tensor tensor = Make(shape), flat = tensor.Reshape(new Shape(checked((int)tensor.ElementCount)));
        var stream = new PhiloxStream(1, RandomPurpose.Noise);
        var values = new float[Math.Min(Block, flat[0])];
        for (int i = 0; i < values.Length; i++)
            values[i] = stream.NextSingle() - 0.5f;
        for (int at = 0; at < flat[0]; at += Block)
        {
            int count = Math.Min(Block, flat[0] - at);
            backend.Upload(values.AsSpan(0, count), flat.Slice(at, count));
        }
        return tensor;
    }

    /// <summary>A random weight [n, k] and its panels.</summary>
    public (Tensor Weight, Tensor Panels) Weight(int n, int k, DType type = DType.Float32)
    {
        Tensor weight = Random(new Shape(n, k)), panels = Make(Backend.PanelShape(n, k), type);
        if (type == DType.BFloat16)
            weight = Rounded(weight);
        backend.PackPanels(weight, panels);
        return (weight, panels);
    }

    // The upper halves.
    private Tensor Rounded(Tensor source)
    {
        Tensor target = Make(source.Shape, DType.BFloat16);
        var values = new float[source[1]];
        for (int row = 0; row < source[0]; row++)
        {
            backend.Download(source.Slice(row, 1), values);
            backend.Upload([.. values.Select(v => (ushort)(BitConverter.SingleToUInt32Bits(v) >> 16))], target.Slice(row, 1));
        }
        return target;
    }

    public void Dispose()
    {
        foreach (Tensor tensor in _all)
            tensor.Storage.Dispose();
        _all.Clear();
    }
}
