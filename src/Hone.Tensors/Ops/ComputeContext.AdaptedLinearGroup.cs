namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    private LowRankPart[] _lowRanks = new LowRankPart[8];

    /// <summary>
    /// Several <see cref="AdaptedLinear"/> of the same x, done together. Values and gradients have the bits that the calls have one
    /// after the other, in the order given.
    /// </summary>
    /// <param name="x">[T, K]; leading axes may be several.</param>
    /// <param name="weights">Each [N, K].</param>
    /// <param name="biases">Each [N], or null; as many.</param>
    /// <param name="segments">The rows' slots: all T rows, in order.</param>
    /// <param name="slots">What each slot changes in each weight; null, or beyond the end, means nothing.</param>
    /// <param name="results">Receives as many tensors [T, N].</param>
    /// <exception cref="ArgumentException">The widths or the numbers differ, or the segments are not all rows in order.</exception>
    public void AdaptedLinearGroup(
        Tensor x, ReadOnlySpan<PackedMatrix> weights, ReadOnlySpan<Parameter?> biases, ReadOnlySpan<RowSegment> segments,
        ReadOnlySpan<AdaptedWeight?[]> slots, Span<Tensor> results)
    {
        int count = weights.Length;
        Require(
            biases.Length == count && slots.Length == count && results.Length >= count, "There is a bias, or null, slots and a result for every weight.",
            nameof(biases));
        if (AnyApart(segments, slots))
        {
            for (int i = 0; i < count; i++)
                results[i] = AdaptedLinear(x, weights[i], biases[i], segments, slots[i]);
            return;
        }
        ReserveParts(count);
        if (_lowRanks.Length < count)
            _lowRanks = new LowRankPart[count];
        if (count == 0)
            return;
        RequireFit(x, weights[0]);
        Tensor rows = x.Reshape(new Shape((int)(x.ElementCount / weights[0].Columns), weights[0].Columns)); // [T, K]
        RequireSegments(segments, rows[0]);
        AdaptedRows[][]? kept = Tape is null ? null : new AdaptedRows[count][];
        for (int i = 0; i < count; i++)
        {
            RequireFit(rows, weights[i]);
            ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
            Tensor y = results[i] = Allocate(new Shape(rows[0], weights[i].Rows)); // [T, N]
            _parts[i] = weights[i].Part(biases[i] is { } bias ? bias.Value : default, y);
            if (kept is null)
                continue;
            kept[i] = Keep(segments, slots[i]);
            results[i] = RecordAdaptedLinear(mark, rows, weights[i], biases[i], kept[i], apart: false, y);
        }
        Products(rows, weights);
        for (int s = 0; s < segments.Length; s++)
            AddLowRanks(rows, segments[s], s, slots, kept, results);
    }

    // What backward needs of each segment; its hidden rows are computed later.
    private AdaptedRows[] Keep(ReadOnlySpan<RowSegment> segments, AdaptedWeight?[] slots)
    {
        var kept = new AdaptedRows[segments.Length];
        for (int s = 0; s < kept.Length; s++)
        {
            AdaptedWeight? adapter = SlotOf(slots, segments[s].Slot);
            Tensor u = adapter?.LowRank is { } low ? Allocate(new Shape(segments[s].Count, low.Rank)) : default; // [rows, R]
            kept[s] = new AdaptedRows(segments[s], adapter, u, default);
        }
        return kept;
    }

    // The changes of all weights in the rows of a segment.
    private void AddLowRanks(
        Tensor x, RowSegment segment, int index, ReadOnlySpan<AdaptedWeight?[]> slots, AdaptedRows[][]? kept, ReadOnlySpan<Tensor> results)
    {
        ScratchArena.Mark scratch = Scratch.MarkTop();
        int count = 0;
        for (int i = 0; i < slots.Length; i++)
        {
            if (SlotOf(slots[i], segment.Slot)?.LowRank is not { } low)
                continue;
            Tensor u = kept is null ? Scratch.Take(new Shape(segment.Count, low.Rank)) : kept[i][index].Hidden; // [rows, R]
            _lowRanks[count++] = low.Part(u, results[i].Slice(segment.First, segment.Count));
        }
        if (count > 0)
            Backend.AddLowRanks(x.Slice(segment.First, segment.Count), _lowRanks.AsSpan(0, count));
        Scratch.Release(scratch);
    }

    private static bool AnyApart(ReadOnlySpan<RowSegment> segments, ReadOnlySpan<AdaptedWeight?[]> slots)
    {
        foreach (AdaptedWeight?[] own in slots)
        {
            if (AnyApart(segments, own))
                return true;
        }
        return false;
    }
}
