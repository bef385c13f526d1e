namespace Hone.Tensors;

/// <summary>
/// The backward pass of few sequences in waves. A unit is a block of queries of one head and a key tile; it goes on with the
/// chains of dq where the tile before it ended, and with those of dk and dv where the block before it did, or the head before
/// its own. Head h of its group, block i and tile j belong to wave h n + i + j, n blocks a head: what a unit goes on from is in
/// an earlier wave, and units of one wave share no chain, so that any worker may do any of them. Reused from call to call.
/// </summary>
internal sealed class AttentionWaves
{
    private AttentionUnit[] _units = new AttentionUnit[64];

    /// <summary>Units of the wave in hand.</summary>
    public int Count { get; private set; }

    /// <summary>A unit of the wave in hand.</summary>
    public ref readonly AttentionUnit this[int index] => ref _units[index];

    /// <summary>Number of waves.</summary>
    public static int Waves(RaggedBatch batch, in AttentionShape shape)
    {
        int waves = 0;
        for (int b = 0; b < batch.SequenceCount; b++)
        {
            var blocks = new AttentionBlocks(shape, batch.Offsets[b + 1] - batch.Offsets[b]);
            waves = Math.Max(waves, (shape.GroupSize * blocks.Count) + blocks.Tiles - 1);
        }
        return waves;
    }

    /// <summary>Finds the units of a wave.</summary>
    public void Find(RaggedBatch batch, in AttentionShape shape, int wave)
    {
        Count = 0;
        for (int b = 0; b < batch.SequenceCount; b++)
        {
            var blocks = new AttentionBlocks(shape, batch.Offsets[b + 1] - batch.Offsets[b]);
            for (int h = 0; h < shape.GroupSize; h++)
            {
                int place = wave - (h * blocks.Count);
                for (int tile = Math.Max(0, place - blocks.Count + 1); tile < blocks.Tiles && tile <= place; tile++)
                {
                    if (!blocks.Reads(place - tile, tile))
                        continue;
                    for (int head = h; head < shape.QueryHeads; head += shape.GroupSize)
                        Add(new AttentionUnit(b, head, place - tile, tile));
                }
            }
        }
    }

    private void Add(AttentionUnit unit)
    {
        if (Count == _units.Length)
            Array.Resize(ref _units, 2 * Count);
        _units[Count++] = unit;
    }
}

/// <summary>A block of queries of one head and a key tile that it reads.</summary>
internal readonly record struct AttentionUnit(int Sequence, int Head, int Block, int Tile);
