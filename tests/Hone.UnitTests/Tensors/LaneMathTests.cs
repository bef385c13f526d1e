using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class LaneMathTests
{
#if DEBUG
    private const int Arguments = 1 << 20;
#else
    private const int Arguments = 1 << 24;
#endif

    private delegate void LaneFunction(KernelSet set, ReadOnlySpan<float> x, Span<float> y);

    [Fact]
    public void ExpHasTheBitsOfTheScalarOne() => Check(ScalarMath.Exp, LaneFunctions.Exp);

    [Fact]
    public void LogHasTheBitsOfTheScalarOne() => Check(ScalarMath.Log, LaneFunctions.Log);

    [Fact]
    public void TanhHasTheBitsOfTheScalarOne() => Check(ScalarMath.Tanh, LaneFunctions.Tanh);

    [Fact]
    public void ErfHasTheBitsOfTheScalarOne() => Check(ScalarMath.Erf, LaneFunctions.Erf);

    // Bit patterns at an odd stride, hence every exponent and sign, infinities and NaNs; then the edges.
    private static void Check(Func<float, float> scalar, LaneFunction lanes)
    {
        const int chunk = 1 << 16;
        uint stride = (uint)(uint.MaxValue / Arguments) | 1;
        var x = new float[chunk];
        var want = new float[chunk];
        var got = new float[chunk];
        float[] edges =
        [
            0f, -0f, 1f, -1f, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity,
            float.NaN, -float.NaN, BitConverter.Int32BitsToSingle(0x7f800001), 1.17549435e-38f, 1.17549421e-38f, 0.625f, 0.9375f, 0.624999940f,
            0.937499940f, 4f, 88.7228394f, 88.7228470f, 89f, -86.9885f, -86.9886f, -87.25f, -87.4f, -104f, 0.666666687f, 1.33333337f,
        ];
        uint bits = 0;
        for (int done = 0; done < Arguments; done += chunk)
        {
            for (int i = 0; i < chunk; i++, bits += stride)
                x[i] = BitConverter.UInt32BitsToSingle(bits);
            if (done == 0)
                edges.CopyTo(x, 0);
            for (int i = 0; i < chunk; i++)
                want[i] = scalar(x[i]);
            foreach (KernelSet set in Enum.GetValues<KernelSet>())
            {
                if (!KernelSets.IsSupported(set))
                    continue;
                lanes(set, x, got);
                for (int i = 0; i < chunk; i++)
                {
                    bool same = BitConverter.SingleToInt32Bits(want[i]) == BitConverter.SingleToInt32Bits(got[i]);
                    if (!same && !(float.IsNaN(want[i]) && float.IsNaN(got[i])))
                        Assert.Fail($"{set}: f({x[i]:G9}) is {got[i]:G9}, scalar {want[i]:G9}.");
                }
            }
        }
    }

    [Fact]
    public void NothingIsWrittenBeyondTheEnd()
    {
        foreach (KernelSet set in Enum.GetValues<KernelSet>())
        {
            if (!KernelSets.IsSupported(set))
                continue;
            for (int n = 0; n <= 230; n++)
            {
                float[] y = [.. Enumerable.Repeat(7f, 256)];
                LaneFunctions.Exp(set, new float[n], y.AsSpan(1, n));
                Assert.All(Enumerable.Range(0, 256), i => Assert.Equal(i >= 1 && i <= n ? 1f : 7f, y[i]));
            }
        }
    }
}
