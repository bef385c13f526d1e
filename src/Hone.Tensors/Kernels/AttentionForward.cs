namespace Hone.Tensors;

/// <summary>
/// Forward attention of one block of queries over the key tiles that it reads, for packed and paged keys alike. A piece is a
/// block of positions and a key/value head; its rows are (position, query head of the group), so that all heads that share
/// keys share the reading of them.
/// </summary>
internal unsafe struct AttentionForward : IParallelWork
{
    private const int Tile = 128;
    private const int Tokens = KeyValuePages.PageTokens;

    /// <summary>Rows of a block: enough to pay for reading the keys, few enough for the scores to stay near.</summary>
    private const int BlockRows = 48;

    private readonly KernelSet _set;
    private readonly GemmScratch _scratch;
    private readonly AttentionPlan _plan;
    private readonly RaggedBatch _batch;
    private readonly AttentionShape _shape;
    private readonly float* _q, _output, _logSumExp;
    private readonly KeyValuePages? _pages;
    private readonly int _layer, _keyPageCount, _valueWidth;
    private readonly float* _keyPages, _v;

    /// <summary>Plans a call. Either <paramref name="pages"/> hold keys and values, or <paramref name="keyPages"/> and <paramref name="v"/> do.</summary>
    public AttentionForward(
        KernelSet set, GemmScratch scratch, AttentionPlan plan, RaggedBatch batch, in AttentionShape shape, float* q, float* output, float* logSumExp,
        KeyValuePages? pages, int layer, float* keyPages, float* v)
    {
        _set = set;
        _scratch = scratch;
        _plan = plan;
        _batch = batch;
        _shape = shape;
        _q = q;
        _output = output;
        _logSumExp = logSumExp;
        _pages = pages;
        _layer = layer;
        _keyPages = keyPages;
        _keyPageCount = AttentionPages.PageCount(batch);
        _v = v;
        _valueWidth = Padded(shape.ValueDim);
        plan.Cut(batch, Math.Max(1, BlockRows / shape.GroupSize));
        long rows = Math.Max(BlockRows, shape.GroupSize);
        scratch.ReserveOwn((rows * (shape.HeadDim + Tile + _valueWidth + 2)) + ((long)Tile * _valueWidth) + 64);
    }

    /// <summary>Number of pieces.</summary>
    public readonly int Pieces => _plan.Count * _shape.KeyValueHeads;

    /// <summary>Columns of the panels that hold <paramref name="width"/>.</summary>
    public static int Padded(int width) => (width + GemmTile.Columns - 1) / GemmTile.Columns * GemmTile.Columns;

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        int block = index / _shape.KeyValueHeads, head = index % _shape.KeyValueHeads, group = _shape.GroupSize;
        int sequence = _plan.Sequence(block), start = _plan.Start(block), offset = _batch.Offsets[sequence];
        int positions = Math.Min(Math.Max(1, BlockRows / group), _batch.Offsets[sequence + 1] - offset - start), rows = positions * group;
        int position = start + (_pages is null ? 0 : _batch.StartPositions[sequence]);

        float* q = _scratch.Own(worker);
        float* scores = q + ((long)rows * _shape.HeadDim);
        float* sums = scores + ((long)rows * Tile);
        float* m = sums + ((long)rows * _valueWidth);
        float* l = m + rows;
        float* values = l + rows;
        CopyQueries(offset + start, head, rows, q);
        new Span<float>(sums, rows * _valueWidth).Clear();
        new Span<float>(m, rows).Fill(float.NegativeInfinity);
        new Span<float>(l, rows).Clear();

