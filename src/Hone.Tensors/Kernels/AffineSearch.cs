using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>How a format with minima cuts a superblock: number = d * scale * code - m * minimum, all integers from 0.</summary>
/// <param name="PartElements">Numbers under one scale and minimum: 16 or 32.</param>
/// <param name="Top">Largest code.</param>
/// <param name="Levels">Largest integer scale and minimum.</param>
/// <param name="GridStart">First step of the search: the range is stretched as if there were Top + GridStart codes.</param>
/// <param name="GridStep">Width of a step.</param>
/// <param name="GridSteps">Number of steps.</param>
internal readonly record struct AffineRule(int PartElements, int Top, int Levels, float GridStart, float GridStep, int GridSteps, float EvenShare = 1);

/// <summary>What a search chose: two float16 for the superblock, integers for parts and numbers.</summary>
internal struct AffineBlock
{
    public ushort D, M;
    public PartIntegers Scales, Minima;
    public NumberCodes Codes;
}

/// <summary>
/// Scales and minima of Q2_K, Q4_K and Q5_K. Each part of a superblock is fitted by weighted least squares over a grid of
/// stretched ranges, as llama.cpp does, and then by turns of rounding and fitting; the integers of scale and minimum are then
/// chosen together with the two float16 of the superblock, by the weighted squared error that really remains. Weight: root mean
/// square of the part + magnitude, llama.cpp's measure of importance where no activations are at hand.
/// </summary>
internal static unsafe class AffineSearch<TLanes> where TLanes : unmanaged, ILanes<TLanes>
{
    private const int PartTurns = 4, BlockTurns = 3;

    private struct Fit
    {
        public float Scale, Minimum, Error;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(float* values, in AffineRule rule, out AffineBlock block)
    {
        block = default;
        float* x = stackalloc float[BlockSearch.Elements], w = stackalloc float[BlockSearch.Elements];
        if (!BlockSearch.Normalize(values, x, BlockSearch.Elements, out int exponent))
            return;

        int n = rule.PartElements, parts = BlockSearch.Elements / n;
        float* codes = stackalloc float[BlockSearch.Elements], scales = stackalloc float[BlockSearch.MaxParts], minima = stackalloc float[BlockSearch.MaxParts];
        float largestScale = 0, largestMinimum = 0;
        for (int part = 0; part < parts; part++)
        {
            Weigh(x + (part * n), w + (part * n), n, rule.EvenShare);
            Fit fit = FitPart(x + (part * n), w + (part * n), codes, rule);
            scales[part] = fit.Scale;
            minima[part] = -fit.Minimum;
            largestScale = Math.Max(largestScale, scales[part]);
            largestMinimum = Math.Max(largestMinimum, minima[part]);
        }

        Whole best = default, next = default;
        next.D = largestScale / rule.Levels;
        next.M = largestMinimum / rule.Levels;
        for (int turn = 0; turn < BlockTurns; turn++)
        {
            next.HalfD = BlockSearch.RoundToHalf(ref next.D, exponent);
            next.HalfM = BlockSearch.RoundToHalf(ref next.M, exponent);
            if (turn == 0)
                Begin(ref next, scales, minima, rule, parts);
            next.Error = 0;
            for (int part = 0; part < parts; part++)
                next.Error += ChooseIntegers(x + (part * n), w + (part * n), rule, ref next, part);
            if (turn > 0 && !(next.Error < best.Error))
                break;
            best = next;
            if (!Refit(x, w, rule, ref next))
                break;
        }

        block.D = best.HalfD;
        block.M = best.HalfM;
        for (int part = 0; part < parts; part++)
        {
            block.Scales[part] = (int)best.Scales[part];
            block.Minima[part] = (int)best.Minima[part];
            StoreCodes(x + (part * n), codes + (part * n), n, best.D * best.Scales[part], best.M * best.Minima[part], rule.Top);
        }
        for (int i = 0; i < BlockSearch.Elements; i++)
            block.Codes[i] = (sbyte)codes[i];
    }

