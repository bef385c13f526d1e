using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Copies of operands in the order in which the register tiles read them. Only moves numbers, so it may use any vector there is.</summary>
internal static unsafe class GemmPack
{
    /// <summary>Steps of a group of <see cref="GroupsOfA"/>.</summary>
    public const int GroupSteps = 8;

    /// <summary>Packs a tile of a row-major A: target[p * 12 + i] = a[i * rowStride + p]. What stands beyond <paramref name="rows"/> is unspecified.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    public static void RowsOfA(float* a, nint rowStride, int rows, int steps, float* target)
    {
        // Rows that are not there are the last one again: nothing beyond A is read.
        float** row = stackalloc float*[GemmTile.MaxRows];
        for (int i = 0; i < GemmTile.MaxRows; i++)
            row[i] = a + (Math.Min(i, rows - 1) * rowStride);
        int p = 0;
        for (; p + 4 <= steps; p += 4, target += 4 * GemmTile.MaxRows)
        {
            for (int i = 0; i < GemmTile.MaxRows; i += 4)
                TransposeKernels.Square4(row[i] + p, row[i + 1] + p, row[i + 2] + p, row[i + 3] + p, target + i, GemmTile.MaxRows);
        }
        for (; p < steps; p++, target += GemmTile.MaxRows)
        {
            for (int i = 0; i < GemmTile.MaxRows; i++)
                target[i] = row[i][p];
        }
    }

    /// <summary>Packs a tile of a row-major A in groups of eight steps: target[(p / 8) * 96 + i * 8 + p % 8] = a[i * rowStride + p].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void GroupsOfA(float* a, nint rowStride, int rows, int steps, float* target)
    {
        int p = 0;
        for (; p + (2 * GroupSteps) <= steps; p += 2 * GroupSteps, a += 2 * GroupSteps, target += 2 * GroupSteps * GemmTile.MaxRows)
        {
            float* row = a, to = target;
            for (int i = 0; i < rows; i++, row += rowStride, to += GroupSteps)
            {
                Vector256<float> x = Vector256.Load(row), y = Vector256.Load(row + GroupSteps);
                x.Store(to);
                y.Store(to + (GroupSteps * GemmTile.MaxRows));
            }
        }
        for (; p < steps; p += GroupSteps, a += GroupSteps, target += GroupSteps * GemmTile.MaxRows)
        {
            float* row = a, to = target;
            int count = Math.Min(GroupSteps, steps - p);
            for (int i = 0; i < rows; i++, row += rowStride, to += GroupSteps)
            {
                for (int u = 0; u < count; u++)
                    to[u] = row[u];
            }
        }
    }

    /// <summary>Packs steps of a tile of a column-major A: target[p * 12 + i] = a[p * stepStride + i].</summary>
    /// <param name="a">A[0, 0].</param>
    /// <param name="stepStride">Floats between steps.</param>
    /// <param name="rows">Rows that are wanted.</param>
    /// <param name="whole">Whether 12 rows may be read.</param>
    /// <param name="steps">Steps.</param>
    /// <param name="target">Written.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ColumnsOfA(float* a, nint stepStride, int rows, bool whole, int steps, float* target)
    {
        if (whole)
        {
            for (int p = 0; p < steps; p++, a += stepStride, target += GemmTile.MaxRows)
            {
                Vector256<float> x = Vector256.Load(a);
                Vector128<float> y = Vector128.Load(a + 8);
                x.Store(target);
                y.Store(target + 8);
            }
            return;
        }
        for (int p = 0; p < steps; p++, a += stepStride, target += GemmTile.MaxRows)
        {
            for (int i = 0; i < rows; i++)
                target[i] = a[i];
        }
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

    /// <summary>Copies rows: target[i * targetStride + j].</summary>
    public static void CopyRows(float* source, nint sourceStride, int width, int rows, float* target, nint targetStride)
    {
        for (int i = 0; i < rows; i++, source += sourceStride, target += targetStride)
            new ReadOnlySpan<float>(source, width).CopyTo(new Span<float>(target, width));
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

/// <summary>Packs a row-major weight [outputs, steps] into panels [ceil(outputs / 32), steps, 32] on all workers.</summary>
internal unsafe struct PackPanelsWork(float* weight, int outputs, int steps, float* panels) : IParallelWork
{
    private const int MostSteps = 512;

    // A smaller weight may still be in a cache, and its panels stay there until they are read.
    private const long PastCachesBytes = 1 << 20;

    private readonly int PiecesPerPanel => (steps + MostSteps - 1) / MostSteps;

    // Equal parts of whole cache lines.
    private readonly int StepsPerPiece => (((steps + PiecesPerPanel - 1) / PiecesPerPanel) + 15) & ~15;

    /// <summary>Number of pieces.</summary>
    public readonly int Pieces => (outputs + GemmTile.Columns - 1) / GemmTile.Columns * PiecesPerPanel;

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        int first = index % PiecesPerPanel * StepsPerPiece;
        Part(index / PiecesPerPanel, first, Math.Min(StepsPerPiece, steps - first));
    }

    /// <summary>Packs a whole panel.</summary>
    public readonly void Panel(int panel) => Part(panel, 0, steps);

    private readonly void Part(int panel, int first, int count)
    {
        int output = panel * GemmTile.Columns;
        int rows = Math.Min(GemmTile.Columns, outputs - output);
        float* target = panels + ((((nint)panel * steps) + first) * GemmTile.Columns);
        if (rows < GemmTile.Columns)
            new Span<float>(target, count * GemmTile.Columns).Clear();
        float* source = weight + ((nint)output * steps) + first;
        if (rows == GemmTile.Columns && count % 16 == 0 && (nuint)target % 64 == 0 && (long)outputs * steps * sizeof(float) >= PastCachesBytes && Avx512F.IsSupported)
            TransposeKernels.BlockPastCaches(source, steps, target, GemmTile.Columns, rows, count);
        else
            TransposeKernels.Block(source, steps, target, GemmTile.Columns, rows, count);
    }
}
