namespace Hone.Tensors;

/// <summary>
/// Gradients of packed attention. A piece is one sequence and key/value head: its dk and dv chains run over the query heads
/// of the group and their queries, so nobody else adds to them. Query blocks ascend, and in each the key tiles.
/// </summary>
internal unsafe struct AttentionBackward : IParallelWork
{
    private const int Tile = 128;
    private const int Tokens = KeyValuePages.PageTokens;
    private const int BlockRows = 64;

    private readonly KernelSet _set;
    private readonly GemmScratch _scratch;
    private readonly RaggedBatch _batch;
    private readonly AttentionShape _shape;
    private readonly float* _q, _k, _output, _logSumExp, _doutput, _dq, _dk, _dv, _keyPages, _valuePages;
    private readonly int _pageCount, _keyWidth, _valueWidth;

    /// <summary>Plans a call. The pages hold keys and values as <see cref="AttentionPages"/> lays them out.</summary>
    public AttentionBackward(
        KernelSet set, GemmScratch scratch, RaggedBatch batch, in AttentionShape shape, float* q, float* k, float* output, float* logSumExp,
        float* doutput, float* keyPages, float* valuePages, float* dq, float* dk, float* dv)
    {
        _set = set;
        _scratch = scratch;
        _batch = batch;
        _shape = shape;
        _q = q;
        _k = k;
        _output = output;
        _logSumExp = logSumExp;
        _doutput = doutput;
        _keyPages = keyPages;
        _valuePages = valuePages;
        _dq = dq;
        _dk = dk;
        _dv = dv;
        _pageCount = AttentionPages.PageCount(batch);
        _keyWidth = AttentionForward.Padded(shape.HeadDim);
        _valueWidth = AttentionForward.Padded(shape.ValueDim);
        long block = BlockRows * ((2L * _keyWidth) + _valueWidth + (2 * Tile) + 2);
        scratch.ReserveOwn(block + ((long)Tile * _keyWidth) + ((long)batch.LongestSequence * (_keyWidth + _valueWidth)));
    }

    /// <summary>Number of pieces.</summary>
    public readonly int Pieces => _batch.SequenceCount * _shape.KeyValueHeads;

