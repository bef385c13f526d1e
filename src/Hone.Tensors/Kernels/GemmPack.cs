using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>Copies of operands in the order in which the register tiles read them. Only moves numbers, so it may use any vector there is.</summary>
internal static unsafe class GemmPack
{
    /// <summary>Packs one step of a tile of A: target[i] = a[i * rowStride]; nothing beyond <paramref name="rows"/> is read or written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StepOfA(float* a, nint rowStride, int rows, float* target)
    {
        if (rowStride == 1 && rows >= 8)
        {
            // Two overlapping vectors and one: 8 to 12 rows without a loop.
            Vector128<float> x = Vector128.Load(a), y = Vector128.Load(a + 4), z = Vector128.Load(a + rows - 4);
            x.Store(target);
            y.Store(target + 4);
            z.Store(target + rows - 4);
            return;
        }
        for (int i = 0; i < rows; i++)
            target[i] = a[i * rowStride];
    }

    /// <summary>Copies 32 columns of a row-major B into a panel: target[p * 32 + j] = b[p * ldb + j], zeros from <paramref name="width"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PanelOfB(float* b, nint ldb, int width, int steps, float* target)
    {
        if (width < GemmTile.Columns)
        {
            for (int p = 0; p < steps; p++, b += ldb, target += GemmTile.Columns)
            {
                new ReadOnlySpan<float>(b, width).CopyTo(new Span<float>(target, width));
                new Span<float>(target + width, GemmTile.Columns - width).Clear();
            }
        }
        else if (Vector512.IsHardwareAccelerated)
        {
            for (int p = 0; p < steps; p++, b += ldb, target += GemmTile.Columns)
            {
                Vector512.Load(b).Store(target);
                Vector512.Load(b + 16).Store(target + 16);
            }
        }
        else
        {
            for (int p = 0; p < steps; p++, b += ldb, target += GemmTile.Columns)
            {
                for (int j = 0; j < GemmTile.Columns; j += 8)
                {
                    Vector128<float> low = Vector128.Load(b + j), high = Vector128.Load(b + j + 4);
                    low.Store(target + j);
                    high.Store(target + j + 4);
                }
            }
        }
    }

    /// <summary>Copies rows into wider ones, zeros behind: target[i * targetStride + j].</summary>
    public static void PadRows(float* source, nint sourceStride, int width, int rows, float* target, int targetStride)
    {
        for (int i = 0; i < rows; i++, source += sourceStride, target += targetStride)
        {
            new ReadOnlySpan<float>(source, width).CopyTo(new Span<float>(target, width));
            new Span<float>(target + width, targetStride - width).Clear();
        }
    }
}

/// <summary>Packs a row-major B [steps, columns] into panels [ceil(columns / 32), steps, 32] on all workers.</summary>
internal unsafe struct PackRowsWork(float* b, nint ldb, int columns, int steps, float* panels) : IParallelWork
{
    private const int StepsPerPiece = 128;

    /// <summary>Number of pieces.</summary>
    public readonly int Pieces => (steps + StepsPerPiece - 1) / StepsPerPiece;

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        int first = index * StepsPerPiece, count = Math.Min(StepsPerPiece, steps - first);
        for (int column = 0, panel = 0; column < columns; column += GemmTile.Columns, panel++)
        {
            GemmPack.PanelOfB(
                b + (first * ldb) + column, ldb, Math.Min(GemmTile.Columns, columns - column), count,
                panels + ((((nint)panel * steps) + first) * GemmTile.Columns));
        }
    }
}

/// <summary>Packs a row-major weight [outputs, steps] into panels [ceil(outputs / 32), steps, 32] on all workers.</summary>
internal unsafe struct PackPanelsWork(float* weight, int outputs, int steps, float* panels) : IParallelWork
{
    private const int StepsPerPiece = 512;

    private readonly int PiecesPerPanel => (steps + StepsPerPiece - 1) / StepsPerPiece;

    /// <summary>Number of pieces.</summary>
    public readonly int Pieces => (outputs + GemmTile.Columns - 1) / GemmTile.Columns * PiecesPerPanel;

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        int panel = index / PiecesPerPanel, first = index % PiecesPerPanel * StepsPerPiece;
        int count = Math.Min(StepsPerPiece, steps - first), output = panel * GemmTile.Columns;
        int rows = Math.Min(GemmTile.Columns, outputs - output);
        float* target = panels + ((((nint)panel * steps) + first) * GemmTile.Columns);
        if (rows < GemmTile.Columns)
            new Span<float>(target, count * GemmTile.Columns).Clear();
        TransposeKernels.Block(weight + ((nint)output * steps) + first, steps, target, GemmTile.Columns, rows, count);
    }
}
