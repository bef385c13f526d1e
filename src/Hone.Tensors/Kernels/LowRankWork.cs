using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>
/// y = y + (s x Aᵀ) Bᵀ for rows of x and several factors: a tile of rows goes through A, and its few hidden numbers through all
/// of B, while both are in the nearest caches. A piece is some rows of one change.
/// </summary>
internal readonly unsafe struct LowRankWork : IParallelWork
{
    private const int Width = Backend.PanelWidth;

    private readonly KernelSet _set;
    private readonly GemmScratch _scratch;
    private readonly float* _x;
    private readonly LowRankCall* _calls;
    private readonly int _columns, _count, _rows, _tiles, _rowPieces, _outputPieces;

    /// <summary>Plans it.</summary>
    /// <param name="set">Instructions.</param>
    /// <param name="scratch">Grows here to what the workers need.</param>
    /// <param name="x">Row-major [rows, columns].</param>
    /// <param name="columns">K.</param>
    /// <param name="calls">The changes; they stay until the region has ended.</param>
    /// <param name="count">Their number.</param>
    /// <param name="rows">Rows of x.</param>
    /// <param name="tiles">Into how many tiles of at most 12 rows they are cut.</param>
    /// <param name="rowPieces">Into how many pieces those are cut.</param>
    /// <param name="outputPieces">0: pieces compute their hidden rows. Else those are there, and outputs are cut into so many pieces.</param>
    public LowRankWork(
        KernelSet set, GemmScratch scratch, float* x, int columns, LowRankCall* calls, int count, int rows, int tiles, int rowPieces, int outputPieces)
    {
        _set = set;
        _scratch = scratch;
        _x = x;
        _columns = columns;
        _calls = calls;
        _count = count;
        (_rows, _tiles, _rowPieces, _outputPieces) = (rows, tiles, rowPieces, outputPieces);
        scratch.ReserveOwn(RowTile.MaxRows * Width);
    }

    /// <summary>Number of pieces.</summary>
    public int Pieces => _count * _rowPieces * Math.Max(1, _outputPieces);

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int cuts = Math.Max(1, _outputPieces), cut = index % cuts, rowPiece = index / cuts % _rowPieces;
        LowRankCall call = _calls[index / cuts / _rowPieces];
        float* own = _scratch.Own(worker);
        int panels = (call.Outputs + Width - 1) / Width;
        int panel = (int)((long)cut * panels / cuts), endPanel = (int)((long)(cut + 1) * panels / cuts);
        int tile = (int)((long)rowPiece * _tiles / _rowPieces), endTile = (int)((long)(rowPiece + 1) * _tiles / _rowPieces);
        for (; tile < endTile; tile++)
        {
            int row = (int)((long)tile * _rows / _tiles), rows = (int)((long)(tile + 1) * _rows / _tiles) - row;
            switch (_set)
            {
                case KernelSet.Avx512:
                    Tile<Lanes512>(call, row, rows, panel, endPanel, own);
                    break;
                case KernelSet.Avx2:
                    Tile<Lanes256>(call, row, rows, panel, endPanel, own);
                    break;
                default:
                    Tile<Lanes128>(call, row, rows, panel, endPanel, own);
                    break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Tile<T>(LowRankCall call, int row, int rows, int panel, int endPanel, float* own) where T : unmanaged, ILanes<T>
    {
        float* u = call.U + ((nint)row * call.Rank);
        if (_outputPieces == 0)
            Hidden<T>(call, row, rows, u, own);
        nint panelBytes = (nint)call.Rank * Width * (call.BHalf ? 2 : sizeof(float));
        for (; panel < endPanel; panel++)
        {
            int column = panel * Width;
            Product(rows, u, call.Rank, call.B + (panel * panelBytes), call.BHalf, own);
            float* y = call.Y + ((nint)row * call.Outputs) + column;
            if (call.Outputs - column >= Width)
                AddWhole<T>(own, y, call.Outputs, rows);
            else
                AddPart(own, y, call.Outputs, rows, call.Outputs - column);
        }
    }

    // Hidden rows of a tile, scaled.
    private void Hidden<T>(LowRankCall call, int row, int rows, float* u, float* own) where T : unmanaged, ILanes<T>
    {
        nint panelBytes = (nint)_columns * Width * (call.AHalf ? 2 : sizeof(float));
        T scale = T.Create(call.Scale);
        for (int first = 0; first < call.Rank; first += Width)
        {
            Product(rows, _x + ((nint)row * _columns), _columns, call.A + (first / Width * panelBytes), call.AHalf, own);
            int width = Math.Min(Width, call.Rank - first);
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < width; j += LaneMemory.Count)
                {
                    int n = Math.Min(LaneMemory.Count, width - j);
                    LaneMemory.Store(u + ((nint)i * call.Rank) + first + j, LaneMemory.Load<T>(own + (i * Width) + j, n) * scale, n);
                }
            }
        }
    }

    private void Product(int rows, float* x, int steps, byte* panel, bool half, float* own) =>
        RowTile.Run(_set, rows, x, steps, 1, panel, half, steps, panel + RowTile.AheadBytes, Width * (half ? 2 : sizeof(float)), own, Width);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddWhole<T>(float* tile, float* y, nint stride, int rows) where T : unmanaged, ILanes<T>
    {
        for (; rows > 0; rows--, tile += Width, y += stride)
        {
            T.Store(y, T.Load(y) + T.Load(tile));
            T.Store(y + LaneMemory.Count, T.Load(y + LaneMemory.Count) + T.Load(tile + LaneMemory.Count));
        }
    }

    private static void AddPart(float* tile, float* y, nint stride, int rows, int width)
    {
        for (; rows > 0; rows--, tile += Width, y += stride)
        {
            for (int j = 0; j < width; j++)
                y[j] += tile[j];
        }
    }
}
