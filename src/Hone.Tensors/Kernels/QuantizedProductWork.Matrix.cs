using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>The panels of <see cref="QuantizedProductWork"/> on the matrix unit: 16 rows or more, 16 at a time.</summary>
internal readonly unsafe partial struct QuantizedProductWork
{
    // Tiles of a list: 16 times 16 rows, both halves of a panel.
    private const int MostTiles = 32;

    // The last tile where rows are no multiple of 16, the sums of two tiles, and a list with those behind it.
    private const int RestFloats = MatrixCode.Rows * BlockPanels.Width, SumFloats = MatrixTileWriter.BufferBytes / sizeof(float),
        MatrixScratchFloats = RestFloats + SumFloats + ((MostTiles + MatrixTileWriter.Lead + 1) * MatrixTile.Bytes / sizeof(float));

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
        var call = new MatrixTileCall
        {
            Tiles = (MatrixTile*)(rest + RestFloats + SumFloats),
            RowStride = _x.Columns,
            PartStrideBytes = _x.Stride * sizeof(float),
            Buffer = (byte*)(rest + RestFloats),
        };
        MatrixCode.Begin(parts == 2);
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            int block = (int)((long)chunk * units / chunks) * each, some = ((int)((long)(chunk + 1) * units / chunks) * each) - block;
            byte* at = panel + (block * blockBytes), next = at + (some * blockBytes);
            BlockCodes.TakeSigned(_format, at, some / each, codes, scales, minima);
            int linesEach = (int)(((some * blockBytes / 64) + (2 * groups) - 1) / (2 * groups));
            for (int group = 0; group < groups; group++)
            {
                bool isRest = hasRest && group == groups - 1;
                int first = isRest ? rows - MatrixCode.Rows : group * MatrixCode.Rows;
                nint from = row + first;
                // Both halves of the outputs while the rows are in the nearest cache.
                for (int half = 0; half < BlockPanels.Width; half += MatrixCode.Rows, next += linesEach * 64)
                {
                    ref MatrixTile tile = ref call.Tiles[call.Count++];
                    tile.Codes = codes + (4 * half);
                    tile.Scales = scales + half;
                    tile.Minima = minima + half;
                    tile.X = _x.Codes + (from * _x.Columns) + ((nint)block * Backend.ActivationBlock);
                    tile.RowScales = _x.Scales + ((nint)block * _x.Stride) + from;
                    tile.RowSums = _x.Sums + ((nint)block * parts * _x.Stride) + from;
                    tile.Y = (isRest ? rest : target + (first * ldt)) + half;
                    tile.YStrideBytes = (isRest ? BlockPanels.Width : ldt) * sizeof(float);
                    tile.Next = next;
                    tile.NextLines = linesEach;
                    tile.Parts = some * parts;
                    tile.Continues = block > 0;
                }
                if (call.Count < MostTiles && group < groups - 1)
                    continue;
                new Span<MatrixTile>(call.Tiles + call.Count, MatrixTileWriter.Lead + 1).Fill(call.Tiles[0]);
                MatrixCode.Run(parts == 2, hasMinima, &call);
                call.Count = 0;
            }
        }
        MatrixCode.End();
        int last = rows % MatrixCode.Rows;
        for (int i = 0; i < last; i++)
            Unsafe.CopyBlock(target + ((rows - last + i) * ldt), rest + ((MatrixCode.Rows - last + i) * BlockPanels.Width), BlockPanels.Width * sizeof(float));
    }
}
