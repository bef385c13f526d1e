using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Decodes rows of a weight to float32, row-major or in the panels of a float32 product. A piece is a panel and some of its columns.</summary>
internal readonly unsafe struct DecodeBlocksWork : IParallelWork
{
    private const int ChunkBlocks = 16;

    private readonly QuantFormat _format;
    private readonly GemmScratch _scratch;
    private readonly byte* _panels;
    private readonly float* _target;
    private readonly int _columns, _firstRow, _rows, _chunks;
    private readonly nint _rowStride, _blockStride;

    /// <summary>Plans it.</summary>
    /// <param name="format">Block format.</param>
    /// <param name="scratch">Grows here to what the workers need.</param>
    /// <param name="panels">All panels.</param>
    /// <param name="columns">K.</param>
    /// <param name="firstRow">First row.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="target">Receives 32 numbers together.</param>
    /// <param name="rowStride">Distance of rows.</param>
    /// <param name="blockStride">Distance of every 32 columns.</param>
    public DecodeBlocksWork(
        QuantFormat format, GemmScratch scratch, byte* panels, int columns, int firstRow, int rows, float* target, nint rowStride, nint blockStride)
    {
        _format = format;
        _scratch = scratch;
        _panels = panels;
        _columns = columns;
        _firstRow = firstRow;
        _rows = rows;
        _target = target;
        _rowStride = rowStride;
        _blockStride = blockStride;
        _chunks = ((columns / Backend.ActivationBlock) + ChunkBlocks - 1) / ChunkBlocks;
        scratch.ReserveOwn(ChunkBlocks * ((BlockCodes.BlockBytes / 4) + (4 * BlockPanels.Width)));
    }

    private int FirstPanel => _firstRow / BlockPanels.Width;

    /// <summary>Number of pieces.</summary>
    public int Pieces => _rows == 0 ? 0 : (((_firstRow + _rows - 1) / BlockPanels.Width) - FirstPanel + 1) * _chunks;

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int panel = FirstPanel + (index / _chunks), block = index % _chunks * ChunkBlocks;
        int some = Math.Min(ChunkBlocks, (_columns / Backend.ActivationBlock) - block), each = _format.BlockElements() / Backend.ActivationBlock;
        byte* codes = (byte*)_scratch.Own(worker);
        float* scales = (float*)(codes + (ChunkBlocks * BlockCodes.BlockBytes)), minima = scales + (ChunkBlocks * 2 * BlockPanels.Width);
        byte* source = _panels + (panel * BlockPanels.PanelBytes(_format, _columns)) + ((long)block / each * BlockPanels.Width * _format.BlockBytes());
        if (_format != QuantFormat.NF4)
            BlockCodes.Take(_format, source, some / each, codes, scales, minima);
        int row = panel * BlockPanels.Width;
        int first = Math.Max(row, _firstRow), end = Math.Min(row + BlockPanels.Width, _firstRow + _rows);
        for (int n = first; n < end; n++)
        {
            float* target = _target + ((n - _firstRow) * _rowStride) + (block * _blockStride);
            if (_format == QuantFormat.NF4)
                NF4Panels.DecodeRow(source, n - row, some / each, target, _blockStride);
            else
                Row(codes + (4 * (n - row)), scales + (n - row), BlockParts.HasMinima(_format) ? minima + (n - row) : null, some, target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Row(byte* codes, float* scales, float* minima, int blocks, float* target)
    {
        int parts = Backend.ActivationBlock / BlockParts.PartElements(_format);
        Vector256<int> offset = Vector256.Create(BlockCodes.Offset(_format)), groups = Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7) * BlockPanels.Width;
        Vector128<byte> first, second;
        for (int block = 0; block < blocks; block++, codes += BlockCodes.BlockBytes, target += _blockStride)
        {
            // The 32 columns of the output: a word of each group.
            if (Avx2.IsSupported)
            {
                Vector256<byte> all = Avx2.GatherVector256((int*)codes, groups, 4).AsByte();
                (first, second) = (all.GetLower(), all.GetUpper());
            }
            else
            {
                const int Stride = 4 * BlockPanels.Width;
                first = Vector128.Create(*(uint*)codes, *(uint*)(codes + Stride), *(uint*)(codes + (2 * Stride)), *(uint*)(codes + (3 * Stride))).AsByte();
                second = Vector128.Create(*(uint*)(codes + (4 * Stride)), *(uint*)(codes + (5 * Stride)), *(uint*)(codes + (6 * Stride)), *(uint*)(codes + (7 * Stride))).AsByte();
            }
            float scale = *scales, minimum = minima == null ? 0 : *minima;
            Sixteen(first, offset, scale, minimum, minima != null, target);
            if (parts == 2)
            {
                scale = scales[BlockPanels.Width];
                minimum = minima == null ? 0 : minima[BlockPanels.Width];
            }
            Sixteen(second, offset, scale, minimum, minima != null, target + 16);
            scales += parts * BlockPanels.Width;
            minima = minima == null ? null : minima + (parts * BlockPanels.Width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sixteen(Vector128<byte> codes, Vector256<int> offset, float scale, float minimum, bool hasMinima, float* target)
    {
        (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(codes);
        Eight(low, offset, scale, minimum, hasMinima, target);
        Eight(high, offset, scale, minimum, hasMinima, target + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Eight(Vector128<ushort> codes, Vector256<int> offset, float scale, float minimum, bool hasMinima, float* target)
    {
        (Vector128<uint> low, Vector128<uint> high) = Vector128.Widen(codes);
        Vector256<float> value = Vector256.Create(scale) * Vector256.ConvertToSingle(Vector256.Create(low, high).AsInt32() - offset);
        (hasMinima ? value + Vector256.Create(minimum) : value).Store(target);
    }
}
