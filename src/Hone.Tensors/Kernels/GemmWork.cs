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
internal unsafe struct GemmWork : IParallelWork
{
    // A slice of a panel beside a tile of A has to stay in the first two cache levels.
    private const int LongestSlice = 768;
    private const int LongestPackedSlice = 256;
    private const int TilesPerBlock = 8;
    private const int BlocksPerThread = 8;
    private const int PrefetchSteps = 12;

    // About two microseconds of one core: less is not worth another block.
    private const long SmallestBlock = 150_000;

    private readonly KernelSet _set;
    private readonly GemmScratch _scratch;
    private readonly float* _a, _panels, _bias;
    private readonly float* _c;
    private readonly nint _rowStride, _stepStride, _panelStride, _ldb, _ldc;
    private readonly int _rows, _columns, _steps, _slice;
    private readonly bool _accumulate, _packA;
    private readonly int _tiles, _panelCount, _rowBlocks, _panelBlocks;

    /// <summary>Plans a product.</summary>
    /// <param name="set">Instructions.</param>
    /// <param name="threads">Workers that will share it.</param>
    /// <param name="scratch">Grows here to what the workers need.</param>
    /// <param name="a">A[0, 0].</param>
    /// <param name="rowStride">Floats between rows of A.</param>
    /// <param name="stepStride">Floats between steps of A; when it is not 1, blocks of A are packed.</param>
    /// <param name="panels">B[0, 0]; at least 32 floats may be read at every step of every panel of 32 columns.</param>
    /// <param name="panelStride">Floats from a panel to the next: 32 times its steps when B is packed, 32 when it is row-major.</param>
    /// <param name="ldb">Floats between steps of B: 32 when it is packed.</param>
    /// <param name="c">C[0, 0].</param>
    /// <param name="ldc">Floats between rows of C.</param>
    /// <param name="bias">Added at the end of each chain, or null.</param>
    /// <param name="rows">Rows of C.</param>
    /// <param name="columns">Columns of C.</param>
    /// <param name="steps">Length of the chains.</param>
    /// <param name="accumulate">Whether chains go on from C.</param>
    public GemmWork(
        KernelSet set, int threads, GemmScratch scratch, float* a, nint rowStride, nint stepStride, float* panels, nint panelStride, nint ldb,
        float* c, nint ldc, float* bias, int rows, int columns, int steps, bool accumulate)
    {
        _set = set;
        _scratch = scratch;
        _a = a;
        _rowStride = rowStride;
        _stepStride = stepStride;
        _panels = panels;
        _panelStride = panelStride;
        _ldb = ldb;
        _c = c;
        _ldc = ldc;
        _bias = bias;
        _rows = rows;
        _columns = columns;
        _steps = steps;
        _accumulate = accumulate;
        _packA = stepStride != 1;
        int longest = _packA ? LongestPackedSlice : LongestSlice;
        int slices = Math.Max(1, (steps + longest - 1) / longest);
        _slice = (steps + slices - 1) / slices;
        _tiles = (rows + GemmTile.MaxRows - 1) / GemmTile.MaxRows;
        _panelCount = (columns + GemmTile.Columns - 1) / GemmTile.Columns;

        long blocks = Math.Min((long)threads * BlocksPerThread, ((long)rows * columns * steps / SmallestBlock) + 1);
        if (threads == 1)
            blocks = 1;
        long needed = (_tiles + TilesPerBlock - 1) / TilesPerBlock;
        _rowBlocks = (int)Math.Max(needed, Math.Min(_tiles, blocks));
        _panelBlocks = 1;
        // A packed block of A is worth its packing only when several panels use it: cut columns only when rows run out.
        if (_rowBlocks < blocks)
            _panelBlocks = (int)Math.Min(_panelCount, (blocks + _rowBlocks - 1) / _rowBlocks);
        else if (_packA && _panelCount < 8)
            _rowBlocks = (int)Math.Max(needed, Math.Min(_rowBlocks, Math.Max(threads * 2, (_tiles + 3) / 4)));
        int largestBlock = (_tiles + _rowBlocks - 1) / _rowBlocks;
        // The edge tile, then the packed rows of A.
        scratch.ReserveOwn((GemmTile.MaxRows * GemmTile.Columns) + (_packA ? (long)largestBlock * GemmTile.MaxRows * _slice : 0));
    }

