using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>
/// du = (dy B) s and dx goes on with du A, for a tile of rows at a time: the few hidden numbers of a tile are used while they
/// are near, and rows are read where they stand. A piece is some tiles.
/// </summary>
internal readonly unsafe struct LowRankGradientWork : IParallelWork
{
    private const int Width = Backend.PanelWidth;

    private readonly KernelSet _set;
    private readonly GemmScratch _scratch;
    private readonly float* _dy, _b, _du, _a, _lastOfA, _dx;
    private readonly float _scale;
    private readonly int _rows, _outputs, _rank, _columns, _tiles;

    /// <summary>Plans it.</summary>
    /// <param name="set">Instructions.</param>
    /// <param name="scratch">Grows here to what the workers need.</param>
    /// <param name="dy">[rows, outputs].</param>
    /// <param name="rows">M.</param>
    /// <param name="outputs">N.</param>
    /// <param name="b">B in panels [N, 32] of its columns, zeros behind them.</param>
    /// <param name="rank">R.</param>
    /// <param name="scale">s.</param>
    /// <param name="du">[rows, R].</param>
    /// <param name="a">A as it stands, [R, K].</param>
    /// <param name="lastOfA">The columns of A that are no whole panel, [R, 32].</param>
    /// <param name="dx">[rows, K], or null.</param>
    /// <param name="columns">K.</param>
    /// <param name="pieces">Into how many pieces the tiles are cut.</param>
    public LowRankGradientWork(
        KernelSet set, GemmScratch scratch, float* dy, int rows, int outputs, float* b, int rank, float scale, float* du, float* a, float* lastOfA,
        float* dx, int columns, int pieces)
    {
        _set = set;
        _scratch = scratch;
        _dy = dy;
        _b = b;
        _du = du;
        _a = a;
        _lastOfA = lastOfA;
        _dx = dx;
        _scale = scale;
        (_rows, _outputs, _rank, _columns) = (rows, outputs, rank, columns);
        _tiles = (rows + RowTile.MaxRows - 1) / RowTile.MaxRows;
        Pieces = pieces;
        scratch.ReserveOwn(RowTile.MaxRows * Width);
    }

    /// <summary>Number of pieces.</summary>
    public int Pieces { get; }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Execute(int index, int worker)
    {
        float* own = _scratch.Own(worker);
        int tile = (int)((long)index * _tiles / Pieces), end = (int)((long)(index + 1) * _tiles / Pieces);
        for (; tile < end; tile++)
        {
            int row = (int)((long)tile * _rows / _tiles), rows = (int)((long)(tile + 1) * _rows / _tiles) - row;
            Hidden(row, rows, own);
            if (_dx != null)
                Inputs(row, rows, own);
        }
    }

    private void Hidden(int row, int rows, float* own)
    {
        for (int first = 0; first < _rank; first += Width)
        {
            byte* panel = (byte*)(_b + ((nint)first * _outputs));
            RowTile.Run(
                _set, rows, _dy + ((nint)row * _outputs), _outputs, 1, panel, false, _outputs, panel + RowTile.AheadBytes, Width * sizeof(float), own, Width);
            int width = Math.Min(Width, _rank - first);
            for (int i = 0; i < rows; i++)
            {
                float* u = _du + ((nint)(row + i) * _rank) + first;
                for (int j = 0; j < width; j++)
                    u[j] = own[(i * Width) + j] * _scale;
            }
        }
    }

    private void Inputs(int row, int rows, float* own)
    {
        float* u = _du + ((nint)row * _rank), x = _dx + ((nint)row * _columns);
        int column = 0;
        for (; column + Width <= _columns; column += Width)
            GemmTile.Run(_set, rows, u, _rank, 1, _a + column, _columns, x + column, _columns, _rank, accumulate: true);
        if (column == _columns)
            return;
        // The last panel sticks out of dx: its tile is computed beside it.
        int width = _columns - column;
        for (int i = 0; i < rows; i++)
            new ReadOnlySpan<float>(x + ((nint)i * _columns) + column, width).CopyTo(new Span<float>(own + (i * Width), width));
        GemmTile.Run(_set, rows, u, _rank, 1, _lastOfA, Width, own, Width, _rank, accumulate: true);
        for (int i = 0; i < rows; i++)
            new ReadOnlySpan<float>(own + (i * Width), width).CopyTo(new Span<float>(x + ((nint)i * _columns) + column, width));
    }
}
