using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>A tile of <see cref="MatrixCode"/>: 16 rows times 16 of the 32 outputs of a panel, over some parts.</summary>
internal unsafe struct MatrixTile
{
    /// <summary>Bytes of one of a list.</summary>
    public const int Bytes = 96;

    /// <summary>Signed codes of the outputs, otherwise as <see cref="BlockCodes"/> lays them.</summary>
    public byte* Codes;

    /// <summary>Scales of the outputs, parts 32 numbers apart.</summary>
    public float* Scales;

    /// <summary>Minima of the outputs; not read where there are none.</summary>
    public float* Minima;

    /// <summary>Codes of the first row, at the first part.</summary>
    public sbyte* X;

    /// <summary>Scales of rows at the first block: neighbouring rows beside each other.</summary>
    public float* RowScales;

    /// <summary>d times the sum of a row's codes, at the first part.</summary>
    public float* RowSums;

    /// <summary>Result, 16 outputs a row.</summary>
    public float* Y;

    /// <summary>Bytes between its rows.</summary>
    public nint YStrideBytes;

    /// <summary>Memory to ask for meanwhile.</summary>
    public byte* Next;

    /// <summary>Lines of it.</summary>
    public long NextLines;

    /// <summary>Parts, at least one; whole blocks of them.</summary>
    public long Parts;

    /// <summary>Whether the result holds the sums of the parts before.</summary>
    public bool Continues;
}

/// <summary>A list of tiles.</summary>
internal unsafe struct MatrixTileCall
{
    /// <summary>The tiles, and behind them <see cref="MatrixTileWriter.Lead"/> more that may be read.</summary>
    public MatrixTile* Tiles;

    /// <summary>Tiles to be made, at least one.</summary>
    public long Count;

    /// <summary>Distance of rows of <see cref="MatrixTile.X"/>.</summary>
    public nint RowStride;

    /// <summary>Bytes between blocks of <see cref="MatrixTile.RowScales"/>, and between parts of <see cref="MatrixTile.RowSums"/>.</summary>
    public nint PartStrideBytes;

    /// <summary><see cref="MatrixTileWriter.BufferBytes"/> for integer sums, 64-byte aligned.</summary>
    public byte* Buffer;
}

/// <summary>
/// The integer tile on the matrix unit (AMX, tdpbssd), as instructions that <see cref="MatrixTileWriter"/> writes when the
/// first one is needed, because .NET does not expose them. What it computes is <see cref="IntegerUnit.Vnni"/>'s, bit for bit. The system gives a
/// process that unit only on request: it is asked once, and where it refuses, or where there is no such unit, the others are used.
/// </summary>
internal static unsafe class MatrixCode
{
    /// <summary>Rows of a tile.</summary>
    public const int Rows = MatrixTileWriter.Size;

    private const int ArchPrctl = 158, RequestPermission = 0x1023, TileData = 18;

    // Four functions, the shapes of tiles for each of the two sizes of parts, then begin and end.
    private const int Shapes = 4, BeginPlace = 6, EndPlace = 7;
    private static readonly int[] s_starts = new int[8];
    private static readonly byte* s_code = Publish(s_starts);

    /// <summary>Whether the others can be called.</summary>
    public static bool IsSupported => s_code is not null;

    /// <summary>Sets up the tile registers of this thread; <see cref="End"/> gives them back.</summary>
    /// <param name="halves">Whether blocks have two parts.</param>
    public static void Begin(bool halves) =>
        ((delegate* unmanaged[SuppressGCTransition]<byte*, void>)(s_code + s_starts[BeginPlace]))(s_code + s_starts[Shapes + (halves ? 1 : 0)]);

    /// <summary>Computes a list of tiles; between <see cref="Begin"/> and <see cref="End"/> on the same thread.</summary>
    /// <param name="halves">As begun.</param>
    /// <param name="minima">Whether parts have minima.</param>
    /// <param name="call">Operands.</param>
    public static void Run(bool halves, bool minima, MatrixTileCall* call) =>
        ((delegate* unmanaged[SuppressGCTransition]<MatrixTileCall*, void>)(s_code + s_starts[(halves ? 2 : 0) + (minima ? 1 : 0)]))(call);

    /// <summary>Clears the tile registers, so that the system need not keep them.</summary>
    public static void End() => ((delegate* unmanaged[SuppressGCTransition]<void>)(s_code + s_starts[EndPlace]))();

    private static byte* Publish(int[] starts)
    {
        // Tiles and their products of bytes are bits 24 and 25 of EDX of leaf 7.
        const int Needed = 3 << 24;
        if (!OperatingSystem.IsLinux() || !Avx512F.IsSupported || RuntimeInformation.ProcessArchitecture != Architecture.X64
            || (X86Base.CpuId(7, 0).Edx & Needed) != Needed || syscall(ArchPrctl, RequestPermission, TileData) != 0)
            return null;
        var assembler = new EvexAssembler();
        for (int kind = 0; kind < Shapes; kind++)
        {
            starts[kind] = assembler.Position;
            new MatrixTileWriter(assembler, kind > 1 ? 2 : 1, kind % 2 == 1).Write();
        }
        for (int parts = 1; parts <= 2; parts++)
        {
            starts[Shapes + parts - 1] = assembler.Position;
            assembler.Data(MatrixTileWriter.Configuration(parts));
        }
        starts[BeginPlace] = assembler.Position;
        assembler.ConfigureTiles(EvexAssembler.Register.Rdi);
        assembler.Return();
        starts[EndPlace] = assembler.Position;
        assembler.ReleaseTiles();
        assembler.Return();
        return ExecutableMemory.Publish(assembler.Code);
    }

    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint syscall(nint number, nint first, nint second);
}
