using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static Hone.Tensors.FunctionConstants;

namespace Hone.Tensors;

/// <summary>
/// The loops around the exponentials of attention with every vector a local of its own: <see cref="LaneMath.Exp"/> line for line,
/// four rows abreast, 12 constants, 8 values of the rows and 12 of the function in 32 registers.
/// </summary>
internal readonly unsafe partial struct Lanes512By4
{
    private const int Constants = 13;

    // In memory, because the compiler would write constants into the loop and fetch each anew.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill(float* constants, float scale)
    {
        constants[0] = scale;
        constants[1] = ExpLow;
        constants[2] = Log2E;
        constants[3] = ExpShift;
        constants[4] = -Ln2High;
        constants[5] = -Ln2Low;
        constants[6] = Exp6;
        constants[7] = Exp5;
        constants[8] = Exp4;
        constants[9] = Exp3;
        constants[10] = Exp2;
        constants[11] = 2f;
        constants[12] = ExpHigh;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    public static void Exponentials(int rows, float* scores, nint stride, int count, float scale, float* tops, float* sums)
    {
        float* constants = stackalloc float[Constants];
        Fill(constants, scale);
        Vector512<float> factor = Vector512.Create(constants[0]), low = Vector512.Create(constants[1]), log2E = Vector512.Create(constants[2]);
        Vector512<float> shift = Vector512.Create(constants[3]), ln2High = Vector512.Create(constants[4]), ln2Low = Vector512.Create(constants[5]);
        Vector512<float> exp6 = Vector512.Create(constants[6]), exp5 = Vector512.Create(constants[7]), exp4 = Vector512.Create(constants[8]);
        Vector512<float> exp3 = Vector512.Create(constants[9]), exp2 = Vector512.Create(constants[10]), two = Vector512.Create(constants[11]);
        for (int i = 0; i < rows; i += 4, scores += 4 * stride)
        {
            Vector512<float> top0 = Vector512.Create(tops[i]), top1 = Vector512.Create(tops[i + 1]), top2 = Vector512.Create(tops[i + 2]), top3 = Vector512.Create(tops[i + 3]);
            Vector512<float> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
            float* s = scores;
            for (int k = count; k > 0; k -= 16, s += 16)
            {
                Vector512<float> a0 = (Vector512.Load(s) * factor) - top0;
                Vector512<float> a1 = (Vector512.Load(s + stride) * factor) - top1;
                Vector512<float> a2 = (Vector512.Load(s + (2 * stride)) * factor) - top2;
                Vector512<float> a3 = (Vector512.Load(s + (3 * stride)) * factor) - top3;
                a0 = Vector512.MaxNative(low, a0);
                a1 = Vector512.MaxNative(low, a1);
                a2 = Vector512.MaxNative(low, a2);
                a3 = Vector512.MaxNative(low, a3);
                Vector512<float> t0 = Vector512.FusedMultiplyAdd(a0, log2E, shift);
                Vector512<float> t1 = Vector512.FusedMultiplyAdd(a1, log2E, shift);
                Vector512<float> t2 = Vector512.FusedMultiplyAdd(a2, log2E, shift);
                Vector512<float> t3 = Vector512.FusedMultiplyAdd(a3, log2E, shift);
                Vector512<float> p0 = t0 - shift;
                Vector512<float> p1 = t1 - shift;
                Vector512<float> p2 = t2 - shift;
                Vector512<float> p3 = t3 - shift;
                a0 = Vector512.FusedMultiplyAdd(p0, ln2High, a0);
                a1 = Vector512.FusedMultiplyAdd(p1, ln2High, a1);
                a2 = Vector512.FusedMultiplyAdd(p2, ln2High, a2);
                a3 = Vector512.FusedMultiplyAdd(p3, ln2High, a3);
                a0 = Vector512.FusedMultiplyAdd(p0, ln2Low, a0);
                a1 = Vector512.FusedMultiplyAdd(p1, ln2Low, a1);
                a2 = Vector512.FusedMultiplyAdd(p2, ln2Low, a2);
                a3 = Vector512.FusedMultiplyAdd(p3, ln2Low, a3);
                p0 = Vector512.FusedMultiplyAdd(exp6, a0, exp5);
                p1 = Vector512.FusedMultiplyAdd(exp6, a1, exp5);
                p2 = Vector512.FusedMultiplyAdd(exp6, a2, exp5);
                p3 = Vector512.FusedMultiplyAdd(exp6, a3, exp5);
                p0 = Vector512.FusedMultiplyAdd(p0, a0, exp4);
                p1 = Vector512.FusedMultiplyAdd(p1, a1, exp4);
                p2 = Vector512.FusedMultiplyAdd(p2, a2, exp4);
                p3 = Vector512.FusedMultiplyAdd(p3, a3, exp4);
                p0 = Vector512.FusedMultiplyAdd(p0, a0, exp3);
                p1 = Vector512.FusedMultiplyAdd(p1, a1, exp3);
                p2 = Vector512.FusedMultiplyAdd(p2, a2, exp3);
                p3 = Vector512.FusedMultiplyAdd(p3, a3, exp3);
                p0 = Vector512.FusedMultiplyAdd(p0, a0, exp2);
                p1 = Vector512.FusedMultiplyAdd(p1, a1, exp2);
                p2 = Vector512.FusedMultiplyAdd(p2, a2, exp2);
                p3 = Vector512.FusedMultiplyAdd(p3, a3, exp2);
                p0 = Vector512.FusedMultiplyAdd(p0, a0, two);
                p1 = Vector512.FusedMultiplyAdd(p1, a1, two);
                p2 = Vector512.FusedMultiplyAdd(p2, a2, two);
                p3 = Vector512.FusedMultiplyAdd(p3, a3, two);
                p0 = Vector512.FusedMultiplyAdd(p0, a0, two);
                p1 = Vector512.FusedMultiplyAdd(p1, a1, two);
                p2 = Vector512.FusedMultiplyAdd(p2, a2, two);
                p3 = Vector512.FusedMultiplyAdd(p3, a3, two);
                p0 *= Vector512.ShiftLeft(t0.AsInt32(), 23).AsSingle();
                p1 *= Vector512.ShiftLeft(t1.AsInt32(), 23).AsSingle();
                p2 *= Vector512.ShiftLeft(t2.AsInt32(), 23).AsSingle();
                p3 *= Vector512.ShiftLeft(t3.AsInt32(), 23).AsSingle();
                p0.Store(s);
                p1.Store(s + stride);
                p2.Store(s + (2 * stride));
                p3.Store(s + (3 * stride));
                sum0 += p0;
                sum1 += p1;
                sum2 += p2;
                sum3 += p3;
            }
            SumRows(new Lanes512By4(sum0, sum1, sum2, sum3), sums + i);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    public static void ExponentialGradients(int rows, float* scores, float* gradients, nint stride, int count, float scale, float* shifts, float* dots)
    {
        float* constants = stackalloc float[Constants];
        Fill(constants, scale);
        Vector512<float> factor = Vector512.Create(constants[0]), low = Vector512.Create(constants[1]), log2E = Vector512.Create(constants[2]);
        Vector512<float> shift = Vector512.Create(constants[3]), ln2High = Vector512.Create(constants[4]), ln2Low = Vector512.Create(constants[5]);
        Vector512<float> exp6 = Vector512.Create(constants[6]), exp5 = Vector512.Create(constants[7]), exp4 = Vector512.Create(constants[8]);
        Vector512<float> exp3 = Vector512.Create(constants[9]), exp2 = Vector512.Create(constants[10]), two = Vector512.Create(constants[11]);
        for (int i = 0; i < rows; i += 4, scores += 4 * stride, gradients += 4 * stride)
        {
            Vector512<float> top0 = Vector512.Create(shifts[i]), top1 = Vector512.Create(shifts[i + 1]), top2 = Vector512.Create(shifts[i + 2]), top3 = Vector512.Create(shifts[i + 3]);
            float* s = scores, g = gradients;
            for (int k = count; k > 0; k -= 16, s += 16, g += 16)
            {
                Vector512<float> high = Vector512.Create(constants[12]);
                Vector512<float> a0 = (Vector512.Load(s) * factor) - top0;
                Vector512<float> a1 = (Vector512.Load(s + stride) * factor) - top1;
                Vector512<float> a2 = (Vector512.Load(s + (2 * stride)) * factor) - top2;
                Vector512<float> a3 = (Vector512.Load(s + (3 * stride)) * factor) - top3;
                a0 = Vector512.MaxNative(low, a0);
                a1 = Vector512.MaxNative(low, a1);
                a2 = Vector512.MaxNative(low, a2);
                a3 = Vector512.MaxNative(low, a3);
                a0 = Vector512.MinNative(high, a0);
                a1 = Vector512.MinNative(high, a1);
                a2 = Vector512.MinNative(high, a2);
                a3 = Vector512.MinNative(high, a3);
                Vector512<float> t0 = Vector512.FusedMultiplyAdd(a0, log2E, shift);
                Vector512<float> t1 = Vector512.FusedMultiplyAdd(a1, log2E, shift);
                Vector512<float> t2 = Vector512.FusedMultiplyAdd(a2, log2E, shift);
                Vector512<float> t3 = Vector512.FusedMultiplyAdd(a3, log2E, shift);
                Vector512<float> p0 = t0 - shift;
                Vector512<float> p1 = t1 - shift;
                Vector512<float> p2 = t2 - shift;
                Vector512<float> p3 = t3 - shift;
                a0 = Vector512.FusedMultiplyAdd(p0, ln2High, a0);
                a1 = Vector512.FusedMultiplyAdd(p1, ln2High, a1);
                a2 = Vector512.FusedMultiplyAdd(p2, ln2High, a2);
                a3 = Vector512.FusedMultiplyAdd(p3, ln2High, a3);
                a0 = Vector512.FusedMultiplyAdd(p0, ln2Low, a0);
                a1 = Vector512.FusedMultiplyAdd(p1, ln2Low, a1);
                a2 = Vector512.FusedMultiplyAdd(p2, ln2Low, a2);
                a3 = Vector512.FusedMultiplyAdd(p3, ln2Low, a3);
                p0 = Vector512.FusedMultiplyAdd(exp6, a0, exp5);
                p1 = Vector512.FusedMultiplyAdd(exp6, a1, exp5);
                p2 = Vector512.FusedMultiplyAdd(exp6, a2, exp5);
                p3 = Vector512.FusedMultiplyAdd(exp6, a3, exp5);
                p0 = Vector512.FusedMultiplyAdd(p0, a0, exp4);
                p1 = Vector512.FusedMultiplyAdd(p1, a1, exp4);
                p2 = Vector512.FusedMultiplyAdd(p2, a2, exp4);
                p3 = Vector512.FusedMultiplyAdd(p3, a3, exp4);
                p0 = Vector512.FusedMultiplyAdd(p0, a0, exp3);
                p1 = Vector512.FusedMultiplyAdd(p1, a1, exp3);
                p2 = Vector512.FusedMultiplyAdd(p2, a2, exp3);
                p3 = Vector512.FusedMultiplyAdd(p3, a3, exp3);
                p0 = Vector512.FusedMultiplyAdd(p0, a0, exp2);
                p1 = Vector512.FusedMultiplyAdd(p1, a1, exp2);
                p2 = Vector512.FusedMultiplyAdd(p2, a2, exp2);
                p3 = Vector512.FusedMultiplyAdd(p3, a3, exp2);
                p0 = Vector512.FusedMultiplyAdd(p0, a0, two);
                p1 = Vector512.FusedMultiplyAdd(p1, a1, two);
                p2 = Vector512.FusedMultiplyAdd(p2, a2, two);
                p3 = Vector512.FusedMultiplyAdd(p3, a3, two);
                p0 = Vector512.FusedMultiplyAdd(p0, a0, two);
                p1 = Vector512.FusedMultiplyAdd(p1, a1, two);
                p2 = Vector512.FusedMultiplyAdd(p2, a2, two);
                p3 = Vector512.FusedMultiplyAdd(p3, a3, two);
                p0 *= Vector512.ShiftLeft(t0.AsInt32(), 23).AsSingle();
                p1 *= Vector512.ShiftLeft(t1.AsInt32(), 23).AsSingle();
                p2 *= Vector512.ShiftLeft(t2.AsInt32(), 23).AsSingle();
                p3 *= Vector512.ShiftLeft(t3.AsInt32(), 23).AsSingle();
                p0.Store(s);
                p1.Store(s + stride);
                p2.Store(s + (2 * stride));
                p3.Store(s + (3 * stride));
                (p0 * (Vector512.Load(g) - Vector512.Create(dots[i])) * factor).Store(g);
                (p1 * (Vector512.Load(g + stride) - Vector512.Create(dots[i + 1])) * factor).Store(g + stride);
                (p2 * (Vector512.Load(g + (2 * stride)) - Vector512.Create(dots[i + 2])) * factor).Store(g + (2 * stride));
                (p3 * (Vector512.Load(g + (3 * stride)) - Vector512.Create(dots[i + 3])) * factor).Store(g + (3 * stride));
            }
        }
    }
}
