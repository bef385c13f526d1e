using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>
/// C = A B or C += A B with B in column panels: the blocked product that every product op ends in. Work is cut into blocks of
/// C, never along the chains, so that any worker may take any block. In a block: slices of the chain, then panels, then row
/// tiles, so that a panel's slice is read from the nearest cache for all rows of the block.
/// </summary>
internal unsafe partial struct GemmWork : IParallelWork
{
    // Beyond this a slice of a panel would leave the second cache level no room beside the packed rows of a block.
    private const int LongestSlice = 768;

    // Slices of a B that is copied are short enough for the copy to stay in the half of the first cache level that a core with
    // a busy second thread leaves, beside the tile's rows.
    private const int LongestCopiedSlice = 160;

    // Packed rows of a block: a fraction of the second cache level.
    private const int PackedBytes = 384 << 10;
    private const int StepsAtOnce = 32;

    private readonly KernelSet _set;
    private readonly GemmScratch _scratch;
    private readonly float* _a, _panels, _bias;
    private readonly float* _c;
    private readonly ushort* _halves;
    private readonly nint _rowStride, _stepStride, _panelStride, _ldb, _ldc;
    private readonly int _rows, _columns, _steps, _slice;
    private readonly bool _accumulate, _copyB, _groups, _pairs;
    private readonly int _tiles, _panelCount, _rowBlocks, _panelBlocks, _tilesAtOnce, _paddedSlice, _threads;

    /// <summary>Plans a product.</summary>
    /// <param name="set">Instructions.</param>
    /// <param name="threads">Workers that will share it.</param>
    /// <param name="scratch">Grows here to what the workers need.</param>
    /// <param name="a">A[0, 0].</param>
    /// <param name="rowStride">Floats between rows of A; one of the strides is 1.</param>
    /// <param name="stepStride">Floats between steps of A.</param>
    /// <param name="panels">B[0, 0].</param>
    /// <param name="panelStride">Floats from a panel to the next: 32 times its steps when B is packed, 32 when it is row-major.</param>
    /// <param name="ldb">Floats between steps of B: 32 when it is packed; else each slice of a panel is copied before its use.</param>
    /// <param name="c">C[0, 0].</param>
    /// <param name="ldc">Floats between rows of C.</param>
    /// <param name="bias">Added at the end of each chain, or null.</param>
    /// <param name="rows">Rows of C.</param>
    /// <param name="columns">Columns of C.</param>
    /// <param name="steps">Length of the chains.</param>
    /// <param name="accumulate">Whether chains go on from C.</param>
    /// <param name="halves">B in BFloat16, of the same strides, in place of <paramref name="panels"/>; slices of it are widened as they are copied.</param>
    /// <param name="pairs">Whether those are packed panels, which have columns j and j + 16 side by side.</param>
    /// <param name="isFollowed">Whether the region has other work after it, so that nobody waits at its end.</param>
    public GemmWork(
        KernelSet set, int threads, GemmScratch scratch, float* a, nint rowStride, nint stepStride, float* panels, nint panelStride, nint ldb,
        float* c, nint ldc, float* bias, int rows, int columns, int steps, bool accumulate, ushort* halves = null, bool pairs = false, bool isFollowed = false)
    {
        _set = set;
        _scratch = scratch;
        _a = a;
        _rowStride = rowStride;
        _stepStride = stepStride;
        _panels = panels;
        _halves = halves;
        _pairs = pairs;
        _panelStride = panelStride;
        _ldb = ldb;
        _c = c;
        _ldc = ldc;
        _bias = bias;
        _rows = rows;
        _columns = columns;
        _steps = steps;
        _accumulate = accumulate;
        _copyB = halves != null || (panelStride == GemmTile.Columns && ldb != GemmTile.Columns);
        int longest = _copyB ? LongestCopiedSlice : LongestSlice;
        int slices = Math.Max(1, (steps + longest - 1) / longest);
        _slice = (steps + slices - 1) / slices;
        _threads = threads;
        _tiles = (rows + GemmTile.MaxRows - 1) / GemmTile.MaxRows;
        _panelCount = (columns + GemmTile.Columns - 1) / GemmTile.Columns;

        long blocks = threads == 1 ? 1 : Math.Min((long)threads * BlocksPerThread, ((long)rows * columns * steps / SmallestBlock) + 1);
        (_rowBlocks, _panelBlocks) = Cut(_tiles, _panelCount, threads, (int)blocks, _copyB, isFollowed);
        _paddedSlice = (_slice + GemmPack.GroupSteps - 1) / GemmPack.GroupSteps * GemmPack.GroupSteps;
        int most = Math.Max(1, PackedBytes / (GemmTile.MaxRows * sizeof(float) * Math.Max(1, _paddedSlice)));
        int inBlock = FirstTile(1), parts = Math.Max(1, (inBlock + most - 1) / most);
        _tilesAtOnce = (inBlock + parts - 1) / parts;
        _groups = stepStride == 1 && GemmTile.HasGroups(set);
        scratch.ReserveOwn(EdgeFloats + PackedFloats + (_copyB ? (long)GemmTile.Columns * _slice : 0));
    }

