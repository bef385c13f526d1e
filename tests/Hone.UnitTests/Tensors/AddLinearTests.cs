using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>A product that a sum takes up as it is made has the bits of the product and the addition apart.</summary>
public sealed class AddLinearTests : IDisposable
{
    private const int K = 512;
    private readonly QuantizedBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(17)]
    [InlineData(70)]
    public void ASumHasTheBitsOfTheTwoOps(int rows)
    {
        foreach (QuantFormat? format in (QuantFormat?[])[null, QuantFormat.Q4_0, QuantFormat.Q4_1, QuantFormat.Q8_0, QuantFormat.Q6_K, QuantFormat.NF4])
        {
            foreach (int outputs in (int[])[33, 96])
            {
                float[] x = _bench.Activations(rows, K), sum = _bench.Uniform(rows * outputs), bias = _bench.Uniform(outputs);
                byte[]? blocks = format is { } some ? _bench.Blocks(some, outputs, K) : null;
                float[]? dense = blocks is null ? _bench.Uniform(outputs * K) : null;
                foreach (bool finer in (bool[])[false, true])
                {
                    float[] expected = Run(_bench.Reference, apart: true);
                    foreach (Backend backend in _bench.Backends)
                        QuantizedBench.SameBits(expected, Run(backend, apart: false), $"{format}, {outputs} outputs, {rows} rows, finer {finer}, {backend.Description}");

                    float[] Run(Backend backend, bool apart)
                    {
                        using var context = new ComputeContext(backend);
                        Parameter parameter = blocks is null
                            ? new Parameter("w", _bench.Upload(backend, dense!, outputs, K))
                            : new Parameter("w", _bench.Pack(backend, format!.Value, blocks, outputs, K));
                        using var weight = new PackedMatrix(backend, parameter) { HasFinerInput = finer };
                        var add = new Parameter("b", _bench.Upload(backend, bias, outputs));
                        Tensor input = _bench.Upload(backend, x, rows, K), total = _bench.Upload(backend, sum, rows, outputs);
                        return QuantizedBench.Read(backend, apart ? context.Add(total, context.Linear(input, weight, add)) : context.AddLinear(input, weight, add, total));
                    }
                }
                _bench.Clear();
            }
        }
    }

    [Fact]
    public void OnATapeItHasTheValuesAndGradientsOfTheTwoOps()
    {
        const int rows = 5, outputs = 33;
        float[] x = _bench.Uniform(rows * K), sum = _bench.Uniform(rows * outputs), w = _bench.Uniform(outputs * K), b = _bench.Uniform(outputs), dy = _bench.Uniform(rows * outputs);
        float[] expected = Run(_bench.Reference, apart: true);
        foreach (Backend backend in _bench.Backends)
            QuantizedBench.SameBits(expected, Run(backend, apart: false), backend.Description);

        float[] Run(Backend backend, bool apart)
        {
            using var context = new ComputeContext(backend);
            using var tape = new Tape(backend);
            using var gradients = new Gradients(backend);
            context.Tape = tape;
            Parameter[] all =
            [
                new("x", _bench.Upload(backend, x, rows, K)), new("sum", _bench.Upload(backend, sum, rows, outputs)),
                new("w", _bench.Upload(backend, w, outputs, K)), new("b", _bench.Upload(backend, b, outputs)),
            ];
            using var weight = new PackedMatrix(backend, all[2]);
            int[] ids = [.. Enumerable.Range(0, rows)];
            Tensor input = context.Embedding(all[0], ids), total = context.Embedding(all[1], ids);
            Tensor y = apart ? context.Add(total, context.Linear(input, weight, all[3])) : context.AddLinear(input, weight, all[3], total);
            tape.Seed(y, _bench.Upload(backend, dy, rows, outputs));
            tape.Backward(gradients, context);
            return [.. QuantizedBench.Read(backend, y), .. all.SelectMany(p => QuantizedBench.Read(backend, gradients.Total(p)))];
        }
    }

    [Fact]
    public void ASumOfAnotherSizeIsRefused()
    {
        CpuBackend cpu = _bench.Cpus[0];
        using var context = new ComputeContext(cpu);
        using var weight = new PackedMatrix(cpu, new Parameter("w", _bench.Make(cpu, 8, 32)));
        Tensor x = _bench.Make(cpu, 2, 32), sum = _bench.Make(cpu, 2, 9);
        Assert.Throws<ArgumentException>(() => context.AddLinear(x, weight, null, sum));
    }
}
