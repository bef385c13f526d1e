using System.Numerics;

namespace Hone.Tensors;

/// <summary>
/// Double quantization (QLoRA, arXiv 2305.14314, section 3): the largest magnitudes of NF4 blocks, less their mean, in blocks of
/// 256 with 8-bit places in a table of the dynamic data type (arXiv 1511.04561; 8-bit optimizers, arXiv 2110.02861). Immutable.
/// </summary>
public sealed class NF4Scales
{
    /// <summary>Magnitudes in a block.</summary>
    public const int BlockElements = 256;

    private static readonly float[] DynamicTable = MakeTable();

    private readonly byte[] _codes;
    private readonly float[] _largest;

    private NF4Scales(byte[] codes, float[] largest, float offset)
    {
        _codes = codes;
        _largest = largest;
        Offset = offset;
    }

    /// <summary>The 256 table values, ascending from -0.99296874 to 1: seven decades of ever finer steps on both sides of 0.</summary>
    public static ReadOnlySpan<float> Codebook => DynamicTable;

    /// <summary>Place in the table of every magnitude.</summary>
    public ReadOnlySpan<byte> Codes => _codes;

    /// <summary>The largest distance from the mean in every block.</summary>
    public ReadOnlySpan<float> Largest => _largest;

    /// <summary>The mean of all magnitudes.</summary>
    public float Offset { get; }

    /// <summary>Quantizes the largest magnitudes that <see cref="NF4.Quantize"/> gave.</summary>
    /// <param name="magnitudes">One finite number a block of weights; at least one.</param>
    /// <exception cref="ArgumentException">There is none, or one is a NaN or an infinity.</exception>
    public static NF4Scales Quantize(ReadOnlySpan<float> magnitudes)
    {
        if (magnitudes.IsEmpty)
            throw new ArgumentException("There is no magnitude to quantize.", nameof(magnitudes));
        for (int i = 0; i < magnitudes.Length; i++)
        {
            if (!float.IsFinite(magnitudes[i]))
                QuantErrors.NotFinite(QuantFormat.NF4, i, magnitudes[i]);
        }
        float offset = Sum(magnitudes) / magnitudes.Length;
        var codes = new byte[magnitudes.Length];
        var largest = new float[(magnitudes.Length + BlockElements - 1) / BlockElements];
        for (int block = 0; block < largest.Length; block++)
        {
            int start = block * BlockElements, end = Math.Min(magnitudes.Length, start + BlockElements);
            float most = 0;
            for (int i = start; i < end; i++)
                most = Math.Max(most, Math.Abs(magnitudes[i] - offset));
            largest[block] = most;
            for (int i = start; i < end; i++)
                codes[i] = Place(most > 0 ? (magnitudes[i] - offset) / most : 0);
        }
        return new NF4Scales(codes, largest, offset);
    }

    /// <summary>Takes quantized magnitudes over from elsewhere.</summary>
    /// <param name="codes">Place in the table of every magnitude.</param>
    /// <param name="largest">The largest distance from the mean for every block of 256.</param>
    /// <param name="offset">The mean.</param>
    /// <exception cref="ArgumentException">The counts do not match.</exception>
    public static NF4Scales Create(ReadOnlySpan<byte> codes, ReadOnlySpan<float> largest, float offset)
    {
        if (codes.IsEmpty || largest.Length != (codes.Length + BlockElements - 1) / BlockElements)
            throw new ArgumentException($"{codes.Length} codes need {(codes.Length + BlockElements - 1) / BlockElements} second magnitudes; got {largest.Length}.", nameof(largest));
        return new NF4Scales(codes.ToArray(), largest.ToArray(), offset);
    }

