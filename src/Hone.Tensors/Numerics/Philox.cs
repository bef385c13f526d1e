namespace Hone.Tensors;

/// <summary>
/// Counter-based random numbers: Philox4x32-10 (Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3",
/// SC 2011). A draw is a pure function of (run seed, purpose) and of its counter (prompt or item id, sample index,
/// position), so it depends neither on batch slot nor on order. A value; safe on any thread.
/// </summary>
public readonly struct Philox
{
    private const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;
    private readonly uint _key0, _key1;

    /// <summary>The draws of one purpose in one run.</summary>
    /// <param name="runSeed">Seed of the run.</param>
    /// <param name="purpose">What the draws are for.</param>
    public Philox(ulong runSeed, RandomPurpose purpose)
    {
        // The key of a purpose is itself a draw, keyed by the seed: no two purposes share or shift their keys.
        PhiloxBlock key = Rounds((uint)purpose, 0, 0, 0, (uint)runSeed, (uint)(runSeed >> 32));
        (_key0, _key1) = (key.Word0, key.Word1);
    }

    /// <summary>The four words at a counter.</summary>
    /// <param name="id">Prompt id, or id of whatever the draw belongs to.</param>
    /// <param name="sample">Sample index of that prompt.</param>
    /// <param name="position">Position in that sample.</param>
    public PhiloxBlock Block(ulong id, uint sample, uint position) =>
        Rounds((uint)id, (uint)(id >> 32), sample, position, _key0, _key1);

    /// <summary>The raw generator: ten rounds on a counter of four words under a key of two.</summary>
    public static PhiloxBlock Rounds(uint c0, uint c1, uint c2, uint c3, uint key0, uint key1)
    {
        for (int round = 0; round < 10; round++)
        {
            ulong p0 = (ulong)Multiplier0 * c0, p1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(p1 >> 32) ^ c1 ^ key0;
            c2 = (uint)(p0 >> 32) ^ c3 ^ key1;
            c1 = (uint)p1;
            c3 = (uint)p0;
            key0 += Weyl0;
            key1 += Weyl1;
        }
        return new PhiloxBlock(c0, c1, c2, c3);
    }
}