        float** pages = stackalloc float*[Tile / Tokens];
        var band = new AttentionBand
        {
            Set = _set, A = scores, RowStride = Tile, StepStride = 1, C = sums, Ldc = _valueWidth, Panels = _valueWidth / GemmTile.Columns,
            Position = position, Reciprocal = AttentionBand.ReciprocalOf(group), LowShift = _shape.Window > 0 ? 1 - _shape.Window : -AttentionBand.Open, HighShift = 1,
        };
        int last = position + positions - 1;
        for (int tile = _shape.FirstKey(position) / Tile * Tile; tile <= last; tile += Tile)
        {
            band.FirstStep = tile;
            band.EndStep = Math.Min(tile + Tile, last + 1);
            Scores(in band, sequence, head, rows, q, scores);
            AttentionSoftmax.Step(_set, in band, rows, scores, Tile, _shape.Scale, m, l, sums, _valueWidth);
            FindValues(ref band, sequence, head, values, pages);
            band.Run(0, rows);
        }
        for (int i = 0; i < rows; i++)
        {
            long row = ((offset + start + (i / group)) * (long)_shape.QueryHeads) + (head * group) + (i % group);
            AttentionSoftmax.Divide(_set, sums + ((long)i * _valueWidth), l[i], _output + (row * _shape.ValueDim), _shape.ValueDim);
            if (_logSumExp is not null)
                _logSumExp[row] = m[i] + ScalarMath.Log(l[i]);
        }
    }

    private readonly void CopyQueries(int firstRow, int head, int rows, float* q)
    {
        int width = _shape.GroupSize * _shape.HeadDim;
        for (int i = 0; i < rows / _shape.GroupSize; i++)
        {
            float* source = _q + ((((long)firstRow + i) * _shape.QueryHeads * _shape.HeadDim) + ((long)head * width));
            new ReadOnlySpan<float>(source, width).CopyTo(new Span<float>(q + ((long)i * width), width));
        }
    }

    // A page at a time stays in the nearest cache for all rows; pages that no row of a tile reads are left out.
    private readonly void Scores(in AttentionBand band, int sequence, int head, int rows, float* q, float* scores)
    {
        int tiles = (rows + GemmTile.MaxRows - 1) / GemmTile.MaxRows;
        for (int key = band.FirstStep; key < band.EndStep; key += Tokens)
        {
            // Pages before every window may have been given to another sequence: their numbers are not looked at.
            if (band.Low(0) >= key + Tokens)
                continue;
            float* page = KeyPage(sequence, head, key / Tokens);
            for (int tile = 0; tile < tiles; tile++)
            {
                int row = tile * rows / tiles, end = (tile + 1) * rows / tiles;
                if (band.High(end - 1) <= key || band.Low(row) >= key + Tokens)
                    continue;
                GemmTile.Run(
                    _set, end - row, q + ((long)row * _shape.HeadDim), _shape.HeadDim, 1, page, Tokens,
                    scores + ((long)row * Tile) + (key - band.FirstStep), Tile, _shape.HeadDim, false);
            }
        }
    }

    private readonly float* KeyPage(int sequence, int head, int page) => _pages is null
        ? _keyPages + ((((long)head * _keyPageCount) + AttentionPages.FirstPage(sequence, _batch.Offsets[sequence]) + page) * Tokens * _shape.HeadDim)
        : _pages.Keys(_batch.Pages[_batch.PageOffsets[sequence] + page], _layer, head);

    // Value rows where they stand when they fill whole panels, else copied with padding.
    private readonly void FindValues(ref AttentionBand band, int sequence, int head, float* copies, float** pages)
    {
        int width = _shape.ValueDim;
        bool whole = width == _valueWidth;
        if (_pages is null)
        {
            nint stride = (nint)_shape.KeyValueHeads * width;
            float* first = _v + ((_batch.Offsets[sequence] + (long)band.FirstStep) * stride) + (head * width);
            band.B = whole ? first : copies;
            band.Ldb = whole ? stride : _valueWidth;
            if (!whole)
                GemmPack.PadRows(first, stride, width, band.EndStep - band.FirstStep, copies, _valueWidth);
            return;
        }
        band.Pages = whole ? pages : null;
        band.B = copies;
        band.Ldb = _valueWidth;
        for (int key = band.FirstStep; key < band.EndStep; key += Tokens)
        {
            if (band.Low(0) >= key + Tokens)
                continue;
            int inTile = key - band.FirstStep;
            float* page = _pages.Values(_batch.Pages[_batch.PageOffsets[sequence] + (key / Tokens)], _layer, head);
            pages[inTile / Tokens] = page;
            if (!whole)
                GemmPack.PadRows(page, width, width, Math.Min(Tokens, band.EndStep - key), copies + ((long)inTile * _valueWidth), _valueWidth);
        }
    }
}
