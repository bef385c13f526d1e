using Hone.Tensors;

namespace Hone.Evaluation.Tasks;

/// <summary>What a stream of a task makes: equal seeds give unrelated streams.</summary>
internal enum TaskStream : uint
{
    TrackerTrain = 0x54520001,
    TrackerTest = 0x54520002,
    TrackerDocument = 0x54520003,
    TrackerPreference = 0x54520004,
    StoryTrain = 0x53540001,
    StoryTest = 0x53540002,
}

/// <summary>
/// A stream of random numbers keyed by (seed, stream, index): Philox4x32-10 (Salmon, Moraes, Dror and
/// Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011) with the seed as key and the counter
/// {block, stream, index low, index high}. Any index starts without the ones before it.
/// </summary>
internal struct CounterRandom(ulong seed, TaskStream stream, ulong index)
{
    private uint _block;
    private int _used = 4;
    private PhiloxBlock _words;

    /// <summary>The next 32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_used == 4)
        {
            _words = Philox.Rounds(_block++, (uint)stream, (uint)index, (uint)(index >> 32), (uint)seed, (uint)(seed >> 32));
            _used = 0;
        }
        return _words[_used++];
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
}
