using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>
/// The micro-kernel of products with few rows: y[i, n] = sum over k ascending of x[i, k] w[n, k], for up to 12 rows and the 32
/// outputs of one panel, each element one chain of fused multiply-adds from +0. The panel is read once, in order, while lines
/// far ahead are asked for. The tiles are in the generated siblings of this file.
/// </summary>
internal static unsafe partial class RowTile
{
    /// <summary>Most rows of one call.</summary>
    public const int MaxRows = 12;

    /// <summary>Bytes that are asked for together, as four pages side by side; asking runs one such block ahead of reading.</summary>
    public const int AheadBytes = 4 * PageBytes;

    /// <summary>Bytes that <see cref="Ask"/> asks for.</summary>
    public const int AskedBytes = 512;

    private const int PageBytes = 4096;

    /// <summary>One tile. Writes all 32 columns of <paramref name="y"/>.</summary>
    /// <param name="set">Instructions.</param>
    /// <param name="rows">1 to 12.</param>
    /// <param name="x">x[0, 0].</param>
    /// <param name="rs">Floats between rows of x.</param>
    /// <param name="cs">Floats between steps of x.</param>
    /// <param name="panel">Float32 or BFloat16 [k, 32] in the order of <see cref="Backend.PackPanels"/>.</param>
    /// <param name="half">Whether the panel is BFloat16.</param>
    /// <param name="k">Steps.</param>
    /// <param name="ahead">Where to begin asking for lines; need not be memory of this process.</param>
    /// <param name="aheadStep">By how many bytes that place moves with a step; 0 asks for one line again and again.</param>
    /// <param name="y">y[0, 0].</param>
    /// <param name="ldy">Floats between rows of y.</param>
    public static void Run(
        KernelSet set, int rows, float* x, nint rs, nint cs, byte* panel, bool half, int k, byte* ahead, nint aheadStep, float* y, nint ldy)
    {
        Debug.Assert(rows is > 0 and <= MaxRows, "A tile has 1 to 12 rows.");
        if (set == KernelSet.Avx512)
        {
            if (half)
                Avx512BFloat16(rows, x, rs, cs, (ushort*)panel, k, (nint)ahead, aheadStep, y, ldy);
            else
                Avx512Float32(rows, x, rs, cs, (float*)panel, k, (nint)ahead, aheadStep, y, ldy);
            return;
        }
        // Narrower vectors: the panel once for each part of its columns, the rows in parts of nearly equal size.
        int maxRows = set == KernelSet.Avx2 ? Avx2MaxRows : Vector128MaxRows, lanes = set == KernelSet.Avx2 ? Avx2Lanes : Vector128Lanes;
        int parts = (rows + maxRows - 1) / maxRows;
        for (int part = 0, row = 0; part < parts; part++)
        {
            int count = (rows - row + parts - part - 1) / (parts - part);
            for (int column = 0; column < 16; column += lanes)
            {
                Narrow(set, half, count, x + (row * rs), rs, cs, panel, column, k, (nint)ahead, aheadStep, y + (row * ldy) + column, ldy);
                aheadStep = 0;
            }
            row += count;
        }
    }

    /// <summary>Whether <see cref="RunPacked"/> has tiles of its own.</summary>
    public static bool TakesPacked(KernelSet set, bool half) => set == KernelSet.Avx512 && !half;

    /// <summary>One tile of AVX-512 for rows packed by <see cref="GemmPack.GroupsOfA"/> and a panel of float32; the same bits.</summary>
    /// <param name="rows">1 to 12.</param>
    /// <param name="packed">Rows as [k / 8, 12, 8].</param>
    /// <param name="panel">[k, 32].</param>
    /// <param name="k">Steps.</param>
    /// <param name="ahead">Where to begin asking for lines, eight with every eight steps; need not be memory of this process.</param>
    /// <param name="aheadStep">By how many bytes that place moves with every eight steps.</param>
    /// <param name="y">y[0, 0].</param>
    /// <param name="ldy">Floats between rows of y.</param>
    public static void RunPacked(int rows, float* packed, float* panel, int k, byte* ahead, nint aheadStep, float* y, nint ldy)
    {
        Debug.Assert(rows is > 0 and <= MaxRows, "A tile has 1 to 12 rows.");
        Avx512Packed(rows, packed, packed, panel, k, ahead, aheadStep, y, ldy);
    }

    private static void Narrow(
        KernelSet set, bool half, int rows, float* x, nint rs, nint cs, byte* panel, int column, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        // A pair of bfloat16 is outputs j and j + 16, so that both types have the same columns in a part.
        float* floats = (float*)panel + column;
        ushort* halves = (ushort*)panel + (2 * column);
        if (set == KernelSet.Avx2)
        {
            if (half)
                Avx2BFloat16(rows, x, rs, cs, halves, k, ahead, aheadStep, y, ldy);
            else
                Avx2Float32(rows, x, rs, cs, floats, k, ahead, aheadStep, y, ldy);
        }
        else if (half)
        {
            Vector128BFloat16(rows, x, rs, cs, halves, k, ahead, aheadStep, y, ldy);
        }
        else
        {
            Vector128Float32(rows, x, rs, cs, floats, k, ahead, aheadStep, y, ldy);
        }
    }

    /// <summary>
    /// The pair of lines to ask for at a place. A processor follows a stream within a page only and keeps few lines of it under way.
    /// Four pages abreast, a pair of lines of each in turn, keep four times as many, and reading stays in order: bits 7 and 8 of the
    /// place choose the page, those above them the pair of lines in it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* Line(nint ahead) =>
        (byte*)((ahead & -AheadBytes) | ((ahead >> 2) & (PageBytes - 128)) | ((ahead & 0x180) << 5));

    /// <summary>Asks for the lines of <see cref="Line"/> for the next <see cref="AskedBytes"/> bytes of a place that is a multiple of these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Ask(nint ahead)
    {
        byte* line = Line(ahead);
        Sse.Prefetch0(line);
        Sse.Prefetch0(line + 64);
        Sse.Prefetch0(line + PageBytes);
        Sse.Prefetch0(line + PageBytes + 64);
        Sse.Prefetch0(line + (2 * PageBytes));
        Sse.Prefetch0(line + (2 * PageBytes) + 64);
        Sse.Prefetch0(line + (3 * PageBytes));
        Sse.Prefetch0(line + (3 * PageBytes) + 64);
    }
}
