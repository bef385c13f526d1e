using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>
/// Forward attention, for packed and paged keys alike. A block is up to 96 queries of one head; it goes through the key tiles
/// ascending, and in each through tiles of 12 queries: scores, softmax while they are in the nearest cache, products with the
/// values. Pieces are blocks; or, for many short sequences, a sequence and key/value head, whose keys are then laid out in
/// the worker's own memory.
/// </summary>
internal unsafe struct AttentionForward<TTile, T, TRows> : IParallelWork
    where TTile : struct, IAttentionTile where T : unmanaged, ILanes<T> where TRows : unmanaged, ILaneRows<TRows>
{
    private const int Tile = 128;
    private const int Tokens = KeyValuePages.PageTokens;
    private const int BlockRows = 96;

    /// <summary>Queries whose scores are in hand at once; a multiple of the rows of every register tile.</summary>
    private const int TileRows = 12;

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
            call.Plan.Cut(call.Batch, BlockRows);
            _pieces = call.Plan.Count * call.Shape.QueryHeads;
        }
        call.Scratch.ReserveOwn(
            ((long)BlockRows * (call.Shape.HeadDim + _valueWidth)) + (TileRows * Tile) + (2 * States) + (2 * AttentionSoftmax.MaxRows)
            + ((long)Tile * (call.Shape.HeadDim + _valueWidth)));
    }

    // A worker's memory. Everything but the keys is a multiple of 16 floats long.
    private readonly ref struct Memory
    {
        public readonly float* Scores, Sums, M, L, Again, LogSumExp, Values, Q, Keys;

        public Memory(float* own, int valueWidth, int headDim)
        {
            Scores = own;
            Sums = Scores + (TileRows * Tile);
            M = Sums + (BlockRows * valueWidth);
            L = M + States;
            Again = L + States;
            LogSumExp = Again + AttentionSoftmax.MaxRows;
            Values = LogSumExp + AttentionSoftmax.MaxRows;
            Q = Values + (Tile * valueWidth);
            Keys = Q + (BlockRows * headDim);
        }
    }

    /// <summary>Number of pieces.</summary>
    public readonly int Pieces => _pieces;

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
                    Block(in memory, sequence, start, Math.Min(BlockRows, length - start), h);
            }
        }
        else
        {
            int block = index / shape.QueryHeads, head = index % shape.QueryHeads, sequence = _call.Plan.Sequence(block), start = _call.Plan.Start(block);
            int length = _call.Batch.Offsets[sequence + 1] - _call.Batch.Offsets[sequence];
            Block(in memory, sequence, start, Math.Min(BlockRows, length - start), head);
        }
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
    private readonly void Block(in Memory memory, int sequence, int start, int rows, int head)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        int offset = _call.Batch.Offsets[sequence], length = _call.Batch.Offsets[sequence + 1] - offset;
        int position = start + (_call.Pages is null ? 0 : _call.Batch.StartPositions[sequence]);
        int tiles = (rows + TileRows - 1) / TileRows, width = shape.HeadDim, valueWidth = _valueWidth;
        CopyQueries(offset + start, head, rows, memory.Q);
        new Span<float>(memory.M, tiles * AttentionSoftmax.MaxRows).Fill(float.NegativeInfinity);
        new Span<float>(memory.L, tiles * AttentionSoftmax.MaxRows).Clear();
        int firstKey = shape.FirstKey(position), endKey = shape.EndKey(position + rows - 1, length);
        // Under a window, rows meet their first key in different tiles: their sums begin as zeros in memory.
        bool zeros = shape.Window > 0;
        if (zeros)
            new Span<float>(memory.Sums, rows * valueWidth).Clear();

        float** pages = stackalloc float*[Tile / Tokens];
        var products = new AttentionTileBand { RowStride = Tile, StepStride = 1, Ldb = 32, Ldc = valueWidth, Columns = valueWidth, Accumulate = zeros };
        AttentionBand band = AttentionBand.OfQueries(shape);
        for (int tile = firstKey & -Tile; tile < endKey; tile += Tile)
        {
            band.FirstStep = tile;
            band.EndStep = Math.Min(tile + Tile, endKey);
            float* values = Find(in memory, sequence, head / shape.GroupSize, Math.Max(tile, firstKey), band.EndStep, pages, out products.PanelStride);
            int row = 0;
            for (int t = 0; t < tiles; t++)
            {
                int count = (rows - row + tiles - t - 1) / (tiles - t);
                band.Position = position + row;
                int from = band.Low(0), to = band.High(count - 1);
                if (tile + Tile >= endKey)
                    Prefetch(offset + start + row, count, head);
                if (from < to)
                {
                    float* sums = memory.Sums + (row * valueWidth), m = memory.M + (t * AttentionSoftmax.MaxRows), l = memory.L + (t * AttentionSoftmax.MaxRows);
                    int page = (from - tile) / Tokens;
                    Scores(memory.Q + (row * width), count, pages + page, memory.Scores + (page * Tokens), to - tile - (page * Tokens));
                    AttentionSoftmax.Step<T, TRows>(in band, count, memory.Scores, Tile, shape.Scale, m, l, memory.Again);
                    if (products.Accumulate)
                        AttentionSoftmax.Rescale<T>(count, memory.Again, sums, valueWidth);
                    band.Run<TTile>(in products, count, memory.Scores, values, sums);
                }
                row += count;
            }
            products.Accumulate = true;
        }
        Finish(in memory, offset + start, rows, tiles, head);
    }

    // What the tile will write, and the same rows of the next head, which this worker is likely to do next: far rows are no stream
    // that the hardware would follow. Beyond the end a prefetch does nothing.
    private readonly void Prefetch(int firstRow, int rows, int head)
    {
        if (!Sse.IsSupported)
            return;
        ref readonly AttentionShape shape = ref _call.Shape;
        int valueWidth = shape.ValueDim, keyWidth = _call.Local ? shape.HeadDim : 0;
        nint valueStride = (nint)shape.QueryHeads * valueWidth, keyStride = (nint)shape.QueryHeads * shape.HeadDim;
        float* output = _call.Output + (firstRow * valueStride) + (head * valueWidth), q = _call.Q + (firstRow * keyStride) + ((head + 1) * shape.HeadDim);
        for (int i = 0; i < rows; i++, output += valueStride, q += keyStride)
        {
            for (int d = 0; d < valueWidth; d += 16)
                Sse.Prefetch0(output + d);
            for (int d = 0; d < keyWidth; d += 16)
                Sse.Prefetch0(q + d);
        }
    }

    private readonly void CopyQueries(int firstRow, int head, int rows, float* q)
    {
        nint width = _call.Shape.HeadDim, stride = _call.Shape.QueryHeads * width;
        float* source = _call.Q + (firstRow * stride) + (head * width);
        for (int i = 0; i < rows; i++, source += stride, q += width)
            new ReadOnlySpan<float>(source, (int)width).CopyTo(new Span<float>(q, (int)width));
    }

    private readonly void Scores(float* q, int rows, float** pages, float* scores, int keys)
    {
        int width = _call.Shape.HeadDim, row = 0;
        for (int left = (rows + TTile.MaxRows - 1) / TTile.MaxRows; left > 0; left--)
        {
            int count = (rows - row + left - 1) / left;
            TTile.Scores(count, q + (row * width), width, pages, scores + (row * Tile), Tile, keys, width);
            row += count;
        }
    }

    // Pages of the keys of a tile, and its first row of values in panels. Pages before every window may have been given to another
    // sequence: their numbers are not looked at.
    private readonly float* Find(in Memory memory, int sequence, int head, int from, int to, float** pages, out nint panelStride)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        int tile = from & -Tile;
        panelStride = Tile * 32;
        if (_call.Local)
        {
            for (int i = 0; i < Tile / Tokens; i++)
                pages[i] = memory.Keys + (i * Tokens * shape.HeadDim);
            return memory.Values;
        }
        if (_call.Pages is null)
        {
            int first = AttentionPages.FirstPage(sequence, _call.Batch.Offsets[sequence]) + (tile / Tokens);
            for (int i = 0; i < Tile / Tokens; i++)
                pages[i] = _call.KeyPages + ((((nint)head * _call.PageCount) + first + i) * Tokens * shape.HeadDim);
            panelStride = (nint)_call.PageCount * Tokens * 32;
            return _call.ValuePanels + (((nint)head * _call.PageCount * _valueWidth) + ((nint)first * 32)) * Tokens;
        }
        for (int key = from & -Tokens; key < to; key += Tokens)
        {
            float* page = _call.Pages.Keys(_call.Batch.Pages[_call.Batch.PageOffsets[sequence] + (key / Tokens)], _call.Layer, head);
            pages[(key - tile) / Tokens] = page;
            AttentionPages.Panels(page + (Tokens * shape.HeadDim), shape.ValueDim, shape.ValueDim, Math.Min(Tokens, to - key), memory.Values + ((key - tile) * 32), Tile * 32);
        }
        return memory.Values;
    }

    private readonly void Finish(in Memory memory, int firstRow, int rows, int tiles, int head)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        nint stride = (nint)shape.QueryHeads * shape.ValueDim;
        int row = 0;
        for (int t = 0; t < tiles; t++)
        {
            int count = (rows - row + tiles - t - 1) / (tiles - t);
            float* m = memory.M + (t * AttentionSoftmax.MaxRows), l = memory.L + (t * AttentionSoftmax.MaxRows);
            AttentionSoftmax.Divide<T>(
                count, memory.Sums + (row * _valueWidth), _valueWidth, l, _call.Output + ((firstRow + row) * stride) + (head * shape.ValueDim), stride, shape.ValueDim);
            if (_call.LogSumExp is not null)
            {
                AttentionSoftmax.LogSumExp<T>(m, l, memory.LogSumExp);
                for (int i = 0; i < count; i++)
                    _call.LogSumExp[((nint)(firstRow + row + i) * shape.QueryHeads) + head] = memory.LogSumExp[i];
            }
            row += count;
        }
    }
}