    // A superblock as it is being chosen; D and M as the float16 hold them, at the magnitude of x.
    private struct Whole
    {
        public float D, M, Error;
        public ushort HalfD, HalfM;
        public fixed float Scales[BlockSearch.MaxParts];
        public fixed float Minima[BlockSearch.MaxParts];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Weigh(float* x, float* w, int n, float evenShare)
    {
        TLanes squares = TLanes.Create(0);
        for (int i = 0; i < n; i += TLanes.Count)
            squares = TLanes.Fma(TLanes.Load(x + i), TLanes.Load(x + i), squares);
        TLanes root = TLanes.Create(MathF.Sqrt(TLanes.Sum(squares) / n) * evenShare);
        for (int i = 0; i < n; i += TLanes.Count)
            TLanes.Store(w + i, root + TLanes.Abs(TLanes.Load(x + i)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Fit FitPart(float* x, float* w, float* codes, in AffineRule rule)
    {
        int n = rule.PartElements;
        float smallest = 0, largest = x[0];
        TLanes sumW = TLanes.Create(0), sumX = TLanes.Create(0);
        for (int i = 0; i < n; i++)
        {
            smallest = Math.Min(smallest, x[i]);
            largest = Math.Max(largest, x[i]);
        }
        for (int i = 0; i < n; i += TLanes.Count)
        {
            sumW += TLanes.Load(w + i);
            sumX = TLanes.Fma(TLanes.Load(w + i), TLanes.Load(x + i), sumX);
        }
        // All numbers alike: negative ones are a minimum without codes.
        var best = new Fit { Scale = 0, Minimum = smallest, Error = float.MaxValue };
        if (largest <= smallest)
            return best;

        float weight = TLanes.Sum(sumW), total = TLanes.Sum(sumX);
        best = Try(x, w, codes, rule, (largest - smallest) / rule.Top, smallest, weight, total);
        for (int step = 0; step < rule.GridSteps; step++)
        {
            float scale = (largest - smallest) / (rule.Top + rule.GridStart + (rule.GridStep * step));
            Fit next = Try(x, w, codes, rule, scale, smallest, weight, total);
            if (next.Error < best.Error)
                best = next;
        }
        for (int turn = 0; turn < PartTurns && best.Scale > 0; turn++)
        {
            Fit next = Try(x, w, codes, rule, best.Scale, best.Minimum, weight, total);
            if (next.Error >= best.Error)
                break;
            best = next;
        }
        return best;
    }

    // Codes of one scale and minimum, the best scale and minimum of these codes, and the error that they leave.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Fit Try(float* x, float* w, float* codes, in AffineRule rule, float scale, float minimum, float sumW, float sumX)
    {
        int n = rule.PartElements;
        TLanes inverse = TLanes.Create(1 / scale), low = TLanes.Create(minimum), zero = TLanes.Create(0), top = TLanes.Create(rule.Top);
        TLanes l1 = zero, l2 = zero, lx = zero;
        for (int i = 0; i < n; i += TLanes.Count)
        {
            TLanes a = TLanes.Load(x + i), weight = TLanes.Load(w + i);
            TLanes code = TLanes.AtMost(top, TLanes.AtLeast(zero, BlockSearch.Round((a - low) * inverse)));
            TLanes.Store(codes + i, code);
            TLanes weighted = weight * code;
            l1 += weighted;
            l2 = TLanes.Fma(weighted, code, l2);
            lx = TLanes.Fma(weighted, a, lx);
        }
        float sumL = TLanes.Sum(l1), sumLL = TLanes.Sum(l2), sumLX = TLanes.Sum(lx);
        float determinant = (sumW * sumLL) - (sumL * sumL);
        var fit = new Fit { Scale = scale, Minimum = minimum };
        if (determinant > 0)
        {
            fit.Scale = ((sumW * sumLX) - (sumX * sumL)) / determinant;
            fit.Minimum = ((sumLL * sumX) - (sumL * sumLX)) / determinant;
            if (fit.Minimum > 0)
            {
                fit.Minimum = 0;
                fit.Scale = sumLX / sumLL;
            }
        }
        TLanes error = zero, d = TLanes.Create(fit.Scale), m = TLanes.Create(fit.Minimum);
        for (int i = 0; i < n; i += TLanes.Count)
        {
            TLanes difference = TLanes.Fma(d, TLanes.Load(codes + i), m) - TLanes.Load(x + i);
            error = TLanes.Fma(difference * difference, TLanes.Load(w + i), error);
        }
        fit.Error = fit.Scale > 0 ? TLanes.Sum(error) : float.MaxValue;
        return fit;
    }

    private static void Begin(ref Whole next, float* scales, float* minima, in AffineRule rule, int parts)
    {
        for (int part = 0; part < parts; part++)
        {
            next.Scales[part] = next.D > 0 ? Math.Min(rule.Levels, BlockSearch.Round(scales[part] / next.D)) : 0;
            next.Minima[part] = next.M > 0 ? Math.Min(rule.Levels, BlockSearch.Round(minima[part] / next.M)) : 0;
        }
    }

    // The best of the integers as they are and their neighbours, under the D and M of the superblock.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float ChooseIntegers(float* x, float* w, in AffineRule rule, ref Whole whole, int part)
    {
        float scale = whole.Scales[part], minimum = whole.Minima[part], best = float.MaxValue;
        for (int ds = -1; ds <= 1; ds++)
        {
            float s = scale + ds;
            if (s < 0 || s > rule.Levels)
                continue;
            for (int dm = -1; dm <= 1; dm++)
            {
                float m = minimum + dm;
                if (m < 0 || m > rule.Levels)
                    continue;
                float error = Error(x, w, rule, whole.D * s, whole.M * m);
                if (error < best)
                {
                    best = error;
                    whole.Scales[part] = s;
                    whole.Minima[part] = m;
                }
            }
        }
        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Codes(TLanes x, TLanes inverse, TLanes minimum, TLanes top) =>
        TLanes.AtMost(top, TLanes.AtLeast(TLanes.Create(0), BlockSearch.Round((x + minimum) * inverse)));

    // A scale of 0 leaves the codes without effect.
    private static float Inverse(float scale) => scale > 0 ? 1 / scale : 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Error(float* x, float* w, in AffineRule rule, float scale, float minimum)
    {
        TLanes inverse = TLanes.Create(Inverse(scale)), d = TLanes.Create(scale), m = TLanes.Create(minimum), top = TLanes.Create(rule.Top), error = TLanes.Create(0);
        for (int i = 0; i < rule.PartElements; i += TLanes.Count)
        {
            TLanes a = TLanes.Load(x + i), difference = TLanes.Fma(d, Codes(a, inverse, m, top), -m) - a;
            error = TLanes.Fma(difference * difference, TLanes.Load(w + i), error);
        }
        return TLanes.Sum(error);
    }

    // With codes and integers as they are, x is linear in D and M: weighted least squares over the superblock.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Refit(float* x, float* w, in AffineRule rule, ref Whole whole)
    {
        TLanes aa = TLanes.Create(0), ab = aa, bb = aa, ax = aa, bx = aa, top = TLanes.Create(rule.Top);
        for (int start = 0, part = 0; start < BlockSearch.Elements; start += rule.PartElements, part++)
        {
            float scale = whole.D * whole.Scales[part], minimum = whole.M * whole.Minima[part];
            TLanes inverse = TLanes.Create(Inverse(scale)), m = TLanes.Create(minimum);
            TLanes s = TLanes.Create(whole.Scales[part]), b = TLanes.Create(-whole.Minima[part]);
            for (int i = start; i < start + rule.PartElements; i += TLanes.Count)
            {
                TLanes value = TLanes.Load(x + i), weight = TLanes.Load(w + i), a = s * Codes(value, inverse, m, top);
                TLanes wa = weight * a, wb = weight * b;
                aa = TLanes.Fma(wa, a, aa);
                ab = TLanes.Fma(wa, b, ab);
                bb = TLanes.Fma(wb, b, bb);
                ax = TLanes.Fma(wa, value, ax);
                bx = TLanes.Fma(wb, value, bx);
            }
        }
        double dd = TLanes.Sum(aa), dm = TLanes.Sum(ab), mm = TLanes.Sum(bb), dx = TLanes.Sum(ax), mx = TLanes.Sum(bx);
        double determinant = (dd * mm) - (dm * dm);
        double d, mOut;
        if (mm > 0 && determinant > 0)
        {
            d = ((mm * dx) - (dm * mx)) / determinant;
            mOut = ((dd * mx) - (dm * dx)) / determinant;
        }
        else
        {
            d = dd > 0 ? dx / dd : 0;
            mOut = 0;
        }
        whole.D = (float)d;
        whole.M = (float)mOut;
        return d > 0 && mOut >= 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StoreCodes(float* x, float* codes, int n, float scale, float minimum, int top)
    {
        TLanes inverse = TLanes.Create(Inverse(scale)), m = TLanes.Create(minimum), limit = TLanes.Create(top);
        for (int i = 0; i < n; i += TLanes.Count)
            TLanes.Store(codes + i, Codes(TLanes.Load(x + i), inverse, m, limit));
    }
}