    // The tile that sticks out of C, then the packed rows of A, then the copy of B.
    private static int EdgeFloats => GemmTile.MaxRows * GemmTile.Columns;

    private readonly long PackedFloats => (long)_tilesAtOnce * GemmTile.MaxRows * _paddedSlice;

    /// <summary>Number of blocks, for <see cref="WorkerPool.Run"/>.</summary>
    public readonly int Blocks => _rows == 0 || _columns == 0 ? 0 : _rowBlocks * _panelBlocks;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    public readonly void Execute(int index, int worker)
    {
        int rowBlock = index / _panelBlocks, panelBlock = index % _panelBlocks;
        int endTile = FirstTile(rowBlock + 1);
        int firstPanel = FirstPanel(panelBlock), endPanel = FirstPanel(panelBlock + 1);
        float* edge = _scratch.Own(worker), packed = edge + EdgeFloats, copy = packed + PackedFloats;
        for (int tile = FirstTile(rowBlock); tile < endTile; tile += _tilesAtOnce)
        {
            int end = Math.Min(endTile, tile + _tilesAtOnce), step = 0;
            // Most likely this worker's next block; a wrong guess costs a little bandwidth.
            int guess = end < endTile ? end : FirstTile(Math.Min(_rowBlocks, ((index + _threads) / _panelBlocks)));
            do
            {
                int steps = Math.Min(_slice, _steps - step);
                PackA(tile, end, step, steps, packed);
                bool last = step + steps == _steps;
                GemmAhead rows = last ? RowsAhead(guess, guess + end - tile, 0) : RowsAhead(tile, end, step + steps);
                Panels(tile, end, firstPanel, endPanel, step, steps, packed, copy, edge, ref rows);
                step += steps;
            }
            while (step < _steps);
        }
    }

    // All panels of a block for one slice of the chain.
    private readonly void Panels(
        int firstTile, int endTile, int firstPanel, int endPanel, int step, int steps, float* packed, float* copy, float* edge, ref GemmAhead rowsAhead)
    {
        for (int panel = firstPanel; panel < endPanel; panel++)
            Panel(firstTile, endTile, panel, firstPanel, endPanel, step, steps, packed, copy, edge, ref rowsAhead);
    }

    // One of them.
    private readonly void Panel(
        int firstTile, int endTile, int panel, int firstPanel, int endPanel, int step, int steps, float* packed, float* copy, float* edge,
        ref GemmAhead rowsAhead)
    {
        bool goesOn = _accumulate || step > 0;
        float* bias = step + steps == _steps ? _bias : null;
        int paddedSteps = _groups ? (steps + GemmPack.GroupSteps - 1) / GemmPack.GroupSteps * GemmPack.GroupSteps : steps;
        nint at = (panel * _panelStride) + (step * _ldb), again = (firstPanel * _panelStride) + ((step + steps) * _ldb);
        float* b = _panels + at;
        int width = Math.Min(GemmTile.Columns, _columns - (panel * GemmTile.Columns));
        GemmAhead panelAhead = panel + 1 < endPanel
            ? PanelAhead(at + _panelStride, steps)
            : PanelAhead(again, Math.Min(_slice, _steps - step - steps));
        if (_halves != null)
        {
            if (_pairs)
                HalfKernels.WidenPanel(_halves + at, copy, steps);
            else
                HalfKernels.PanelOfB(_halves + at, _ldb, width, steps, copy);
            b = copy;
        }
        else if (_copyB)
        {
            GemmPack.PanelOfB(b, _ldb, width, steps, copy);
            b = copy;
        }
        float* a = packed;
        int row = FirstRow(firstTile);
        for (int tile = firstTile; tile < endTile; tile++, a += (nint)GemmTile.MaxRows * paddedSteps)
        {
            int next = FirstRow(tile + 1), rows = next - row;
            float* c = _c + (row * _ldc) + (panel * GemmTile.Columns);
            ref GemmAhead ahead = ref panelAhead.IsEmpty ? ref rowsAhead : ref panelAhead;
            if (width == GemmTile.Columns)
                GemmTile.RunPacked(_set, rows, a, _groups, b, c, _ldc, steps, goesOn, c + (rows * _ldc), ref ahead);
            else
                Edge(edge, rows, width, a, b, c, steps, goesOn, ref ahead);
            if (bias is not null)
                AddBias(c, rows, width, bias + (panel * GemmTile.Columns));
            row = next;
        }
    }

