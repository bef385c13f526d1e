namespace Hone.Tensors;

// What is fetched before it is read or written.
internal unsafe partial struct AttentionBackward<TTile, T, TRows>
{
    // What the next block reads of the forward pass and writes: that of this piece or, behind its last, of the worker's next piece,
    // with the keys and values that it will lay out.
    private readonly AttentionAhead Ahead(in AttentionBlocks blocks, in AttentionUnit unit, int piece)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        AttentionAhead ahead = default;
        if (unit.Block + 1 < blocks.Count)
        {
            int tile = blocks.EndTile(unit.Block) * Tile;
            if (unit.Head % shape.GroupSize == 0 && blocks.EndTile(unit.Block + 1) * Tile > tile)
                Keys(ref ahead, _call.Dk, _call.Dv, _call.Batch.Offsets[unit.Sequence] + tile, Math.Min(Tile, blocks.Length - tile), unit.Head / shape.GroupSize);
            Queries(ref ahead, in blocks, unit with { Block = unit.Block + 1 }, true);
        }
        else if ((unit.Head + 1) % shape.GroupSize != 0)
        {
            Queries(ref ahead, in blocks, unit with { Block = 0, Head = unit.Head + 1 }, true);
        }
        else if (piece + _call.Scratch.Workers < Pieces)
        {
            (int sequence, int head) = Piece(piece + _call.Scratch.Workers);
            AttentionBlocks its = Blocks(sequence);
            if (_call.Local)
                Keys(ref ahead, _call.K, _call.V, _call.Batch.Offsets[sequence], its.Length, head);
            Queries(ref ahead, in its, new AttentionUnit(sequence, head * shape.GroupSize, 0, 0), false);
        }
        return ahead;
    }

    private readonly void Keys(ref AttentionAhead ahead, float* k, float* v, nint row, int rows, int head)
    {
        nint keyStride = (nint)_call.Shape.KeyValueHeads * _call.Shape.HeadDim, valueStride = (nint)_call.Shape.KeyValueHeads * _call.Shape.ValueDim;
        ahead.Add(v + (row * valueStride) + (head * _call.Shape.ValueDim), valueStride, rows, _call.Shape.ValueDim);
        ahead.Add(k + (row * keyStride) + (head * _call.Shape.HeadDim), keyStride, rows, _call.Shape.HeadDim);
    }

    private readonly void Queries(ref AttentionAhead ahead, in AttentionBlocks blocks, in AttentionUnit unit, bool writes)
    {
        ref readonly AttentionShape shape = ref _call.Shape;
        nint first = _call.Batch.Offsets[unit.Sequence] + blocks.Start(unit.Block), keyStride = (nint)shape.QueryHeads * shape.HeadDim, valueStride = (nint)shape.QueryHeads * shape.ValueDim;
        nint query = (first * keyStride) + (unit.Head * shape.HeadDim), value = (first * valueStride) + (unit.Head * shape.ValueDim);
        int rows = blocks.Length == 0 ? 0 : blocks.Rows(unit.Block);
        if (writes)
            ahead.Add(_call.Dq + query, keyStride, rows, shape.HeadDim);
        ahead.Add(_call.Output + value, valueStride, rows, shape.ValueDim);
        ahead.Add(_call.Doutput + value, valueStride, rows, shape.ValueDim);
        ahead.Add(_call.Q + query, keyStride, rows, shape.HeadDim);
    }
}
