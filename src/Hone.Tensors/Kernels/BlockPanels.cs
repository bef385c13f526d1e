using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>
/// How <see cref="CpuBackend"/> lays a quantized weight: panels of 32 outputs; in a panel block after block of columns; in a
/// block the sections of the file's block one after the other; in a section unit after unit of 2 or 4 bytes, each for all 32
/// outputs. It is a permutation of the file's bytes that vectors read straight: four bytes of codes are four neighbouring
/// columns of one output (or eight, where a byte holds two).
/// </summary>
internal static unsafe class BlockPanels
{
    /// <summary>Outputs of a panel.</summary>
    public const int Width = Backend.PanelWidth;

    /// <summary>A run of bytes of a file's block that is spread in units.</summary>
    private readonly record struct Section(int Offset, int Bytes, int Unit);

    // Offsets of the structures of ggml-common.h.
    private static ReadOnlySpan<byte> Sections(QuantFormat format) => format switch
    {
        QuantFormat.Q8_0 => [0, 2, 2, 2, 32, 4],
        QuantFormat.Q4_0 or QuantFormat.IQ4_NL => [0, 2, 2, 2, 16, 4],
        QuantFormat.Q4_1 => [0, 2, 2, 2, 2, 2, 4, 16, 4],
        QuantFormat.Q5_0 => [0, 2, 2, 2, 4, 4, 6, 16, 4],
        QuantFormat.Q5_1 => [0, 2, 2, 2, 2, 2, 4, 4, 4, 8, 16, 4],
        QuantFormat.Q2_K => [0, 16, 4, 16, 64, 4, 80, 2, 2, 82, 2, 2],
        QuantFormat.Q3_K => [0, 32, 4, 32, 64, 4, 96, 12, 4, 108, 2, 2],
        QuantFormat.Q4_K => [0, 2, 2, 2, 2, 2, 4, 12, 4, 16, 128, 4],
        QuantFormat.Q5_K => [0, 2, 2, 2, 2, 2, 4, 12, 4, 16, 32, 4, 48, 128, 4],
        QuantFormat.Q6_K => [0, 128, 4, 128, 64, 4, 192, 16, 4, 208, 2, 2],
        QuantFormat.NF4 => [0, 32, 4, 32, 4, 4],
        _ => throw new NotSupportedException($"{format} is not kept in panels."),
    };

    /// <summary>Number of panels.</summary>
    public static int Count(int rows) => (rows + Width - 1) / Width;

    /// <summary>Bytes of one panel.</summary>
    public static long PanelBytes(QuantFormat format, int columns) => Width * format.RowBytes(columns);

    /// <summary>Copies rows of a file into panels, or out of them.</summary>
    /// <param name="format">Block format.</param>
    /// <param name="columns">Inputs.</param>
    /// <param name="panels">All panels of the weight.</param>
    /// <param name="firstRow">First row.</param>
    /// <param name="file">The rows as in a file.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="pack">Into the panels; else out of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CopyRows(QuantFormat format, int columns, byte* panels, int firstRow, byte* file, int rows, bool pack)
    {
        int blockBytes = format.BlockBytes(), blocks = columns / format.BlockElements();
        long panelBytes = PanelBytes(format, columns), rowBytes = (long)blocks * blockBytes;
        ReadOnlySpan<byte> sections = Sections(format);
        for (int row = firstRow; row < firstRow + rows; row++, file += rowBytes)
        {
            byte* panel = panels + (row / Width * panelBytes), source = file;
            for (int block = 0; block < blocks; block++, panel += (nint)Width * blockBytes, source += blockBytes)
            {
                for (int s = 0; s < sections.Length; s += 3)
                    CopySection(new Section(sections[s], sections[s + 1], sections[s + 2]), panel, row % Width, source, pack);
            }
        }
    }

    private static void CopySection(Section section, byte* panel, int place, byte* source, bool pack)
    {
        source += section.Offset;
        panel += (section.Offset * Width) + (place * section.Unit);
        if (section.Unit == 2)
        {
            for (int i = 0; i < section.Bytes; i += 2, panel += 2 * Width, source += 2)
            {
                if (pack)
                    *(ushort*)panel = *(ushort*)source;
                else
                    *(ushort*)source = *(ushort*)panel;
            }
            return;
        }
        for (int i = 0; i < section.Bytes; i += 4, panel += 4 * Width, source += 4)
        {
            if (pack)
                *(uint*)panel = *(uint*)source;
            else
                *(uint*)source = *(uint*)panel;
        }
    }
}

/// <summary>Copies rows into panels or out of them on all workers: a piece is rows of one panel.</summary>
internal readonly unsafe struct CopyBlocksWork(QuantFormat format, int columns, byte* panels, int firstRow, byte* file, int rows, bool pack) : IParallelWork
{
    private int FirstPanel => firstRow / BlockPanels.Width;

    /// <summary>Number of pieces.</summary>
    public int Pieces => rows == 0 ? 0 : ((firstRow + rows - 1) / BlockPanels.Width) - FirstPanel + 1;

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int first = Math.Max(firstRow, (FirstPanel + index) * BlockPanels.Width), end = Math.Min(firstRow + rows, (FirstPanel + index + 1) * BlockPanels.Width);
        BlockPanels.CopyRows(format, columns, panels, first, file + ((first - firstRow) * format.RowBytes(columns)), end - first, pack);
    }
}
