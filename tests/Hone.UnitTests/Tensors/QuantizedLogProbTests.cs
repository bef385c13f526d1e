using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Log-probabilities with a quantized output matrix: those of logits from the quantized product, and the gradient through decoded weights.</summary>
public sealed class QuantizedLogProbTests : IDisposable
{
    private const int K = 64;
    private readonly QuantizedBench _bench = new();

    public void Dispose() => _bench.Dispose();

    public static TheoryData<int, int, bool, float> Cases => new()
    {
        { 1, 600, false, 0f }, { 3, 512, true, 0f }, { 7, 1100, true, 5f }, { 40, 530, false, 3f },
    };

    [Theory, MemberData(nameof(Cases))]
    public void ForwardAndGradientHaveTheBitsOfTheReference(int rows, int vocabulary, bool cut, float softCap)
    {
        byte[] bytes = _bench.Blocks(QuantFormat.Q8_0, vocabulary, K);
        float[] x = _bench.Uniform(rows * K), bias = _bench.Uniform(vocabulary), g = _bench.Uniform(rows), e = _bench.Uniform(rows);
        int[] targets = [.. Enumerable.Range(0, rows).Select(_ => _bench.Next(0, vocabulary))];
        KeptSets? kept = null;
        if (cut)
        {
            kept = new KeptSets();
            for (int r = 0; r < rows; r++)
                kept.AddRow([.. Enumerable.Range(0, vocabulary).Where(id => id % 3 == r % 3 || id == targets[r])]);
        }
        (float[] LogProb, float[] Lse, float[] Entropy, float[] Dx, float[] Dbias) Run(ReferenceBackend backend)
        {
            QuantizedTensor weight = _bench.Pack(backend, QuantFormat.Q8_0, bytes, vocabulary, K);
            Tensor hidden = _bench.Upload(backend, x, rows, K), b = _bench.Upload(backend, bias, vocabulary), dbias = _bench.Upload(backend, bias, vocabulary);
            Tensor logProb = _bench.Upload(backend, g, rows), lse = _bench.Upload(backend, g, rows), entropy = _bench.Upload(backend, g, rows);
            backend.QuantizedTokenLogProb(hidden, weight, targets, 0.8f, kept, logProb, lse, entropy, b, softCap);
            Tensor dx = _bench.Make(backend, rows, K);
            backend.QuantizedTokenLogProbGradient(
                hidden, weight, targets, 0.8f, kept, lse, entropy, _bench.Upload(backend, g, rows), _bench.Upload(backend, e, rows), dx, b, softCap, dbias);
            return (QuantizedBench.Read(backend, logProb), QuantizedBench.Read(backend, lse), QuantizedBench.Read(backend, entropy), QuantizedBench.Read(backend, dx), QuantizedBench.Read(backend, dbias));
        }
        var expected = Run(_bench.Reference);
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            var actual = Run(cpu);
            QuantizedBench.SameBits(expected.LogProb, actual.LogProb, $"log-probability on {cpu.Description}");
            QuantizedBench.SameBits(expected.Lse, actual.Lse, $"log-sum-exp on {cpu.Description}");
            QuantizedBench.SameBits(expected.Entropy, actual.Entropy, $"entropy on {cpu.Description}");
            QuantizedBench.SameBits(expected.Dx, actual.Dx, $"hidden gradient on {cpu.Description}");
            QuantizedBench.SameBits(expected.Dbias, actual.Dbias, $"bias gradient on {cpu.Description}");
        }
    }

    [Fact]
    public void TheLogProbabilityIsThatOfTheLogits()
    {
        const int Rows = 5, Vocabulary = 700;
        byte[] bytes = _bench.Blocks(QuantFormat.Q4_0, Vocabulary, K);
        float[] x = _bench.Uniform(Rows * K);
        int[] targets = [0, 1, 699, 512, 511];
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            QuantizedTensor weight = _bench.Pack(cpu, QuantFormat.Q4_0, bytes, Vocabulary, K);
            Tensor hidden = _bench.Upload(cpu, x, Rows, K), logits = _bench.Make(cpu, Rows, Vocabulary);
            float[] room = new float[Rows];
            Tensor[] fused = [_bench.Upload(cpu, room, Rows), _bench.Upload(cpu, room, Rows), _bench.Upload(cpu, room, Rows)];
            Tensor[] apart = [_bench.Upload(cpu, room, Rows), _bench.Upload(cpu, room, Rows), _bench.Upload(cpu, room, Rows)];
            cpu.QuantizedTokenLogProb(hidden, weight, targets, 1f, null, fused[0], fused[1], fused[2]);
            cpu.QuantizedProduct(hidden, weight, default, logits);
            cpu.LogitLogProb(logits, targets, 1f, null, apart[0], apart[1], apart[2]);
            for (int i = 0; i < 3; i++)
                QuantizedBench.SameBits(QuantizedBench.Read(cpu, apart[i]), QuantizedBench.Read(cpu, fused[i]), $"output {i} on {cpu.Description}");
        }
    }
}
