namespace Hone.Tensors;

/// <summary>
/// The products of attention on a tile of rows, for one width of vectors. Every element is one chain of fused multiply-adds.
/// A matrix of scores has <see cref="AttentionScores.Stride"/> floats between its rows.
/// </summary>
internal unsafe interface IAttentionTile
{
    /// <summary>Most rows of one call.</summary>
    static abstract int MaxRows { get; }

    /// <summary>Columns that the registers hold at once; whole parts of a panel of 32.</summary>
    static abstract int Columns { get; }

    /// <summary>
    /// c[i, j] = sum over d ascending of a[i, d] page[d, j]: scores of rows of queries with the keys of consecutive pages.
    /// Columns are rounded up to half of <see cref="Columns"/>.
    /// </summary>
    /// <param name="rows">1 to <see cref="MaxRows"/>.</param>
    /// <param name="a">The first of the rows in a tile of <see cref="AttentionScores.Pack"/>.</param>
    /// <param name="pages">Pages of 32 keys: [k, 32] each.</param>
    /// <param name="c">c[0, 0], a matrix of scores.</param>
    /// <param name="columns">Keys.</param>
    /// <param name="k">Length of the chains.</param>
    /// <param name="ahead">Two lines that are asked for meanwhile, anew for every <see cref="AttentionTileBand.AheadSteps"/> steps of every <see cref="Columns"/> columns.</param>
    /// <param name="aheadStride">Bytes from those to the next.</param>
    static abstract void Scores(int rows, float* a, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride);

    /// <summary>
    /// c[i, j] += sum over steps p ascending of a[i, p] b[p, j], where a is a matrix of scores, b has rows of 32 in panels, and rows
    /// join and leave one by one, as a causal or windowed mask has it: first rows 0 to <paramref name="open"/> take a step, then one
    /// row more at each step until all take part, then <paramref name="full"/> steps of all, then <paramref name="close"/> steps, at
    /// each of which the lowest row leaves. A step that a row does not take never enters its chain.
    /// </summary>
    /// <param name="rows">1 to <see cref="MaxRows"/>.</param>
    /// <param name="t">Strides and columns.</param>
    /// <param name="a">a[0, first step].</param>
    /// <param name="b">b[first step, 0].</param>
    /// <param name="again">What rows of c are multiplied by before they are added to, or null.</param>
    /// <param name="c">c[0, 0].</param>
    /// <param name="open">The last row that takes the first step; rows - 1 or more when all do.</param>
    /// <param name="full">Steps of all rows.</param>
    /// <param name="close">Steps after those, fewer than rows.</param>
    static abstract void ByRow(int rows, in AttentionTileBand t, float* a, float* b, float* again, float* c, int open, int full, int close);

    /// <summary>As <see cref="ByRow"/> with a transposed: c[i, j] += sum over steps p ascending of a[p, i] b[p, j].</summary>
    static abstract void ByColumn(int rows, in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close);

    /// <summary>c[i, j] += sum over steps p ascending of a[i, p] b[p, j], where all rows take all steps and b has rows of any stride.</summary>
    /// <param name="rows">1 to <see cref="MaxRows"/>.</param>
    /// <param name="t">Strides and columns.</param>
    /// <param name="a">a[0, 0], a matrix of scores.</param>
    /// <param name="b">b[0, 0].</param>
    /// <param name="c">c[0, 0].</param>
    /// <param name="steps">Steps.</param>
    static abstract void Shared(int rows, in AttentionTileBand t, float* a, float* b, float* c, int steps);

    /// <summary>Rows up to which pages and panels are read abreast, as the two products below do; 0 for never.</summary>
    static abstract int FewRows { get; }

    /// <summary>As <see cref="Scores"/> with four pages at once. All 128 columns are written; those of pages that are not there are of no use.</summary>
    /// <param name="rows">1 to <see cref="FewRows"/>.</param>
    /// <param name="a">The first of the rows in a tile of <see cref="AttentionScores.Pack"/>.</param>
    /// <param name="pages">Pages of 32 keys: [k, 32] each, behind which the values stand that will be read next.</param>
    /// <param name="c">c[0, 0], a matrix of scores.</param>
    /// <param name="count">Pages, 1 to 4.</param>
    /// <param name="k">Length of the chains.</param>
    static abstract void ScoresAbreast(int rows, float* a, float** pages, float* c, int count, int k);

    /// <summary>As <see cref="Shared"/> with 64 columns at once; the columns are a multiple of 64.</summary>
    /// <param name="rows">1 to <see cref="FewRows"/>.</param>
    /// <param name="t">Strides and columns.</param>
    /// <param name="a">a[0, 0], a matrix of scores.</param>
    /// <param name="b">b[0, 0].</param>
    /// <param name="c">c[0, 0].</param>
    /// <param name="steps">Steps.</param>
    /// <param name="ahead">How far behind b stands what will be read next, in floats.</param>
    static abstract void SharedAbreast(int rows, in AttentionTileBand t, float* a, float* b, float* c, int steps, nint ahead);
}

/// <summary>Where the operands of the products of <see cref="IAttentionTile"/> stand.</summary>
internal unsafe struct AttentionTileBand
{
    /// <summary>Floats between rows of b in a panel, for <see cref="IAttentionTile.Shared"/>; else they are 32.</summary>
    public nint Ldb;

    /// <summary>Floats between panels of 32 columns of b.</summary>
    public nint PanelStride;

    /// <summary>Floats between rows of c.</summary>
    public nint Ldc;

    /// <summary>Columns of b and c, a multiple of 32.</summary>
    public int Columns;

    /// <summary>Whether chains go on from c; else they begin at +0.</summary>
    public bool Accumulate;

    /// <summary>
    /// Two lines that <see cref="IAttentionTile.ByRow"/> and <see cref="IAttentionTile.ByColumn"/> ask for meanwhile, anew for every
    /// <see cref="AheadSteps"/> of their full steps of every <see cref="IAttentionTile.Columns"/> columns, and the bytes from those to the next.
    /// </summary>
    public byte* Ahead;

    /// <summary>See <see cref="Ahead"/>.</summary>
    public nint AheadStride;

    /// <summary>Steps between two of <see cref="Ahead"/>.</summary>
    public const int AheadSteps = 4;
}
