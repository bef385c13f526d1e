namespace Hone.Tensors;

/// <summary>128 random bits of <see cref="Philox"/> and the numbers made from them.</summary>
/// <param name="Word0">Bits 0 to 31.</param>
/// <param name="Word1">Bits 32 to 63.</param>
/// <param name="Word2">Bits 64 to 95.</param>
/// <param name="Word3">Bits 96 to 127.</param>
public readonly record struct PhiloxBlock(uint Word0, uint Word1, uint Word2, uint Word3)
{
    /// <summary>Word <paramref name="index"/>, 0 to 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are four words.</exception>
    public uint this[int index] => index switch
    {
        0 => Word0,
        1 => Word1,
        2 => Word2,
        3 => Word3,
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "A block has four words."),
    };

    /// <summary>Uniform in [0, 1): the upper 24 bits of a word, 0 to 3, times 2^-24.</summary>
    public float Single(int index) => (this[index] >> 8) * (1f / 16777216f);

    /// <summary>Uniform in [0, 1): the upper 53 bits of words 2 index (high) and 2 index + 1 (low), times 2^-53; index 0 or 1.</summary>
    public double Double(int index)
    {
        ulong bits = ((ulong)this[2 * index] << 32) | this[(2 * index) + 1];
        return (bits >> 11) * (1.0 / 9007199254740992.0);
    }

    /// <summary>
    /// Two independent standard normal numbers (Box and Muller, 1958): with u = 1 - Double(0) in (0, 1] and v = Double(1),
    /// sqrt(-2 log u) times cos and sin of 2 pi v, by <see cref="DeterministicMath"/>.
    /// </summary>
    public (double First, double Second) Normals()
    {
        double radius = Math.Sqrt(-2.0 * DeterministicMath.Log(1.0 - Double(0)));
        double angle = 6.283185307179586 * Double(1);
        return (radius * DeterministicMath.Cos(angle), radius * DeterministicMath.Sin(angle));
    }
}
