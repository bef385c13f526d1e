using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>How a format without minima cuts a superblock: number = d * scale * code, signed integers from -Half to Half - 1.</summary>
/// <param name="PartElements">Numbers under one scale: 16.</param>
/// <param name="CodeHalf">Codes are -CodeHalf to CodeHalf - 1.</param>
/// <param name="ScaleHalf">Integer scales are -ScaleHalf to ScaleHalf - 1.</param>
internal readonly record struct SymmetricRule(int PartElements, int CodeHalf, int ScaleHalf);

/// <summary>What a search chose: a float16 for the superblock, integers for parts and numbers.</summary>
internal struct SymmetricBlock
{
    public ushort D;
    public PartIntegers Scales;
    public NumberCodes Codes;
}

/// <summary>
/// Scales of Q3_K and Q6_K. Each part of a superblock is fitted by weighted least squares over a grid of stretched ranges, as
/// llama.cpp does, for scales of both signs (there is one code more on the negative side), and then by turns of rounding and
/// fitting; the integer scales are then chosen together with the float16 of the superblock, by the weighted squared error that
/// really remains. Weight: the square of the number.
/// </summary>
internal static unsafe class SymmetricSearch<TLanes> where TLanes : unmanaged, ILanes<TLanes>
{
    private const int PartTurns = 4, BlockTurns = 3, GridReach = 9;
    private const float GridStep = 0.1f, EvenShare = 1f;

    private struct Fit
    {
        public float Scale, Gain;
    }

