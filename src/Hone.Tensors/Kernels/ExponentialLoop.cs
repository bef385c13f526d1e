using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static Hone.Tensors.FunctionConstants;

namespace Hone.Tensors;

/// <summary>
/// y[i] = e^x[i] over memory, y may be x: <see cref="LaneMath.Exp"/> line for line, with six 512-bit vectors abreast. A step of
/// the chain waits four cycles for the one before; six vectors fill three of them on two ports, and their 18 values leave room
/// for the 12 constants, so that the loop reads nothing but x.
/// </summary>
internal static unsafe class ExponentialLoop
{
    private const int Abreast = 6 * 16, Constants = 12;

    /// <summary>Runs it on the calling thread.</summary>
    public static void Run(KernelSet set, float* x, float* y, int count)
    {
        switch (set)
        {
            case KernelSet.Avx512:
                int done = count - (count % Abreast);
                Six(x, y, done);
                Rest<Lanes512>(x + done, y + done, count - done);
                break;
            case KernelSet.Avx2:
                Rest<Lanes256>(x, y, count);
                break;
            default:
                Rest<Lanes128>(x, y, count);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rest<T>(float* x, float* y, int count) where T : unmanaged, ILanes<T>
    {
        int i = 0;
        for (; i + T.Count <= count; i += T.Count)
            T.Store(y + i, LaneMath.Exp(T.Load(x + i)));
        if (i < count)
            LaneMemory.Store(y + i, LaneMath.Exp(LaneMemory.Load<T>(x + i, count - i)), count - i);
    }

    // In memory, because the compiler would write constants into the loop and fetch each anew.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill(float* constants)
    {
        constants[0] = ExpLow;
        constants[1] = ExpHigh;
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
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Six(float* x, float* y, int count)
    {
        float* constants = stackalloc float[Constants];
        Fill(constants);
        Vector512<float> low = Vector512.Create(constants[0]), high = Vector512.Create(constants[1]), log2E = Vector512.Create(constants[2]);
        Vector512<float> shift = Vector512.Create(constants[3]), ln2High = Vector512.Create(constants[4]), ln2Low = Vector512.Create(constants[5]);
        Vector512<float> exp6 = Vector512.Create(constants[6]), exp5 = Vector512.Create(constants[7]), exp4 = Vector512.Create(constants[8]);
        Vector512<float> exp3 = Vector512.Create(constants[9]), exp2 = Vector512.Create(constants[10]), two = Vector512.Create(constants[11]);
        for (int i = 0; i < count; i += Abreast)
        {
            Vector512<float> a0 = Vector512.MaxNative(low, Vector512.Load(x + i));
            Vector512<float> a1 = Vector512.MaxNative(low, Vector512.Load(x + i + 16));
            Vector512<float> a2 = Vector512.MaxNative(low, Vector512.Load(x + i + 32));
            Vector512<float> a3 = Vector512.MaxNative(low, Vector512.Load(x + i + 48));
            Vector512<float> a4 = Vector512.MaxNative(low, Vector512.Load(x + i + 64));
            Vector512<float> a5 = Vector512.MaxNative(low, Vector512.Load(x + i + 80));
            a0 = Vector512.MinNative(high, a0);
            a1 = Vector512.MinNative(high, a1);
            a2 = Vector512.MinNative(high, a2);
            a3 = Vector512.MinNative(high, a3);
            a4 = Vector512.MinNative(high, a4);
            a5 = Vector512.MinNative(high, a5);
            Vector512<float> t0 = Vector512.FusedMultiplyAdd(a0, log2E, shift);
            Vector512<float> t1 = Vector512.FusedMultiplyAdd(a1, log2E, shift);
            Vector512<float> t2 = Vector512.FusedMultiplyAdd(a2, log2E, shift);
            Vector512<float> t3 = Vector512.FusedMultiplyAdd(a3, log2E, shift);
            Vector512<float> t4 = Vector512.FusedMultiplyAdd(a4, log2E, shift);
            Vector512<float> t5 = Vector512.FusedMultiplyAdd(a5, log2E, shift);
            Vector512<float> p0 = t0 - shift;
            Vector512<float> p1 = t1 - shift;
            Vector512<float> p2 = t2 - shift;
            Vector512<float> p3 = t3 - shift;
            Vector512<float> p4 = t4 - shift;
            Vector512<float> p5 = t5 - shift;
            a0 = Vector512.FusedMultiplyAdd(p0, ln2High, a0);
            a1 = Vector512.FusedMultiplyAdd(p1, ln2High, a1);
            a2 = Vector512.FusedMultiplyAdd(p2, ln2High, a2);
            a3 = Vector512.FusedMultiplyAdd(p3, ln2High, a3);
            a4 = Vector512.FusedMultiplyAdd(p4, ln2High, a4);
            a5 = Vector512.FusedMultiplyAdd(p5, ln2High, a5);
            a0 = Vector512.FusedMultiplyAdd(p0, ln2Low, a0);
            a1 = Vector512.FusedMultiplyAdd(p1, ln2Low, a1);
            a2 = Vector512.FusedMultiplyAdd(p2, ln2Low, a2);
            a3 = Vector512.FusedMultiplyAdd(p3, ln2Low, a3);
            a4 = Vector512.FusedMultiplyAdd(p4, ln2Low, a4);
            a5 = Vector512.FusedMultiplyAdd(p5, ln2Low, a5);
            p0 = Vector512.FusedMultiplyAdd(a0, exp6, exp5);
            p1 = Vector512.FusedMultiplyAdd(a1, exp6, exp5);
            p2 = Vector512.FusedMultiplyAdd(a2, exp6, exp5);
            p3 = Vector512.FusedMultiplyAdd(a3, exp6, exp5);
            p4 = Vector512.FusedMultiplyAdd(a4, exp6, exp5);
            p5 = Vector512.FusedMultiplyAdd(a5, exp6, exp5);
            p0 = Vector512.FusedMultiplyAdd(p0, a0, exp4);
            p1 = Vector512.FusedMultiplyAdd(p1, a1, exp4);
            p2 = Vector512.FusedMultiplyAdd(p2, a2, exp4);
            p3 = Vector512.FusedMultiplyAdd(p3, a3, exp4);
            p4 = Vector512.FusedMultiplyAdd(p4, a4, exp4);
            p5 = Vector512.FusedMultiplyAdd(p5, a5, exp4);
            p0 = Vector512.FusedMultiplyAdd(p0, a0, exp3);
            p1 = Vector512.FusedMultiplyAdd(p1, a1, exp3);
            p2 = Vector512.FusedMultiplyAdd(p2, a2, exp3);
            p3 = Vector512.FusedMultiplyAdd(p3, a3, exp3);
            p4 = Vector512.FusedMultiplyAdd(p4, a4, exp3);
            p5 = Vector512.FusedMultiplyAdd(p5, a5, exp3);
            p0 = Vector512.FusedMultiplyAdd(p0, a0, exp2);
            p1 = Vector512.FusedMultiplyAdd(p1, a1, exp2);
            p2 = Vector512.FusedMultiplyAdd(p2, a2, exp2);
            p3 = Vector512.FusedMultiplyAdd(p3, a3, exp2);
            p4 = Vector512.FusedMultiplyAdd(p4, a4, exp2);
            p5 = Vector512.FusedMultiplyAdd(p5, a5, exp2);
            p0 = Vector512.FusedMultiplyAdd(p0, a0, two);
            p1 = Vector512.FusedMultiplyAdd(p1, a1, two);
            p2 = Vector512.FusedMultiplyAdd(p2, a2, two);
            p3 = Vector512.FusedMultiplyAdd(p3, a3, two);
            p4 = Vector512.FusedMultiplyAdd(p4, a4, two);
            p5 = Vector512.FusedMultiplyAdd(p5, a5, two);
            p0 = Vector512.FusedMultiplyAdd(p0, a0, two);
            p1 = Vector512.FusedMultiplyAdd(p1, a1, two);
            p2 = Vector512.FusedMultiplyAdd(p2, a2, two);
            p3 = Vector512.FusedMultiplyAdd(p3, a3, two);
            p4 = Vector512.FusedMultiplyAdd(p4, a4, two);
            p5 = Vector512.FusedMultiplyAdd(p5, a5, two);
            p0 *= Vector512.ShiftLeft(t0.AsInt32(), 23).AsSingle();
            p1 *= Vector512.ShiftLeft(t1.AsInt32(), 23).AsSingle();
            p2 *= Vector512.ShiftLeft(t2.AsInt32(), 23).AsSingle();
            p3 *= Vector512.ShiftLeft(t3.AsInt32(), 23).AsSingle();
            p4 *= Vector512.ShiftLeft(t4.AsInt32(), 23).AsSingle();
            p5 *= Vector512.ShiftLeft(t5.AsInt32(), 23).AsSingle();
            p0.Store(y + i);
            p1.Store(y + i + 16);
            p2.Store(y + i + 32);
            p3.Store(y + i + 48);
            p4.Store(y + i + 64);
            p5.Store(y + i + 80);
        }
    }
}
