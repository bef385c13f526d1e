using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>
/// Forward attention, for packed and paged keys alike. A block is up to 96 queries of one head, or the heads of a group at one
/// position; it goes through the key tiles ascending, and in each through tiles of 12 rows: scores, softmax while they are in
/// the nearest cache, products with the values. Pieces are blocks; or, for many short sequences, a sequence and key/value head,
/// whose keys are then laid out in the worker's own memory.
/// </summary>
internal unsafe struct AttentionForward<TTile, T, TRows> : IParallelWork
    where TTile : struct, IAttentionTile where T : unmanaged, ILanes<T> where TRows : unmanaged, ILaneRows<TRows>
{
    private const int Tile = 128;
    private const int Tokens = KeyValuePages.PageTokens;
    private const int BlockRows = 96;

    private const int TileRows = AttentionScores.TileRows;
    private const int Stride = AttentionScores.Stride;

    /// <summary>Fewer new positions than this go position by position, with the heads of a group as rows.</summary>
    private const int FewPositions = 5;

    private const int States = BlockRows / TileRows * AttentionSoftmax.MaxRows;

    private readonly AttentionCall _call;
    private readonly int _pieces, _valueWidth;

    /// <summary>Plans a call.</summary>
    public AttentionForward(in AttentionCall call)
    {
        _call = call;
        _valueWidth = AttentionPages.Padded(call.Shape.ValueDim);
        if (call.Local)
        {
            _pieces = call.Batch.SequenceCount * call.Shape.KeyValueHeads;
        }
        else
        {
            call.Plan.Cut(call.Batch, call.Pages is null ? call.Shape.QueryHeads : call.Shape.KeyValueHeads, BlockRows, call.Together);
            _pieces = call.Plan.Count;
        }
        call.Scratch.ReserveOwn(
            ((long)BlockRows * _valueWidth) + ((long)BlockRows / TileRows * AttentionScores.PackedFloats(call.Shape.HeadDim)) + (TileRows * Stride) + (2 * States)
            + (2 * AttentionSoftmax.MaxRows) + ((long)Tile * (call.Shape.HeadDim + _valueWidth)));
    }

    // A worker's memory. Everything but the keys is a multiple of 16 floats long.
    private readonly ref struct Memory
    {
        public readonly float* Scores, Sums, M, L, Again, LogSumExp, Values, Q, Keys;

        public Memory(float* own, int valueWidth, int headDim)
        {
            Scores = own;
            Sums = Scores + (TileRows * Stride);
            M = Sums + (BlockRows * valueWidth);
            L = M + States;
            Again = L + States;
            LogSumExp = Again + AttentionSoftmax.MaxRows;
            Values = LogSumExp + AttentionSoftmax.MaxRows;
            Q = Values + (Tile * valueWidth);
            Keys = Q + (BlockRows / TileRows * AttentionScores.PackedFloats(headDim));
        }
    }

    /// <summary>Number of pieces.</summary>
    public readonly int Pieces => _pieces;

    // The rows of a block and where they are found: consecutive positions of one head, or consecutive heads of one position.
    private ref struct Block
    {
        public int Sequence, KeyValueHead, Position, Rows, Slope;
        public float* Q, Output, LogSumExp;
        public nint QueryStride, OutputStride, LogSumExpStride;
    }

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        var memory = new Memory(_call.Scratch.Own(worker), _valueWidth, shape.HeadDim);
        if (_call.Local)
        {
            int sequence = index / shape.KeyValueHeads, head = index % shape.KeyValueHeads;
            int offset = _call.Batch.Offsets[sequence], length = _call.Batch.Offsets[sequence + 1] - offset;
            LayOut(in memory, offset, length, head);
            for (int h = head * shape.GroupSize; h < (head + 1) * shape.GroupSize; h++)
            {
                for (int start = 0; start < length; start += BlockRows)
                    Head(in memory, sequence, start, Math.Min(BlockRows, length - start), h);
            }
            return;
        }
        ref readonly AttentionBlock block = ref _call.Plan[index];
        int at = block.Sequence, first = block.Start;
        int rows = Math.Min(BlockRows, _call.Batch.Offsets[at + 1] - _call.Batch.Offsets[at] - first);
        if (_call.Pages is null)
        {
            Head(in memory, at, first, rows, block.Head);
        }
        else
        {
            for (int head = block.Head; head < block.Head + block.Heads; head++)
                Paged(in memory, at, first, rows, head);
        }
    }

    // The query heads of a key/value head whose pages are in the cache.
    private readonly void Paged(in Memory memory, int sequence, int start, int rows, int head)
    {
        int group = _call.Shape.GroupSize;
        if (rows >= FewPositions)
        {
            for (int h = 0; h < group; h++)
                Head(in memory, sequence, start, rows, (head * group) + h);
            return;
        }
        for (int row = start; row < start + rows; row++)
        {
            for (int h = 0; h < group; h += BlockRows)
                Heads(in memory, sequence, row, (head * group) + h, Math.Min(BlockRows, group - h));
        }
    }

    // Consecutive positions of one head.
    private readonly void Head(in Memory memory, int sequence, int start, int rows, int head)
    {
        Block block = Find(sequence, start, head);
        block.Rows = rows;
        block.Slope = 1;
        block.QueryStride = (nint)_call.Shape.QueryHeads * _call.Shape.HeadDim;
        block.OutputStride = (nint)_call.Shape.QueryHeads * _call.Shape.ValueDim;
        block.LogSumExpStride = _call.Shape.QueryHeads;
        Run(in memory, in block);
    }

    // Consecutive heads, all of one group, of one position.
    private readonly void Heads(in Memory memory, int sequence, int row, int head, int rows)
    {
        Block block = Find(sequence, row, head);
        block.Rows = rows;
        block.QueryStride = _call.Shape.HeadDim;
        block.OutputStride = _call.Shape.ValueDim;
        block.LogSumExpStride = 1;
        Run(in memory, in block);
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

    // Keys and values of a sequence of one tile.
    private readonly void LayOut(in Memory memory, int offset, int length, int head)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        nint keyStride = (nint)shape.KeyValueHeads * shape.HeadDim, valueStride = (nint)shape.KeyValueHeads * shape.ValueDim;
        float* k = _call.K + (offset * keyStride) + (head * shape.HeadDim), v = _call.V + (offset * valueStride) + (head * shape.ValueDim);
        for (int key = 0; key < length; key += Tokens)
            AttentionPages.Page(k + (key * keyStride), keyStride, shape.HeadDim, Math.Min(Tokens, length - key), memory.Keys + (key * shape.HeadDim));
        AttentionPages.Panels(v, valueStride, shape.ValueDim, length, memory.Values, Tile * 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private readonly void Run(in Memory memory, in Block block)
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
                if (tile + Tile >= endKey)
                    Prefetch(in block, row, count);
                if (from < to)
                {
                    float* sums = memory.Sums + (row * valueWidth), m = memory.M + (t * AttentionSoftmax.MaxRows), l = memory.L + (t * AttentionSoftmax.MaxRows);
                    int page = from / Tokens;
                    if (block.Slope == 0 && count <= TTile.FewRows && page == 0 && to > Tokens)
                        TTile.ScoresAbreast(count, memory.Q + (t * packed), pages, memory.Scores, (to + Tokens - 1) / Tokens, width);
                    else
                        AttentionScores.Run<TTile>(memory.Q + (t * packed), count, pages + page, memory.Scores + (page * Tokens), to - (page * Tokens), width);
                    if (shape.SoftCap != 0)
                        AttentionSoftmax.Cap<T>(count, memory.Scores, Stride, from & -16, to, shape.Scale / shape.SoftCap, shape.SoftCap, null);
                    AttentionSoftmax.Step<T, TRows>(in band, count, memory.Scores, Stride, scale, m, l, memory.Again);
                    if (block.Slope == 1)
                    {
                        band.Run<TTile>(in products, false, count, memory.Scores, values, memory.Again, sums);
                    }
                    else
                    {
                        if (products.Accumulate)
                            AttentionSoftmax.Rescale<T>(count, memory.Again, sums, valueWidth);
                        ByPages(products, count, from, to, memory.Scores, values, pages, sums);
                    }
                }
                row += count;
            }
            products.Accumulate = true;
        }
        Finish(in memory, in block, tiles);
    }

    private readonly bool ReadsValuesInPlace => _valueWidth == _call.Shape.ValueDim && _call.Pages is not { Type: not CacheDType.Float32 };

    // The products of rows with the same keys: values are read where they stand, page by page, when they fill whole panels.
    private readonly void ByPages(AttentionTileBand products, int rows, int from, int to, float* scores, float* values, float** pages, float* sums)
    {
        bool whole = ReadsValuesInPlace;
        if (whole)
        {
            products.Ldb = _valueWidth;
            products.PanelStride = 32;
        }
        for (int key = from; key < to;)
        {
            int end = Math.Min(to, whole ? (key & -Tokens) + Tokens : Tile);
            float* b = whole ? pages[key / Tokens] + (Tokens * _call.Shape.HeadDim) + (key % Tokens * _valueWidth) : values + (key * 32);
            if (rows <= TTile.FewRows && whole && _valueWidth % 64 == 0)
            {
                // Behind the values of a page stand the keys of the next head, which this worker does next.
                TTile.SharedAbreast(rows, in products, scores + key, b, sums, end - key, (nint)Tokens * _valueWidth);
                products.Accumulate = true;
                key = end;
                continue;
            }
            for (int row = 0; row < rows; row += TTile.MaxRows)
                TTile.Shared(Math.Min(TTile.MaxRows, rows - row), in products, scores + (row * Stride) + key, b, sums + (row * _valueWidth), end - key);
            products.Accumulate = true;
            key = end;
        }
    }

    // What the tile will write, and the same rows of the next head, which this worker is likely to do next: far rows are no stream
    // that the hardware would follow. Beyond the end a prefetch does nothing.
    private readonly void Prefetch(in Block block, int row, int rows)
    {
        if (!Sse.IsSupported || block.Slope == 0)
            return;
        int valueWidth = _call.Shape.ValueDim, width = _call.Local ? _call.Shape.HeadDim : 0;
        float* output = block.Output + (row * block.OutputStride), q = block.Q + (row * block.QueryStride) + width;
        for (int i = 0; i < rows; i++, output += block.OutputStride, q += block.QueryStride)
        {
            for (int d = 0; d < valueWidth; d += 16)
                Sse.Prefetch0(output + d);
            for (int d = 0; d < width; d += 16)
                Sse.Prefetch0(q + d);
        }
    }

    // Pages of the keys of a tile, and its first row of values in panels. Pages before every window may have been given to another
    // sequence: their numbers are not looked at.
    private readonly float* Find(in Memory memory, in Block block, int from, int to, float** pages, ref nint panelStride)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        int tile = from & -Tile, head = block.KeyValueHead;
        if (_call.Local)
        {
            for (int i = 0; i < Tile / Tokens; i++)
                pages[i] = memory.Keys + (i * Tokens * shape.HeadDim);
            return memory.Values;
        }
        if (_call.Pages is null)
        {
            int first = AttentionPages.FirstPage(block.Sequence, _call.Batch.Offsets[block.Sequence]) + (tile / Tokens);
            for (int i = 0; i < Tile / Tokens; i++)
                pages[i] = _call.KeyPages + ((((nint)head * _call.PageCount) + first + i) * Tokens * shape.HeadDim);
            panelStride = (nint)_call.PageCount * Tokens * 32;
            return _call.ValuePanels + (((nint)head * _call.PageCount * _valueWidth) + ((nint)first * 32)) * Tokens;
        }
        bool inPlace = block.Slope == 0 && ReadsValuesInPlace;
        for (int key = from & -Tokens; key < to; key += Tokens)
        {
            int number = _call.Batch.Pages[_call.Batch.PageOffsets[block.Sequence] + (key / Tokens)];
            if (_call.Pages.Type != CacheDType.Float32)
            {
                pages[(key - tile) / Tokens] = memory.Keys + ((key - tile) * shape.HeadDim);
                CacheOps.Widen<T>(
                    _call.Pages, number, _call.Layer, head, Math.Min(Tokens, to - key), pages[(key - tile) / Tokens], memory.Values + ((key - tile) * 32), Tile * 32);
                continue;
            }
            float* page = _call.Pages.Keys(number, _call.Layer, head);
            pages[(key - tile) / Tokens] = page;
            if (!inPlace)
                AttentionPages.Panels(page + (Tokens * shape.HeadDim), shape.ValueDim, shape.ValueDim, Math.Min(Tokens, to - key), memory.Values + ((key - tile) * 32), Tile * 32);
        }
        return memory.Values;
    }

    private readonly void Finish(in Memory memory, in Block block, int tiles)
    {
        int row = 0;
        for (int t = 0; t < tiles; t++)
        {
            int count = (block.Rows - row + tiles - t - 1) / (tiles - t);
            float* m = memory.M + (t * AttentionSoftmax.MaxRows), l = memory.L + (t * AttentionSoftmax.MaxRows);
            AttentionSoftmax.Divide<T>(
                count, memory.Sums + (row * _valueWidth), _valueWidth, l, block.Output + (row * block.OutputStride), block.OutputStride, _call.Shape.ValueDim);
            if (block.LogSumExp is not null)
            {
                AttentionSoftmax.LogSumExp<T>(m, l, memory.LogSumExp);
                for (int i = 0; i < count; i++)
                    block.LogSumExp[(row + i) * block.LogSumExpStride] = memory.LogSumExp[i];
            }
            row += count;
        }
    }
}
