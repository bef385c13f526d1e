namespace Hone.Tensors;

/// <summary>
/// Rows that a worker will soon read or write and that no near cache holds: far apart, they are no stream that the processor
/// would follow, and in one piece they would wait for the third cache. Register tiles ask for a few at a time. What was added
/// last comes first.
/// </summary>
internal unsafe struct AttentionAhead
{
    private GemmAhead _first, _second, _third, _fourth, _fifth, _sixth;
    private int _count;

    /// <summary>Adds rows; a seventh set of them is left out.</summary>
    /// <param name="first">First row.</param>
    /// <param name="stride">Floats between rows.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="floats">Floats of a row.</param>
    public void Add(float* first, nint stride, int rows, int floats)
    {
        if (rows <= 0 || _count == 6)
            return;
        At(ref this, _count++) = new GemmAhead(first, stride, rows, floats);
    }

    /// <summary>Two lines of the next rows, or of what stands behind them.</summary>
    /// <param name="rows">How many the tile will ask for.</param>
    /// <param name="idle">Where the tile may look when nothing is left, again and again.</param>
    /// <param name="strideBytes">Bytes between them.</param>
    public byte* Take(int rows, float* idle, out nint strideBytes)
    {
        if (_count == 0)
        {
            strideBytes = 0;
            return (byte*)idle;
        }
        ref GemmAhead top = ref At(ref this, _count - 1);
        byte* at = top.Take(rows, out strideBytes);
        if (top.IsEmpty)
            _count--;
        return at;
    }

    private static ref GemmAhead At(ref AttentionAhead ahead, int index)
    {
        switch (index)
        {
            case 0: return ref ahead._first;
            case 1: return ref ahead._second;
            case 2: return ref ahead._third;
            case 3: return ref ahead._fourth;
            case 4: return ref ahead._fifth;
            default: return ref ahead._sixth;
        }
    }
}
