namespace Hone.Tensors;

/// <summary>
/// How the numbers of a quantized weight are laid in bytes, named as in GGUF. A block holds a fixed count of consecutive numbers
/// of one row; rows follow one another. A block format is a property of a weight, never the element type of a tensor.
/// </summary>
public enum QuantFormat : byte
{
    /// <summary>32 numbers: one float16 scale, 32 signed bytes.</summary>
    Q8_0,

    /// <summary>32 numbers: one float16 scale, 4 bits each, offset 8.</summary>
    Q4_0,

    /// <summary>32 numbers: float16 scale and minimum, 4 bits each.</summary>
    Q4_1,

    /// <summary>32 numbers: one float16 scale, 5 bits each, offset 16.</summary>
    Q5_0,

    /// <summary>32 numbers: float16 scale and minimum, 5 bits each.</summary>
    Q5_1,

    /// <summary>256 numbers in 16 parts of 16: 4-bit scales and minima under two float16, 2 bits each.</summary>
    Q2_K,

    /// <summary>256 numbers in 16 parts of 16: 6-bit scales under one float16, 3 bits each.</summary>
    Q3_K,

    /// <summary>256 numbers in 8 parts of 32: 6-bit scales and minima under two float16, 4 bits each.</summary>
    Q4_K,

    /// <summary>256 numbers in 8 parts of 32: 6-bit scales and minima under two float16, 5 bits each.</summary>
    Q5_K,

    /// <summary>256 numbers in 16 parts of 16: 8-bit scales under one float16, 6 bits each.</summary>
    Q6_K,

    /// <summary>32 numbers: one float16 scale, 4-bit indices of a fixed table of 16 unevenly spaced values.</summary>
    IQ4_NL,

    /// <summary>64 numbers: 4-bit indices of the quantiles of a normal distribution, absolute maxima themselves quantized (QLoRA).</summary>
    NF4,
}

/// <summary>Sizes of block formats.</summary>
public static class QuantFormats
{
    /// <summary>Numbers in a block; a row holds a whole number of blocks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a defined format.</exception>
    public static int BlockElements(this QuantFormat format) => format switch
    {
        QuantFormat.Q8_0 or QuantFormat.Q4_0 or QuantFormat.Q4_1 or QuantFormat.Q5_0 or QuantFormat.Q5_1 or QuantFormat.IQ4_NL => 32,
        QuantFormat.Q2_K or QuantFormat.Q3_K or QuantFormat.Q4_K or QuantFormat.Q5_K or QuantFormat.Q6_K => 256,
        QuantFormat.NF4 => 64,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a defined block format."),
    };

    /// <summary>Bytes of a block as GGUF lays it; for NF4 as <see cref="NF4Blocks"/> does.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a defined format.</exception>
    public static int BlockBytes(this QuantFormat format) => format switch
    {
        QuantFormat.Q8_0 => 34,
        QuantFormat.Q4_0 or QuantFormat.IQ4_NL => 18,
        QuantFormat.Q4_1 => 20,
        QuantFormat.Q5_0 => 22,
        QuantFormat.Q5_1 => 24,
        QuantFormat.Q2_K => 84,
        QuantFormat.Q3_K => 110,
        QuantFormat.Q4_K => 144,
        QuantFormat.Q5_K => 176,
        QuantFormat.Q6_K => 210,
        QuantFormat.NF4 => 36,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a defined block format."),
    };

    /// <summary>Bytes of a row of <paramref name="columns"/> numbers.</summary>
    /// <exception cref="ArgumentException">A row is not a whole number of blocks.</exception>
    public static long RowBytes(this QuantFormat format, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        int each = format.BlockElements();
        return columns % each == 0
            ? (long)columns / each * format.BlockBytes()
            : throw new ArgumentException($"A row of {columns} numbers is not a whole number of {format} blocks of {each}.", nameof(columns));
    }
}
