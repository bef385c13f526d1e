namespace Hone.Tensors;

/// <summary>
/// One <see cref="Philox"/> counter read in order, for draws whose number is not known beforehand: shuffles, initialisers,
/// made-up examples. Its whole state is <see cref="Position"/>, words drawn so far, so it resumes exactly. Not thread safe.
/// </summary>
public sealed class PhiloxStream
{
    private readonly Philox _philox;
    private readonly ulong _id;
    private readonly uint _sample;
    private PhiloxBlock _block;
    private long _blockIndex = -1;

    /// <summary>The stream of an item.</summary>
    /// <param name="runSeed">Seed of the run.</param>
    /// <param name="purpose">What the draws are for.</param>
    /// <param name="id">What they belong to: a prompt, an epoch, a parameter.</param>
    /// <param name="sample">Sample index, 0 where there is one.</param>
    public PhiloxStream(ulong runSeed, RandomPurpose purpose, ulong id = 0, uint sample = 0)
    {
        _philox = new Philox(runSeed, purpose);
        _id = id;
        _sample = sample;
    }

    /// <summary>Words drawn so far; setting it moves the stream. At most 2^34 words.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or above 2^34.</exception>
    public long Position
    {
        get;
        set => field = value is >= 0 and <= 1L << 34
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A stream has positions 0 to 2^34.");
    }

    /// <summary>32 random bits.</summary>
    /// <exception cref="InvalidOperationException">All 2^34 words are drawn.</exception>
    public uint NextUInt32()
    {
        long index = Position >> 2;
        if (index > uint.MaxValue)
            throw new InvalidOperationException("All 2^34 words of this stream are drawn; use another id.");
        if (index != _blockIndex)
        {
            _block = _philox.Block(_id, _sample, (uint)index);
            _blockIndex = index;
        }
        uint word = _block[(int)(Position & 3)];
        Position++;
        return word;
    }

    /// <summary>Uniform in [0, 1) with 24 bits; one word.</summary>
    public float NextSingle() => (NextUInt32() >> 8) * (1f / 16777216f);

    /// <summary>Uniform in [0, 1) with 53 bits; two words, the higher first.</summary>
    public double NextDouble()
    {
        ulong high = NextUInt32();
        return (((high << 32) | NextUInt32()) >> 11) * (1.0 / 9007199254740992.0);
    }

    /// <summary>Uniform in [0, <paramref name="bound"/>) without bias (Lemire, arXiv 1805.10941); one word, rarely more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public int NextInt32(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        uint range = (uint)bound;
        ulong product = (ulong)NextUInt32() * range;
        if ((uint)product < range)
        {
            uint least = (0u - range) % range;
            while ((uint)product < least)
                product = (ulong)NextUInt32() * range;
        }
        return (int)(product >> 32);
    }

    /// <summary>A standard normal number (Box and Muller, the cosine one); four words.</summary>
    public double NextNormal()
    {
        uint word0 = NextUInt32(), word1 = NextUInt32(), word2 = NextUInt32(), word3 = NextUInt32();
        return new PhiloxBlock(word0, word1, word2, word3).Normals().First;
    }

    /// <summary>Puts the items into a uniformly random order (Fisher and Yates, from the end).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = NextInt32(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
