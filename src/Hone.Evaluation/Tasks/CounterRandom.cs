namespace Hone.Evaluation.Tasks;

/// <summary>What a stream of random numbers is for: equal seeds give unrelated streams per purpose.</summary>
internal enum RandomPurpose : uint
{
    TrackerTrain = 0x54520001,
    TrackerTest = 0x54520002,
    TrackerDocument = 0x54520003,
}

/// <summary>
/// A stream of random numbers keyed by (seed, purpose, index): Philox4x32-10 (Salmon, Moraes, Dror and
/// Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011) with the seed as key and the counter
/// {block, purpose, index low, index high}. Any index starts without the ones before it.
/// </summary>
internal struct CounterRandom(ulong seed, RandomPurpose purpose, ulong index)
{
    private uint _block;
    private int _used = 4;
    private (uint A, uint B, uint C, uint D) _words;

    /// <summary>The next 32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_used == 4)
        {
            _words = Philox((_block++, (uint)purpose, (uint)index, (uint)(index >> 32)), ((uint)seed, (uint)(seed >> 32)));
            _used = 0;
        }
        return _used++ switch { 0 => _words.A, 1 => _words.B, 2 => _words.C, _ => _words.D };
    }

    /// <summary>A number in 0..bound-1, each equally likely (Lemire, arXiv 1805.10941, with rejection).</summary>
    public int Next(int bound)
    {
        ulong product = (ulong)NextUInt32() * (uint)bound;
        if ((uint)product < (uint)bound)
        {
            uint threshold = (uint)-bound % (uint)bound;
            while ((uint)product < threshold) product = (ulong)NextUInt32() * (uint)bound;
        }
        return (int)(product >> 32);
    }

    /// <summary>A number in [0, 1): the upper 53 of 64 bits.</summary>
    public double NextDouble()
    {
        ulong high = NextUInt32();
        return (((high << 32) | NextUInt32()) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>One block of Philox4x32-10.</summary>
    internal static (uint A, uint B, uint C, uint D) Philox((uint A, uint B, uint C, uint D) counter, (uint A, uint B) key)
    {
        for (int round = 0; round < 10; round++)
        {
            ulong x = 0xD2511F53UL * counter.A;
            ulong y = 0xCD9E8D57UL * counter.C;
            counter = ((uint)(y >> 32) ^ counter.B ^ key.A, (uint)y, (uint)(x >> 32) ^ counter.D ^ key.B, (uint)x);
            key = (key.A + 0x9E3779B9u, key.B + 0xBB67AE85u);
        }
        return counter;
    }
}
