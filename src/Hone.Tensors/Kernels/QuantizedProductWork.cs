using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>
/// y = x Wᵀ + b on quantized rows. A worker takes some blocks of a panel apart into the nearest cache, uses them for all rows of
/// its piece, and goes on to the next ones: every panel is read once, from its first byte to its last. The accumulators wait in
/// the result meanwhile. One row and thousands run the same tiles.
/// </summary>
internal readonly unsafe partial struct QuantizedProductWork : IParallelWork, IRangedWork
{
    // Codes of so many columns and the rows' part of them stay in the nearest cache.
    private const int ChunkBlocks = 24;

    // A panel streamed twice, the second time from the near caches, is done sooner than its codes are taken apart; three times is not.
    private const int MostStreamedRows = 6;

    // Rows of a sum that are asked for before they are added to.
    private const int RowsAhead = 16;

    // More passes over a block than it has lines: the processor fetches by itself.
    private const int MostAheadPasses = 16;

    private readonly IntegerUnit _unit;
    private readonly QuantFormat _format;
    private readonly GemmScratch _scratch;
    private readonly ActivationBlocks _x;
    private readonly long _panelBytes;
    private readonly float* _y;
    private readonly int _outputs, _panelCount, _panelPieces, _rowPieces;
    private readonly nint _ldy;
    private readonly bool _adds;

    /// <summary>Plans a product.</summary>
    /// <param name="unit">How sums are made.</param>
    /// <param name="format">Block format.</param>
    /// <param name="scratch">Grows here to what the workers need.</param>
    /// <param name="x">Rows, quantized for the unit and format.</param>
    /// <param name="panels">Panels of the outputs.</param>
    /// <param name="bias">For the outputs, or null.</param>
    /// <param name="y">[rows, outputs].</param>
    /// <param name="ldy">Distance of its rows.</param>
    /// <param name="outputs">Outputs.</param>
    /// <param name="pieces">Into how many pieces the panels are cut.</param>
    /// <param name="rowsPerPiece">Rows of a piece at most.</param>
    /// <param name="adds">Whether results are added to what y holds.</param>
    public QuantizedProductWork(
        IntegerUnit unit, QuantFormat format, GemmScratch scratch, ActivationBlocks x, byte* panels, float* bias, float* y, nint ldy, int outputs,
        int pieces, int rowsPerPiece, bool adds)
    {
        _adds = adds;
        _unit = unit;
        _format = format;
        _scratch = scratch;
        _x = x;
        Weight = panels;
        Bias = bias;
        _y = y;
        _ldy = ldy;
        _outputs = outputs;
        _panelBytes = BlockPanels.PanelBytes(format, x.Columns);
        _panelCount = BlockPanels.Count(outputs);
        _panelPieces = Math.Clamp(pieces, 1, _panelCount);
        _rowPieces = (x.Rows + rowsPerPiece - 1) / rowsPerPiece;
        scratch.ReserveOwn(ScratchFloats(Math.Min(x.Rows, rowsPerPiece)));
    }

    /// <summary>What a worker needs of its scratch memory to multiply so many rows.</summary>
    public static long ScratchFloats(int rows) =>
        (ChunkBlocks * ((BlockCodes.BlockBytes / 4) + (4 * BlockPanels.Width))) + ((long)rows * BlockPanels.Width) + MatrixScratchFloats;

    /// <summary>Panels of the outputs.</summary>
    public byte* Weight { get; init; }

    /// <summary>For the outputs, or null.</summary>
    public float* Bias { get; init; }

    /// <summary>Number of pieces.</summary>
    public int Pieces => _panelPieces * _rowPieces;

    /// <summary>Pieces that the rows are cut into.</summary>
    public int RowPieces => _rowPieces;

    /// <summary>All panels.</summary>
    public int PanelCount => _panelCount;

    /// <summary>The panels of a piece.</summary>
    public (int First, int End) Panels(int piece) => ((int)((long)piece * _panelCount / _panelPieces), (int)((long)(piece + 1) * _panelCount / _panelPieces));

    /// <summary>The rows of a piece.</summary>
    public (int First, int Count) Rows(int rowPiece)
    {
        int first = (int)((long)rowPiece * _x.Rows / _rowPieces);
        return (first, (int)((long)(rowPiece + 1) * _x.Rows / _rowPieces) - first);
    }

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        // Pieces one after the other have the same rows.
        int piece = index % _panelPieces, rowPiece = index / _panelPieces;
        (int first, int end) = Panels(piece);
        Range(first, end, end, rowPiece, worker);
    }

    /// <summary>Items of <see cref="Range(int, int, int, int)"/>: all panels for one piece of rows, then for the next.</summary>
    public int Items => _panelCount * _rowPieces;

    /// <inheritdoc/>
    public void Range(int first, int end, int rangeEnd, int worker)
    {
        for (int next; first < end; first = next)
        {
            int rowPiece = first / _panelCount, before = rowPiece * _panelCount;
            next = Math.Min(end, before + _panelCount);
            Range(first - before, next - before, Math.Min(_panelCount, rangeEnd - before), rowPiece, worker);
        }
    }

    /// <summary>The outputs of panels <paramref name="panel"/> to <paramref name="end"/> - 1 for the rows of a piece of them, while lines of panels before <paramref name="readEnd"/> are asked for.</summary>
    public void Range(int panel, int end, int readEnd, int rowPiece, int worker)
    {
        (int row, int rows) = Rows(rowPiece);
        for (; panel < end; panel++)
            Panel(worker, panel, readEnd, row, rows, null);
    }

    /// <summary>One panel for some rows.</summary>
    /// <param name="worker">Whose scratch memory is used.</param>
    /// <param name="panel">Which.</param>
    /// <param name="endPanel">Panels up to here are read next.</param>
    /// <param name="row">First row.</param>
    /// <param name="rows">Rows, at most those of a piece.</param>
    /// <param name="apart">Receives [rows, 32] instead of y; null for y.</param>
    public void Panel(int worker, int panel, int endPanel, int row, int rows, float* apart)
    {
        int column = panel * BlockPanels.Width, width = Math.Min(BlockPanels.Width, _outputs - column);
        byte* codes = (byte*)_scratch.Own(worker), source = Weight + (panel * _panelBytes);
        float* scales = (float*)(codes + (ChunkBlocks * BlockCodes.BlockBytes)), minima = scales + (ChunkBlocks * 2 * BlockPanels.Width);
        float* y = _y + (row * _ldy) + column;
        // The last panel may stick out of y: it is computed beside y and only the real columns are copied. So is what y is added to.
        bool whole = (width == BlockPanels.Width && !_adds) || apart != null;
        float* target = apart != null ? apart : whole ? y : minima + (ChunkBlocks * 2 * BlockPanels.Width);
        nint ldt = whole && apart == null ? _ldy : BlockPanels.Width;
        if (rows <= MostStreamedRows && IntegerTile.StreamRows(_unit, _format) > 0)
        {
            Stream(source, Weight + (endPanel * _panelBytes), row, rows, target, ldt);
            End(target, ldt, rows, width, whole ? null : y, column);
            return;
        }
        int each = _format.BlockElements() / Backend.ActivationBlock, parts = Backend.ActivationBlock / _x.PartElements;
        long blockBytes = (long)BlockPanels.Width * _format.BlockBytes() / each;
        // Chunks of nearly equal length, each a whole number of the format's blocks.
        int units = _x.Blocks / each, chunks = (_x.Blocks + ChunkBlocks - 1) / ChunkBlocks;
        if (_unit == IntegerUnit.Matrix)
        {
            MatrixPanel(source, row, rows, target, ldt, codes, scales, minima);
            End(target, ldt, rows, width, whole ? null : y, column);
            return;
        }
        int passes = IntegerTile.Passes(_unit) * ((rows + IntegerTile.MaxRows(_unit) - 1) / IntegerTile.MaxRows(_unit));
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            int block = (int)((long)chunk * units / chunks) * each, some = ((int)((long)(chunk + 1) * units / chunks) * each) - block;
            byte* at = source + (block * blockBytes);
            BlockCodes.Take(_format, at, some / each, codes, scales, minima);
            var call = new IntegerTileCall
            {
                Codes = codes,
                Scales = scales,
                Minima = minima,
                RowStride = _x.Columns,
                PartStride = _x.Stride,
                Blocks = some,
                YStride = ldt,
                Continues = block > 0,
                Ahead = at + (some * blockBytes),
                AheadLines = _unit == IntegerUnit.Portable || passes > MostAheadPasses ? 0 : (nint)((blockBytes + (64 * passes) - 1) / (64 * passes)),
            };
            Tiles(call, block, parts, row, rows, target);
        }
        End(target, ldt, rows, width, whole ? null : y, column);
    }

    private void Stream(byte* panel, byte* end, int row, int rows, float* target, nint ldt)
    {
        int most = IntegerTile.StreamRows(_unit, _format), streams = (rows + most - 1) / most;
        for (int stream = 0; stream < streams; stream++)
        {
            // The first asks for what follows.
            int first = (int)((long)stream * rows / streams), count = (int)((long)(stream + 1) * rows / streams) - first;
            StreamOnce(panel, stream == 0 ? end : panel, row + first, count, target + (first * ldt), ldt);
        }
    }

    private void StreamOnce(byte* panel, byte* end, int row, int rows, float* target, nint ldt)
    {
        var call = new IntegerTileCall
        {
            Codes = panel,
            X = _x.Codes + ((nint)row * _x.Columns),
            RowStride = _x.Columns,
            RowScales = _x.Scales + row,
            RowStarts = _x.Starts + row,
            RowSums = _x.Sums + row,
            PartStride = _x.Stride,
            Blocks = _x.Blocks,
            Y = target,
            YStride = ldt,
            Ahead = panel + RowTile.AheadBytes,
            AheadEnd = end,
        };
        IntegerTile.Stream(_format, rows, call);
    }

    // The bias, and where the panel sticks out the copy to y.
    private void End(float* target, nint ldt, int rows, int width, float* y, int column)
    {
        if (Bias != null)
            RowProductWork.AddTo(target, ldt, rows, width, Bias + column);
        if (y == null)
            return;
        if (_adds)
        {
            for (int i = 0; i < rows; i++)
                AddRow(y + (i * _ldy), target + (i * ldt), width);
            return;
        }
        for (int i = 0; i < rows; i++)
            new ReadOnlySpan<float>(target + (i * ldt), width).CopyTo(new Span<float>(y + (i * _ldy), width));
    }

    // One row; lines of a later one are asked for, as rows lie far apart.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddRow(float* y, float* numbers, int width)
    {
        if (width < BlockPanels.Width)
        {
            RowProductWork.AddTo(y, 0, 1, width, numbers);
            return;
        }
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(y + (RowsAhead * _ldy));
            Sse.Prefetch0(y + (RowsAhead * _ldy) + 16);
        }
        for (int j = 0; j < BlockPanels.Width; j += 8)
            (Vector256.Load(y + j) + Vector256.Load(numbers + j)).Store(y + j);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Tiles(IntegerTileCall call, int block, int parts, int row, int rows, float* target)
    {
        int most = IntegerTile.MaxRows(_unit), tiles = (rows + most - 1) / most;
        for (int tile = 0; tile < tiles; tile++)
        {
            // Tiles of nearly equal height, as in RowProductWork.
            int first = (int)((long)tile * rows / tiles), count = (int)((long)(tile + 1) * rows / tiles) - first;
            nint at = row + first;
            call.X = _x.Codes + (at * _x.Columns) + ((nint)block * Backend.ActivationBlock);
            call.RowScales = _x.Scales + ((nint)block * _x.Stride) + at;
            call.RowStarts = _x.Starts + ((nint)block * parts * _x.Stride) + at;
            call.RowSums = _x.Sums + ((nint)block * parts * _x.Stride) + at;
            call.Y = target + (first * call.YStride);
            if (tile > 0)
                call.Ahead += call.AheadLines * 64 * call.Blocks * IntegerTile.Passes(_unit);
            IntegerTile.Run(_unit, _format, count, call);
        }
    }
}
