using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>Decodes rows of a weight to float32, row-major. A piece is a panel and some of its columns.</summary>
internal readonly unsafe struct DecodeBlocksWork : IParallelWork
{
    private const int ChunkBlocks = 16;

    private readonly QuantFormat _format;
    private readonly GemmScratch _scratch;
    private readonly byte* _panels;
    private readonly float* _target;
    private readonly int _columns, _firstRow, _rows, _chunks;

    /// <summary>Plans it.</summary>
    /// <param name="format">Block format.</param>
    /// <param name="scratch">Grows here to what the workers need.</param>
    /// <param name="panels">All panels.</param>
    /// <param name="columns">K.</param>
    /// <param name="firstRow">First row.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="target">[rows, K].</param>
    public DecodeBlocksWork(QuantFormat format, GemmScratch scratch, byte* panels, int columns, int firstRow, int rows, float* target)
    {
        _format = format;
        _scratch = scratch;
        _panels = panels;
        _columns = columns;
        _firstRow = firstRow;
        _rows = rows;
        _target = target;
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
        BlockCodes.Take(_format, source, some / each, codes, scales, minima);
        int row = panel * BlockPanels.Width;
        int first = Math.Max(row, _firstRow), end = Math.Min(row + BlockPanels.Width, _firstRow + _rows);
        for (int n = first; n < end; n++)
        {
            float* target = _target + ((nint)(n - _firstRow) * _columns) + (block * Backend.ActivationBlock);
            Row(codes + (4 * (n - row)), scales + (n - row), BlockParts.HasMinima(_format) ? minima + (n - row) : null, some, target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Row(byte* codes, float* scales, float* minima, int blocks, float* target)
    {
        int parts = Backend.ActivationBlock / BlockParts.PartElements(_format), groups = 8 / parts;
        Vector128<int> offset = Vector128.Create(BlockCodes.Offset(_format));
        for (int part = 0; part < blocks * parts; part++, scales += BlockPanels.Width)
        {
            Vector128<float> scale = Vector128.Create(*scales), minimum = minima == null ? default : Vector128.Create(minima[(nint)part * BlockPanels.Width]);
            for (int group = 0; group < groups; group++, codes += 4 * BlockPanels.Width, target += 4)
            {
                Vector128<int> code = Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(uint*)codes).AsByte())).AsInt32();
                Vector128<float> value = scale * Vector128.ConvertToSingle(code - offset);
                (minima == null ? value : value + minimum).Store(target);
            }
        }
    }
}
