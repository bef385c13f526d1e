using System.Diagnostics;

namespace Hone.Tensors;

/// <summary>
/// What a causal or windowed mask leaves of a product: row i takes the steps low(i) to high(i) - 1, where both bounds rise by
/// one with i or are open. Rows are queries and steps keys, or the reverse; or rows are the heads of one position, and share
/// their bounds.
/// </summary>
internal struct AttentionBand
{
    /// <summary>No bound on this side.</summary>
    public const int Open = 1 << 29;

    /// <summary>Position of row 0.</summary>
    public int Position;

    /// <summary>low(i) = Position + i Slope + LowShift and high(i) = Position + i Slope + HighShift, both inside [FirstStep, EndStep).</summary>
    public int LowShift, HighShift, FirstStep, EndStep;

    /// <summary>Positions from a row to the next: 1, or 0 for heads of one position.</summary>
    public int Slope;

    /// <summary>The keys that queries read, for all keys of a sequence.</summary>
    public static AttentionBand OfQueries(in AttentionShape shape) => new()
    {
        Slope = 1,
        LowShift = shape.Window <= 0 ? -Open : shape.Causal ? 1 - shape.Window : -(shape.Window / 2),
        HighShift = shape.Causal ? 1 : shape.Window <= 0 ? Open : (shape.Window / 2) + 1,
    };

    /// <summary>The queries that read keys: <see cref="OfQueries"/> the other way round.</summary>
    public static AttentionBand OfKeys(in AttentionShape shape)
    {
        AttentionBand queries = OfQueries(shape);
        return new() { Slope = 1, LowShift = 1 - queries.HighShift, HighShift = 1 - queries.LowShift };
    }

    /// <summary>First step of a row.</summary>
    public readonly int Low(int row) => Math.Max(FirstStep, Position + (row * Slope) + LowShift);

    /// <summary>One past the last step of a row; at most <see cref="Low"/> where it takes none.</summary>
    public readonly int High(int row) => Math.Min(EndStep, Position + (row * Slope) + HighShift);

    /// <summary>c[i, :] += sum over the steps p of row i ascending of a[i, p] b[p, :], or of a[p, i] b[p, :].</summary>
    /// <param name="t">Strides and columns. Without <see cref="AttentionTileBand.Accumulate"/> every row takes a step.</param>
    /// <param name="byColumn">Whether rows are the columns of a.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="a">A matrix of scores, row 0 and step FirstStep.</param>
    /// <param name="b">b[FirstStep, 0], in panels.</param>
    /// <param name="again">What rows of c that take a step are multiplied by before, or null; not by column.</param>
    /// <param name="c">c[0, 0].</param>
    /// <param name="ahead">What is asked for meanwhile.</param>
    public readonly unsafe void Run<TTile>(ref AttentionTileBand t, bool byColumn, int rows, float* a, float* b, float* again, float* c, ref AttentionAhead ahead) where TTile : struct, IAttentionTile
    {
        Debug.Assert(Slope == 1, "Heads of one position need no steps of their own.");
        int row = 0;
        // Tiles of nearly equal height: a short tile waits for its own chains.
        for (int left = (rows + TTile.MaxRows - 1) / TTile.MaxRows; left > 1; left--)
        {
            int count = (rows - row + left - 1) / left;
            Part<TTile>(ref t, byColumn, row, count, a, b, again, c, ref ahead);
            row += count;
        }
        Part<TTile>(ref t, byColumn, row, rows - row, a, b, again, c, ref ahead);
    }

    private readonly unsafe void Part<TTile>(ref AttentionTileBand t, bool byColumn, int row, int count, float* a, float* b, float* again, float* c, ref AttentionAhead ahead) where TTile : struct, IAttentionTile
    {
        int low = Position + row + LowShift, high = Position + row + HighShift;
        int first = Math.Max(0, FirstStep - high + 1), rows = Math.Min(count, EndStep - low) - first;
        if (rows <= 0)
            return;
        row += first;
        low += first;
        high += first;
        int from = Math.Max(FirstStep, low), common = Math.Max(FirstStep, low + rows - 1), to = Math.Min(EndStep, high);
        if (common > to)
        {
            // A window narrower than the tile is high.
            Part<TTile>(ref t, byColumn, row, rows / 2, a, b, again, c, ref ahead);
            Part<TTile>(ref t, byColumn, row + (rows / 2), rows - (rows / 2), a, b, again, c, ref ahead);
            return;
        }
        int step = from - FirstStep, open = from - low, full = to - common, close = Math.Min(EndStep, high + rows - 1) - to;
        b += step * 32;
        c += row * t.Ldc;
        t.Ahead = ahead.Take(t.Columns / TTile.Columns * (full / AttentionTileBand.AheadSteps), b, out t.AheadStride);
        if (byColumn)
            TTile.ByColumn(rows, in t, a + row + (step * AttentionScores.Stride), b, c, open, full, close);
        else
            TTile.ByRow(rows, in t, a + (row * AttentionScores.Stride) + step, b, again is null ? null : again + row, c, open, full, close);
    }
}
