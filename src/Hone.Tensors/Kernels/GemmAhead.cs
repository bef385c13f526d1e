namespace Hone.Tensors;

/// <summary>
/// What a product will read soon, as strips of two cache lines: tiles fetch a few of them each into the second cache level
/// while they compute, because the third level is too slow for what comes in one piece. Addresses need not exist.
/// </summary>
internal unsafe struct GemmAhead
{
    private const int StripFloats = 32;
    private readonly float* _first;
    private readonly nint _rowStride;
    private readonly int _rows, _strips;
    private int _row, _strip;

    /// <summary>Rows of <paramref name="floats"/> floats each, <paramref name="rowStride"/> apart.</summary>
    public GemmAhead(float* first, nint rowStride, int rows, int floats)
    {
        _first = first;
        _rowStride = rowStride;
        _rows = rows;
        _strips = rows > 0 ? (floats + StripFloats - 1) / StripFloats : 0;
    }

    /// <summary>Lines that stand one after the other.</summary>
    public GemmAhead(float* first, long floats)
        : this(first, StripFloats, (int)Math.Min(int.MaxValue, (floats + StripFloats - 1) / StripFloats), StripFloats)
    {
    }

    /// <summary>Whether everything has been handed out.</summary>
    public readonly bool IsEmpty => _strip == _strips;

    /// <summary>The next <paramref name="rows"/> rows of a strip, or what is left of it and what stands behind.</summary>
    /// <param name="rows">How many the tile will fetch.</param>
    /// <param name="strideBytes">Bytes between them.</param>
    public byte* Take(int rows, out nint strideBytes)
    {
        if (_strip == _strips)
        {
            strideBytes = 0;
            return (byte*)_first;
        }
        strideBytes = _rowStride * sizeof(float);
        float* at = _first + (_row * _rowStride) + (_strip * StripFloats);
        _row += rows;
        if (_row >= _rows)
        {
            _row = 0;
            _strip++;
        }
        return (byte*)at;
    }
}
