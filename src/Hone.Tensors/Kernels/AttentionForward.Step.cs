using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

// A decode step of many sequences: a piece is a sequence's new row, whose keys and values are written and then read with all before.
internal unsafe partial struct AttentionForward<TTile, T, TRows>
{
    private readonly void Step(in Memory memory, int index, int sequence, int rows)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        var writer = new WriteKeyValuesWork(_call.K, _call.V, _call.Batch, _call.Pages!, _call.Layer, true);
        writer.WriteAll(sequence, shape.KeyValueHeads);
        if (rows == 1 && TakesRow)
        {
            // Most likely this worker's next one; a wrong guess costs a little bandwidth.
            int guess = index + _call.Scratch.Workers, next = guess < _pieces ? _call.Plan[guess].Sequence : -1;
            Row(in memory, in writer, sequence, 0, shape.KeyValueHeads, next);
            return;
        }
        for (int head = 0; head < shape.KeyValueHeads; head++)
            Paged(in memory, sequence, 0, rows, head);
    }

    /// <summary>The queries of a key/value head of the first sequence, which has one row whose key and value have been written.</summary>
    public readonly void Head(int head, int worker)
    {
        var memory = new Memory(_call.Scratch.Own(worker), _call.Shape.HeadDim, _valueWidth, _ownKeys);
        if (TakesRow)
            Row(in memory, default, 0, head, head + 1, -1);
        else
            Paged(in memory, 0, 0, 1, head);
    }

    private readonly bool TakesRow =>
        _call.Shape is { Window: <= 0, SoftCap: 0, Scale: > 0 } && ReadsValuesInPlace && _call.Shape.QueryHeads <= BlockRows && _call.Shape.GroupSize <= TileRows;

    // The one row of a sequence: tiles of keys, in each some heads, whose parts of a page follow each other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private readonly void Row(in Memory memory, in WriteKeyValuesWork writer, int sequence, int head, int endHead, int next)
    {
        const int tilePages = Tile / Tokens;
        ref readonly AttentionShape shape = ref _call.Shape;
        int group = shape.GroupSize, width = shape.HeadDim, valueWidth = _valueWidth;
        int end = _call.Batch.StartPositions[sequence] + 1, nextEnd = next < 0 ? 0 : _call.Batch.StartPositions[next] + 1;
        nint row = (nint)_call.Batch.Offsets[sequence] * shape.QueryHeads, headFloats = (nint)Tokens * (width + valueWidth);
        float* q = _call.Q + (row * width), output = _call.Output + (row * valueWidth);
        float** first = stackalloc float*[tilePages], pages = stackalloc float*[tilePages], then = stackalloc float*[tilePages], behind = stackalloc float*[tilePages];
        var products = new AttentionTileBand { Ldb = 32, Ldc = valueWidth, Columns = valueWidth };
        AttentionAhead none = default;
        Find(sequence, 0, end, first);
        for (int tile = 0; tile < end; tile += Tile)
        {
            int count = Math.Min(Tile, end - tile), used = (count + Tokens - 1) / Tokens;
            bool last = tile + Tile >= end;
            int known = last ? Find(next, 0, nextEnd, then) : Find(sequence, tile + Tile, end, then);
            for (int h = head; h < endHead; h++)
            {
                for (int i = 0; i < used; i++)
                {
                    pages[i] = first[i] + (h * headFloats);
                    behind[i] = h + 1 < endHead ? pages[i] + headFloats : i < known ? then[i] : pages[i];
                }
                if (last && next >= 0)
                    writer.Prefetch(next, h);
                AttentionScores.Pack(q + ((nint)h * group * width), width, group, width, memory.Q);
                if (group <= TTile.FewRows && used > 1)
                {
                    TTile.ScoresAbreast(group, memory.Q, pages, memory.Scores, used, width);
                }
                else
                {
                    Prefetch(pages[0] + (Tokens * width), Math.Min(count, Tokens) * valueWidth);
                    AttentionScores.Run<TTile>(memory.Q, group, pages, memory.Scores, count, width, ref none);
                }
                float* sums = memory.Sums + ((nint)h * group * valueWidth);
                for (int i = 0; i < group; i++)
                {
                    float* m = memory.M + (h * group) + i, l = memory.L + (h * group) + i;
                    if (tile == 0)
                        (*m, *l) = (float.NegativeInfinity, 0f);
                    float again = AttentionSoftmax.StepOfRow<T, TRows>(memory.Scores + (i * Stride), count, shape.Scale, ref *m, ref *l);
                    if (tile > 0)
                        AttentionSoftmax.Rescale<T>(1, &again, sums + ((nint)i * valueWidth), valueWidth);
                }
                products.Accumulate = tile > 0;
                ByPages(products, group, 0, count, memory.Scores, null, pages, sums, behind);
                for (int i = 0; i < group && last; i++)
                {
                    nint at = (((nint)h * group) + i) * valueWidth;
                    AttentionSoftmax.DivideRow<T>(memory.Sums + at, memory.L[(h * group) + i], output + at, valueWidth);
                }
            }
            float** read = first;
            first = then;
            then = read;
        }
    }

    // The first head of the pages of a tile; their number.
    private readonly int Find(int sequence, int tile, int end, float** pages)
    {
        int count = Math.Min(Tile / Tokens, (end - tile + Tokens - 1) / Tokens);
        for (int i = 0; i < count; i++)
            pages[i] = _call.Pages!.Keys(Number(sequence, tile + (i * Tokens)), _call.Layer, 0);
        return count;
    }

    private static void Prefetch(float* from, int floats)
    {
        for (int i = 0; i < floats && Sse.IsSupported; i += 16)
            Sse.Prefetch0(from + i);
    }
}