    /// <summary>The magnitudes that are left: table value * largest distance + mean.</summary>
    /// <exception cref="ArgumentException"><paramref name="magnitudes"/> has another length than <see cref="Codes"/>.</exception>
    public void Dequantize(Span<float> magnitudes)
    {
        if (magnitudes.Length != _codes.Length)
            throw new ArgumentException($"There are {_codes.Length} magnitudes; got room for {magnitudes.Length}.", nameof(magnitudes));
        for (int i = 0; i < magnitudes.Length; i++)
            magnitudes[i] = (DynamicTable[_codes[i]] * _largest[i / BlockElements]) + Offset;
    }

    // The nearest table value; of two the lower.
    private static byte Place(float value)
    {
        int above = Array.BinarySearch(DynamicTable, value);
        if (above >= 0)
            return (byte)above;
        above = ~above;
        if (above == 0)
            return 0;
        if (above == DynamicTable.Length)
            return (byte)(DynamicTable.Length - 1);
        return (byte)(value - DynamicTable[above - 1] <= DynamicTable[above] - value ? above - 1 : above);
    }

    // Added up in the order of torch, so that the mean has the bits that bitsandbytes stores: 32 chains over 32 neighbours at a
    // time, emptied into slower ones every few steps so that errors do not grow; the 32 are four groups of 8 lanes.
    private static float Sum(ReadOnlySpan<float> values)
    {
        const int Lanes = 8, Groups = 4, Chains = Lanes * Groups, Levels = 4;
        int steps = values.Length / Chains;
        int power = Math.Max(4, steps > 1 ? (BitOperations.Log2((uint)(steps - 1)) + 1) / Levels : 0);
        Span<float> chains = stackalloc float[Levels * Chains];
        chains.Clear();
        for (int step = 0; step < steps; step++)
        {
            Add(chains[..Chains], values.Slice(step * Chains, Chains));
            for (int level = 1, done = step + 1; level < Levels && done % (1 << power) == 0; level++, done >>= power)
            {
                Span<float> faster = chains.Slice((level - 1) * Chains, Chains);
                Add(chains.Slice(level * Chains, Chains), faster);
                faster.Clear();
            }
        }
        for (int level = 1; level < Levels; level++)
            Add(chains[..Chains], chains.Slice(level * Chains, Chains));
        int at = steps * Chains;
        for (; at + Lanes <= values.Length; at += Lanes)
            Add(chains[..Lanes], values.Slice(at, Lanes));
        for (int group = 1; group < Groups; group++)
            Add(chains[..Lanes], chains.Slice(group * Lanes, Lanes));
        float sum = 0;
        for (; at < values.Length; at++)
            sum += values[at];
        foreach (float lane in chains[..Lanes])
            sum += lane;
        return sum;
    }

    private static void Add(Span<float> sums, ReadOnlySpan<float> values)
    {
        for (int i = 0; i < sums.Length; i++)
            sums[i] += values[i];
    }

    // Decade d of seven has 2^d values: the middles of as many equal cuts of 0.1 to 1, times 10^(d - 6); both signs, 0 and 1. The
    // steps are rounded as bitsandbytes and torch do, so that the table has the same bits.
    private static float[] MakeTable()
    {
        ReadOnlySpan<float> decades = [1e-6f, 1e-5f, 1e-4f, 1e-3f, 1e-2f, 1e-1f, 1f];
        var table = new List<float> { 0f, 1f };
        for (int d = 0; d < decades.Length; d++)
        {
            int cuts = 1 << d;
            for (int i = 0; i < cuts; i++)
            {
                float value = decades[d] * ((Boundary(i, cuts) + Boundary(i + 1, cuts)) / 2);
                table.Add(value);
                table.Add(-value);
            }
        }
        table.Sort();
        return [.. table];
    }

    // Counted from the nearer end of 0.1 to 1.
    private static float Boundary(int index, int cuts)
    {
        float step = (1f - 0.1f) / cuts;
        return index < (cuts + 1) / 2 ? MathF.FusedMultiplyAdd(step, index, 0.1f) : MathF.FusedMultiplyAdd(-step, cuts - index, 1f);
    }
}