    /// <summary>Number of blocks, for <see cref="WorkerPool.Run"/>.</summary>
    public readonly int Blocks => _rows == 0 || _columns == 0 ? 0 : _rowBlocks * _panelBlocks;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    public readonly void Execute(int index, int worker)
    {
        int rowBlock = index / _panelBlocks, panelBlock = index % _panelBlocks;
        int firstTile = (int)((long)rowBlock * _tiles / _rowBlocks), endTile = (int)((long)(rowBlock + 1) * _tiles / _rowBlocks);
        int firstPanel = (int)((long)panelBlock * _panelCount / _panelBlocks), endPanel = (int)((long)(panelBlock + 1) * _panelCount / _panelBlocks);
        // First rows of the block's tiles: a division for each use would be felt.
        int tiles = endTile - firstTile;
        int* first = stackalloc int[TilesPerBlock + 1];
        Debug.Assert(tiles <= TilesPerBlock, "A block has at most as many tiles as its packed rows have room.");
        for (int tile = 0; tile <= tiles; tile++)
            first[tile] = FirstRow(firstTile + tile);
        float* edge = _scratch.Own(worker);
        float* packed = edge + (GemmTile.MaxRows * GemmTile.Columns);
        int step = 0;
        do
        {
            int steps = Math.Min(_slice, _steps - step);
            bool goesOn = _accumulate || step > 0;
            float* bias = step + steps == _steps ? _bias : null;
            if (_packA)
                PackA(first, tiles, step, steps, packed);
            for (int panel = firstPanel; panel < endPanel; panel++)
            {
                float* b = _panels + (panel * _panelStride) + (step * _ldb);
                int width = Math.Min(GemmTile.Columns, _columns - (panel * GemmTile.Columns));
                for (int tile = 0; tile < tiles; tile++)
                {
                    int row = first[tile], rows = first[tile + 1] - row;
                    float* c = _c + (row * _ldc) + (panel * GemmTile.Columns);
                    float* a = _packA ? packed + ((long)tile * GemmTile.MaxRows * steps) : _a + (row * _rowStride) + step;
                    nint rs = _packA ? 1 : _rowStride, cs = _packA ? GemmTile.MaxRows : 1;
                    if (width == GemmTile.Columns)
                        GemmTile.Run(_set, rows, a, rs, cs, b, _ldb, c, _ldc, steps, goesOn);
                    else
                        Edge(edge, rows, width, a, rs, cs, b, c, steps, goesOn);
                    if (bias is not null)
                        AddBias(c, rows, width, bias + (panel * GemmTile.Columns));
                }
            }
            step += steps;
        }
        while (step < _steps);
    }

    // All tiles of a step before the next step: A is read along its lines, which hold several tiles each.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void PackA(int* first, int tiles, int step, int steps, float* packed)
    {
        float* source = _a + (step * _stepStride);
        for (int p = 0; p < steps; p++, source += _stepStride, packed += GemmTile.MaxRows)
        {
            // Segments of far rows are no stream that the hardware would follow. Beyond the end a prefetch does nothing.
            if (Sse.IsSupported && _rowStride == 1)
            {
                for (int i = first[0]; i < first[tiles]; i += 16)
                    Sse.Prefetch0(source + (PrefetchSteps * _stepStride) + i);
            }
            float* target = packed;
            for (int tile = 0; tile < tiles; tile++, target += (nint)GemmTile.MaxRows * steps)
                GemmPack.StepOfA(source + (first[tile] * _rowStride), _rowStride, first[tile + 1] - first[tile], target);
        }
    }

    // Rows of tiles of nearly equal height: thirteen rows are 7 + 6, not 12 + 1, because a short tile waits for its own chain.
    private readonly int FirstRow(int tile) => (int)((long)tile * _rows / _tiles);

    // The last panel may stick out of C: its tile is computed beside C and only the real columns are copied.
    private readonly void Edge(float* edge, int rows, int width, float* a, nint rs, nint cs, float* b, float* c, int steps, bool goesOn)
    {
        if (goesOn)
        {
            for (int i = 0; i < rows; i++)
                new ReadOnlySpan<float>(c + (i * _ldc), width).CopyTo(new Span<float>(edge + (i * GemmTile.Columns), width));
        }
        GemmTile.Run(_set, rows, a, rs, cs, b, _ldb, edge, GemmTile.Columns, steps, goesOn);
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