    // What one piece works on; all in its worker's scratch, rows padded to whole panels.
    private struct Memory
    {
        public float* Q, Dout, Dq, Scores, Dscores, LogSumExp, Dots, Keys, Dk, Dv;
    }

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        int sequence = index / _shape.KeyValueHeads, head = index % _shape.KeyValueHeads;
        int offset = _batch.Offsets[sequence], length = _batch.Offsets[sequence + 1] - offset;
        Memory memory = Divide(_scratch.Own(worker), length);
        new Span<float>(memory.Dk, length * _keyWidth).Clear();
        new Span<float>(memory.Dv, length * _valueWidth).Clear();
        for (int h = head * _shape.GroupSize; h < (head + 1) * _shape.GroupSize; h++)
        {
            for (int start = 0; start < length; start += BlockRows)
                Block(in memory, sequence, offset, head, h, start, Math.Min(BlockRows, length - start));
        }
        CopyOut(memory.Dk, _keyWidth, _dk, offset, length, _shape.KeyValueHeads, head, _shape.HeadDim);
        CopyOut(memory.Dv, _valueWidth, _dv, offset, length, _shape.KeyValueHeads, head, _shape.ValueDim);
    }

    private readonly Memory Divide(float* scratch, int length)
    {
        Memory memory;
        memory.Q = scratch;
        memory.Dq = memory.Q + (BlockRows * _keyWidth);
        memory.Dout = memory.Dq + (BlockRows * _keyWidth);
        memory.Scores = memory.Dout + (BlockRows * _valueWidth);
        memory.Dscores = memory.Scores + (BlockRows * Tile);
        memory.LogSumExp = memory.Dscores + (BlockRows * Tile);
        memory.Dots = memory.LogSumExp + BlockRows;
        memory.Keys = memory.Dots + BlockRows;
        memory.Dk = memory.Keys + (Tile * _keyWidth);
        memory.Dv = memory.Dk + ((long)length * _keyWidth);
        return memory;
    }

    private readonly void Block(in Memory memory, int sequence, int offset, int head, int h, int start, int rows)
    {
        long first = offset + start;
        nint queryStride = (nint)_shape.QueryHeads * _shape.HeadDim, outStride = (nint)_shape.QueryHeads * _shape.ValueDim;
        GemmPack.PadRows(_q + (first * queryStride) + (h * _shape.HeadDim), queryStride, _shape.HeadDim, rows, memory.Q, _keyWidth);
        float* dout = _doutput + (first * outStride) + (h * _shape.ValueDim), output = _output + (first * outStride) + (h * _shape.ValueDim);
        GemmPack.PadRows(dout, outStride, _shape.ValueDim, rows, memory.Dout, _valueWidth);
        for (int i = 0; i < rows; i++)
            memory.LogSumExp[i] = _logSumExp[((first + i) * _shape.QueryHeads) + h];
        AttentionSoftmax.LaneDots(_set, dout, output, outStride, _shape.ValueDim, rows, memory.Dots);
        new Span<float>(memory.Dq, rows * _keyWidth).Clear();

        var band = new AttentionBand
        {
            Set = _set, A = memory.Dscores, RowStride = Tile, StepStride = 1, C = memory.Dq, Ldc = _keyWidth, Panels = _keyWidth / GemmTile.Columns,
            Position = start, Reciprocal = AttentionBand.ReciprocalOf(1), LowShift = _shape.Window > 0 ? 1 - _shape.Window : -AttentionBand.Open, HighShift = 1,
        };
        for (int tile = _shape.FirstKey(start) / Tile * Tile; tile < start + rows; tile += Tile)
        {
            band.FirstStep = tile;
            band.EndStep = Math.Min(tile + Tile, start + rows);
            Scores(in band, in memory, sequence, offset, head, rows);
            AttentionSoftmax.Gradient(_set, in band, rows, memory.Scores, memory.Dscores, Tile, _shape.Scale, memory.LogSumExp, memory.Dots);
            FindKeys(ref band, in memory, offset, head);
            band.Run(0, rows);
            KeyBands(in band, in memory, start, rows);
        }
        CopyOut(memory.Dq, _keyWidth, _dq, (int)first, rows, _shape.QueryHeads, h, _shape.HeadDim);
    }

    // s = q k and dp = dout v for every page that some row reads.
    private readonly void Scores(in AttentionBand band, in Memory memory, int sequence, int offset, int head, int rows)
    {
        int tiles = (rows + GemmTile.MaxRows - 1) / GemmTile.MaxRows;
        for (int key = band.FirstStep; key < band.EndStep; key += Tokens)
        {
            long page = ((long)head * _pageCount) + AttentionPages.FirstPage(sequence, offset) + (key / Tokens);
            float* keys = _keyPages + (page * Tokens * _shape.HeadDim), values = _valuePages + (page * Tokens * _shape.ValueDim);
            for (int tile = 0; tile < tiles; tile++)
            {
                int row = tile * rows / tiles, end = (tile + 1) * rows / tiles, at = (row * Tile) + key - band.FirstStep;
                if (band.High(end - 1) <= key || band.Low(row) >= key + Tokens)
                    continue;
                GemmTile.Run(_set, end - row, memory.Q + (row * _keyWidth), _keyWidth, 1, keys, Tokens, memory.Scores + at, Tile, _shape.HeadDim, false);
                GemmTile.Run(_set, end - row, memory.Dout + (row * _valueWidth), _valueWidth, 1, values, Tokens, memory.Dscores + at, Tile, _shape.ValueDim, false);
            }
        }
    }

    private readonly void FindKeys(ref AttentionBand band, in Memory memory, int offset, int head)
    {
        nint stride = (nint)_shape.KeyValueHeads * _shape.HeadDim;
        float* first = _k + ((offset + band.FirstStep) * stride) + (head * _shape.HeadDim);
        bool whole = _keyWidth == _shape.HeadDim;
        band.B = whole ? first : memory.Keys;
        band.Ldb = whole ? stride : _keyWidth;
        if (!whole)
            GemmPack.PadRows(first, stride, _shape.HeadDim, band.EndStep - band.FirstStep, memory.Keys, _keyWidth);
    }

    // dk += ds^T q and dv += p^T dout: rows are the keys of the tile, steps the queries of the block that read them.
    private readonly void KeyBands(in AttentionBand queries, in Memory memory, int start, int rows)
    {
        int tile = queries.FirstStep;
        var band = new AttentionBand
        {
            Set = _set, RowStride = 1, StepStride = Tile, Position = tile, Reciprocal = AttentionBand.ReciprocalOf(1),
            LowShift = 0, HighShift = _shape.Window > 0 ? _shape.Window : AttentionBand.Open, FirstStep = start, EndStep = start + rows,
            A = memory.Dscores, B = memory.Q, Ldb = _keyWidth, C = memory.Dk + ((long)tile * _keyWidth), Ldc = _keyWidth, Panels = _keyWidth / GemmTile.Columns,
        };
        band.Run(0, queries.EndStep - tile);
        band.A = memory.Scores;
        band.B = memory.Dout;
        band.C = memory.Dv + ((long)tile * _valueWidth);
        band.Ldb = band.Ldc = _valueWidth;
        band.Panels = _valueWidth / GemmTile.Columns;
        band.Run(0, queries.EndStep - tile);
    }

    private static void CopyOut(float* source, int stride, float* target, int firstRow, int rows, int heads, int head, int width)
    {
        for (int i = 0; i < rows; i++)
        {
            new ReadOnlySpan<float>(source + ((long)i * stride), width)
                .CopyTo(new Span<float>(target + (((((long)firstRow + i) * heads) + head) * width), width));
        }
    }
}
