using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>The panels of <see cref="QuantizedProductWork"/> on the matrix unit: 16 rows or more, 16 at a time.</summary>
internal readonly unsafe partial struct QuantizedProductWork
{
    // The last tile where rows are no multiple of 16, and the sums of one tile.
    private const int RestFloats = MatrixCode.Rows * BlockPanels.Width, MatrixScratchFloats = RestFloats + (MatrixTileWriter.BufferBytes / sizeof(float));

    /// <summary>One panel: <see cref="Panel"/> with its pointers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MatrixPanel(byte* panel, int row, int rows, float* target, nint ldt, byte* codes, float* scales, float* minima)
    {
        int each = _format.BlockElements() / Backend.ActivationBlock, parts = Backend.ActivationBlock / _x.PartElements;
        int units = _x.Blocks / each, chunks = (_x.Blocks + ChunkBlocks - 1) / ChunkBlocks, groups = (rows + MatrixCode.Rows - 1) / MatrixCode.Rows;
        long blockBytes = (long)BlockPanels.Width * _format.BlockBytes() / each;
        // The last tile begins where it ends with the last row. Rows that it shares with the one before would be added to twice, so it is made apart.
        float* rest = minima + (ChunkBlocks * 2 * BlockPanels.Width) + ((nint)rows * BlockPanels.Width);
        bool hasRest = rows % MatrixCode.Rows != 0, hasMinima = BlockParts.HasMinima(_format);
        MatrixCode.Begin(parts == 2);
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            int block = (int)((long)chunk * units / chunks) * each, some = ((int)((long)(chunk + 1) * units / chunks) * each) - block;
            byte* at = panel + (block * blockBytes), ahead = at + (some * blockBytes);
            BlockCodes.Take(_format, at, some / each, codes, scales, minima);
            BlockCodes.Sign(_format, codes, some);
            int linesEach = (int)(((some * blockBytes / 64) + (2 * groups) - 1) / (2 * groups));
            var call = new MatrixTileCall
            {
                RowStride = _x.Columns,
                PartStrideBytes = _x.Stride * sizeof(float),
                Parts = some * parts,
                Continues = block > 0,
                Buffer = (byte*)(rest + RestFloats),
            };
            for (int group = 0; group < groups; group++)
            {
                bool isRest = hasRest && group == groups - 1;
                int first = isRest ? rows - MatrixCode.Rows : group * MatrixCode.Rows;
                nint from = row + first;
                call.X = _x.Codes + (from * _x.Columns) + ((nint)block * Backend.ActivationBlock);
                call.RowScales = _x.Scales + ((nint)block * _x.Stride) + from;
                call.RowSums = _x.Sums + ((nint)block * parts * _x.Stride) + from;
                call.YStrideBytes = (isRest ? BlockPanels.Width : ldt) * sizeof(float);
                // Both halves of the outputs while the rows are in the nearest cache.
                for (int half = 0; half < BlockPanels.Width; half += MatrixCode.Rows)
                {
                    call.Codes = codes + (4 * half);
                    call.Scales = scales + half;
                    call.Minima = minima + half;
                    call.Y = (isRest ? rest : target + (first * ldt)) + half;
                    for (int line = 0; line < linesEach; line++, ahead += 64)
                        Sse.Prefetch1(ahead);
                    MatrixCode.Run(parts == 2, hasMinima, &call);
                }
            }
        }
        MatrixCode.End();
        int last = rows % MatrixCode.Rows;
        for (int i = 0; i < last; i++)
            Unsafe.CopyBlock(target + ((rows - last + i) * ldt), rest + ((MatrixCode.Rows - last + i) * BlockPanels.Width), BlockPanels.Width * sizeof(float));
    }
}
