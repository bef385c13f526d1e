using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>
/// The logits of some rows and one vocabulary tile, in memory of one worker: made, used and forgotten while the second cache
/// holds them. Columns past the end of the vocabulary are there, up to a whole tile.
/// </summary>
internal readonly unsafe struct LogitTile
{
    /// <summary>Rows of a piece of work at most: hidden states and logits of so many fit a second cache.</summary>
    public const int Rows = 10 * RowTile.MaxRows;

    /// <summary>Floats of a tile.</summary>
    public const long Floats = (long)Rows * Backend.VocabularyTile;

    // Whole groups of vectors: kernels that run past the last id meet -infinity or numbers that nobody reads.
    private const int Group = 64;

    private readonly KernelSet _set;
    private readonly float* _hidden;
    private readonly byte* _panels, _end;
    private readonly nint _panelBytes;
    private readonly int _width, _vocabulary;
    private readonly bool _half;
    private readonly float* _bias;
    private readonly float _softCap;
    private readonly KeptSets? _kept;
    private readonly float* _all;
    private readonly bool _isFilled;
    private readonly int _rows;

    /// <summary>What is the same for all tiles of an op.</summary>
    /// <param name="set">Instructions.</param>
    /// <param name="hidden">[R, D].</param>
    /// <param name="panels">Packed output weight.</param>
    /// <param name="vocabulary">V.</param>
    /// <param name="bias">[V], or the empty tensor.</param>
    /// <param name="softCap">Above 0: the cap of logits.</param>
    /// <param name="kept">The ids that each row could draw from, or null.</param>
    /// <param name="all">Logits before cap and kept sets, <see cref="Backend.KeptLogitsShape"/>, or the empty tensor.</param>
    /// <param name="isFilled">Whether those are there to be read; else tiles leave theirs in them.</param>
    public LogitTile(
        KernelSet set, Tensor hidden, Tensor panels, int vocabulary, Tensor bias, float softCap, KeptSets? kept, Tensor all, bool isFilled)
    {
        _all = all.IsEmpty ? null : all.Floats;
        _isFilled = isFilled;
        _rows = LaneOps.Rows(hidden);
        _set = set;
        _hidden = hidden.Floats;
        _half = panels.Type == DType.BFloat16;
        _panels = _half ? (byte*)panels.Halves : (byte*)panels.Floats;
        _width = hidden.Shape.Last;
        _vocabulary = vocabulary;
        _bias = bias.IsEmpty ? null : bias.Floats;
        _softCap = softCap;
        _kept = kept;
        _panelBytes = (nint)_width * Backend.PanelWidth * panels.Type.SizeBytes();
        _end = _panels + (panels[0] * _panelBytes);
    }

    /// <summary>Floats of a worker's memory: a tile, with a cap a second one, and packed rows.</summary>
    public long WorkerFloats => LogitFloats + (_half ? 0 : (long)Rows * PaddedWidth);

    private long LogitFloats => (_softCap > 0 ? 2 : 1) * Floats;

    private int PaddedWidth => (_width + GemmPack.GroupSteps - 1) / GemmPack.GroupSteps * GemmPack.GroupSteps;

    /// <summary>Packs the rows of a piece behind the logits, for all its tiles; BFloat16 panels take them as they are.</summary>
    /// <param name="firstRow">First row.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="own">The worker's memory, <see cref="WorkerFloats"/> long.</param>
    public void Pack(int firstRow, int rows, float* own)
    {
        if (_half || _isFilled)
            return;
        float* packed = own + LogitFloats;
        int blocks = (rows + GemmTile.MaxRows - 1) / GemmTile.MaxRows;
        for (int block = 0; block < blocks; block++, packed += (nint)GemmTile.MaxRows * PaddedWidth)
        {
            int row = block * rows / blocks, count = ((block + 1) * rows / blocks) - row;
            float* x = _hidden + ((nint)(firstRow + row) * _width);
            if (GemmTile.HasGroups(_set))
                GemmPack.GroupsOfA(x, _width, count, _width, packed);
            else
                GemmPack.RowsOfA(x, _width, count, _width, packed);
        }
    }

    // Products of packed rows: every panel is read once for all of them, and the next one is fetched meanwhile.
    private void Multiply(int rows, float* panel, int panelCount, float* logits, float* packed)
    {
        int blocks = (rows + GemmTile.MaxRows - 1) / GemmTile.MaxRows;
        nint panelFloats = (nint)_width * Backend.PanelWidth;
        for (int p = 0; p < panelCount; p++, panel += panelFloats)
        {
            var ahead = new GemmAhead(panel + panelFloats, panelFloats);
            float* a = packed;
            for (int block = 0; block < blocks; block++, a += (nint)GemmTile.MaxRows * PaddedWidth)
            {
                int row = block * rows / blocks, count = ((block + 1) * rows / blocks) - row;
                float* c = logits + ((nint)row * Backend.VocabularyTile) + (p * Backend.PanelWidth);
                GemmTile.RunPacked(
                    _set, count, a, GemmTile.HasGroups(_set), panel, c, Backend.VocabularyTile, _width, false, c + (count * Backend.VocabularyTile), ref ahead);
            }
        }
    }

    /// <summary>Number of tiles.</summary>
    public int Count => (_vocabulary + Backend.VocabularyTile - 1) / Backend.VocabularyTile;

    /// <summary>Ids of a tile.</summary>
    public int Ids(int tile) => Math.Min(Backend.VocabularyTile, _vocabulary - (tile * Backend.VocabularyTile));

    /// <summary>Columns that hold something: ids, then -infinity.</summary>
    public int Columns(int tile) => (Ids(tile) + Group - 1) / Group * Group;

    /// <summary>Computes a tile: logits[i, v] of row firstRow + i and id 512 tile + v, capped, then cut to the kept sets.</summary>
    /// <param name="firstRow">First row.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="tile">Vocabulary tile.</param>
    /// <param name="logits">[rows, 512]: the worker's memory, in which <see cref="Pack"/> has put these rows.</param>
    /// <param name="uncapped">With a cap receives the logits before it; or null.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Compute(int firstRow, int rows, int tile, float* logits, float* uncapped)
    {
        Debug.Assert(rows is > 0 and <= Rows, "A piece has as many rows as its worker has room for.");
        int ids = Ids(tile);
        float* kept = _all + ((((nint)tile * _rows) + firstRow) * Backend.VocabularyTile);
        if (_isFilled)
            GemmPack.CopyRows(kept, Backend.VocabularyTile, ids, rows, logits, Backend.VocabularyTile);
        else
            Products(firstRow, rows, tile, ids, logits);
        if (_all != null && !_isFilled)
            GemmPack.CopyPastCaches(logits, ids, rows, kept, Backend.VocabularyTile);
        if (_softCap > 0)
        {
            long count = (long)rows * Backend.VocabularyTile;
            if (uncapped != null)
                new ReadOnlySpan<float>(logits, (int)count).CopyTo(new Span<float>(uncapped, (int)count));
            SoftCapOps.SoftCap(_set, logits, _softCap, logits, count);
        }
        int columns = Columns(tile);
        for (int i = 0; i < rows; i++, logits += Backend.VocabularyTile)
        {
            if (columns > ids)
                new Span<float>(logits + ids, columns - ids).Fill(float.NegativeInfinity);
            if (_kept is not null)
                Cut(logits, ids, tile * Backend.VocabularyTile, _kept.Row(firstRow + i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Products(int firstRow, int rows, int tile, int ids, float* logits)
    {
        int panelCount = (ids + Backend.PanelWidth - 1) / Backend.PanelWidth, blocks = (rows + RowTile.MaxRows - 1) / RowTile.MaxRows;
        float* x = _hidden + ((nint)firstRow * _width);
        byte* panel = _panels + ((nint)tile * Backend.VocabularyTile / Backend.PanelWidth * _panelBytes);
        nint step = ((_panelBytes / _width) + blocks - 1) / blocks;
        if (!_half)
            Multiply(rows, (float*)panel, panelCount, logits, logits + LogitFloats);
        for (int p = 0; _half && p < panelCount; p++, panel += _panelBytes)
        {
            for (int block = 0; block < blocks; block++)
            {
                int row = block * rows / blocks, count = ((block + 1) * rows / blocks) - row;
                // The blocks share the asking for the next panel.
                byte* ahead = panel + RowTile.AheadBytes + _panelBytes + (_panelBytes * block / blocks);
                bool more = ahead < _end;
                RowTile.Run(
                    _set, count, x + ((nint)row * _width), _width, 1, panel, _half, _width, more ? ahead : panel, more ? step : 0,
                    logits + ((nint)row * Backend.VocabularyTile) + (p * Backend.PanelWidth), Backend.VocabularyTile);
            }
        }
        if (_bias != null)
            RowProductWork.AddTo(logits, Backend.VocabularyTile, rows, ids, _bias + ((nint)tile * Backend.VocabularyTile));
    }

    /// <summary>Logits outside the kept ids, ascending, become -infinity; an empty set keeps all.</summary>
    public static void Cut(float* row, int count, int firstId, ReadOnlySpan<int> ids)
    {
        if (ids.IsEmpty)
            return;
        int next = ids.BinarySearch(firstId), clear = 0;
        for (next = next < 0 ? ~next : next; next < ids.Length && ids[next] - firstId < count; next++)
        {
            int keep = ids[next] - firstId;
            new Span<float>(row + clear, keep - clear).Fill(float.NegativeInfinity);
            clear = keep + 1;
        }
        new Span<float>(row + clear, count - clear).Fill(float.NegativeInfinity);
    }
}
