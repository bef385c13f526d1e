using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>
/// Forward attention, for packed and paged keys alike. A block is up to 96 queries of one head, or the heads of a group at one
/// position; it goes through the key tiles ascending, and in each through tiles of 12 rows: scores, softmax while they are in
/// the nearest cache, products with the values. Pieces are blocks; or, where there are enough of them, a sequence and key/value head,
/// whose keys are then laid out in the worker's own memory as blocks reach them.
/// </summary>
internal unsafe partial struct AttentionForward<TTile, T, TRows> : IParallelWork
    where TTile : struct, IAttentionTile where T : unmanaged, ILanes<T> where TRows : unmanaged, ILaneRows<TRows>
{
    private const int Tile = 128;
    private const int Tokens = KeyValuePages.PageTokens;
    private const int BlockRows = 96;

    private const int TileRows = AttentionScores.TileRows;
    private const int Stride = AttentionScores.Stride;

    /// <summary>Fewer new positions than this go position by position, with the heads of a group as rows.</summary>
    private const int FewPositions = 5;

    private AttentionCall _call;
    private readonly int _pieces, _valueWidth, _ownKeys;

    /// <summary>Plans a call.</summary>
    public AttentionForward(in AttentionCall call)
    {
        _call = call;
        _valueWidth = AttentionPages.Padded(call.Shape.ValueDim);
        _ownKeys = OwnKeys(in call);
        if (call.Local)
        {
            _pieces = call.Batch.SequenceCount * call.Shape.KeyValueHeads;
        }
        else
        {
            call.Plan.Cut(call.Batch, call.Pages is null ? call.Shape.QueryHeads : call.Shape.KeyValueHeads, BlockRows, call.Together);
            _pieces = call.Plan.Count;
        }
        call.Scratch.ReserveOwn(Memory.Floats(call.Shape.HeadDim, _valueWidth, _ownKeys));
    }

    /// <summary>Number of pieces.</summary>
    public readonly int Pieces => _pieces;

    /// <summary>Whether the call is one with these heads and this mask.</summary>
    public readonly bool IsOfShape(in AttentionShape shape) => _call.Shape == shape;

    /// <summary>The same call in another layer.</summary>
    public readonly AttentionForward<TTile, T, TRows> At(int layer)
    {
        AttentionForward<TTile, T, TRows> other = this;
        other._call.Layer = layer;
        return other;
    }

    // The rows of a block and where they are found: consecutive positions of one head, or consecutive heads of one position.
    private ref struct Block
    {
        public int Sequence, KeyValueHead, Position, Rows, Slope;
        public bool Laid;
        public float* Q, Output, LogSumExp;
        public nint QueryStride, OutputStride, LogSumExpStride;
    }

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        var memory = new Memory(_call.Scratch.Own(worker), shape.HeadDim, _valueWidth, _ownKeys);
        if (_call.Local)
        {
            Local(in memory, index);
            return;
        }
        ref readonly AttentionBlock block = ref _call.Plan[index];
        int at = block.Sequence, first = block.Start;
        int count = Math.Min(BlockRows, _call.Batch.Offsets[at + 1] - _call.Batch.Offsets[at] - first);
        if (_call.Pages is null)
        {
            AttentionAhead ahead = default;
            if (index + _call.Scratch.Workers < _pieces)
            {
                ref readonly AttentionBlock next = ref _call.Plan[index + _call.Scratch.Workers];
                Queries(ref ahead, next.Sequence, next.Start, next.Head, false);
            }
            Head(in memory, ref ahead, at, first, count, block.Head);
        }
        else if (_call.K is not null)
        {
            Step(in memory, index, at, count);
        }
        else
        {
            for (int head = block.Head; head < block.Head + block.Heads; head++)
                Paged(in memory, at, first, count, head);
        }
    }

    // A sequence and key/value head, keys and values of which are laid out as blocks reach them.
    private readonly void Local(in Memory memory, int index)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        (int sequence, int head) = Piece(index);
        int heads = head * shape.GroupSize;
        int offset = _call.Batch.Offsets[sequence], length = _call.Batch.Offsets[sequence + 1] - offset;
        for (int start = 0, reached = 0; start < length; start += BlockRows)
        {
            int rows = Math.Min(BlockRows, length - start), end = Math.Max(reached, Reach(start, length)), next = start + BlockRows;
            LayOut(in memory, offset, reached, end, head);
            reached = end;
            AttentionAhead ahead = default;
            if (next < length)
            {
                Keys(ref ahead, offset, reached, Reach(next, length), head);
            }
            else if (index + _call.Scratch.Workers < _pieces)
            {
                (int its, int group) = Piece(index + _call.Scratch.Workers);
                Keys(ref ahead, _call.Batch.Offsets[its], 0, Reach(0, _call.Batch.Offsets[its + 1] - _call.Batch.Offsets[its]), group);
                Queries(ref ahead, its, 0, group * shape.GroupSize, false);
            }
            for (int h = heads; h < heads + shape.GroupSize; h++)
            {
                if (h + 1 < heads + shape.GroupSize)
                    Queries(ref ahead, sequence, start, h + 1, true);
                else if (next < length)
                    Queries(ref ahead, sequence, next, heads, true);
                Head(in memory, ref ahead, sequence, start, rows, h);
            }
        }
    }

    private readonly (int Sequence, int Head) Piece(int index) =>
        AttentionPieces.At(index, _call.Batch.SequenceCount, _call.Shape.KeyValueHeads, _call.Scratch.Workers);

    // One past the last key that is laid out for a block.
    private readonly int Reach(int start, int length) =>
        length == 0 ? 0 : Math.Min(length, (_call.Shape.EndKey(Math.Min(start + BlockRows, length) - 1, length) + Tokens - 1) & -Tokens);

    // The query heads of a key/value head whose pages are in the cache.
    private readonly void Paged(in Memory memory, int sequence, int start, int rows, int head)
    {
        int group = _call.Shape.GroupSize;
        if (rows >= FewPositions)
        {
            int position = _call.Batch.StartPositions[sequence] + start, end = position + rows;
            bool laid = group > 1 && end <= _ownKeys;
            if (laid)
                LayOutPages(in memory, sequence, head, _call.Shape.FirstKey(position), end);
            for (int h = 0; h < group; h++)
            {
                AttentionAhead ahead = default;
                if ((head * group) + h + 1 < _call.Shape.QueryHeads)
                    Queries(ref ahead, sequence, start, (head * group) + h + 1, h + 1 < group);
                Head(in memory, ref ahead, sequence, start, rows, (head * group) + h, laid);
            }
            return;
        }
        for (int row = start; row < start + rows; row++)
        {
            for (int h = 0; h < group; h += BlockRows)
                Heads(in memory, sequence, row, (head * group) + h, Math.Min(BlockRows, group - h));
        }
    }

    // Consecutive positions of one head.
    private readonly void Head(in Memory memory, ref AttentionAhead ahead, int sequence, int start, int rows, int head, bool laid = false)
    {
        Block block = Find(sequence, start, head);
        block.Laid = laid;
        block.Rows = rows;
        block.Slope = 1;
        block.QueryStride = (nint)_call.Shape.QueryHeads * _call.Shape.HeadDim;
        block.OutputStride = (nint)_call.Shape.QueryHeads * _call.Shape.ValueDim;
        block.LogSumExpStride = _call.Shape.QueryHeads;
        Run(in memory, in block, ref ahead);
    }

    // Consecutive heads, all of one group, of one position.
    private readonly void Heads(in Memory memory, int sequence, int row, int head, int rows)
    {
        Block block = Find(sequence, row, head);
        block.Rows = rows;
        block.QueryStride = _call.Shape.HeadDim;
        block.OutputStride = _call.Shape.ValueDim;
        block.LogSumExpStride = 1;
        AttentionAhead none = default;
        Run(in memory, in block, ref none);
    }

    private readonly Block Find(int sequence, int start, int head)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        nint row = ((nint)(_call.Batch.Offsets[sequence] + start) * shape.QueryHeads) + head;
        return new()
        {
            Sequence = sequence, KeyValueHead = head / shape.GroupSize, Position = start + (_call.Pages is null ? 0 : _call.Batch.StartPositions[sequence]),
            Q = _call.Q + (row * shape.HeadDim), Output = _call.Output + (row * shape.ValueDim), LogSumExp = _call.LogSumExp is null ? null : _call.LogSumExp + row,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private readonly void Run(in Memory memory, in Block block, ref AttentionAhead ahead)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        int rows = block.Rows, tiles = (rows + TileRows - 1) / TileRows, width = shape.HeadDim, valueWidth = _valueWidth;
        int length = _call.Batch.Offsets[block.Sequence + 1] - _call.Batch.Offsets[block.Sequence];
        int packed = AttentionScores.PackedFloats(width);
        for (int t = 0, first = 0; t < tiles; t++)
        {
            int count = (rows - first + tiles - t - 1) / (tiles - t);
            AttentionScores.Pack(block.Q + (first * block.QueryStride), block.QueryStride, count, width, memory.Q + (t * packed));
            first += count;
        }
        new Span<float>(memory.M, tiles * AttentionSoftmax.MaxRows).Fill(float.NegativeInfinity);
        new Span<float>(memory.L, tiles * AttentionSoftmax.MaxRows).Clear();
        int firstKey = shape.FirstKey(block.Position), endKey = shape.EndKey(block.Position + ((rows - 1) * block.Slope), length);
        // Under a window, rows meet their first key in different tiles: their sums begin as zeros in memory.
        bool zeros = shape.Window > 0;
        if (zeros)
            new Span<float>(memory.Sums, rows * valueWidth).Clear();

        float** pages = stackalloc float*[Tile / Tokens];
        var products = new AttentionTileBand { Ldb = 32, PanelStride = Tile * 32, Ldc = valueWidth, Columns = valueWidth, Accumulate = zeros };
        AttentionBand band = AttentionBand.OfQueries(shape);
        band.Slope = block.Slope;
        float scale = shape.SoftCap == 0 ? shape.Scale : 1f;
        for (int tile = firstKey & -Tile; tile < endKey; tile += Tile)
        {
            band.FirstStep = tile;
            band.EndStep = Math.Min(tile + Tile, endKey);
            float* values = Find(in memory, in block, Math.Max(tile, firstKey), band.EndStep, pages, ref products.PanelStride);
            int row = 0;
            for (int t = 0; t < tiles; t++)
            {
                int count = (rows - row + tiles - t - 1) / (tiles - t);
                band.Position = block.Position + (row * block.Slope);
                int from = band.Low(0) - tile, to = band.High(count - 1) - tile;
                if (from < to)
                {
                    float* sums = memory.Sums + (row * valueWidth), m = memory.M + (t * AttentionSoftmax.MaxRows), l = memory.L + (t * AttentionSoftmax.MaxRows);
                    int page = from / Tokens;
                    if (block.Slope == 0 && count <= TTile.FewRows && page == 0 && to > Tokens)
                        TTile.ScoresAbreast(count, memory.Q + (t * packed), pages, memory.Scores, (to + Tokens - 1) / Tokens, width);
                    else
                        AttentionScores.Run<TTile>(memory.Q + (t * packed), count, pages + page, memory.Scores + (page * Tokens), to - (page * Tokens), width, ref ahead);
                    if (shape.SoftCap != 0)
                        AttentionSoftmax.Cap<T>(count, memory.Scores, Stride, from & -16, to, shape.Scale / shape.SoftCap, shape.SoftCap, null);
                    bool ends = shape.EndKey(band.Position + ((count - 1) * block.Slope), length) <= tile + Tile;
                    if (ends)
                        Prefetch(in block, row, count);
                    AttentionSoftmax.Step<T, TRows>(in band, count, memory.Scores, Stride, scale, m, l, memory.Again);
                    if (block.Slope == 1)
                    {
                        band.Run<TTile>(ref products, false, count, memory.Scores, values, memory.Again, sums, ref ahead);
                    }
                    else
                    {
                        if (products.Accumulate)
                            AttentionSoftmax.Rescale<T>(count, memory.Again, sums, valueWidth);
                        ByPages(products, count, from, to, memory.Scores, values, pages, sums);
                    }
                    if (ends)
                        Finish(in memory, in block, row, count, sums, m, l);
                }
                row += count;
            }
            products.Accumulate = true;
        }
    }

    // The end of rows that have read all their keys: while they are near, and so that what is written leaves meanwhile.
    private readonly void Finish(in Memory memory, in Block block, int row, int count, float* sums, float* m, float* l)
    {
        AttentionSoftmax.Divide<T>(count, sums, _valueWidth, l, block.Output + (row * block.OutputStride), block.OutputStride, _call.Shape.ValueDim);
        if (block.LogSumExp is null)
            return;
        AttentionSoftmax.LogSumExp<T>(m, l, memory.LogSumExp);
        for (int i = 0; i < count; i++)
            block.LogSumExp[(row + i) * block.LogSumExpStride] = memory.LogSumExp[i];
    }
}
