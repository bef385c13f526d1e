using System.Runtime.InteropServices;

namespace Hone.Tensors;

/// <summary><see cref="ActivationBlocks"/> on arrays: what the kernels of a set make of rows, number by number.</summary>
internal sealed unsafe class ActivationProbe
{
    /// <summary>What all bytes are that nothing was written to.</summary>
    public const byte Untouched = 0xFF;

    /// <summary>Quantizes whole rows.</summary>
    /// <param name="set">Instructions.</param>
    /// <param name="x">[rows, K].</param>
    /// <param name="rows">Rows.</param>
    /// <param name="partElements">Columns that share a weight's scale: 32 or 16.</param>
    /// <param name="offset">As in <see cref="ActivationBlocks.Quantize"/>.</param>
    /// <param name="hasSums">As there.</param>
    public ActivationProbe(KernelSet set, ReadOnlySpan<float> x, int rows, int partElements, int offset, bool hasSums)
        : this(set, x, rows, partElements, hasSums, (blocks, numbers) => blocks.Quantize(numbers, 0, rows, offset))
    {
    }

    /// <summary>Quantizes some blocks of one row.</summary>
    /// <param name="set">Instructions.</param>
    /// <param name="x">[K].</param>
    /// <param name="partElements">Columns that share a weight's scale: 32 or 16.</param>
    /// <param name="offset">As in <see cref="ActivationBlocks.QuantizeBlocks"/>.</param>
    /// <param name="range">The blocks.</param>
    public ActivationProbe(KernelSet set, ReadOnlySpan<float> x, int partElements, int offset, Range range)
        : this(set, x, 1, partElements, true, (blocks, numbers) => blocks.QuantizeBlocks(numbers, 0, offset, range.Start.Value, range.End.Value))
    {
    }

    private ActivationProbe(KernelSet set, ReadOnlySpan<float> x, int rows, int partElements, bool hasSums, Maker make)
    {
        const int behind = 64;
        int columns = x.Length / rows;
        long bytes = ActivationBlocks.SizeBytes(rows, columns, partElements);
        byte* memory = (byte*)NativeMemory.AlignedAlloc((nuint)bytes + behind, 64);
        try
        {
            new Span<byte>(memory, (int)bytes + behind).Fill(Untouched);
            var blocks = new ActivationBlocks(set, memory, rows, columns, partElements, hasSums);
            fixed (float* numbers = x)
                make(blocks, numbers);
            Codes = new Span<sbyte>(blocks.Codes, rows * columns).ToArray();
            Stride = blocks.Stride;
            Scales = new Span<float>(blocks.Scales, Stride * blocks.Blocks).ToArray();
            Starts = new Span<int>(blocks.Starts, Stride * blocks.Parts).ToArray();
            Sums = new Span<float>(blocks.Sums, Stride * blocks.Parts).ToArray();
            StaysInside = new Span<byte>(memory + bytes, behind).IndexOfAnyExcept(Untouched) < 0;
        }
        finally
        {
            NativeMemory.AlignedFree(memory);
        }
    }

    private delegate void Maker(ActivationBlocks blocks, float* x);

    /// <summary>Distance of blocks and parts in the other arrays.</summary>
    public int Stride { get; }

    /// <summary><see cref="ActivationBlocks.Codes"/>.</summary>
    public sbyte[] Codes { get; }

    /// <summary><see cref="ActivationBlocks.Scales"/>.</summary>
    public float[] Scales { get; }

    /// <summary><see cref="ActivationBlocks.Starts"/>.</summary>
    public int[] Starts { get; }

    /// <summary><see cref="ActivationBlocks.Sums"/>.</summary>
    public float[] Sums { get; }

    /// <summary>Whether nothing was written behind <see cref="ActivationBlocks.SizeBytes"/>.</summary>
    public bool StaysInside { get; }
}
