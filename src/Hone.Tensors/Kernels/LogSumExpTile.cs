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
                    Tile<Lanes512>(logits + tile, length, inverseTemperature, entropy, ref state);
                    break;
                case KernelSet.Avx2:
                    Tile<Lanes256>(logits + tile, length, inverseTemperature, entropy, ref state);
                    break;
                default:
                    Tile<Lanes128>(logits + tile, length, inverseTemperature, entropy, ref state);
                    break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile<T>(float* logits, int count, float inverseTemperature, bool entropy, ref State state)
        where T : unmanaged, ILanes<T>
    {
        int whole = count & -LaneMemory.Count, rest = count - whole;
        T c = T.Create(inverseTemperature), none = T.Create(float.NegativeInfinity), largest = none;
        for (int i = 0; i < whole; i += LaneMemory.Count)
            largest = T.AtLeast(T.Load(logits + i) * c, largest);
        if (rest > 0)
            largest = T.AtLeast(LaneMemory.Load<T>(logits + whole, rest, float.NegativeInfinity) * c, largest);
        float n = T.Largest(largest);
        n = state.Max > n ? state.Max : n;
        if (float.IsNegativeInfinity(n))
            return;
        float a = float.IsNegativeInfinity(state.Max) ? 0f : ScalarMath.Exp(state.Max - n);
        T top = T.Create(n), mass = T.Create(0f), weighted = mass;
        if (entropy)
        {
            for (int i = 0; i < whole; i += LaneMemory.Count)
                AddBoth(T.Load(logits + i) * c, top, none, ref mass, ref weighted);
            if (rest > 0)
                AddBoth(LaneMemory.Load<T>(logits + whole, rest, float.NegativeInfinity) * c, top, none, ref mass, ref weighted);
            state.Weighted = MathF.FusedMultiplyAdd(state.Weighted, a, T.Sum(weighted));
        }
        else
        {
            for (int i = 0; i < whole; i += LaneMemory.Count)
                mass += LaneMath.Exp((T.Load(logits + i) * c) - top);
            if (rest > 0)
                mass += LaneMath.Exp((LaneMemory.Load<T>(logits + whole, rest, float.NegativeInfinity) * c) - top);
        }
        state.Mass = MathF.FusedMultiplyAdd(state.Mass, a, T.Sum(mass));
        state.Max = n;
    }

    // A lane of -infinity adds an exact 0 to the mass and nothing to the weighted sum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddBoth<T>(T z, T top, T none, ref T mass, ref T weighted) where T : unmanaged, ILanes<T>
    {
        T e = LaneMath.Exp(z - top);
        mass += e;
        weighted = T.Select(T.Equal(z, none), weighted, T.Fma(e, z, weighted));
    }

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
                Gradient<Lanes512>(logits, count, row);
                break;
            case KernelSet.Avx2:
                Gradient<Lanes256>(logits, count, row);
                break;
            default:
                Gradient<Lanes128>(logits, count, row);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gradient<T>(float* logits, int count, RowGradient row) where T : unmanaged, ILanes<T>
    {
        T c = T.Create(row.InverseTemperature), lse = T.Create(row.LogSumExp), entropy = T.Create(row.Entropy);
        T g = T.Create(-row.LogProbGradient), e = T.Create(-row.EntropyGradient);
        int whole = count & -LaneMemory.Count;
        for (int i = 0; i < whole; i += LaneMemory.Count)
            T.Store(logits + i, GradientAt(T.Load(logits + i), c, lse, entropy, g, e, row.HasEntropyGradient));
        if (whole < count)
        {
            T value = GradientAt(LaneMemory.Load<T>(logits + whole, count - whole), c, lse, entropy, g, e, row.HasEntropyGradient);
            LaneMemory.Store(logits + whole, value, count - whole);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T GradientAt<T>(T logit, T c, T lse, T entropy, T g, T e, bool hasEntropy) where T : unmanaged, ILanes<T>
    {
        T zero = T.Create(0f);
        T logProb = (logit * c) - lse;
        T p = LaneMath.Exp(logProb);
        T dz = T.Fma(g, p, zero);
        if (hasEntropy)
            dz = T.Select(T.Equal(p, zero), dz, T.Fma(e * p, logProb + entropy, dz));
        return dz * c;
    }
}
