using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>How integer sums of products of bytes are made; all ways are exact.</summary>
internal enum IntegerUnit : byte
{
    /// <summary>The portable 128-bit API.</summary>
    Portable,

    /// <summary>vpmaddubsw and vpmaddwd, 256 bits.</summary>
    Bytes256,

    /// <summary>vpmaddubsw, 512 bits, int16 sums: codes up to 15.</summary>
    Bytes512,

    /// <summary>vpdpbusd, 256 bits.</summary>
    Vnni,

    /// <summary>vpdpbusd, 512 bits: <see cref="IntegerCode"/>.</summary>
    Vnni512,

    /// <summary>tdpbssd: <see cref="MatrixCode"/>, from 16 rows on.</summary>
    Matrix,
}

/// <summary>What the parts of a block of 32 columns are; constants, so that the JIT makes one tile for each.</summary>
internal interface IParts
{
    /// <summary>Parts: 1 of 32 columns or 2 of 16.</summary>
    static abstract int Count { get; }

    /// <summary>Whether parts have minima.</summary>
    static abstract bool HasMinima { get; }

    /// <summary>Whether codes exceed 127: <see cref="IntegerUnit.Bytes256"/> then takes them less 128, as signed numbers.</summary>
    static abstract bool IsWide { get; }
}

/// <summary>Operands of a tile: some rows times the 32 outputs of a panel, over some blocks.</summary>
internal unsafe struct IntegerTileCall
{
    /// <summary>Codes of the panel, as <see cref="BlockCodes"/> lays them.</summary>
    public byte* Codes;

    /// <summary>Scales of the panel [part, 32].</summary>
    public float* Scales;

    /// <summary>Minima of the panel [part, 32]; not read where there are none.</summary>
    public float* Minima;

    /// <summary>Codes of the first row, at the first block.</summary>
    public sbyte* X;

    /// <summary>Distance of rows of <see cref="X"/>.</summary>
    public nint RowStride;

    /// <summary>Scales of rows at the first block: neighbouring rows beside each other.</summary>
    public float* RowScales;

    /// <summary>What sums of rows begin with, at the first part.</summary>
    public int* RowStarts;

    /// <summary>d times the sum of a row's codes, at the first part.</summary>
    public float* RowSums;

    /// <summary>Distance of blocks of <see cref="RowScales"/>, and of parts of the other two.</summary>
    public nint PartStride;

    /// <summary>Blocks of 32 columns.</summary>
    public int Blocks;

    /// <summary>Result, 32 outputs a row.</summary>
    public float* Y;

    /// <summary>Distance of its rows.</summary>
    public nint YStride;

    /// <summary>Whether the result holds the sums of the blocks before.</summary>
    public bool Continues;

    /// <summary>What to fetch into the second cache meanwhile; the address need not exist. For a stream the place that <see cref="RowTile.Line"/> turns into lines.</summary>
    public byte* Ahead;

    /// <summary>Cache lines to fetch for every block and <see cref="IntegerTile.Passes"/>.</summary>
    public nint AheadLines;

    /// <summary>Where a stream stops asking.</summary>
    public byte* AheadEnd;
}

/// <summary>
/// The integer product of a few rows and a panel. With u an unsigned code of the weight and q one of a row, the sum of u * q
/// begins at the bits of 1.5 * 2^23 less offset * (sum of q): its end, as a float less 1.5 * 2^23, is the exact signed sum, without
/// a conversion. Scalar equivalent: the inner loops of <see cref="ReferenceBackend"/>.
/// </summary>
internal static unsafe partial class IntegerTile
{
    private readonly struct Whole : IParts
    {
        public static int Count => 1;

        public static bool HasMinima => false;

        public static bool IsWide => false;
    }

    private readonly struct WideWhole : IParts
    {
        public static int Count => 1;

        public static bool HasMinima => false;

        public static bool IsWide => true;
    }

    private readonly struct WholeWithMinima : IParts
    {
        public static int Count => 1;

        public static bool HasMinima => true;

        public static bool IsWide => false;
    }

    private readonly struct Halves : IParts
    {
        public static int Count => 2;

        public static bool HasMinima => false;

        public static bool IsWide => false;
    }

    private readonly struct HalvesWithMinima : IParts
    {
        public static int Count => 2;

        public static bool HasMinima => true;

        public static bool IsWide => false;
    }

    /// <summary>Whether the processor, as the runtime shows it, has vpdpbusd.</summary>
    public static bool HasVnni => AvxVnni.IsSupported;

