namespace Hone.Tensors;

/// <summary>
/// 4-bit NormalFloat (QLoRA, arXiv 2305.14314, section 3): blocks of a flattened matrix, each a float32 largest magnitude and 4-bit
/// places in a table of quantiles of a normal distribution. Number = largest magnitude * table value. The layout is that of
/// bitsandbytes: the first number of a pair in the upper four bits. Quantizing the largest magnitudes again is <see cref="NF4Scales"/>.
/// </summary>
public static class NF4
{
    /// <summary>Numbers in a block where nothing else is asked for.</summary>
    public const int DefaultBlockElements = 64;

    // Halfway between neighbours; a number on it takes the lower place.
    private static readonly float[] Midpoints = MakeMidpoints();

    /// <summary>The 16 table values: -1, 0 and 1 are among them (appendix E of the paper).</summary>
    public static ReadOnlySpan<float> Codebook =>
    [
        -1f, -0.6961928009986877f, -0.5250730514526367f, -0.39491748809814453f, -0.28444138169288635f, -0.18477343022823334f,
        -0.09105003625154495f, 0f, 0.07958029955625534f, 0.16093020141124725f, 0.24611230194568634f, 0.33791524171829224f,
        0.44070982933044434f, 0.5626170039176941f, 0.7229568362236023f, 1f,
    ];

    /// <summary>Numbers to places and largest magnitudes.</summary>
    /// <param name="values">Finite numbers, an even count; the last block may be shorter.</param>
    /// <param name="blockElements">Numbers in a block, even and positive.</param>
    /// <param name="packed">A byte for every two numbers.</param>
    /// <param name="largest">The largest magnitude of every block.</param>
    /// <exception cref="ArgumentException">A size does not match, or a number is a NaN or an infinity.</exception>
    public static void Quantize(ReadOnlySpan<float> values, int blockElements, Span<byte> packed, Span<float> largest)
    {
        CheckSizes(values.Length, blockElements, packed.Length, largest.Length);
        for (int block = 0; block < largest.Length; block++)
        {
            int start = block * blockElements, count = Math.Min(blockElements, values.Length - start);
            float magnitude = 0;
            for (int i = start; i < start + count; i++)
            {
                if (!float.IsFinite(values[i]))
                    QuantErrors.NotFinite(QuantFormat.NF4, i, values[i]);
                magnitude = Math.Max(magnitude, Math.Abs(values[i]));
            }
            largest[block] = magnitude;
            // The reciprocal of a magnitude below 2^-128 is infinite; such a block is as good as zeros.
            float inverse = magnitude > 0 ? 1 / magnitude : 0;
            if (float.IsInfinity(inverse))
                inverse = 0;
            for (int i = start; i < start + count; i += 2)
                packed[i / 2] = (byte)((Place(values[i] * inverse) << 4) | Place(values[i + 1] * inverse));
        }
    }

    /// <summary>Places and largest magnitudes to numbers.</summary>
    /// <param name="packed">A byte for every two numbers.</param>
    /// <param name="largest">The largest magnitude of every block.</param>
    /// <param name="blockElements">Numbers in a block, even and positive.</param>
    /// <param name="values">Two numbers for every byte.</param>
    /// <exception cref="ArgumentException">A size does not match.</exception>
    public static void Dequantize(ReadOnlySpan<byte> packed, ReadOnlySpan<float> largest, int blockElements, Span<float> values)
    {
        CheckSizes(values.Length, blockElements, packed.Length, largest.Length);
        ReadOnlySpan<float> codebook = Codebook;
        for (int i = 0; i < packed.Length; i++)
        {
            float magnitude = largest[2 * i / blockElements];
            values[2 * i] = codebook[packed[i] >> 4] * magnitude;
            values[(2 * i) + 1] = codebook[packed[i] & 15] * magnitude;
        }
    }

    private static int Place(float value)
    {
        float[] midpoints = Midpoints;
        int place = 0;
        for (int step = 8; step > 0; step /= 2)
        {
            if (value > midpoints[place + step - 1])
                place += step;
        }
        return place;
    }

    private static float[] MakeMidpoints()
    {
        var midpoints = new float[15];
        for (int i = 0; i < midpoints.Length; i++)
            midpoints[i] = (float)(((double)Codebook[i] + Codebook[i + 1]) / 2);
        return midpoints;
    }

    private static void CheckSizes(int numbers, int blockElements, int bytes, int blocks)
    {
        if (blockElements <= 0 || blockElements % 2 != 0)
            throw new ArgumentOutOfRangeException(nameof(blockElements), blockElements, "A block holds a positive even count of numbers.");
        if (numbers % 2 != 0 || bytes != numbers / 2 || blocks != (numbers + blockElements - 1) / blockElements)
            throw new ArgumentException($"{numbers} numbers take {(numbers + 1) / 2} bytes and {(numbers + blockElements - 1) / blockElements} largest magnitudes; got {bytes} and {blocks}.");
    }
}