    // A superblock as it is being chosen; D as the float16 holds it, at the magnitude of x.
    private struct Whole
    {
        public float D, Error;
        public ushort HalfD;
        public fixed float Scales[BlockSearch.MaxParts];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(float* values, in SymmetricRule rule, out SymmetricBlock block)
    {
        block = default;
        float* x = stackalloc float[BlockSearch.Elements], w = stackalloc float[BlockSearch.Elements], scales = stackalloc float[BlockSearch.MaxParts], codes = stackalloc float[BlockSearch.Elements];
        if (!BlockSearch.Normalize(values, x, BlockSearch.Elements, out int exponent))
            return;

        int n = rule.PartElements, parts = BlockSearch.Elements / n;
        float largest = 0;
        for (int part = 0; part < parts; part++)
        {
            Weigh(x + (part * n), w + (part * n), n);
            scales[part] = FitPart(x + (part * n), w + (part * n), rule).Scale;
            if (Math.Abs(scales[part]) > Math.Abs(largest))
                largest = scales[part];
        }

        Whole best = default, next = default;
        // The integer of largest magnitude is negative, so that D has the other sign of the largest scale.
        next.D = -largest / rule.ScaleHalf;
        for (int turn = 0; turn < BlockTurns; turn++)
        {
            next.HalfD = BlockSearch.RoundToHalf(ref next.D, exponent);
            for (int part = 0; part < parts && turn == 0; part++)
                next.Scales[part] = next.D != 0 ? Math.Clamp(BlockSearch.Round(scales[part] / next.D), -rule.ScaleHalf, rule.ScaleHalf - 1) : 0;
            next.Error = 0;
            for (int part = 0; part < parts; part++)
                next.Error += ChooseInteger(x + (part * n), w + (part * n), rule, ref next, part);
            if (turn > 0 && !(next.Error < best.Error))
                break;
            best = next;
            if (!Refit(x, w, rule, ref next))
                break;
        }

        block.D = best.HalfD;
        for (int part = 0; part < parts; part++)
        {
            block.Scales[part] = (int)best.Scales[part];
            StoreCodes(x + (part * n), codes + (part * n), rule, best.D * best.Scales[part]);
        }
        for (int i = 0; i < BlockSearch.Elements; i++)
            block.Codes[i] = (sbyte)codes[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Weigh(float* x, float* w, int n)
    {
        TLanes squares = TLanes.Create(0);
        for (int i = 0; i < n; i += TLanes.Count)
            squares = TLanes.Fma(TLanes.Load(x + i), TLanes.Load(x + i), squares);
        TLanes mean = TLanes.Create(TLanes.Sum(squares) / n * EvenShare);
        for (int i = 0; i < n; i += TLanes.Count)
            TLanes.Store(w + i, TLanes.Fma(TLanes.Load(x + i), TLanes.Load(x + i), mean));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Fit FitPart(float* x, float* w, in SymmetricRule rule)
    {
        float largest = 0;
        for (int i = 0; i < rule.PartElements; i++)
        {
            if (Math.Abs(x[i]) > Math.Abs(largest))
                largest = x[i];
        }
        Fit best = default;
        if (largest == 0)
            return best;
        for (int step = -GridReach; step <= GridReach; step++)
        {
            Keep(ref best, Try(x, w, rule, -(rule.CodeHalf + (GridStep * step)) / largest));
            Keep(ref best, Try(x, w, rule, (rule.CodeHalf - 1 + (GridStep * step)) / largest));
        }
        for (int turn = 0; turn < PartTurns && best.Scale != 0; turn++)
        {
            Fit next = Try(x, w, rule, 1 / best.Scale);
            if (next.Gain <= best.Gain)
                break;
            best = next;
        }
        return best;
    }

    private static void Keep(ref Fit best, Fit next)
    {
        if (next.Gain > best.Gain)
            best = next;
    }

    // Codes of one scale, the best scale of these codes, and by how much it lowers the error below that of zeros.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Fit Try(float* x, float* w, in SymmetricRule rule, float inverse)
    {
        TLanes factor = TLanes.Create(inverse), low = TLanes.Create(-rule.CodeHalf), high = TLanes.Create(rule.CodeHalf - 1), ll = TLanes.Create(0), lx = ll;
        for (int i = 0; i < rule.PartElements; i += TLanes.Count)
        {
            TLanes a = TLanes.Load(x + i), code = Codes(a, factor, low, high), weighted = TLanes.Load(w + i) * code;
            ll = TLanes.Fma(weighted, code, ll);
            lx = TLanes.Fma(weighted, a, lx);
        }
        float sumLL = TLanes.Sum(ll), sumLX = TLanes.Sum(lx);
        return sumLL > 0 ? new Fit { Scale = sumLX / sumLL, Gain = sumLX * sumLX / sumLL } : default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Codes(TLanes x, TLanes inverse, TLanes low, TLanes high) =>
        TLanes.AtMost(high, TLanes.AtLeast(low, BlockSearch.Round(x * inverse)));

    private static float Inverse(float scale) => scale != 0 ? 1 / scale : 0;

    // The best of the integer as it is and its neighbours, under the D of the superblock.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float ChooseInteger(float* x, float* w, in SymmetricRule rule, ref Whole whole, int part)
    {
        float scale = whole.Scales[part], best = float.MaxValue;
        for (int ds = -1; ds <= 1; ds++)
        {
            float s = scale + ds;
            if (s < -rule.ScaleHalf || s > rule.ScaleHalf - 1)
                continue;
            float error = Error(x, w, rule, whole.D * s);
            if (error < best)
            {
                best = error;
                whole.Scales[part] = s;
            }
        }
        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Error(float* x, float* w, in SymmetricRule rule, float scale)
    {
        TLanes inverse = TLanes.Create(Inverse(scale)), d = TLanes.Create(scale), low = TLanes.Create(-rule.CodeHalf), high = TLanes.Create(rule.CodeHalf - 1), error = TLanes.Create(0);
        for (int i = 0; i < rule.PartElements; i += TLanes.Count)
        {
            TLanes a = TLanes.Load(x + i), difference = TLanes.Fma(d, Codes(a, inverse, low, high), -a);
            error = TLanes.Fma(difference * difference, TLanes.Load(w + i), error);
        }
        return TLanes.Sum(error);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Refit(float* x, float* w, in SymmetricRule rule, ref Whole whole)
    {
        TLanes low = TLanes.Create(-rule.CodeHalf), high = TLanes.Create(rule.CodeHalf - 1), aa = TLanes.Create(0), ax = aa;
        for (int start = 0, part = 0; start < BlockSearch.Elements; start += rule.PartElements, part++)
        {
            TLanes inverse = TLanes.Create(Inverse(whole.D * whole.Scales[part])), s = TLanes.Create(whole.Scales[part]);
            for (int i = start; i < start + rule.PartElements; i += TLanes.Count)
            {
                TLanes value = TLanes.Load(x + i), a = s * Codes(value, inverse, low, high), weighted = TLanes.Load(w + i) * a;
                aa = TLanes.Fma(weighted, a, aa);
                ax = TLanes.Fma(weighted, value, ax);
            }
        }
        float sumAA = TLanes.Sum(aa), sumAX = TLanes.Sum(ax);
        if (!(sumAA > 0) || sumAX == 0)
            return false;
        whole.D = sumAX / sumAA;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StoreCodes(float* x, float* codes, in SymmetricRule rule, float scale)
    {
        TLanes inverse = TLanes.Create(Inverse(scale)), low = TLanes.Create(-rule.CodeHalf), high = TLanes.Create(rule.CodeHalf - 1);
        for (int i = 0; i < rule.PartElements; i += TLanes.Count)
            TLanes.Store(codes + i, Codes(TLanes.Load(x + i), inverse, low, high));
    }
}
