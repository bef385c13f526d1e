namespace Hone.Tensors;

/// <summary>
/// C[i, :] += sum over p in [low(i), high(i)) ascending of A[i, p] B[p, :], for bounds that only rise with i: what a causal or
/// windowed mask leaves of a product. A masked step never enters a chain. Rectangles of the band go through the register
/// tiles; what remains at the edges is cut again, down to single rows. Columns of B and C are padded to whole panels of 32.
/// </summary>
internal unsafe struct AttentionBand
{
    /// <summary>No bound on this side.</summary>
    public const int Open = 1 << 29;

    /// <summary>Instructions.</summary>
    public KernelSet Set;

    /// <summary>A[0, FirstStep].</summary>
    public float* A;

    /// <summary>Floats between rows and steps of A.</summary>
    public nint RowStride, StepStride;

    /// <summary>B[FirstStep, 0] when B is one piece; else null, and <see cref="Pages"/> has the pieces.</summary>
    public float* B;

    /// <summary>Pieces of B of 32 steps, the first of which begins at <see cref="FirstStep"/>.</summary>
    public float** Pages;

    /// <summary>Floats between steps of B.</summary>
    public nint Ldb;

    /// <summary>C[0, 0].</summary>
    public float* C;

    /// <summary>Floats between rows of C.</summary>
    public nint Ldc;

    /// <summary>Panels of 32 columns.</summary>
    public int Panels;

    /// <summary>Position of row 0.</summary>
    public int Position;

    /// <summary>Row i stands at position Position + i / rows per position; this is their reciprocal, because a division a bound would cost more than the products.</summary>
    public ulong Reciprocal;

    /// <summary>low(i) = position + LowShift and high(i) = position + HighShift, both inside [FirstStep, EndStep).</summary>
    public int LowShift, HighShift, FirstStep, EndStep;

    /// <summary>The <see cref="Reciprocal"/> of a number of rows; exact for row numbers below 65536.</summary>
    public static ulong ReciprocalOf(int rowsPerPosition) => (uint.MaxValue / (uint)rowsPerPosition) + 1UL;

    /// <summary>Does rows <paramref name="first"/> to <paramref name="end"/> - 1.</summary>
    public readonly void Run(int first, int end)
    {
        int tiles = (end - first + GemmTile.MaxRows - 1) / GemmTile.MaxRows;
        for (int tile = 0, row = first; tile < tiles; tile++)
        {
            int rows = (end - row + tiles - tile - 1) / (tiles - tile);
            Part(row, row + rows, FirstStep, EndStep);
            row += rows;
        }
    }

    /// <summary>First step of a row.</summary>
    public readonly int Low(int row) => Math.Max(FirstStep, PositionOf(row) + LowShift);

    /// <summary>One past the last step of a row.</summary>
    public readonly int High(int row) => Math.Min(EndStep, PositionOf(row) + HighShift);

    private readonly int PositionOf(int row) => Position + (int)(((ulong)(uint)row * Reciprocal) >> 32);

    private readonly void Part(int first, int end, int from, int to)
    {
        while (first < end && High(first) <= from)
            first++;
        while (first < end && Low(end - 1) >= to)
            end--;
        if (first >= end || from >= to)
            return;
        int low = Math.Max(from, Low(end - 1)), high = Math.Min(to, High(first)), rows = end - first;
        // Steps that all rows share, unless they are so few that halving the rows first leaves wider rectangles.
        if (low < high && (rows < 4 || high - low >= rows / 2 || (low == from && high == to)))
        {
            Part(first, end, from, low);
            Rectangle(first, rows, low, high);
            Part(first, end, high, to);
        }
        else if (rows > 1)
        {
            Part(first, first + (rows / 2), from, to);
            Part(first + (rows / 2), end, from, to);
        }
    }

    private readonly void Rectangle(int row, int rows, int from, int to)
    {
        float* a = A + (row * RowStride), c = C + (row * Ldc);
        while (from < to)
        {
            int step = from - FirstStep, end = to;
            float* b;
            if (Pages is null)
            {
                b = B + (step * Ldb);
            }
            else
            {
                int inPage = step % KeyValuePages.PageTokens;
                b = Pages[step / KeyValuePages.PageTokens] + (inPage * Ldb);
                end = Math.Min(to, from + KeyValuePages.PageTokens - inPage);
            }
            for (int panel = 0; panel < Panels; panel++)
            {
                GemmTile.Run(
                    Set, rows, a + (step * StepStride), RowStride, StepStride, b + (panel * GemmTile.Columns), Ldb,
                    c + (panel * GemmTile.Columns), Ldc, end - from, true);
            }
            from = end;
        }
    }
}