    /// <summary>The unit that a kernel set uses for a format.</summary>
    /// <param name="set">Kernel set.</param>
    /// <param name="format">Block format.</param>
    /// <param name="vnni">Whether vpdpbusd may be used where the processor has it.</param>
    /// <param name="matrix">Whether the matrix unit may be used where the processor has it.</param>
    /// <param name="rows">Rows that are multiplied.</param>
    public static IntegerUnit UnitFor(KernelSet set, QuantFormat format, bool vnni, bool matrix, int rows)
    {
        if (set == KernelSet.Vector128)
            return IntegerUnit.Portable;
        if (set == KernelSet.Avx512 && vnni && matrix && rows >= MatrixCode.Rows && MatrixCode.IsSupported)
            return IntegerUnit.Matrix;
        if (set == KernelSet.Avx512 && vnni && IntegerCode.IsSupported)
            return IntegerUnit.Vnni512;
        if (set == KernelSet.Avx512 && Avx512BW.IsSupported && BlockCodes.Largest(format) <= 15 && BlockParts.PartElements(format) == 32)
            return IntegerUnit.Bytes512;
        return vnni && AvxVnni.IsSupported ? IntegerUnit.Vnni : IntegerUnit.Bytes256;
    }

    /// <summary>What codes exceed integers by, as the unit sees them.</summary>
    public static int Offset(IntegerUnit unit, QuantFormat format) =>
        unit == IntegerUnit.Matrix || (unit == IntegerUnit.Bytes256 && BlockCodes.Largest(format) > 127) ? 0 : BlockCodes.Offset(format);

    /// <summary>Rows that one tile takes.</summary>
    public static int MaxRows(IntegerUnit unit) => unit switch
    {
        IntegerUnit.Vnni => VnniMaxRows,
        IntegerUnit.Vnni512 => IntegerCode.MaxRows,
        IntegerUnit.Bytes512 => Bytes512MaxRows,
        IntegerUnit.Bytes256 => Bytes256MaxRows,
        _ => PortableMaxRows,
    };

    /// <summary>How often a tile goes over its blocks: once for every group of outputs that has room in registers.</summary>
    public static int Passes(IntegerUnit unit) => BlockPanels.Width / unit switch
    {
        IntegerUnit.Vnni => VnniColumns,
        IntegerUnit.Vnni512 => BlockPanels.Width,
        IntegerUnit.Bytes512 => Bytes512Columns,
        IntegerUnit.Bytes256 => Bytes256Columns,
        _ => PortableColumns,
    };

    /// <summary>Rows that <see cref="Stream"/> takes at most; 0 where there is no such kernel.</summary>
    public static int StreamRows(IntegerUnit unit, QuantFormat format) => (unit, format) switch
    {
        (IntegerUnit.Vnni or IntegerUnit.Vnni512, QuantFormat.Q8_0) when AvxVnni.IsSupported => StreamQ8Rows,
        (IntegerUnit.Bytes512 or IntegerUnit.Vnni512, QuantFormat.Q4_0 or QuantFormat.Q4_1) => StreamQ4Rows,
        _ => 0,
    };

    /// <summary>
    /// Computes few rows of a whole panel from its bytes: <see cref="IntegerTileCall.Codes"/> is the panel, scales and minima are not read.
    /// </summary>
    public static void Stream(QuantFormat format, int rows, in IntegerTileCall call)
    {
        if (format == QuantFormat.Q8_0)
            StreamQ8(rows, call);
        else if (format == QuantFormat.Q4_0)
            StreamQ4<Whole>(rows, call);
        else
            StreamQ4<WholeWithMinima>(rows, call);
    }

    /// <summary>Computes a tile of <paramref name="rows"/> rows, at most <see cref="MaxRows"/>, and 32 outputs.</summary>
    public static void Run(IntegerUnit unit, QuantFormat format, int rows, in IntegerTileCall call)
    {
        bool minima = BlockParts.HasMinima(format);
        if (unit == IntegerUnit.Vnni512)
        {
            fixed (IntegerTileCall* pinned = &call)
                IntegerCode.Run(rows, BlockParts.PartElements(format) == 16, minima, pinned);
        }
        else if (BlockParts.PartElements(format) == 16)
        {
            if (minima)
                Run<HalvesWithMinima>(unit, rows, call);
            else
                Run<Halves>(unit, rows, call);
        }
        else if (minima)
            Run<WholeWithMinima>(unit, rows, call);
        else if (BlockCodes.Largest(format) > 127)
            Run<WideWhole>(unit, rows, call);
        else
            Run<Whole>(unit, rows, call);
    }

    private static void Run<TParts>(IntegerUnit unit, int rows, in IntegerTileCall call) where TParts : struct, IParts
    {
        switch (unit)
        {
            case IntegerUnit.Vnni:
                for (int column = 0; column < BlockPanels.Width; column += VnniColumns)
                    Vnni<TParts>(rows, call, column);
                break;
            case IntegerUnit.Bytes512:
                Bytes512<TParts>(rows, call, 0);
                break;
            case IntegerUnit.Bytes256:
                for (int column = 0; column < BlockPanels.Width; column += Bytes256Columns)
                    Bytes256<TParts>(rows, call, column);
                break;
            default:
                for (int column = 0; column < BlockPanels.Width; column += PortableColumns)
                    Portable<TParts>(rows, call, column);
                break;
        }
    }
}
