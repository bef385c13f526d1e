using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Two products and their activation as one op: the bits of the three alone, on every kernel set and integer unit.</summary>
public sealed class GatedProductTests : IDisposable
{
    private readonly QuantizedBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(QuantFormat.Q8_0, QuantFormat.Q8_0, 1)]
    [InlineData(QuantFormat.Q8_0, QuantFormat.Q8_0, 40)]
    [InlineData(QuantFormat.Q4_0, QuantFormat.Q5_0, 17)]
    [InlineData(QuantFormat.Q4_1, QuantFormat.Q4_1, 33)]
    [InlineData(QuantFormat.Q4_1, QuantFormat.Q8_0, 16)]
    [InlineData(QuantFormat.Q4_K, QuantFormat.Q6_K, 31)]
    [InlineData(QuantFormat.Q6_K, QuantFormat.Q6_K, 80)]
    [InlineData(QuantFormat.NF4, QuantFormat.NF4, 20)]
    public void TheyHaveTheBitsOfTheReference(QuantFormat gate, QuantFormat up, int rows)
    {
        const int F = 70, K = 1024;
        byte[] gateBlocks = _bench.Blocks(gate, F, K), upBlocks = _bench.Blocks(up, F, K);
        float[] x = _bench.Activations(rows, K), bias = _bench.Uniform(F);
        if (rows > 20)
            (x[(5 * K) + 70], x[(7 * K) + 3]) = (float.NaN, float.NegativeInfinity);
        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            float[] expected = Run(_bench.Reference, activation);
            foreach (CpuBackend cpu in _bench.Cpus)
                QuantizedBench.SameBits(expected, Run(cpu, activation), $"{activation} of {gate} and {up}, {rows} rows, {cpu.Description}, vnni {cpu.UsesVnni}, matrix unit {cpu.UsesMatrixUnit}");
            _bench.Clear();
        }

        float[] Run(Backend backend, Activation activation)
        {
            Tensor input = _bench.Upload(backend, x, rows, K), y = _bench.Make(backend, rows, F);
            var first = new ProductPart(_bench.Pack(backend, gate, gateBlocks, F, K), _bench.Upload(backend, bias, F), _bench.Make(backend, rows, F));
            var second = new ProductPart(_bench.Pack(backend, up, upBlocks, F, K), default, _bench.Make(backend, rows, F));
            backend.GatedProducts(input, first, second, activation, y);
            return QuantizedBench.Read(backend, y);
        }
    }

    [Theory]
    [InlineData(37, 70, 40)]
    [InlineData(40, 33, 768)]
    [InlineData(41, 64, 769)] // chains longer than a slice
    [InlineData(300, 300, 24)] // many blocks
    [InlineData(1500, 40, 30)] // rows in several packed parts
    public void DenseOnesHaveTheBitsOfTheReference(int rows, int outputs, int columns)
    {
        float[] x = _bench.Activations(rows, columns), bias = _bench.Uniform(outputs);
        float[] gate = _bench.Uniform(outputs * columns), up = _bench.Uniform(outputs * columns);
        (x[(5 * columns) + 7], x[(7 * columns) + 3]) = (float.NaN, float.NegativeInfinity);
        Activation[] some = rows == 37 ? Enum.GetValues<Activation>() : [Activation.Silu];
        foreach (Activation activation in some)
        {
            float[][] expected = Run(_bench.Reference, activation);
            foreach (CpuBackend cpu in _bench.Cpus)
            {
                float[][] actual = Run(cpu, activation);
                for (int i = 0; i < expected.Length; i++)
                    QuantizedBench.SameBits(expected[i], actual[i], $"result {i} of {activation}, {rows} rows, {outputs} outputs, {columns} columns, {cpu.Description}");
            }
            _bench.Clear();
        }

        float[][] Run(Backend backend, Activation activation)
        {
            Tensor input = _bench.Upload(backend, x, rows, columns), y = _bench.Make(backend, rows, outputs);
            var first = new ProductPart(Panels(backend, gate), _bench.Upload(backend, bias, outputs), _bench.Make(backend, rows, outputs));
            var second = new ProductPart(Panels(backend, up), default, _bench.Make(backend, rows, outputs));
            backend.GatedProducts(input, first, second, activation, y, keep: true);
            return [QuantizedBench.Read(backend, y), QuantizedBench.Read(backend, first.Y), QuantizedBench.Read(backend, second.Y)];
        }

        Tensor Panels(Backend backend, float[] weight)
        {
            Shape shape = Backend.PanelShape(outputs, columns);
            Tensor panels = _bench.Make(backend, shape[0], columns * Backend.PanelWidth).Reshape(shape);
            backend.PackPanels(_bench.Upload(backend, weight, outputs, columns), panels);
            return panels;
        }
    }
}
