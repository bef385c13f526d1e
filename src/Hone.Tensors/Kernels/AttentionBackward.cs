using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>
/// Gradients of packed attention. The unit of work is a block of queries of one head and a key tile: it continues the chains
/// of the block's dq and of the tile's dk and dv. A piece is either one sequence and key/value head, whose units it does in the
/// order of the contract (query heads of the group, their blocks, their tiles, all ascending); or, when there are too few of
/// those for the workers, one unit of a wave, see <see cref="AttentionWaves"/>.
/// </summary>
internal unsafe partial struct AttentionBackward<TTile, T, TRows> : IParallelWork
    where TTile : struct, IAttentionTile where T : unmanaged, ILanes<T> where TRows : unmanaged, ILaneRows<TRows>
{
    private const int Tile = AttentionBlocks.Tile;
    private const int Tokens = KeyValuePages.PageTokens;

    private const int TileRows = AttentionScores.TileRows;
    private const int Stride = AttentionScores.Stride;

    private readonly AttentionGradientCall _call;
    private readonly AttentionBand _queryBand, _keyBand;
    private readonly int _keyWidth, _valueWidth, _ownKeys;

    /// <summary>Plans a call.</summary>
    public AttentionBackward(in AttentionGradientCall call)
    {
        _call = call;
        _queryBand = AttentionBand.OfQueries(call.Shape);
        _keyBand = AttentionBand.OfKeys(call.Shape);
        _keyWidth = AttentionPages.Padded(call.Shape.HeadDim);
        _valueWidth = AttentionPages.Padded(call.Shape.ValueDim);
        _ownKeys = call.Local ? (call.Batch.LongestSequence + Tokens - 1) & -Tokens : 0;
        call.Scratch.ReserveOwn(Memory.Floats(_keyWidth, _valueWidth, _ownKeys));
    }

    // A worker's memory.
    private readonly ref struct Memory
    {
        // Rows of a softmax go in groups of up to four.
        private const int Rows = AttentionBlocks.MaxRows + 4;

        /// <summary>Floats between panels of <see cref="Q"/> and <see cref="Dout"/>.</summary>
        public const int PanelStride = Rows * 32;
        private const int Packed = (AttentionBlocks.MaxRows + TileRows - 1) / TileRows * TileRows;

        public readonly float* Scores, Dscores, Slopes, Q, Dout, Queries, Gradients, Dq, Dk, Dv, LogSumExp, Dots, KeyPanels, KeyPages, ValuePages;

        public Memory(float* own, int keyWidth, int valueWidth, int keys)
        {
            Scores = own;
            Dscores = Scores + (Rows * Stride);
            Slopes = Dscores + (Rows * Stride);
            Q = Slopes + (TileRows * Stride);
            Dout = Q + (Rows * keyWidth);
            Queries = Dout + (Rows * valueWidth);
            Gradients = Queries + (Packed * keyWidth);
            Dq = Gradients + (Packed * valueWidth);
            LogSumExp = Dq + (Rows * keyWidth);
            Dots = LogSumExp + Rows;
            Dk = Dots + Rows;
            Dv = Dk + (Tile * keyWidth);
            KeyPanels = Dv + (Tile * valueWidth);
            KeyPages = KeyPanels + ((nint)keys * keyWidth);
            ValuePages = KeyPages + ((nint)keys * keyWidth);
        }

        public static long Floats(int keyWidth, int valueWidth, int keys) =>
            (TileRows * Stride) + (Rows * ((2L * Stride) + (2 * keyWidth) + valueWidth + 2)) + (Packed * (keyWidth + valueWidth))
            + ((long)Tile * (keyWidth + valueWidth)) + ((long)keys * ((2 * keyWidth) + valueWidth));
    }

    /// <summary>Number of pieces.</summary>
    public readonly int Pieces => _call.Waves is { } waves ? waves.Count : _call.Batch.SequenceCount * _call.Shape.KeyValueHeads;

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        var memory = new Memory(_call.Scratch.Own(worker), _keyWidth, _valueWidth, _ownKeys);
        if (_call.Waves is { } waves)
        {
            AttentionUnit unit = waves[index];
            AttentionBlocks its = Blocks(unit.Sequence);
            LoadBlock(in memory, in its, in unit);
            AttentionAhead none = default;
            Unit(in memory, in its, in unit, ref none);
            return;
        }
        (int sequence, int head) = Piece(index);
        AttentionBlocks blocks = Blocks(sequence);
        if (_call.Local)
            LayOut(in memory, sequence, blocks.Length, head);
        for (int h = head * shape.GroupSize; h < (head + 1) * shape.GroupSize; h++)
        {
            for (int block = 0; block < blocks.Count; block++)
            {
                var unit = new AttentionUnit(sequence, h, block, blocks.FirstTile(block));
                LoadBlock(in memory, in blocks, in unit);
                AttentionAhead ahead = Ahead(in blocks, in unit, index);
                for (int end = blocks.EndTile(block); unit.Tile < end; unit = unit with { Tile = unit.Tile + 1 })
                    Unit(in memory, in blocks, in unit, ref ahead);
            }
        }
    }

    private readonly (int Sequence, int Head) Piece(int index) =>
        AttentionPieces.At(index, _call.Batch.SequenceCount, _call.Shape.KeyValueHeads, _call.Scratch.Workers);

    private readonly AttentionBlocks Blocks(int sequence) =>
        new(_call.Shape, _call.Batch.Offsets[sequence + 1] - _call.Batch.Offsets[sequence]);

    // Keys and values of a sequence.
    private readonly void LayOut(in Memory memory, int sequence, int length, int head)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        nint offset = _call.Batch.Offsets[sequence], keyStride = (nint)shape.KeyValueHeads * shape.HeadDim, valueStride = (nint)shape.KeyValueHeads * shape.ValueDim;
        float* k = _call.K + (offset * keyStride) + (head * shape.HeadDim), v = _call.V + (offset * valueStride) + (head * shape.ValueDim);
        for (int key = 0; key < length; key += Tokens)
        {
            int rows = Math.Min(Tokens, length - key);
            AttentionPages.Page(k + (key * keyStride), keyStride, shape.HeadDim, rows, memory.KeyPages + ((nint)key * shape.HeadDim));
            AttentionPages.Page(v + (key * valueStride), valueStride, shape.ValueDim, rows, memory.ValuePages + ((nint)key * shape.ValueDim));
        }
        AttentionPages.Panels(k, keyStride, shape.HeadDim, length, memory.KeyPanels, (nint)_ownKeys * 32);
    }

    // The queries and output gradients of a block, its log-sum-exps and the dots of its rows.
    private readonly void LoadBlock(in Memory memory, in AttentionBlocks blocks, in AttentionUnit unit)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        nint first = _call.Batch.Offsets[unit.Sequence] + blocks.Start(unit.Block), heads = shape.QueryHeads;
        int rows = blocks.Rows(unit.Block);
        nint keyStride = heads * shape.HeadDim, valueStride = heads * shape.ValueDim, at = (first * valueStride) + (unit.Head * shape.ValueDim);
        float* q = _call.Q + (first * keyStride) + (unit.Head * shape.HeadDim), dout = _call.Doutput + at;
        AttentionPages.Panels(q, keyStride, shape.HeadDim, rows, memory.Q, Memory.PanelStride);
        AttentionPages.Panels(dout, valueStride, shape.ValueDim, rows, memory.Dout, Memory.PanelStride);
        int tiles = (rows + TileRows - 1) / TileRows;
        for (int t = 0, row = 0; t < tiles; t++)
        {
            int count = (rows - row + tiles - t - 1) / (tiles - t);
            AttentionScores.Pack(q + (row * keyStride), keyStride, count, shape.HeadDim, memory.Queries + (t * TileRows * _keyWidth));
            AttentionScores.Pack(dout + (row * valueStride), valueStride, count, shape.ValueDim, memory.Gradients + (t * TileRows * _valueWidth));
            row += count;
        }
        AttentionSoftmax.LaneDots<T>(_call.Doutput + at, _call.Output + at, valueStride, shape.ValueDim, rows, memory.Dots);
        for (int i = 0; i < rows; i++)
            memory.LogSumExp[i] = _call.LogSumExp[((first + i) * heads) + unit.Head];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private readonly void Unit(in Memory memory, in AttentionBlocks blocks, in AttentionUnit unit, ref AttentionAhead ahead)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        int offset = _call.Batch.Offsets[unit.Sequence], start = blocks.Start(unit.Block), rows = blocks.Rows(unit.Block), tile = unit.Tile * Tile;
        int head = unit.Head / shape.GroupSize, keys = Math.Min(Tile, blocks.EndKey(unit.Block) - tile);
        float** keyPages = stackalloc float*[Tile / Tokens], valuePages = stackalloc float*[Tile / Tokens];
        float* keyPanels = Find(in memory, unit.Sequence, offset, head, tile, keyPages, valuePages, out nint panelStride);

        Rows dq = At(_call.Dq, offset + start, shape.QueryHeads, unit.Head, shape.HeadDim, memory.Dq);
        bool begins = unit.Tile == blocks.FirstTile(unit.Block);
        Take(in dq, rows, begins);
        AttentionBand band = _queryBand;
        band.FirstStep = tile;
        band.EndStep = tile + keys;
        var products = new AttentionTileBand { PanelStride = panelStride, Ldc = dq.Stride, Columns = _keyWidth, Accumulate = true };
        int tiles = (rows + TileRows - 1) / TileRows, row = 0;
        for (int t = 0; t < tiles; t++)
        {
            int count = (rows - row + tiles - t - 1) / (tiles - t);
            band.Position = start + row;
            int from = band.Low(0) - tile, to = band.High(count - 1) - tile, page = from / Tokens;
            if (from < to)
            {
                float* scores = memory.Scores + (row * Stride), dscores = memory.Dscores + (row * Stride);
                AttentionScores.Run<TTile>(memory.Queries + (t * TileRows * _keyWidth), count, keyPages + page, scores + (page * Tokens), to - (page * Tokens), shape.HeadDim, ref ahead);
                AttentionScores.Run<TTile>(memory.Gradients + (t * TileRows * _valueWidth), count, valuePages + page, dscores + (page * Tokens), to - (page * Tokens), shape.ValueDim, ref ahead);
                if (shape.SoftCap == 0)
                {
                    AttentionSoftmax.Gradient<TRows>(in band, count, scores, dscores, Stride, shape.Scale, memory.LogSumExp + row, memory.Dots + row);
                }
                else
                {
                    AttentionSoftmax.Cap<T>(count, scores, Stride, from & -16, to, shape.Scale / shape.SoftCap, shape.SoftCap, memory.Slopes);
                    AttentionSoftmax.Gradient<TRows>(in band, count, scores, dscores, Stride, 1f, memory.LogSumExp + row, memory.Dots + row);
                    AttentionSoftmax.Uncap<T>(count, dscores, memory.Slopes, Stride, from & -16, to, shape.Scale);
                }
                band.Run<TTile>(ref products, false, count, dscores, keyPanels, null, dq.First + (row * dq.Stride), ref ahead);
            }
            row += count;
        }
        Put(in dq, rows);
        Keys(in memory, in blocks, in unit, offset, head, keys, ref ahead);
    }

    // dk += dsᵀ q and dv += pᵀ dout: rows are the keys of the tile, steps the queries of the block that read them.
    private readonly void Keys(in Memory memory, in AttentionBlocks blocks, in AttentionUnit unit, int offset, int head, int keys, ref AttentionAhead ahead)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        int tile = unit.Tile * Tile, start = blocks.Start(unit.Block);
        // The first unit of the tile begins its chains, of all its keys, also of those that only later blocks read.
        bool begins = unit.Head % shape.GroupSize == 0 && !blocks.Reads(unit.Block - 1, unit.Tile);
        int all = begins ? Math.Min(Tile, blocks.Length - tile) : keys;
        AttentionBand band = _keyBand;
        band.Position = tile;
        band.FirstStep = start;
        band.EndStep = start + blocks.Rows(unit.Block);

        Rows dk = At(_call.Dk, offset + tile, shape.KeyValueHeads, head, shape.HeadDim, memory.Dk);
        Take(in dk, all, begins);
        var products = new AttentionTileBand { PanelStride = Memory.PanelStride, Ldc = dk.Stride, Columns = _keyWidth, Accumulate = true };
        band.Run<TTile>(ref products, true, keys, memory.Dscores, memory.Q, null, dk.First, ref ahead);
        Put(in dk, all);

        Rows dv = At(_call.Dv, offset + tile, shape.KeyValueHeads, head, shape.ValueDim, memory.Dv);
        Take(in dv, all, begins);
        products.Columns = _valueWidth;
        products.Ldc = dv.Stride;
        band.Run<TTile>(ref products, true, keys, memory.Scores, memory.Dout, null, dv.First, ref ahead);
        Put(in dv, all);
    }

    private readonly float* Find(in Memory memory, int sequence, int offset, int head, int tile, float** keyPages, float** valuePages, out nint panelStride)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        nint first = tile / Tokens, count = _ownKeys / Tokens;
        float* keys = memory.KeyPages, values = memory.ValuePages, panels = memory.KeyPanels;
        if (!_call.Local)
        {
            count = _call.PageCount;
            first += AttentionPages.FirstPage(sequence, offset);
            keys = _call.KeyPages + (head * count * Tokens * shape.HeadDim);
            values = _call.ValuePages + (head * count * Tokens * shape.ValueDim);
            panels = _call.KeyPanels + (head * count * Tokens * _keyWidth);
        }
        for (int i = 0; i < Tile / Tokens; i++)
        {
            keyPages[i] = keys + ((first + i) * Tokens * shape.HeadDim);
            valuePages[i] = values + ((first + i) * Tokens * shape.ValueDim);
        }
        panelStride = count * Tokens * 32;
        return panels + (first * Tokens * 32);
    }

    // Rows of a gradient: in the tensor itself where a row is whole panels, else in padded rows of the worker's memory.
    private readonly ref struct Rows
    {
        public float* First { get; init; }

        public nint Stride { get; init; }

        public float* Home { get; init; }

        public nint HomeStride { get; init; }

        public int Width { get; init; }
    }

    private static Rows At(float* tensor, int row, int heads, int head, int width, float* padded)
    {
        nint stride = (nint)heads * width;
        float* home = tensor + (row * stride) + (head * width);
        bool whole = width % 32 == 0;
        return new() { First = whole ? home : padded, Stride = whole ? stride : AttentionPages.Padded(width), Home = home, HomeStride = stride, Width = width };
    }

    private static void Take(in Rows rows, int count, bool begins)
    {
        if (begins)
        {
            for (int i = 0; i < count; i++)
                new Span<float>(rows.First + (i * rows.Stride), rows.First == rows.Home ? rows.Width : (int)rows.Stride).Clear();
        }
        else if (rows.First != rows.Home)
        {
            GemmPack.PadRows(rows.Home, rows.HomeStride, rows.Width, count, rows.First, (int)rows.Stride);
        }
    }

    private static void Put(in Rows rows, int count)
    {
        if (rows.First == rows.Home)
            return;
        for (int i = 0; i < count; i++)
            new ReadOnlySpan<float>(rows.First + (i * rows.Stride), rows.Width).CopyTo(new Span<float>(rows.Home + (i * rows.HomeStride), rows.Width));
    }
}
