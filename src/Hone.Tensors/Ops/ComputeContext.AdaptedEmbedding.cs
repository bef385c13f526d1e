namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>
    /// <see cref="Embedding"/> with an adapter chosen for every row. Rows of a slot read its own table where it has one; a
    /// low-rank change adds, with a[id] the row of Aᵀ: u = a[id] * s; d = u Bᵀ; y = y + d. With dy: du = dy B, du = du * s,
    /// dAᵀ's rows get the sum of their du, dB continues with dyᵀ u.
    /// </summary>
    /// <param name="table">[V, D].</param>
    /// <param name="ids">T ids in [0, V).</param>
    /// <param name="segments">The rows' slots: all T rows, in order.</param>
    /// <param name="slots">What each slot changes here; A of a change is [V, R], B is [D, R], without magnitudes.</param>
    /// <returns>[T, D].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not in the table.</exception>
    public Tensor AdaptedEmbedding(Parameter table, ReadOnlySpan<int> ids, ReadOnlySpan<RowSegment> segments, ReadOnlySpan<AdaptedWeight?> slots)
    {
        ArgumentNullException.ThrowIfNull(table);
        RequireInRange(ids, table.Shape[0], nameof(ids));
        RequireSegments(segments, ids.Length);
        ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
        Tensor y = Allocate(new Shape(ids.Length, table.Shape[1])); // [T, D]
        AdaptedRows[]? kept = Tape is null ? null : new AdaptedRows[segments.Length];
        for (int i = 0; i < segments.Length; i++)
        {
            ScratchArena.Mark scratch = Scratch.MarkTop();
            RowSegment segment = segments[i];
            AdaptedWeight? adapter = SlotOf(slots, segment.Slot);
            ReadOnlySpan<int> own = ids.Slice(segment.First, segment.Count);
            Tensor ys = y.Slice(segment.First, segment.Count), u = default;
            Lookup(adapter?.Replacement?.Weight ?? table, own, ys);
            if (adapter?.LowRank is { } low)
            {
                u = Allocate(new Shape(segment.Count, low.Rank)); // [rows, R]
                Backend.GatherRows(low.A.Weight.Value, own, u);
                Backend.Scale(u, low.Scale, u);
                AddProduct(u, low.B, ys);
            }
            if (kept is not null)
                kept[i] = new AdaptedRows(segment, adapter, u, default);
            Scratch.Release(scratch);
        }
        return kept is null ? y : RecordAdaptedEmbedding(mark, table, ids.ToArray(), kept, y);
    }

    private Tensor RecordAdaptedEmbedding(ScratchArena.Mark mark, Parameter table, int[] ids, AdaptedRows[] parts, Tensor y) =>
        Tape!.Record(y, mark, pass =>
        {
            foreach (AdaptedRows part in parts)
            {
                (int first, int count) = (part.Segment.First, part.Segment.Count);
                ReadOnlySpan<int> own = ids.AsSpan(first, count);
                Tensor dy = pass.OutputGradient.Slice(first, count);
                Parameter read = part.Adapter?.Replacement?.Weight ?? table;
                if (read.IsTrainable)
                    pass.Backend.ScatterAddRows(dy, own, pass.Gradients.Accumulator(read, ParameterUse.Lookup));
                if (part.Adapter?.LowRank is not { } low)
                    continue;
                if (low.B.Weight.IsTrainable)
                    pass.Backend.ProductWeightGradient(dy, part.Hidden, pass.Gradients.Accumulator(low.B.Weight, ParameterUse.Product));
                if (!low.A.Weight.IsTrainable)
                    continue;
                Tensor du = pass.Rent(part.Hidden.Shape); // [rows, R]
                low.B.InputGradient(dy, du, accumulate: false);
                pass.Backend.Scale(du, low.Scale, du);
                pass.Backend.ScatterAddRows(du, own, pass.Gradients.Accumulator(low.A.Weight, ParameterUse.Lookup));
                pass.Return(du);
            }
        });
}
