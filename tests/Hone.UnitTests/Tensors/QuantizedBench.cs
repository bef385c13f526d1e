using System.Buffers.Binary;
using System.Runtime.Intrinsics.X86;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Backends of every kernel set, and weights of random codes with scales of every kind, for tests of block formats.</summary>
internal sealed class QuantizedBench : IDisposable
{
    private readonly Random _random = new(11);
    private readonly List<QuantizedTensor> _weights = [];
    private readonly List<Tensor> _tensors = [];

    public ReferenceBackend Reference { get; } = new();

    public List<CpuBackend> Cpus { get; } = [];

    public QuantizedBench()
    {
        foreach (KernelSet set in Enum.GetValues<KernelSet>().Where(KernelSets.IsSupported))
        {
            Cpus.Add(new CpuBackend(1, set));
            Cpus.Add(new CpuBackend(2, set) { UsesVnni = false });
            if (AvxVnni.IsSupported && set != KernelSet.Vector128)
                Cpus.Add(new CpuBackend(2, set));
            if (AvxVnni.IsSupported && set == KernelSet.Avx512)
                Cpus.Add(new CpuBackend(2, set) { UsesMatrixUnit = false });
        }
    }

    public IEnumerable<ReferenceBackend> Backends => [Reference, .. Cpus];

    public static TheoryData<QuantFormat> Formats => [.. Enum.GetValues<QuantFormat>()];

    /// <summary>Places of float16 numbers in a block.</summary>
    private static int[] HalfOffsets(QuantFormat format) => format switch
    {
        QuantFormat.Q4_1 or QuantFormat.Q5_1 or QuantFormat.Q4_K or QuantFormat.Q5_K => [0, 2],
        QuantFormat.Q2_K => [80, 82],
        QuantFormat.Q3_K => [108],
        QuantFormat.Q6_K => [208],
        _ => [0],
    };

    /// <summary>Rows of random bytes; scales are normal, subnormal, negative or zero.</summary>
    public byte[] Blocks(QuantFormat format, int rows, int columns)
    {
        var bytes = new byte[rows * format.RowBytes(columns)];
        _random.NextBytes(bytes);
        for (int block = 0; block < bytes.Length; block += format.BlockBytes())
        {
            if (format == QuantFormat.NF4)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(block + 32), (float)(_random.NextDouble() - 0.3) * 0.1f);
                continue;
            }
            foreach (int offset in HalfOffsets(format))
            {
                var half = (Half)((_random.NextDouble() - 0.3) * 0.1);
                if (_random.Next(15) == 0)
                    half = BitConverter.UInt16BitsToHalf((ushort)_random.Next(0x400));
                BinaryPrimitives.WriteHalfLittleEndian(bytes.AsSpan(block + offset), half);
            }
        }
        return bytes;
    }

    public QuantizedTensor Pack(Backend backend, QuantFormat format, byte[] blocks, int rows, int columns)
    {
        QuantizedTensor weight = backend.CreateQuantized(format, rows, columns);
        _weights.Add(weight);
        backend.PackBlocks(blocks, weight);
        return weight;
    }

    /// <summary>Activations of every size: whole blocks of zeros, of tiny numbers, ties.</summary>
    public float[] Activations(int rows, int columns)
    {
        var values = new float[rows * columns];
        for (int block = 0; block < values.Length; block += 32)
        {
            double size = _random.Next(12) switch { 0 => 0, 1 => 1e-32, 2 => 1e-20, 3 => 1e10, _ => Math.Pow(10, (_random.NextDouble() * 4) - 2) };
            bool ties = _random.Next(6) == 0;
            for (int i = block; i < Math.Min(values.Length, block + 32); i++)
                values[i] = ties ? _random.Next(-254, 255) * 0.5f : (float)(((_random.NextDouble() * 2) - 1) * size);
            if (ties)
                values[block] = 127f;
        }
        return values;
    }

    public static float[] Decode(QuantFormat format, byte[] blocks, int count)
    {
        var values = new float[count];
        if (format == QuantFormat.NF4)
            NF4Blocks.Decode(blocks, values);
        else
            BlockFormats.Decode(format, blocks, values);
        return values;
    }

    public float[] Uniform(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((_random.NextDouble() * 2) - 1))];

    public int Next(int from, int to) => _random.Next(from, to);

    public Tensor Upload(Backend backend, float[] values, params ReadOnlySpan<int> shape)
    {
        Tensor tensor = backend.CreateTensor(shape.Length == 1 ? new Shape(shape[0]) : new Shape(shape[0], shape[1]));
        _tensors.Add(tensor);
        backend.Upload(values, tensor);
        return tensor;
    }

    public Tensor Make(Backend backend, int rows, int columns)
    {
        Tensor tensor = backend.CreateTensor(new Shape(rows, columns));
        _tensors.Add(tensor);
        backend.Fill(tensor, float.NaN);
        return tensor;
    }

    public static float[] Read(Backend backend, Tensor tensor)
    {
        var values = new float[tensor.ElementCount];
        backend.Download(tensor, values);
        return values;
    }

    public float[] Product(Backend backend, QuantFormat format, byte[] blocks, float[] x, float[]? bias, int m, int n, int k)
    {
        Tensor y = Make(backend, m, n);
        backend.QuantizedProduct(Upload(backend, x, m, k), Pack(backend, format, blocks, n, k), bias is null ? default : Upload(backend, bias, n), y);
        return Read(backend, y);
    }

    public static void SameBits(float[] expected, float[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]) && !(float.IsNaN(expected[i]) && float.IsNaN(actual[i])))
                Assert.Fail($"{what}: element {i} is {actual[i]:R}, expected {expected[i]:R}.");
        }
    }

    /// <summary>Gives back what one case used.</summary>
    public void Clear()
    {
        foreach (QuantizedTensor weight in _weights)
            weight.Dispose();
        foreach (Tensor tensor in _tensors)
            tensor.Storage.Dispose();
        _weights.Clear();
        _tensors.Clear();
    }

    public void Dispose()
    {
        Clear();
        foreach (ReferenceBackend backend in Backends)
        {
            Assert.Equal(0, backend.Ledger.LiveBlocks);
            backend.Dispose();
        }
    }
}
