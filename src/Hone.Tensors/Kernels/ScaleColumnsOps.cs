using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary><see cref="Backend.ScaleColumns"/> on lanes.</summary>
internal static unsafe class ScaleColumnsOps
{
    /// <summary>Runs it.</summary>
    public static void Run(CpuBackend cpu, Tensor x, Tensor factors, Tensor bias, Tensor y)
    {
        int rows = LaneOps.Rows(x), columns = x.Shape.Last;
        LaneOps.Require(y.ElementCount == x.ElementCount, x, y);
        LaneOps.Require(factors.ElementCount == columns, x, factors);
        LaneOps.Require(bias.IsEmpty || bias.ElementCount == columns, x, bias);
        var work = new Work(cpu.Set, x.Floats, factors.Floats, bias.IsEmpty ? null : bias.Floats, y.Floats, rows, columns);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary>Pieces are rows. A null bias means none.</summary>
    private readonly struct Work(KernelSet set, float* x, float* factors, float* bias, float* y, int rows, int columns) : IParallelWork
    {
        /// <summary>Number of pieces.</summary>
        public int Pieces => LaneOps.Pieces(rows, LaneOps.RowsPerPiece(columns));

        /// <inheritdoc/>
        public void Execute(int index, int worker)
        {
            int each = LaneOps.RowsPerPiece(columns), to = Math.Min(rows, (index + 1) * each);
            for (int r = index * each; r < to; r++)
            {
                float* from = x + ((nint)r * columns), target = y + ((nint)r * columns);
                switch (set)
                {
                    case KernelSet.Avx512:
                        Row<Lanes512>(from, factors, bias, target, columns);
                        break;
                    case KernelSet.Avx2:
                        Row<Lanes256>(from, factors, bias, target, columns);
                        break;
                    default:
                        Row<Lanes128>(from, factors, bias, target, columns);
                        break;
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Row<T>(float* x, float* factors, float* bias, float* y, int columns) where T : unmanaged, ILanes<T>
        {
            for (int i = 0; i < columns; i += LaneMemory.Count)
            {
                int n = Math.Min(LaneMemory.Count, columns - i);
                T value = LaneMemory.Load<T>(x + i, n) * LaneMemory.Load<T>(factors + i, n);
                // Two roundings: the product is a vector of its own before the sum.
                if (bias != null)
                    value += LaneMemory.Load<T>(bias + i, n);
                LaneMemory.Store(y + i, value, n);
            }
        }
    }
}
