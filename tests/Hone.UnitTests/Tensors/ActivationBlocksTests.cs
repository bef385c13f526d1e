using System.Runtime.InteropServices;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Quantized rows beside the contract, number by number, whichever way they are made.</summary>
public sealed class ActivationBlocksTests
{
    private const int Block = 32;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 15)]
    [InlineData(1, 16)]
    [InlineData(1, 18)]
    [InlineData(1, 48)]
    [InlineData(3, 6)]
    [InlineData(5, 7)]
    [InlineData(8, 18)]
    [InlineData(20, 3)]
    [InlineData(33, 18)]
    public void AllSets_MakeTheNumbersOfTheContract(int rows, int blocks)
    {
        float[] x = Numbers(rows, blocks);
        foreach (KernelSet set in Enum.GetValues<KernelSet>().Where(KernelSets.IsSupported))
        {
            foreach ((int part, int offset, bool hasSums) in new[] { (32, 0, true), (32, 8, true), (16, 32, true), (16, 0, true), (32, 128, false), (16, 0, false) })
            {
                var made = new ActivationProbe(set, x, rows, part, offset, hasSums);
                Assert.True(made.StaysInside, $"{set}: written behind the end.");
                for (int row = 0; row < rows; row++)
                {
                    for (int block = 0; block < blocks; block++)
                        CheckBlock(made, x.AsSpan(((row * blocks) + block) * Block, Block), row, blocks, block, part, hasSums || offset != 0 ? offset : null);
                }
            }
        }
    }

    [Theory]
    [InlineData(0, 18)]
    [InlineData(3, 19)]
    [InlineData(7, 40)]
    [InlineData(30, 31)]
    public void ARangeOfBlocks_LeavesTheOthersAlone(int first, int end)
    {
        const int blocks = 40;
        float[] x = Numbers(1, blocks);
        foreach (KernelSet set in Enum.GetValues<KernelSet>().Where(KernelSets.IsSupported))
        {
            foreach (int part in new[] { 32, 16 })
            {
                var made = new ActivationProbe(set, x, part, 8, first..end);
                Assert.True(made.StaysInside, $"{set}: written behind the end.");
                for (int block = 0; block < blocks; block++)
                {
                    if (block >= first && block < end)
                        CheckBlock(made, x.AsSpan(block * Block, Block), 0, blocks, block, part, 8);
                    else
                        Assert.True(MemoryMarshal.AsBytes(made.Scales.AsSpan(block, 1)).IndexOfAnyExcept(ActivationProbe.Untouched) < 0 && made.Codes[block * Block] == -1, $"{set}: block {block} was written.");
                }
            }
        }
    }

    // The contract in plain arithmetic: d = a / 127 with a the largest magnitude, q = x * (127 / a) rounded to even. Without an offset there are no sums.
    private static void CheckBlock(ActivationProbe made, ReadOnlySpan<float> x, int row, int blocks, int block, int part, int? offset)
    {
        float a = 0;
        foreach (float number in x)
            a = float.IsNaN(number) || float.IsNaN(a) ? float.NaN : Math.Max(a, Math.Abs(number));
        bool isZero = a < ReferenceBackend.SmallestActivation || !float.IsFinite(a);
        float d = !float.IsFinite(a) ? float.NaN : isZero ? 0f : a / 127f, inverse = isZero ? 0f : 127f / a;
        Assert.Equal(d, made.Scales[(block * made.Stride) + row]);
        var sums = new int[Block / part];
        for (int i = 0; i < Block; i++)
        {
            int q = isZero ? 0 : (int)MathF.Round(x[i] * inverse, MidpointRounding.ToEven);
            Assert.Equal(q, made.Codes[(((row * blocks) + block) * Block) + i]);
            sums[i / part] += q;
        }
        for (int i = 0; i < sums.Length && offset is { } wanted; i++)
        {
            int at = (((block * sums.Length) + i) * made.Stride) + row;
            Assert.Equal(ActivationBlocks.MagicBits - (wanted * sums[i]), made.Starts[at]);
            Assert.Equal(d * sums[i], made.Sums[at]);
        }
    }

    // Every seventh block is special: zeros, subnormal, infinite, not a number, halves that are rounded to even.
    private static float[] Numbers(int rows, int blocks)
    {
        var random = new Random((rows * 100) + blocks);
        var x = new float[rows * blocks * Block];
        for (int i = 0; i < x.Length; i++)
            x[i] = (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 4)));
        for (int block = 0; block * Block < x.Length; block++)
        {
            Span<float> numbers = x.AsSpan(block * Block, Block);
            switch (block % 35)
            {
                case 3: numbers.Clear(); break;
                case 10: numbers.Fill(1e-40f); break;
                case 17: numbers[random.Next(Block)] = float.NegativeInfinity; break;
                case 24: numbers[random.Next(Block)] = float.NaN; break;
                case 31:
                    for (int i = 0; i < Block; i++)
                        numbers[i] = i == 0 ? 127f : i - 16.5f;
                    break;
            }
        }
        return x;
    }
}
