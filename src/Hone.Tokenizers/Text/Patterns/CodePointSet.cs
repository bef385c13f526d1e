namespace Hone.Tokenizers;

/// <summary>
/// A set of code points with a fast test: a page of 256 answers is worked out at first use. Threads may share it: two that
/// work out the same page write equal ones.
/// </summary>
internal sealed class CodePointSet(Func<int, bool> contains)
{
    private readonly ulong[]?[] _pages = new ulong[]?[256];

    public bool Contains(int codePoint)
    {
        if (codePoint > 0xFFFF) return contains(codePoint);
        ulong[] page = Volatile.Read(ref _pages[codePoint >> 8]) ?? MakePage(codePoint >> 8);
        return (page[(codePoint >> 6) & 3] >> (codePoint & 63) & 1) != 0;
    }

    private ulong[] MakePage(int index)
    {
        var page = new ulong[4];
        for (int i = 0; i < 256; i++)
        {
            if (contains((index << 8) | i)) page[i >> 6] |= 1UL << (i & 63);
        }
        Volatile.Write(ref _pages[index], page);
        return page;
    }
}
