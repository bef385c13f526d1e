using System.Runtime.CompilerServices;

namespace Hone.Tensors;

internal unsafe partial struct GemmWork
{
    /// <summary>Whether chains of so many steps are not cut, which <see cref="ExecuteGated"/> asks for.</summary>
    public static bool IsOneSlice(int steps) => steps <= LongestSlice;

    /// <summary>
    /// A block of this product and the same of another of the same A: panel by panel in turns, and the activation of both while the nearer
    /// caches hold them.
    /// </summary>
    /// <param name="index">Block.</param>
    /// <param name="worker">By whom.</param>
    /// <param name="up">The other product, planned alike.</param>
    /// <param name="activation">Which.</param>
    /// <param name="y">act(this) * other, laid out as C.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    public readonly void ExecuteGated(int index, int worker, in GemmWork up, Activation activation, float* y)
    {
        int rowBlock = index / _panelBlocks, panelBlock = index % _panelBlocks, endTile = FirstTile(rowBlock + 1);
        int firstPanel = FirstPanel(panelBlock), endPanel = FirstPanel(panelBlock + 1);
        float* edge = _scratch.Own(worker), packed = edge + EdgeFloats;
        for (int tile = FirstTile(rowBlock); tile < endTile; tile += _tilesAtOnce)
        {
            int end = Math.Min(endTile, tile + _tilesAtOnce), row = FirstRow(tile), rows = FirstRow(end) - row;
            int guess = end < endTile ? end : FirstTile(Math.Min(_rowBlocks, (index + _threads) / _panelBlocks));
            PackA(tile, end, 0, _steps, packed);
            GemmAhead ahead = RowsAhead(guess, guess + end - tile, 0);
            for (int panel = firstPanel; panel < endPanel; panel++)
            {
                Panel(tile, end, panel, firstPanel, endPanel, 0, _steps, packed, null, edge, ref ahead);
                up.Panel(tile, end, panel, firstPanel, endPanel, 0, _steps, packed, null, edge, ref ahead);
                nint at = (row * _ldc) + (panel * GemmTile.Columns);
                int width = Math.Min(GemmTile.Columns, _columns - (panel * GemmTile.Columns));
                FeedForwardOps.GatedRows(activation, _set, _c + at, up._c + at, y + at, _ldc, rows, width);
            }
        }
    }
}

/// <summary>Two products of the same rows and the activation of both in one region.</summary>
internal readonly unsafe struct GatedGemmWork(GemmWork gate, GemmWork up, Activation activation, float* y) : IParallelWork
{
    private readonly GemmWork _gate = gate, _up = up;

    /// <summary>Number of blocks.</summary>
    public int Blocks => _gate.Blocks;

    /// <inheritdoc/>
    public void Execute(int index, int worker) => _gate.ExecuteGated(index, worker, _up, activation, y);
}
