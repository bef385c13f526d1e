namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>
    /// <see cref="Linear"/> with an adapter chosen for every row. Rows without one have the bits of <see cref="Linear"/>, and
    /// rows of a slot those that they have alone. For rows of a slot, with W and b the base's or the slot's own:
    /// <para>LoRA: z = x Wᵀ + b; u = x Aᵀ, then u = u * s; d = u Bᵀ; y = z + d. With dy: the chain of dx goes over W's outputs,
    /// then over A's: dx = dy W, du = dy B, du = du * s, dx continues with du A; dA continues with duᵀ x, dB with dyᵀ u.</para>
    /// <para>DoRA: z = x Wᵀ, then z = z + d; v = z * (1 / |W + s B A|) by columns; y = v * m, then + b. With dy:
    /// dm continues over rows with fma(dy, v, dm); dz = (dy * m) * (1 / |W + s B A|), and dz takes the place of dy above.</para>
    /// </summary>
    /// <param name="x">[T, K]; leading axes may be several.</param>
    /// <param name="weight">[N, K].</param>
    /// <param name="bias">[N], or null.</param>
    /// <param name="segments">The rows' slots: all T rows, in order.</param>
    /// <param name="slots">What each slot changes here; null, or beyond the end, means nothing.</param>
    /// <returns>[T, N].</returns>
    /// <exception cref="ArgumentException">The widths differ, or the segments are not all rows in order.</exception>
    public Tensor AdaptedLinear(
        Tensor x, PackedMatrix weight, Parameter? bias, ReadOnlySpan<RowSegment> segments, ReadOnlySpan<AdaptedWeight?> slots)
    {
        ArgumentNullException.ThrowIfNull(weight);
        if (x.Shape.ElementCount % weight.Columns != 0 || (x.Shape.Last != weight.Columns && x.Shape.Rank != 3))
            throw new ArgumentException($"Input {x.Shape} does not fit weight {weight.Weight}.", nameof(x));
        ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
        Tensor rows = x.Reshape(new Shape((int)(x.ElementCount / weight.Columns), weight.Columns)); // [T, K]
        RequireSegments(segments, rows[0]);
        Tensor y = Allocate(new Shape(rows[0], weight.Rows)); // [T, N]
        AdaptedRows[]? kept = Tape is null ? null : new AdaptedRows[segments.Length];
        bool apart = AnyApart(segments, slots);
        if (!apart)
            Product(rows, weight, bias is null ? default : bias.Value, y);
        for (int i = 0; i < segments.Length; i++)
        {
            ScratchArena.Mark scratch = Scratch.MarkTop();
            AdaptedRows part = Adapt(rows, weight, bias, segments[i], SlotOf(slots, segments[i].Slot), apart, y);
            if (kept is not null)
                kept[i] = part;
            Scratch.Release(scratch);
        }
        return kept is null ? y : RecordAdaptedLinear(mark, rows, weight, bias, kept, apart, y);
    }

    /// <summary>Rows of a slot and what their backward needs.</summary>
    private readonly record struct AdaptedRows(RowSegment Segment, AdaptedWeight? Adapter, Tensor Hidden, Tensor Normalized);

    private AdaptedRows Adapt(Tensor x, PackedMatrix weight, Parameter? bias, RowSegment segment, AdaptedWeight? adapter, bool apart, Tensor y)
    {
        Tensor xs = x.Slice(segment.First, segment.Count), ys = y.Slice(segment.First, segment.Count);
        LowRankFactors? low = adapter?.LowRank;
        PackedMatrix own = adapter?.Replacement ?? weight;
        Parameter? ownBias = adapter?.Replacement is null ? bias : adapter.ReplacementBias;
        Tensor biasValue = ownBias is null ? default : ownBias.Value;
        if (low?.Magnitude is null)
        {
            if (apart)
                Product(xs, own, biasValue, ys);
            Tensor u = low is null ? default : AddLowRank(xs, low, ys);
            return new AdaptedRows(segment, adapter, u, default);
        }
        Tensor v = Allocate(ys.Shape); // [rows, N]
        Product(xs, own, default, v);
        Tensor hidden = AddLowRank(xs, low, v);
        Backend.ScaleColumns(v, low.InverseNorms(own.Weight), default, v);
        Backend.ScaleColumns(v, low.Magnitude.Value, biasValue, ys);
        return new AdaptedRows(segment, adapter, hidden, v);
    }

    // y = y + (s x Aᵀ) Bᵀ; returns the scaled hidden rows.
    private Tensor AddLowRank(Tensor x, LowRankFactors low, Tensor y)
    {
        Tensor u = Allocate(new Shape(x[0], low.Rank)); // [rows, R]
        LowRankPart part = low.Part(u, y);
        Backend.AddLowRanks(x, new ReadOnlySpan<LowRankPart>(in part));
        return u;
    }

    private void AddProduct(Tensor u, PackedMatrix b, Tensor y)
    {
        ScratchArena.Mark scratch = Scratch.MarkTop();
        Tensor d = Scratch.Take(y.Shape); // [rows, N]
        Product(u, b, default, d);
        Backend.Add(y, d, y);
        Scratch.Release(scratch);
    }

    private Tensor RecordAdaptedLinear(
        ScratchArena.Mark mark, Tensor x, PackedMatrix weight, Parameter? bias, AdaptedRows[] parts, bool apart, Tensor y) =>
        Tape!.Record(y, mark, pass =>
        {
            Tensor dy = pass.OutputGradient, dz = dy, dx = default;
            bool accumulate = false;
            if (pass.Wants(x))
                dx = pass.Target(x, out accumulate);
            bool scaled = Array.Exists(parts, part => part.Adapter?.LowRank?.Magnitude is not null);
            if (scaled)
            {
                dz = pass.Rent(dy.Shape);
                pass.Backend.Copy(dy, dz);
            }
            if (!apart)
                BaseGradients(pass, x, weight, bias, dy, dy, dx, accumulate);
            foreach (AdaptedRows part in parts)
            {
                (int first, int count) = (part.Segment.First, part.Segment.Count);
                Tensor xs = x.Slice(first, count), dys = dy.Slice(first, count), dzs = dz.Slice(first, count);
                Tensor dxs = dx.IsEmpty ? default : dx.Slice(first, count);
                if (part.Adapter?.LowRank is { Magnitude: not null } normed)
                    MagnitudeGradient(pass, normed, (part.Adapter.Replacement ?? weight).Weight, part.Normalized, dys, dzs);
                if (apart)
                {
                    Parameter? own = part.Adapter?.Replacement is null ? bias : part.Adapter.ReplacementBias;
                    BaseGradients(pass, xs, part.Adapter?.Replacement ?? weight, own, dys, dzs, dxs, accumulate);
                }
                if (part.Adapter?.LowRank is { } low)
                    LowRankGradients(pass, low, xs, part.Hidden, dzs, dxs);
            }
            if (scaled)
                pass.Return(dz);
        });

    private static void BaseGradients(
        BackwardPass pass, Tensor x, PackedMatrix weight, Parameter? bias, Tensor dy, Tensor dz, Tensor dx, bool accumulate)
    {
        if (!dx.IsEmpty)
            weight.InputGradient(dz, dx, accumulate);
        if (weight.Weight.IsTrainable)
            pass.Backend.ProductWeightGradient(dz, x, pass.Gradients.Accumulator(weight.Weight, ParameterUse.Product));
        if (bias is { IsTrainable: true })
            pass.Backend.BiasGradient(dy, pass.Gradients.Accumulator(bias, ParameterUse.Product));
    }

    private static void MagnitudeGradient(BackwardPass pass, LowRankFactors low, Parameter weight, Tensor normalized, Tensor dy, Tensor dz)
    {
        if (low.Magnitude!.IsTrainable)
        {
            Tensor ones = pass.Rent(new Shape(dy[0]));
            pass.Backend.Fill(ones, 1f);
            // The gain gradient of a norm whose factor is 1: dm = fma(dy, v * 1, dm).
            pass.Backend.RmsNormGainGradient(normalized, ones, dy, pass.Gradients.Accumulator(low.Magnitude, ParameterUse.Product));
            pass.Return(ones);
        }
        pass.Backend.ScaleColumns(dy, low.Magnitude.Value, default, dz);
        pass.Backend.ScaleColumns(dz, low.InverseNorms(weight), default, dz);
    }

    private static void LowRankGradients(BackwardPass pass, LowRankFactors low, Tensor x, Tensor hidden, Tensor dz, Tensor dx)
    {
        if (low.B.Weight.IsTrainable)
            pass.Backend.ProductWeightGradient(dz, hidden, pass.Gradients.Accumulator(low.B.Weight, ParameterUse.Product));
        Tensor du = pass.Rent(hidden.Shape); // [rows, R]
        pass.Backend.LowRankInputGradient(dz, low.B.Weight.Value, low.Scale, low.A.Weight.Value, du, dx);
        if (low.A.Weight.IsTrainable)
            pass.Backend.ProductWeightGradient(du, x, pass.Gradients.Accumulator(low.A.Weight, low.UseOfA));
        pass.Return(du);
    }

    private static AdaptedWeight? SlotOf(ReadOnlySpan<AdaptedWeight?> slots, int slot) => slot < slots.Length ? slots[slot] : null;

    private static bool AnyApart(ReadOnlySpan<RowSegment> segments, ReadOnlySpan<AdaptedWeight?> slots)
    {
        foreach (RowSegment segment in segments)
        {
            if (SlotOf(slots, segment.Slot) is { IsApart: true })
                return true;
        }
        return false;
    }

    private static void RequireSegments(ReadOnlySpan<RowSegment> segments, int rows)
    {
        int next = 0;
        foreach (RowSegment segment in segments)
        {
            Require(segment.First == next && segment.Count > 0 && segment.Slot >= 0, "The segments are not rows in order.", nameof(segments));
            next += segment.Count;
        }
        Require(next == rows, "The segments are not all rows.", nameof(segments));
    }
}
