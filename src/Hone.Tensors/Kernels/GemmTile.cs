using System.Diagnostics;

namespace Hone.Tensors;

/// <summary>
/// The one micro-kernel of all products: C[i, j] = sum over p ascending of A[i, p] B[p, j], for up to 12 rows and exactly 32
/// columns, each element one chain of fused multiply-adds from +0 or from C. A is read by two strides, so that it may be
/// row-major, transposed or packed. The register tiles are in the generated siblings of this file.
/// </summary>
internal static unsafe partial class GemmTile
{
    /// <summary>Most rows of one call.</summary>
    public const int MaxRows = 12;

    /// <summary>Columns of one call: one packed panel.</summary>
    public const int Columns = 32;

    // 8 KiB ahead, the best distance measured for streaming panels from memory.
    private const int PrefetchFloats = 2048;

    /// <summary>One tile. Reads and writes all 32 columns of <paramref name="c"/>.</summary>
    /// <param name="set">Instructions.</param>
    /// <param name="rows">1 to 12.</param>
    /// <param name="a">A[0, 0].</param>
    /// <param name="rs">Floats between rows of A.</param>
    /// <param name="cs">Floats between steps of A.</param>
    /// <param name="b">B[0, 0]; 32 floats a step.</param>
    /// <param name="ldb">Floats between steps of B.</param>
    /// <param name="c">C[0, 0].</param>
    /// <param name="ldc">Floats between rows of C.</param>
    /// <param name="k">Steps, 0 or more.</param>
    /// <param name="accumulate">Whether the chains go on from C.</param>
    public static void Run(KernelSet set, int rows, float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        Debug.Assert(rows is > 0 and <= MaxRows, "A tile has 1 to 12 rows.");
        if (set == KernelSet.Avx512)
            Avx512Rows(rows, a, rs, cs, b, ldb, c, ldc, k, accumulate);
        else if (set == KernelSet.Avx2)
            Split(rows, a, rs, cs, b, ldb, c, ldc, k, accumulate, Avx2MaxRows, Avx2Columns, wide: true);
        else
            Split(rows, a, rs, cs, b, ldb, c, ldc, k, accumulate, Vector128MaxRows, Vector128Columns, wide: false);
    }

    /// <summary>Whether <see cref="RunPacked"/> wants rows in groups of eight steps: [k / 8, 12, 8], the last group padded.</summary>
    public static bool HasGroups(KernelSet set) => set == KernelSet.Avx512;

    /// <summary>One tile with A packed as [k, 12], or in groups, and B as [k, 32]; the rest as in <see cref="Run"/>, and the same bits.</summary>
    /// <param name="set">Instructions.</param>
    /// <param name="rows">1 to 12.</param>
    /// <param name="a">The packed tile.</param>
    /// <param name="groups">Whether it is packed in groups.</param>
    /// <param name="b">The packed panel.</param>
    /// <param name="c">C[0, 0].</param>
    /// <param name="ldc">Floats between rows of C.</param>
    /// <param name="k">Steps, 0 or more.</param>
    /// <param name="accumulate">Whether the chains go on from C.</param>
    /// <param name="next">C whose rows are fetched meanwhile; any address.</param>
    /// <param name="ahead">What else is fetched meanwhile: see <see cref="GemmAhead"/>.</param>
    public static void RunPacked(
        KernelSet set, int rows, float* a, bool groups, float* b, float* c, nint ldc, int k, bool accumulate, float* next, ref GemmAhead ahead)
    {
        Debug.Assert(rows is > 0 and <= MaxRows, "A tile has 1 to 12 rows.");
        Debug.Assert(!groups || HasGroups(set), "Groups are for the sets that have them.");
        if (set == KernelSet.Avx512)
        {
            byte* lines = ahead.Take(k / GemmPack.GroupSteps, out nint stride);
            if (groups)
                Avx512ByGroup(rows, a, a, b, c, ldc, k, accumulate, next, lines, stride);
            else
                Avx512ByStep(rows, a, a, b, c, ldc, k, accumulate, next, lines, stride);
        }
        else
        {
            Run(set, rows, a, 1, MaxRows, b, Columns, c, ldc, k, accumulate);
        }
    }

    // Narrower vectors: the tile in pieces, the rows in parts of nearly equal size.
    private static void Split(
        int rows, float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate, int maxRows, int columns, bool wide)
    {
        int parts = (rows + maxRows - 1) / maxRows;
        for (int part = 0, row = 0; part < parts; part++)
        {
            int count = (rows - row + parts - part - 1) / (parts - part);
            for (int column = 0; column < Columns; column += columns)
            {
                if (wide)
                    Avx2Rows(count, a + (row * rs), rs, cs, b + column, ldb, c + (row * ldc) + column, ldc, k, accumulate);
                else
                    Vector128Rows(count, a + (row * rs), rs, cs, b + column, ldb, c + (row * ldc) + column, ldc, k, accumulate);
            }
            row += count;
        }
    }
}
