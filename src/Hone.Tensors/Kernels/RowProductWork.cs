using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>
/// y = x Wᵀ + b for few rows: a decode step of one sequence or of a batch. Its time is that of reading the weights, so a worker
/// reads whole panels one after the other, from the first to the last of its range, and each of them once: more than 12 rows
/// take a panel out of the near cache again while the next one is on its way.
/// </summary>
internal readonly unsafe struct RowProductWork
{
    private readonly KernelSet _set;
    private readonly GemmScratch _scratch;
    private readonly float* _x, _y;
    private readonly bool _half, _packs, _adds;
    private readonly int _rows, _columns, _steps, _packedFloats;
    private readonly nint _panelBytes;

    /// <summary>Plans a product.</summary>
    /// <param name="set">Instructions.</param>
    /// <param name="scratch">Grows here to what the workers need.</param>
    /// <param name="x">Row-major [rows, steps].</param>
    /// <param name="panels">Packed weight.</param>
    /// <param name="half">Whether the weight is BFloat16.</param>
    /// <param name="bias">Added at the end of each chain, or null.</param>
    /// <param name="y">Row-major [rows, columns].</param>
    /// <param name="rows">Rows of x and y.</param>
    /// <param name="columns">Outputs.</param>
    /// <param name="steps">Inputs.</param>
    /// <param name="adds">Whether results are added to what y holds.</param>
    public RowProductWork(
        KernelSet set, GemmScratch scratch, float* x, byte* panels, bool half, float* bias, float* y, int rows, int columns, int steps, bool adds)
    {
        _adds = adds;
        _set = set;
        _scratch = scratch;
        _x = x;
        Weight = panels;
        _half = half;
        Bias = bias;
        _y = y;
        _rows = rows;
        _columns = columns;
        _steps = steps;
        _panelBytes = (nint)steps * Backend.PanelWidth * (half ? 2 : sizeof(float));
        int tiles = (rows + RowTile.MaxRows - 1) / RowTile.MaxRows;
        _packs = tiles > 1 && RowTile.TakesPacked(set, half);
        _packedFloats = (steps + GemmPack.GroupSteps - 1) / GemmPack.GroupSteps * GemmPack.GroupSteps * RowTile.MaxRows;
        scratch.ReserveOwn((RowTile.MaxRows * Backend.PanelWidth) + (_packs ? (long)tiles * _packedFloats : 0));
    }

    /// <summary>The packed weight.</summary>
    public byte* Weight { get; init; }

    /// <summary>Added at the end of each chain, or null.</summary>
    public float* Bias { get; init; }

    /// <summary>The outputs of panels <paramref name="panel"/> to <paramref name="endPanel"/> - 1, while lines of those before <paramref name="readEnd"/> are asked for.</summary>
    /// <param name="panel">First panel.</param>
    /// <param name="endPanel">One past the last.</param>
    /// <param name="readEnd">One past the last that this worker is going to read.</param>
    /// <param name="worker">Who does it.</param>
    /// <param name="packedRows">Which rows the worker's memory holds packed, null for none yet: those of a group's products are packed once.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Range(int panel, int endPanel, int readEnd, int worker, ref float* packedRows)
    {
        int tiles = (_rows + RowTile.MaxRows - 1) / RowTile.MaxRows;
        float* packed = _packs ? _scratch.Own(worker) + (RowTile.MaxRows * Backend.PanelWidth) : null;
        if (_packs && packedRows != _x)
        {
            Pack(packed, tiles);
            packedRows = _x;
        }
        byte* at = Weight + (panel * _panelBytes), end = Weight + (readEnd * _panelBytes);
        nint aheadStep = _panelBytes / _steps / tiles;
        for (; panel < endPanel; panel++, at += _panelBytes)
        {
            int width = Math.Min(Backend.PanelWidth, _columns - (panel * Backend.PanelWidth));
            // One tile reads from memory itself; several share the asking for the next panel.
            byte* ahead = at + RowTile.AheadBytes + (tiles == 1 ? 0 : _panelBytes);
            for (int tile = 0; tile < tiles; tile++, ahead += aheadStep * _steps)
            {
                // Tiles of nearly equal height: thirteen rows are 7 + 6, not 12 + 1, because a short tile waits for its own chain.
                int row = (int)((long)tile * _rows / tiles), rows = (int)((long)(tile + 1) * _rows / tiles) - row;
                bool more = ahead < end;
                float* from = packed is null ? null : packed + ((nint)tile * _packedFloats);
                Tile(worker, row, rows, from, panel * Backend.PanelWidth, width, at, more ? ahead : at, more ? aheadStep : 0);
            }
        }
    }

    // All rows, in the worker's own memory behind the tile that sticks out.
    private void Pack(float* packed, int tiles)
    {
        for (int tile = 0; tile < tiles; tile++)
        {
            int row = (int)((long)tile * _rows / tiles), rows = (int)((long)(tile + 1) * _rows / tiles) - row;
            GemmPack.GroupsOfA(_x + ((nint)row * _steps), _steps, rows, _steps, packed + ((nint)tile * _packedFloats));
        }
    }

    private void Tile(int worker, int row, int rows, float* packed, int column, int width, byte* panel, byte* ahead, nint aheadStep)
    {
        float* x = _x + ((nint)row * _steps), y = _y + ((nint)row * _columns) + column;
        // The last panel may stick out of y: its tile is computed beside y and only the real columns are copied. So is what y is added to.
        bool whole = width == Backend.PanelWidth && !_adds;
        float* target = whole ? y : _scratch.Own(worker);
        nint ldt = whole ? _columns : Backend.PanelWidth;
        if (packed is not null)
            RowTile.RunPacked(rows, packed, (float*)panel, _steps, ahead, aheadStep * GemmPack.GroupSteps, target, ldt);
        else
            RowTile.Run(_set, rows, x, _steps, 1, panel, _half, _steps, ahead, aheadStep, target, ldt);
        if (Bias != null)
            AddTo(target, ldt, rows, width, Bias + column);
        if (whole)
            return;
        if (_adds)
        {
            for (int i = 0; i < rows; i++)
                AddTo(y + ((nint)i * _columns), 0, 1, width, target + (i * ldt));
            return;
        }
        for (int i = 0; i < rows; i++)
            new ReadOnlySpan<float>(target + (i * ldt), width).CopyTo(new Span<float>(y + ((nint)i * _columns), width));
    }

    /// <summary>target[i, j] = target[i, j] + numbers[j] for j below <paramref name="width"/>.</summary>
    public static void AddTo(float* target, nint stride, int rows, int width, float* numbers)
    {
        for (int i = 0; i < rows; i++, target += stride)
        {
            int j = 0;
            for (; j + 4 <= width; j += 4)
                (Vector128.Load(target + j) + Vector128.Load(numbers + j)).Store(target + j);
            for (; j < width; j++)
                target[j] += numbers[j];
        }
    }
}
