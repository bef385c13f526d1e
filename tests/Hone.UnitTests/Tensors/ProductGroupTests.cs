using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Products of the same rows done together: each has the bits that it has alone, and so have the gradients.</summary>
public sealed class ProductGroupTests : IDisposable
{
    private const int K = 512;
    private readonly QuantizedBench _bench = new();

    public void Dispose() => _bench.Dispose();

    /// <summary>Formats of a group, null for a dense weight, with outputs.</summary>
    private static readonly (QuantFormat? Format, int Outputs)[][] Groups =
    [
        [(QuantFormat.Q4_1, 96), (QuantFormat.Q4_1, 33), (QuantFormat.Q4_1, 32)],
        [(QuantFormat.Q4_K, 40), (QuantFormat.Q4_K, 64), (QuantFormat.Q6_K, 17), (QuantFormat.Q8_0, 33)],
        [(QuantFormat.Q5_0, 33), (null, 16), (QuantFormat.Q4_0, 70), (null, 100), (QuantFormat.IQ4_NL, 5)],
        [(QuantFormat.NF4, 33), (QuantFormat.Q3_K, 32), (null, 1)],
        [(null, 64), (null, 65)],
        [(QuantFormat.Q8_0, 33), (QuantFormat.Q2_K, 31), (QuantFormat.Q8_0, 32), (QuantFormat.Q5_K, 1), (QuantFormat.Q5_1, 2), (null, 3), (null, 4), (null, 5), (null, 6)],
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(32)]
    [InlineData(37)]
    [InlineData(70)]
    public void EachProductHasTheBitsThatItHasAlone(int rows)
    {
        foreach ((QuantFormat? Format, int Outputs)[] group in Groups)
        {
            float[] x = _bench.Activations(rows, K);
            var weights = group.Select(part => part.Format is { } format ? _bench.Blocks(format, part.Outputs, K) : null).ToArray();
            var dense = group.Select(part => part.Format is null ? _bench.Uniform(part.Outputs * K) : null).ToArray();
            var biases = group.Select((part, i) => i % 2 == 1 ? _bench.Uniform(part.Outputs) : null).ToArray();
            float[][] expected = Run(_bench.Reference, alone: true);
            foreach (CpuBackend cpu in _bench.Cpus)
            {
                float[][] actual = Run(cpu, alone: false);
                for (int i = 0; i < group.Length; i++)
                    QuantizedBench.SameBits(expected[i], actual[i], $"part {i} ({group[i].Format}) of {group.Length}, {rows} rows, {cpu.Description}, vnni {cpu.UsesVnni}");
            }
            _bench.Clear();

            float[][] Run(Backend backend, bool alone)
            {
                Tensor input = _bench.Upload(backend, x, rows, K);
                var parts = new ProductPart[group.Length];
                for (int i = 0; i < group.Length; i++)
                {
                    Tensor bias = biases[i] is { } values ? _bench.Upload(backend, values, values.Length) : default, y = _bench.Make(backend, rows, group[i].Outputs);
                    parts[i] = group[i].Format is { } format
                        ? new ProductPart(_bench.Pack(backend, format, weights[i]!, group[i].Outputs, K), bias, y)
                        : new ProductPart(Panels(backend, dense[i]!, group[i].Outputs), bias, y);
                }
                if (alone)
                {
                    foreach (ProductPart part in parts)
                        backend.Products(input, [part]);
                }
                else
                {
                    backend.Products(input, parts);
                }
                return [.. parts.Select(part => QuantizedBench.Read(backend, part.Y))];
            }
        }
    }

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(32)]
    [InlineData(36)]
    public void PartsWithRowsOfTheirOwnBesideOthersHaveTheBitsOfTheReference(int rows)
    {
        int[] outputs = [70, 33, 300, 64, 96];
        float[][] x = [_bench.Activations(rows, K), _bench.Activations(rows, K)];
        float[][] weights = [.. outputs.Select(n => _bench.Uniform(n * K))];
        float[][] expected = Run(_bench.Reference);
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            float[][] actual = Run(cpu);
            for (int i = 0; i < outputs.Length; i++)
                QuantizedBench.SameBits(expected[i], actual[i], $"part {i}, {rows} rows, {cpu.Description}");
        }

        float[][] Run(Backend backend)
        {
            Tensor input = _bench.Upload(backend, x[0], rows, K), own = _bench.Upload(backend, x[1], rows, K);
            ProductPart[] parts = [.. outputs.Select((n, i) => new ProductPart(Panels(backend, weights[i], n), default, _bench.Make(backend, rows, n)) { X = i % 2 == 1 ? own : default })];
            backend.Products(input, parts);
            return [.. parts.Select(part => QuantizedBench.Read(backend, part.Y))];
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    public void WeightsThatAreReadAheadGiveTheSameBits(int rows)
    {
        // More than the caches of the cores are taken to hold, read again and again in the same order, so that idle workers ask for them.
        const int outputs = 1536, weights = 3, rounds = 4;
        float[] x = _bench.Activations(rows, K);
        float[][] dense = [.. Enumerable.Range(0, weights).Select(_ => _bench.Uniform(outputs * K))];
        float[][] expected = [.. dense.Select(weight => Product(_bench.Reference, Panels(_bench.Reference, weight, outputs)))];
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            Tensor[] panels = [.. dense.Select(weight => Panels(cpu, weight, outputs))];
            for (int i = 0; i < rounds * weights; i++)
                QuantizedBench.SameBits(expected[i % weights], Product(cpu, panels[i % weights]), $"weight {i % weights}, round {i / weights}, {cpu.Description}");
        }

        float[] Product(Backend backend, Tensor panels)
        {
            Tensor y = _bench.Make(backend, rows, outputs);
            backend.Product(_bench.Upload(backend, x, rows, K), panels, default, y);
            return QuantizedBench.Read(backend, y);
        }
    }

    private Tensor Panels(Backend backend, float[] weight, int outputs)
    {
        Shape shape = Backend.PanelShape(outputs, K);
        Tensor panels = _bench.Make(backend, shape[0], K * Backend.PanelWidth).Reshape(shape);
        backend.PackPanels(_bench.Upload(backend, weight, outputs, K), panels);
        return panels;
    }

    [Fact]
    public void PartsThatDoNotFitAreRefused()
    {
        foreach (CpuBackend backend in _bench.Cpus)
        {
            Tensor x = _bench.Upload(backend, new float[2 * K], 2, K);
            QuantizedTensor weight = _bench.Pack(backend, QuantFormat.Q8_0, _bench.Blocks(QuantFormat.Q8_0, 8, K), 8, K);
            var good = new ProductPart(weight, default, _bench.Make(backend, 2, 8));
            Assert.Throws<ArgumentException>(() => backend.Products(x, [good, new ProductPart(weight, default, _bench.Make(backend, 2, 9))]));
            Assert.Throws<ArgumentException>(() => backend.Products(x, [good, new ProductPart(weight, default, _bench.Make(backend, 1, 8))]));
            Assert.Throws<ArgumentException>(() => backend.Products(x, [new ProductPart(weight, _bench.Make(backend, 1, 7), good.Y), good]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public void ValuesAndGradientsOfAGroupAreThoseOfOneAfterTheOther(int rows)
    {
        using var backend = new CpuBackend(2);
        var input = new Parameter("x", _bench.Upload(backend, _bench.Uniform(rows * 64), rows, 64));
        List<Parameter> all = [input];
        int[] outputs = [40, 33, 64];
        foreach (int n in outputs)
        {
            all.Add(new Parameter("w", _bench.Upload(backend, _bench.Uniform(n * 64), n, 64)));
            all.Add(new Parameter("b", _bench.Upload(backend, _bench.Uniform(n), n)));
        }
        PackedMatrix[] weights = [.. Enumerable.Range(0, 3).Select(i => new PackedMatrix(backend, all[1 + (2 * i)]))];
        Parameter?[] biases = [all[2], null, all[6]];
        Tensor[] seeds = [.. outputs.Select(n => _bench.Upload(backend, _bench.Uniform(rows * n), rows, n))];
        int[] ids = [.. Enumerable.Range(0, rows)];
        List<float[]> one = Run(grouped: false), together = Run(grouped: true);
        for (int i = 0; i < one.Count; i++)
            QuantizedBench.SameBits(one[i], together[i], $"result {i}");
        Array.ForEach(weights, weight => weight.Dispose());

        List<float[]> Run(bool grouped)
        {
            using var context = new ComputeContext(backend);
            using var tape = new Tape(backend);
            using var gradients = new Gradients(backend);
            context.Tape = tape;
            Tensor x = context.Embedding(input, ids);
            var results = new Tensor[3];
            if (grouped)
                context.LinearGroup(x, weights, biases, results);
            else
                for (int i = 0; i < 3; i++)
                    results[i] = context.Linear(x, weights[i], biases[i]);
            List<float[]> numbers = [.. results.Select(y => QuantizedBench.Read(backend, y))];
            for (int i = 0; i < 3; i++)
                tape.Seed(results[i], seeds[i]);
            tape.Backward(gradients, context);
            Assert.True(tape.Saved.IsEmpty);
            foreach (Parameter parameter in all)
            {
                Tensor total = gradients.Total(parameter);
                numbers.Add(total.IsEmpty ? [] : QuantizedBench.Read(backend, total));
            }
            return numbers;
        }
    }
}
