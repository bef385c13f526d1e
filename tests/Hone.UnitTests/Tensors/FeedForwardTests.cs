using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class FeedForwardTests
{
    private static readonly int[] Lengths = [.. Enumerable.Range(1, 256), 8192, 8193, 30_011];

    // Wide enough that exp saturates both ways and tanh and erf use both of their forms.
    private static float[] Wide(int count, ulong seed) => OpBench.Normals(count, seed, 6);

    private static void CheckBits(Func<OpBench, int, float[]> run) =>
        OpBench.SameBits([.. Lengths.Select(n => new Func<OpBench, float[]>(b => run(b, n)))]);

    private static float[] Gated(OpBench b, int n, Activation activation)
    {
        Tensor y = b.Of(new float[n]);
        b.Backend.GatedActivation(activation, b.Of(Wide(n, 1)), b.Of(Wide(n, 2)), y);
        return b.Read(y);
    }

    private static float[] GatedGradient(OpBench b, int n, Activation activation, bool inPlace)
    {
        Tensor gate = b.Of(Wide(n, 1)), up = b.Of(Wide(n, 2));
        Tensor dgate = inPlace ? gate : b.Of(new float[n]), dup = inPlace ? up : b.Of(new float[n]);
        b.Backend.GatedActivationGradient(activation, gate, up, b.Of(Wide(n, 3)), dgate, dup);
        return [.. b.Read(dgate), .. b.Read(dup)];
    }

    private static float[] Activate(OpBench b, int n, Activation activation)
    {
        Tensor x = b.Of(Wide(n, 1));
        b.Backend.Activate(activation, x, x);
        return b.Read(x);
    }

    private static float[] ActivateGradient(OpBench b, int n, Activation activation, bool accumulate)
    {
        Tensor dx = b.Of(Wide(n, 4));
        b.Backend.ActivateGradient(activation, b.Of(Wide(n, 1)), b.Of(Wide(n, 3)), dx, accumulate);
        return b.Read(dx);
    }

    [Theory]
    [InlineData(Activation.Silu)]
    [InlineData(Activation.GeluTanh)]
    [InlineData(Activation.Gelu)]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.ReluSquared)]
    [InlineData(Activation.GeluSine)]
    [InlineData(Activation.GeluSinc)]
    public void ActivationsHaveTheBitsOfTheReference(Activation activation)
    {
        CheckBits((b, n) => Gated(b, n, activation));
        CheckBits((b, n) => GatedGradient(b, n, activation, inPlace: n % 2 == 0));
        CheckBits((b, n) => Activate(b, n, activation));
        CheckBits((b, n) => ActivateGradient(b, n, activation, accumulate: n % 2 == 0));
    }

    [Fact]
    public void ArithmeticHasTheBitsOfTheReference()
    {
        CheckBits((b, n) =>
        {
            Tensor x = b.Of(Wide(n, 1)), y = b.Of(Wide(n, 2)), z = b.Of(new float[n]);
            b.Backend.Add(x, y, z);
            b.Backend.Scale(z, 1.7f, z);
            b.Backend.AddScaled(x, -0.3f, z);
            b.Backend.LinearCombination(0.9f, y, 0.1f, z);
            b.Backend.Copy(z, x);
            b.Backend.Fill(y, 2.5f);
            return [.. b.Read(z), .. b.Read(x), .. b.Read(y)];
        });
    }

    private static double Value(Activation activation, double x) => activation switch
    {
        Activation.Silu => x / (1 + Math.Exp(-x)),
        Activation.GeluTanh => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x)))),
        Activation.Relu => Math.Max(x, 0),
        Activation.GeluSine => Value(Activation.Gelu, x) + (0.1 * Math.Sin(x)),
        Activation.GeluSinc => Value(Activation.Gelu, x) * (1 + (x == 0 ? 0.5 : 0.5 * Math.Sin(Math.PI * x) / (Math.PI * x))),
        Activation.ReluSquared => Math.Max(x, 0) * Math.Max(x, 0),
        _ => 0.5 * x * (1 + ScalarMathTests.ErfOracle(x / Math.Sqrt(2))),
    };

    [Theory]
    [InlineData(Activation.Silu)]
    [InlineData(Activation.GeluTanh)]
    [InlineData(Activation.Gelu)]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.ReluSquared)]
    [InlineData(Activation.GeluSine)]
    [InlineData(Activation.GeluSinc)]
    public void ActivationsAgreeWithFloat64(Activation activation)
    {
        using var cpu = new CpuBackend(1);
        float[] x = Wide(2000, 1), up = Wide(2000, 2);
        // 1 + erf cancels for large negative x: the error is a few 1e-7 of x, not of the result.
        OpBench.Near([.. x.Select(v => Value(activation, v))], OpBench.On(cpu, b => Activate(b, 2000, activation)), 1e-6, 1);
        OpBench.Near([.. x.Zip(up, (g, u) => Value(activation, g) * u)], OpBench.On(cpu, b => Gated(b, 2000, activation)), 2e-6, 5);
    }

    [Theory]
    [InlineData(Activation.Silu)]
    [InlineData(Activation.GeluTanh)]
    [InlineData(Activation.Gelu)]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.ReluSquared)]
    [InlineData(Activation.GeluSine)]
    [InlineData(Activation.GeluSinc)]
    public void GradientsMatchCentralDifferences(Activation activation)
    {
        const int n = 60;
        using var cpu = new CpuBackend(1);
        float[] gate = Wide(n, 1), up = Wide(n, 2), dy = Wide(n, 3);
        float[] gradients = OpBench.On(cpu, b => GatedGradient(b, n, activation, false));
        double Loss(Func<int, double> g, Func<int, double> u) => Enumerable.Range(0, n).Sum(i => Value(activation, g(i)) * u(i) * dy[i]);
        OpBench.MatchesDifferences(gate, at => Loss(i => at[i], i => up[i]), gradients[..n]);
        OpBench.MatchesDifferences(up, at => Loss(i => gate[i], i => at[i]), gradients[n..]);
        float[] single = OpBench.On(cpu, b => ActivateGradient(b, n, activation, false));
        OpBench.MatchesDifferences(gate, at => Enumerable.Range(0, n).Sum(i => Value(activation, at[i]) * dy[i]), single);
    }

    [Fact]
    public void AllocatesNothing() => OpBench.AllocatesNothing(b =>
    {
        Tensor x = b.Of(Wide(20_000, 1)), y = b.Of(Wide(20_000, 2)), z = b.Of(new float[20_000]), w = b.Of(new float[20_000]);
        return () =>
        {
            b.Backend.GatedActivation(Activation.Silu, x, y, z);
            b.Backend.GatedActivationGradient(Activation.Gelu, x, y, z, w, z);
            b.Backend.Activate(Activation.GeluTanh, x, z);
            b.Backend.ActivateGradient(Activation.Silu, x, y, z, true);
            b.Backend.Add(x, y, z);
            b.Backend.Scale(x, 2, z);
            b.Backend.AddScaled(x, 2, z);
            b.Backend.Copy(x, z);
            b.Backend.Fill(z, 1);
        };
    });

    [Fact]
    public void RefusesLengthsThatDoNotFit()
    {
        using var cpu = new CpuBackend(1);
        using var b = new OpBench(cpu);
        Tensor x = b.Of(new float[6]), longer = b.Of(new float[8]);
        Assert.Throws<ArgumentException>(() => cpu.Add(x, x, longer));
        Assert.Throws<ArgumentException>(() => cpu.GatedActivation(Activation.Silu, x, longer, x));
        Assert.Throws<ArgumentOutOfRangeException>(() => cpu.Activate((Activation)99, x, x));
    }
}
