using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>
/// Tiles of up to 12 rows of queries and their scores with a tile of 128 keys. Both have strides that are constants, so that a
/// register tile finds all its rows from one pointer; queries are packed in groups of eight steps, [width / 8, 12, 8].
/// </summary>
internal static unsafe class AttentionScores
{
    /// <summary>Queries of a tile; a multiple of the rows of every register tile.</summary>
    public const int TileRows = 12;

    /// <summary>Floats between rows of scores: an odd number of cache lines, because the backward pass reads down their columns too.</summary>
    public const int Stride = AttentionBlocks.Tile + 16;

    private const int GroupSteps = 8;

    /// <summary>Floats of a packed tile of queries of this width.</summary>
    public static int PackedFloats(int width) => (width + GroupSteps - 1) / GroupSteps * GroupSteps * TileRows;

    /// <summary>Packs rows of queries; what stands beyond them and their width is unspecified.</summary>
    /// <param name="rows">First row.</param>
    /// <param name="stride">Floats between rows.</param>
    /// <param name="count">1 to 12 rows.</param>
    /// <param name="width">Width.</param>
    /// <param name="packed">Receives [width / 8, 12, 8].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack(float* rows, nint stride, int count, int width, float* packed)
    {
        for (int i = 0; i < count; i++, rows += stride, packed += GroupSteps)
        {
            float* target = packed;
            int d = 0;
            for (; d + GroupSteps <= width; d += GroupSteps, target += GroupSteps * TileRows)
                Vector256.Load(rows + d).Store(target);
            for (; d < width; d++, target++)
                *target = rows[d];
        }
    }

    /// <summary>scores[i, j] = the chain of a query and a key, not scaled.</summary>
    /// <param name="packed">Queries as <see cref="Pack"/> leaves them.</param>
    /// <param name="rows">1 to 12.</param>
    /// <param name="pages">Pages of 32 keys: [width, 32] each.</param>
    /// <param name="scores">[rows, <see cref="Stride"/>], from the first key of the first page.</param>
    /// <param name="keys">Keys.</param>
    /// <param name="width">Width.</param>
    /// <param name="ahead">What is asked for meanwhile.</param>
    public static void Run<TTile>(float* packed, int rows, float** pages, float* scores, int keys, int width, ref AttentionAhead ahead) where TTile : struct, IAttentionTile
    {
        int row = 0;
        // Tiles of nearly equal height: a short tile waits for its own chains.
        for (int left = (rows + TTile.MaxRows - 1) / TTile.MaxRows; left > 0; left--)
        {
            int count = (rows - row + left - 1) / left;
            byte* lines = ahead.Take((keys + TTile.Columns - 1) / TTile.Columns * (width / GroupSteps * (GroupSteps / AttentionTileBand.AheadSteps)), packed, out nint stride);
            TTile.Scores(count, packed + (row * GroupSteps), pages, scores + (row * Stride), keys, width, lines, stride);
            row += count;
        }
    }
}
