namespace Hone.Tensors;

// A worker's memory, and where the keys and values of a tile are found.
internal unsafe partial struct AttentionForward<TTile, T, TRows>
{
    private const int States = BlockRows / TileRows * AttentionSoftmax.MaxRows;

    // A sequence that goes on by a few positions at a time does not need more room each time.
    private const int Growth = 256;

    // Everything but the keys is a multiple of 16 floats long.
    private readonly ref struct Memory
    {
        public readonly float* Scores, Sums, M, L, Again, LogSumExp, Values, Q, Keys;

        public Memory(float* own, int headDim, int valueWidth, int keys)
        {
            Scores = own;
            Sums = Scores + (TileRows * Stride);
            M = Sums + (BlockRows * valueWidth);
            L = M + States;
            Again = L + States;
            LogSumExp = Again + AttentionSoftmax.MaxRows;
            Q = LogSumExp + AttentionSoftmax.MaxRows;
            Values = Q + (BlockRows / TileRows * AttentionScores.PackedFloats(headDim));
            Keys = Values + ((nint)keys * valueWidth);
        }

        public static long Floats(int headDim, int valueWidth, int keys) =>
            (TileRows * Stride) + (BlockRows * valueWidth) + (2 * States) + (2 * AttentionSoftmax.MaxRows)
            + ((long)BlockRows / TileRows * AttentionScores.PackedFloats(headDim)) + ((long)keys * (headDim + valueWidth));
    }

    // Keys that a worker has room for: those of a sequence that it lays out for itself, or once for the heads of a group; or of a tile.
    private static int OwnKeys(in AttentionCall call)
    {
        int keys = call.Local ? call.Batch.LongestSequence : Tile;
        for (int b = 0; call.Pages is not null && call.Shape.GroupSize > 1 && b < call.Batch.SequenceCount; b++)
        {
            int length = call.Batch.Offsets[b + 1] - call.Batch.Offsets[b], end = call.Batch.StartPositions[b] + length;
            if (length >= FewPositions && end * (long)(call.Shape.HeadDim + call.Shape.ValueDim) <= AttentionOps.OwnFloats)
                keys = Math.Max(keys, (end + Growth - 1) & -Growth);
        }
        return (keys + Tokens - 1) & -Tokens;
    }

    // Keys and values of a sequence from key, whose page begins with it, to end - 1.
    private readonly void LayOut(in Memory memory, int offset, int key, int end, int head)
    {
        if (key >= end)
            return;
        ref readonly AttentionShape shape = ref _call.Shape;
        nint keyStride = (nint)shape.KeyValueHeads * shape.HeadDim, valueStride = (nint)shape.KeyValueHeads * shape.ValueDim;
        float* k = _call.K + (offset * keyStride) + (head * shape.HeadDim), v = _call.V + ((offset + key) * valueStride) + (head * shape.ValueDim);
        AttentionPages.Panels(v, valueStride, shape.ValueDim, end - key, memory.Values + ((nint)key * Tokens), (nint)_ownKeys * Tokens);
        for (; key < end; key += Tokens)
            AttentionPages.Page(k + (key * keyStride), keyStride, shape.HeadDim, Math.Min(Tokens, end - key), memory.Keys + ((nint)key * shape.HeadDim));
    }

    private readonly bool ReadsValuesInPlace => _valueWidth == _call.Shape.ValueDim && _call.Pages is not { Type: not CacheDType.Float32 };

    // The products of rows with the same keys: values are read where they stand, page by page, when they fill whole panels.
    // Behind the values of a page stand the keys of the next head, which this worker does next; or what it does next is in another place.
    private readonly void ByPages(AttentionTileBand products, int rows, int from, int to, float* scores, float* values, float** pages, float* sums, float** behind = null)
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
                nint ahead = behind is null ? (nint)Tokens * _valueWidth : (nint)(behind[key / Tokens] - b);
                TTile.SharedAbreast(rows, in products, scores + key, b, sums, end - key, ahead);
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

    // Pages of the keys of a tile, and its first row of values in panels. Pages before every window may have been given to another
    // sequence: their numbers are not looked at.
    private readonly float* Find(in Memory memory, in Block block, int from, int to, float** pages, ref nint panelStride)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        int tile = from & -Tile, head = block.KeyValueHead;
        if (_call.Local)
        {
            for (int i = 0; i < Tile / Tokens; i++)
                pages[i] = memory.Keys + (((nint)tile + (i * Tokens)) * shape.HeadDim);
            panelStride = (nint)_ownKeys * Tokens;
            return memory.Values + ((nint)tile * Tokens);
        }
        if (_call.Pages is null)
        {
            int first = AttentionPages.FirstPage(block.Sequence, _call.Batch.Offsets[block.Sequence]) + (tile / Tokens);
            for (int i = 0; i < Tile / Tokens; i++)
                pages[i] = _call.KeyPages + ((((nint)head * _call.PageCount) + first + i) * Tokens * shape.HeadDim);
            panelStride = (nint)_call.PageCount * Tokens * 32;
            return _call.ValuePanels + (((nint)head * _call.PageCount * _valueWidth) + ((nint)first * 32)) * Tokens;
        }
        int place = block.Laid ? tile : 0, keys = block.Laid ? _ownKeys : Tile;
        bool inPlace = block.Slope == 0 && ReadsValuesInPlace;
        for (int key = from & -Tokens; key < to; key += Tokens)
        {
            if (!block.Laid && !inPlace)
                LayOutPage(in memory, block.Sequence, head, key, Math.Min(Tokens, to - key), key - tile, keys);
            pages[(key - tile) / Tokens] = _call.Pages.Type == CacheDType.Float32
                ? _call.Pages.Keys(Number(block.Sequence, key), _call.Layer, head)
                : memory.Keys + ((nint)(place + key - tile) * shape.HeadDim);
        }
        panelStride = (nint)keys * Tokens;
        return memory.Values + ((nint)place * Tokens);
    }

    private readonly int Number(int sequence, int key) => _call.Batch.Pages[_call.Batch.PageOffsets[sequence] + (key / Tokens)];

    // Values of the cache, once for all heads of a group, and its keys where they are no float32.
    private readonly void LayOutPages(in Memory memory, int sequence, int head, int from, int to)
    {
        for (int key = from & -Tokens; key < to; key += Tokens)
            LayOutPage(in memory, sequence, head, key, Math.Min(Tokens, to - key), key, _ownKeys);
    }

    private readonly void LayOutPage(in Memory memory, int sequence, int head, int key, int rows, int place, int keys)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        float* values = memory.Values + ((nint)place * Tokens);
        nint panelStride = (nint)keys * Tokens;
        if (_call.Pages!.Type == CacheDType.Float32)
            AttentionPages.Panels(_call.Pages.Keys(Number(sequence, key), _call.Layer, head) + (Tokens * shape.HeadDim), shape.ValueDim, shape.ValueDim, rows, values, panelStride);
        else
            CacheOps.Widen<T>(_call.Pages, Number(sequence, key), _call.Layer, head, rows, memory.Keys + ((nint)place * shape.HeadDim), values, panelStride);
    }
}
