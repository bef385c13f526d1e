using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>
/// The online log-sum-exp of one row over vocabulary tiles (see <see cref="Backend.LogSumExp"/>), and the gradient of the logits.
/// Rows may be fed in parts that begin at multiples of <see cref="Backend.VocabularyTile"/>.
/// </summary>
internal static unsafe class LogSumExpTile
{
    /// <summary>Running maximum, mass and weighted sum of a row.</summary>
    public struct State
    {
        /// <summary>m, -infinity before anything was seen.</summary>
        public float Max;

        /// <summary>l.</summary>
        public float Mass;

        /// <summary>u; left alone when no entropy is wanted.</summary>
        public float Weighted;

        /// <summary>Before the first tile.</summary>
        public static State Start => new() { Max = float.NegativeInfinity };

        /// <summary>lse.</summary>
        public readonly float LogSumExp => Max + ScalarMath.Log(Mass);
    }

    /// <summary>Takes the next part of a row into its state.</summary>
    public static void Take(KernelSet set, float* logits, int count, float inverseTemperature, bool entropy, ref State state)
    {
        for (int tile = 0; tile < count; tile += Backend.VocabularyTile)
        {
            int length = Math.Min(Backend.VocabularyTile, count - tile);
            switch (set)
            {
                case KernelSet.Avx512:
                    Tile<Lanes512, Lanes512By4>(logits + tile, length, inverseTemperature, entropy, ref state);
                    break;
                case KernelSet.Avx2:
                    Tile<Lanes256, Lanes256>(logits + tile, length, inverseTemperature, entropy, ref state);
                    break;
                default:
                    Tile<Lanes128, Lanes128>(logits + tile, length, inverseTemperature, entropy, ref state);
                    break;
            }
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile<T, TWide>(float* logits, int count, float inverseTemperature, bool entropy, ref State state)
        where T : unmanaged, ILanes<T>
        where TWide : unmanaged, ILaneValues<TWide>
    {
        int whole = count & -LaneMemory.Count, rest = count - whole;
        T c = T.Create(inverseTemperature), none = T.Create(float.NegativeInfinity), largest = none;
        float* exponentials = stackalloc float[Backend.VocabularyTile];
        int done = 0;
        if (count >= TWide.Count)
        {
            // The order of a maximum does not matter: four chains abreast, then their lanes.
            TWide wide = TWide.Create(float.NegativeInfinity);
            for (; done + TWide.Count <= count; done += TWide.Count)
                wide = TWide.AtLeast(TWide.Load(logits + done) * TWide.Create(inverseTemperature), wide);
            TWide.Store(exponentials, wide);
            for (int i = 0; i < TWide.Count; i += LaneMemory.Count)
                largest = T.AtLeast(T.Load(exponentials + i), largest);
        }
        for (; done < count; done += LaneMemory.Count)
            largest = T.AtLeast(LaneMemory.Load<T>(logits + done, Math.Min(LaneMemory.Count, count - done), float.NegativeInfinity) * c, largest);
        float n = T.Largest(largest);
        n = state.Max > n ? state.Max : n;
        if (float.IsNegativeInfinity(n))
            return;
        float a = float.IsNegativeInfinity(state.Max) ? 0f : ScalarMath.Exp(state.Max - n);
        // Exponentials first, four vectors abreast; then the lane sums, whose order is fixed. Lanes past the end hold exp(-infinity) = 0.
        done = 0;
        for (; done + TWide.Count <= count; done += TWide.Count)
            TWide.Store(exponentials + done, LaneMath.Exp((TWide.Load(logits + done) * TWide.Create(inverseTemperature)) - TWide.Create(n)));
        T top = T.Create(n), mass = T.Create(0f), weighted = mass;
        for (; done < count; done += LaneMemory.Count)
            T.Store(exponentials + done, LaneMath.Exp((LaneMemory.Load<T>(logits + done, Math.Min(LaneMemory.Count, count - done), float.NegativeInfinity) * c) - top));
        if (entropy)
        {
            for (int i = 0; i < whole; i += LaneMemory.Count)
            {
                T e = T.Load(exponentials + i);
                mass += e;
                weighted = Weigh(e, T.Load(logits + i) * c, none, weighted);
            }
            if (rest > 0)
            {
                T e = T.Load(exponentials + whole);
                mass += e;
                weighted = Weigh(e, LaneMemory.Load<T>(logits + whole, rest, float.NegativeInfinity) * c, none, weighted);
            }
            state.Weighted = MathF.FusedMultiplyAdd(state.Weighted, a, T.Sum(weighted));
        }
        else
        {
            for (int i = 0; i < count; i += LaneMemory.Count)
                mass += T.Load(exponentials + i);
        }
        state.Mass = MathF.FusedMultiplyAdd(state.Mass, a, T.Sum(mass));
        state.Max = n;
    }

    // A logit of -infinity adds nothing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Weigh<T>(T e, T z, T none, T weighted) where T : unmanaged, ILanes<T> =>
        T.Select(T.Equal(z, none), weighted, T.Fma(e, z, weighted));

    /// <summary>What the gradient of a row's logits needs.</summary>
    /// <param name="InverseTemperature">c.</param>
    /// <param name="LogSumExp">lse.</param>
    /// <param name="Entropy">H.</param>
    /// <param name="LogProbGradient">g.</param>
    /// <param name="EntropyGradient">e.</param>
    /// <param name="HasEntropyGradient">Whether e counts.</param>
    public readonly record struct RowGradient(
        float InverseTemperature, float LogSumExp, float Entropy, float LogProbGradient, float EntropyGradient, bool HasEntropyGradient);

    /// <summary>Overwrites a part of a row of logits with their gradients.</summary>
    /// <param name="set">Kernels.</param>
    /// <param name="logits">The part.</param>
    /// <param name="count">Its length.</param>
    /// <param name="target">Index of the target in it, or anything outside.</param>
    /// <param name="row">The row's numbers.</param>
    public static void Gradient(KernelSet set, float* logits, int count, int target, in RowGradient row)
    {
        bool here = (uint)target < (uint)count;
        float logit = here ? logits[target] : 0f;
        switch (set)
        {
            case KernelSet.Avx512:
                Gradient<Lanes512, Lanes512By4>(logits, count, row);
                break;
            case KernelSet.Avx2:
                Gradient<Lanes256, Lanes256>(logits, count, row);
                break;
            default:
                Gradient<Lanes128, Lanes128>(logits, count, row);
                break;
        }
        if (!here)
            return;
        float logProb = (logit * row.InverseTemperature) - row.LogSumExp;
        float p = ScalarMath.Exp(logProb);
        float dz = MathF.FusedMultiplyAdd(-row.LogProbGradient, p, row.LogProbGradient);
        if (row.HasEntropyGradient && p != 0f)
            dz = MathF.FusedMultiplyAdd(-row.EntropyGradient * p, logProb + row.Entropy, dz);
        logits[target] = dz * row.InverseTemperature;
    }

    private static void Gradient<T, TWide>(float* logits, int count, in RowGradient row)
        where T : unmanaged, ILanes<T>
        where TWide : unmanaged, ILaneValues<TWide>
    {
        int done = GradientOf<TWide>(logits, 0, count, row);
        done = GradientOf<T>(logits, done, count, row);
        if (done < count)
            LaneMemory.Store(logits + done, GradientAt(LaneMemory.Load<T>(logits + done, count - done), row), count - done);
    }

    // Whole values only; returns where they end.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int GradientOf<T>(float* logits, int from, int count, RowGradient row) where T : unmanaged, ILaneValues<T>
    {
        int i = from;
        for (; i + T.Count <= count; i += T.Count)
            T.Store(logits + i, GradientAt(T.Load(logits + i), row));
        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T GradientAt<T>(T logit, RowGradient row) where T : unmanaged, ILaneValues<T>
    {
        T zero = T.Create(0f), c = T.Create(row.InverseTemperature);
        T logProb = (logit * c) - T.Create(row.LogSumExp);
        T p = LaneMath.Exp(logProb);
        T dz = T.Fma(T.Create(-row.LogProbGradient), p, zero);
        if (row.HasEntropyGradient)
            dz = T.Select(T.Equal(p, zero), dz, T.Fma(T.Create(-row.EntropyGradient) * p, logProb + T.Create(row.Entropy), dz));
        return dz * c;
    }
}
