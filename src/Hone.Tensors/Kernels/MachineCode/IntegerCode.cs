using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>
/// The tile of <see cref="IntegerTile"/> with 512-bit vpdpbusd, as instructions that <see cref="IntegerTileWriter"/> writes when
/// the first one is needed, because .NET exposes that instruction up to 256 bits only. What it computes is
/// <see cref="IntegerUnit.Vnni"/>'s, bit for bit, and where the processor or the system has no place for it that unit is used.
/// </summary>
internal static unsafe class IntegerCode
{
    /// <summary>Rows of a tile at most.</summary>
    public const int MaxRows = IntegerTileWriter.MaxRows;

    private static readonly int[] s_starts = new int[4 * MaxRows];
    private static readonly byte* s_code = Publish(s_starts);

    /// <summary>Whether <see cref="Run"/> can be called.</summary>
    public static bool IsSupported => s_code is not null;

    /// <summary>Computes a tile of 32 outputs.</summary>
    /// <param name="rows">1 to <see cref="MaxRows"/>.</param>
    /// <param name="halves">Whether blocks have two parts.</param>
    /// <param name="minima">Whether parts have minima.</param>
    /// <param name="call">Operands.</param>
    public static void Run(int rows, bool halves, bool minima, IntegerTileCall* call) =>
        ((delegate* unmanaged[SuppressGCTransition]<IntegerTileCall*, void>)(s_code + s_starts[Place(rows, halves, minima)]))(call);

    private static int Place(int rows, bool halves, bool minima) => (((halves ? 2 : 0) + (minima ? 1 : 0)) * MaxRows) + rows - 1;

    private static byte* Publish(int[] starts)
    {
        // vpdpbusd of 512 bits is bit 11 of ECX of leaf 7; that the system keeps such registers is what Avx512F says.
        if (!Avx512F.IsSupported || RuntimeInformation.ProcessArchitecture != Architecture.X64 || (X86Base.CpuId(7, 0).Ecx & (1 << 11)) == 0)
            return null;
        var assembler = new EvexAssembler();
        for (int kind = 0; kind < 4; kind++)
        {
            for (int rows = 1; rows <= MaxRows; rows++)
            {
                starts[Place(rows, kind > 1, kind % 2 == 1)] = assembler.Position;
                new IntegerTileWriter(assembler, rows, kind > 1 ? 2 : 1, kind % 2 == 1).Write();
            }
        }
        return ExecutableMemory.Publish(assembler.Code);
    }
}
