using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>NF4 weights: the ops are those on the decoded numbers, by bits, on every kernel set, and a weight takes 4.13 bits a number.</summary>
public sealed class NF4WeightTests : IDisposable
{
    // More outputs than one decoded part holds at that width would take minutes; the last panel sticks out.
    private const int N = 70, K = 192, M = 9;

    private readonly QuantizedBench _bench = new();

    public void Dispose() => _bench.Dispose();

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        var values = new float[count];
        for (int i = 0; i < count; i++)
            values[i] = (random.NextSingle() - 0.5f) * (1 + (i / 64 % 7));
        return values;
    }

    private static QuantizedTensor Weight(Backend backend, float[] numbers, int rows, int columns, float[] decoded)
    {
        var places = new byte[numbers.Length / 2];
        var magnitudes = new float[numbers.Length / NF4.DefaultBlockElements];
        NF4.Quantize(numbers, NF4.DefaultBlockElements, places, magnitudes);
        NF4Scales scales = NF4Scales.Quantize(magnitudes);
        scales.Dequantize(magnitudes);
        NF4.Dequantize(places, magnitudes, NF4.DefaultBlockElements, decoded);
        QuantizedTensor weight = backend.CreateQuantized(QuantFormat.NF4, rows, columns);
        backend.PackBlocks(places, weight);
        weight.Scales = scales;
        return weight;
    }

    private static Tensor Put(Backend backend, Shape shape, float[] values)
    {
        Tensor tensor = backend.CreateTensor(shape);
        backend.Upload(values, tensor);
        return tensor;
    }

    private static float[] Get(Backend backend, Tensor tensor)
    {
        var values = new float[tensor.ElementCount];
        backend.Download(tensor, values);
        return values;
    }

    [Fact]
    public void TheOpsAreThoseOnDecodedNumbers()
    {
        float[] numbers = Numbers(N * K, 1), decoded = new float[N * K], x = Numbers(M * K, 2), dy = Numbers(M * N, 3), bias = Numbers(N, 4);
        foreach (Backend backend in _bench.Backends)
        {
            using QuantizedTensor weight = Weight(backend, numbers, N, K, decoded);
            Tensor dense = Put(backend, new Shape(N, K), decoded), panels = backend.CreateTensor(Backend.PanelShape(N, K));
            backend.PackPanels(dense, panels);
            foreach (int rows in new[] { 1, M })
            {
                Tensor input = Put(backend, new Shape(rows, K), x[..(rows * K)]), gradient = Put(backend, new Shape(rows, N), dy[..(rows * N)]), add = Put(backend, new Shape(N), bias);
                Tensor expected = backend.CreateTensor(new Shape(rows, N)), y = backend.CreateTensor(new Shape(rows, N));
                backend.Product(input, panels, add, expected);
                backend.QuantizedProduct(input, weight, add, y);
                QuantizedBench.SameBits(Get(backend, expected), Get(backend, y), $"{rows} rows on {backend.Description}");
                Tensor expectedGradient = Put(backend, new Shape(rows, K), x[..(rows * K)]), dx = Put(backend, new Shape(rows, K), x[..(rows * K)]);
                backend.ProductInputGradient(gradient, dense, expectedGradient, accumulate: true);
                backend.QuantizedInputGradient(gradient, weight, dx, accumulate: true);
                QuantizedBench.SameBits(Get(backend, expectedGradient), Get(backend, dx), $"gradient of {rows} rows on {backend.Description}");
                foreach (Tensor tensor in (Tensor[])[input, gradient, add, expected, y, expectedGradient, dx])
                    tensor.Storage.Dispose();
            }
            Tensor some = backend.CreateTensor(new Shape(3, K));
            backend.DecodeRows(weight, 5, some);
            QuantizedBench.SameBits(decoded[(5 * K)..(8 * K)], Get(backend, some), "rows");
            backend.GatherQuantizedRows(weight, [69, 0, 33], some);
            QuantizedBench.SameBits([.. decoded[(69 * K)..], .. decoded[..K], .. decoded[(33 * K)..(34 * K)]], Get(backend, some), "gathered rows");
            foreach (Tensor tensor in (Tensor[])[dense, panels, some])
                tensor.Storage.Dispose();
        }
    }

    [Fact]
    public void AWeightTakesFewerThanFourAndAFifthBitsANumber()
    {
        const int Rows = 256, Columns = 256;
        var backend = new ReferenceBackend();
        using QuantizedTensor weight = Weight(backend, Numbers(Rows * Columns, 5), Rows, Columns, new float[Rows * Columns]);
        double bytes = weight.SizeBytes + weight.Scales!.Codes.Length + (4 * weight.Scales.Largest.Length) + 4;
        Assert.InRange(8 * bytes / (Rows * Columns), 4.0, 4.2);
    }

    [Fact]
    public void MagnitudesMustBeOnesOfTheWeight()
    {
        var backend = new ReferenceBackend();
        using QuantizedTensor weight = backend.CreateQuantized(QuantFormat.NF4, 4, 128), other = backend.CreateQuantized(QuantFormat.Q8_0, 4, 128);
        Assert.Throws<ArgumentException>(() => weight.Scales = NF4Scales.Quantize(new float[7]));
        Assert.Throws<ArgumentException>(() => other.Scales = NF4Scales.Quantize(new float[8]));
        Tensor rows = backend.CreateTensor(new Shape(4, 128));
        Assert.Throws<InvalidOperationException>(() => backend.DecodeRows(weight, 0, rows));
        rows.Storage.Dispose();
    }
}
