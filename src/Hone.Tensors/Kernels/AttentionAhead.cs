using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>
/// Rows that a worker will soon read or write and that no near cache holds: they are far apart, no stream that the processor would
/// follow, and what comes in one piece waits for the third cache. A few at a time are asked for between the products. Addresses
/// need not exist.
/// </summary>
internal unsafe struct AttentionAhead
{
    private const int Ranges = 6, LineFloats = 16;
    private fixed long _first[Ranges], _strideBytes[Ranges];
    private fixed int _rows[Ranges], _lines[Ranges];
    private int _count, _left;

    /// <summary>Rows not yet asked for.</summary>
    public readonly int Left => _left;

    /// <summary>Puts rows at the end; a seventh range is left out.</summary>
    /// <param name="first">First row.</param>
    /// <param name="stride">Floats between rows.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="floats">Floats of a row.</param>
    public void Add(float* first, nint stride, int rows, int floats)
    {
        if (!Sse.IsSupported || rows <= 0 || _count == Ranges)
            return;
        _first[_count] = (long)first;
        _strideBytes[_count] = stride * sizeof(float);
        _rows[_count] = rows;
        _lines[_count] = (floats + LineFloats - 1) / LineFloats;
        _count++;
        _left += rows;
    }

    /// <summary>Asks for the next rows, at most so many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fetch(int rows)
    {
        while (rows > 0 && _left > 0)
        {
            int range = _count - 1, now = Math.Min(rows, _rows[range]), lines = _lines[range];
            byte* at = (byte*)_first[range];
            long stride = _strideBytes[range];
            for (int i = 0; i < now; i++, at += stride)
            {
                for (int line = 0; line < lines; line++)
                    Sse.Prefetch1(at + (line * LineFloats * sizeof(float)));
            }
            rows -= now;
            _left -= now;
            _first[range] = (long)at;
            _rows[range] -= now;
            if (_rows[range] == 0)
                _count--;
        }
    }
}