    private readonly GemmAhead PanelAhead(nint b, int steps)
    {
        if (_halves != null)
        {
            float* first = (float*)(_halves + b);
            return _pairs ? new GemmAhead(first, (long)steps * GemmTile.Columns / 2) : new GemmAhead(first, _ldb / 2, steps, GemmTile.Columns / 2);
        }
        return _copyB
            ? new GemmAhead(_panels + b, _ldb, steps, GemmTile.Columns)
            : new GemmAhead(_panels + b, (long)steps * GemmTile.Columns);
    }

    private readonly GemmAhead RowsAhead(int firstTile, int endTile, int step)
    {
        int first = FirstRow(firstTile), end = FirstRow(Math.Min(_tiles, endTile)), steps = Math.Min(_slice, _steps - step);
        if (_stepStride == 1 && steps == _rowStride)
            return new GemmAhead(_a + (first * _rowStride), (long)(end - first) * steps);
        return _stepStride == 1
            ? new GemmAhead(_a + (first * _rowStride) + step, _rowStride, end - first, steps)
            : new GemmAhead(_a + (step * _stepStride) + first, _stepStride, steps, end - first);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void PackA(int firstTile, int endTile, int step, int steps, float* packed)
    {
        if (_stepStride == 1)
        {
            int padded = _groups ? (steps + GemmPack.GroupSteps - 1) / GemmPack.GroupSteps * GemmPack.GroupSteps : steps;
            for (int tile = firstTile; tile < endTile; tile++, packed += (nint)GemmTile.MaxRows * padded)
            {
                int row = FirstRow(tile), rows = FirstRow(tile + 1) - row;
                float* a = _a + (row * _rowStride) + step;
                if (_groups)
                    GemmPack.GroupsOfA(a, _rowStride, rows, steps, packed);
                else
                    GemmPack.RowsOfA(a, _rowStride, rows, steps, packed);
            }
            return;
        }
        // A few steps of all tiles before the next steps: the lines of A hold several tiles each.
        for (int p = 0; p < steps; p += StepsAtOnce)
        {
            int count = Math.Min(StepsAtOnce, steps - p);
            float* source = _a + ((step + p) * _stepStride), target = packed + (p * GemmTile.MaxRows);
            for (int tile = firstTile; tile < endTile; tile++, target += (nint)GemmTile.MaxRows * steps)
            {
                int row = FirstRow(tile);
                GemmPack.ColumnsOfA(source + row, _stepStride, FirstRow(tile + 1) - row, row + GemmTile.MaxRows <= _rows, count, target);
            }
        }
    }

    // Rows of tiles of nearly equal height: thirteen rows are 7 + 6, not 12 + 1, because a short tile waits for its own chain.
    private readonly int FirstRow(int tile) => (int)((long)tile * _rows / _tiles);

    // The last panel may stick out of C: its tile is computed beside C and only the real columns are copied.
    private readonly void Edge(float* edge, int rows, int width, float* a, float* b, float* c, int steps, bool goesOn, ref GemmAhead ahead)
    {
        if (goesOn)
        {
            for (int i = 0; i < rows; i++)
                new ReadOnlySpan<float>(c + (i * _ldc), width).CopyTo(new Span<float>(edge + (i * GemmTile.Columns), width));
        }
        GemmTile.RunPacked(_set, rows, a, _groups, b, edge, GemmTile.Columns, steps, goesOn, edge, ref ahead);
        for (int i = 0; i < rows; i++)
            new ReadOnlySpan<float>(edge + (i * GemmTile.Columns), width).CopyTo(new Span<float>(c + (i * _ldc), width));
    }

    private readonly void AddBias(float* c, int rows, int width, float* bias)
    {
        for (int i = 0; i < rows; i++)
        {
            float* row = c + (i * _ldc);
            int j = 0;
            for (; j + 4 <= width; j += 4)
                (Vector128.Load(row + j) + Vector128.Load(bias + j)).Store(row + j);
            for (; j < width; j++)
                row[j] += bias[j];
        }
    }
}
