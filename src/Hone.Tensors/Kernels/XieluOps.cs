using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>xIELU on lanes.</summary>
internal static unsafe class XieluOps
{
    /// <summary><see cref="Backend.Xielu"/>.</summary>
    public static void Xielu(CpuBackend cpu, Tensor x, ReferenceBackend.XieluNumbers numbers, Tensor y)
    {
        LaneOps.Require(x.ElementCount == y.ElementCount, x, y);
        LaneOps.Elementwise(cpu, new ValueKernel(x.Floats, numbers, y.Floats), y.ElementCount);
    }

    /// <summary><see cref="Backend.XieluGradient"/>; rows in parallel, then their sums in order.</summary>
    public static void Gradient(
        CpuBackend cpu, Tensor x, ReferenceBackend.XieluNumbers numbers, float positiveSlope, float negativeSlope, Tensor dy, Tensor dx,
        Tensor dalphaPositive, Tensor dalphaNegative)
    {
        int rows = LaneOps.Rows(x), columns = x.Shape.Last;
        LaneOps.Require(dy.ElementCount == x.ElementCount, x, dy);
        LaneOps.Require(dx.ElementCount == x.ElementCount, x, dx);
        var sums = (float*)cpu.LaneScratch.Storage(2L * Math.Max(rows, 1) * sizeof(float)).Pointer;
        var work = new XieluGradientWork(cpu.Set, x.Floats, numbers, dy.Floats, dx.Floats, sums, rows, columns);
        cpu.Workers.Run(ref work, work.Pieces);
        for (int r = 0; r < rows; r++)
        {
            if (!dalphaPositive.IsEmpty)
                *dalphaPositive.Floats = MathF.FusedMultiplyAdd(sums[2 * r], positiveSlope, *dalphaPositive.Floats);
            if (!dalphaNegative.IsEmpty)
                *dalphaNegative.Floats = MathF.FusedMultiplyAdd(sums[(2 * r) + 1], negativeSlope, *dalphaNegative.Floats);
        }
    }

    /// <summary>expm1(min(x, eps)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpMinusOne<T>(T x, float epsilon) where T : unmanaged, ILaneValues<T>
    {
        T bound = T.Create(epsilon);
        T u = LaneMath.Tanh(T.Create(0.5f) * T.Select(T.LessThan(x, bound), x, bound));
        return (u + u) / (T.Create(1f) - u);
    }

    private readonly struct ValueKernel(float* x, ReferenceBackend.XieluNumbers numbers, float* y) : ILaneKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(nint i, int n) where T : unmanaged, ILaneValues<T>
        {
            T value = LaneMemory.Load<T>(x + i, n), linear = T.Create(numbers.Beta) * value;
            T above = T.Fma(T.Create(numbers.Positive) * value, value, linear);
            T below = T.Fma(ExpMinusOne(value, numbers.Epsilon) - value, T.Create(numbers.Negative), linear);
            LaneMemory.Store(y + i, T.Select(T.LessThan(T.Create(0f), value), above, below), n);
        }
    }
}

/// <summary>The input's gradient and, for each row, the lane sums of both slopes: pieces are rows.</summary>
internal readonly unsafe struct XieluGradientWork(
    KernelSet set, float* x, ReferenceBackend.XieluNumbers numbers, float* dy, float* dx, float* sums, int rows, int columns) : IParallelWork
{
    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(rows, LaneOps.RowsPerPiece(columns));

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int each = LaneOps.RowsPerPiece(columns), from = index * each, to = Math.Min(rows, from + each);
        for (int r = from; r < to; r++)
        {
            nint start = (nint)r * columns;
            switch (set)
            {
                case KernelSet.Avx512:
                    Row<Lanes512>(x + start, numbers, dy + start, dx + start, sums + (2 * (nint)r), columns);
                    break;
                case KernelSet.Avx2:
                    Row<Lanes256>(x + start, numbers, dy + start, dx + start, sums + (2 * (nint)r), columns);
                    break;
                default:
                    Row<Lanes128>(x + start, numbers, dy + start, dx + start, sums + (2 * (nint)r), columns);
                    break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row<T>(float* x, ReferenceBackend.XieluNumbers numbers, float* dy, float* dx, float* sums, int columns)
        where T : unmanaged, ILanes<T>
    {
        T zero = T.Create(0f), one = T.Create(1f), positive = zero, negative = zero;
        for (int i = 0; i < columns; i += LaneMemory.Count)
        {
            int n = Math.Min(LaneMemory.Count, columns - i);
            T value = LaneMemory.Load<T>(x + i, n), gradient = LaneMemory.Load<T>(dy + i, n);
            T m = XieluOps.ExpMinusOne(value, numbers.Epsilon), isAbove = T.LessThan(zero, value);
            T e = T.Select(T.LessThan(value, T.Create(numbers.Epsilon)), one + m, zero);
            T above = T.Fma(T.Create(2f * numbers.Positive), value, T.Create(numbers.Beta));
            T below = T.Fma(T.Create(numbers.Negative), e - one, T.Create(numbers.Beta));
            LaneMemory.Store(dx + i, gradient * T.Select(isAbove, above, below), n);
            // Lanes past the end hold gradients of 0.
            positive = T.Fma(T.Select(isAbove, gradient, zero), value * value, positive);
            negative = T.Fma(T.Select(isAbove, zero, gradient), m - value, negative);
        }
        sums[0] = T.Sum(positive);
        sums[1] = T.Sum(negative);
    }
}
