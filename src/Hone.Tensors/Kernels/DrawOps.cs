using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary><see cref="Backend.DrawIds"/> on lanes; a piece is a draw.</summary>
internal static unsafe class DrawOps
{
    /// <summary>Runs it.</summary>
    public static void Run(
        CpuBackend cpu, Tensor logits, ReadOnlySpan<int> rows, ReadOnlySpan<float> inverseTemperature, ReadOnlySpan<double> uniforms, Tensor logSumExp,
        Tensor drawn)
    {
        int count = rows.Length, all = LaneOps.Rows(logits);
        LaneOps.Require(inverseTemperature.Length >= count && uniforms.Length >= count && drawn.ElementCount >= 2L * count, logits, drawn);
        LaneOps.Require(logSumExp.ElementCount >= all, logits, logSumExp);
        foreach (int row in rows)
            LaneOps.Require((uint)row < (uint)all, logits, drawn);
        fixed (int* row = rows)
        fixed (float* scale = inverseTemperature)
        fixed (double* uniform = uniforms)
        {
            var work = new Work(cpu.Set, logits.Floats, logits.Shape.Last, row, scale, uniform, logSumExp.Floats, drawn.Floats);
            cpu.Workers.Run(ref work, count);
        }
    }

    private readonly struct Work(
        KernelSet set, float* logits, int vocabulary, int* rows, float* inverseTemperature, double* uniforms, float* logSumExp, float* drawn) : IParallelWork
    {
        // Probabilities that are made together and added in order.
        private const int Chunk = 512;

        /// <inheritdoc/>
        public void Execute(int index, int worker)
        {
            int row = rows[index];
            float* z = logits + ((nint)row * vocabulary);
            int id = uniforms[index] < 0 ? -1 : set switch
            {
                KernelSet.Avx512 => Draw<Lanes512>(set, z, vocabulary, inverseTemperature[index], logSumExp[row], uniforms[index]),
                KernelSet.Avx2 => Draw<Lanes256>(set, z, vocabulary, inverseTemperature[index], logSumExp[row], uniforms[index]),
                _ => Draw<Lanes128>(set, z, vocabulary, inverseTemperature[index], logSumExp[row], uniforms[index]),
            };
            if (id < 0)
                id = LargestNumber.IndexOf(new ReadOnlySpan<float>(z, vocabulary));
            drawn[2 * index] = id;
            drawn[(2 * index) + 1] = z[id];
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
        private static int Draw<T>(KernelSet set, float* z, int count, float inverseTemperature, float logSumExp, double uniform)
            where T : unmanaged, ILanes<T>
        {
            float* p = stackalloc float[Chunk];
            T scale = T.Create(inverseTemperature), normalizer = T.Create(logSumExp);
            double sum = 0;
            for (int first = 0; first < count; first += Chunk)
            {
                int some = Math.Min(Chunk, count - first);
                for (int i = 0; i < some; i += LaneMemory.Count)
                {
                    int lanes = Math.Min(LaneMemory.Count, some - i);
                    // Two roundings: the product is a value of its own before the difference.
                    T scaled = LaneMemory.Load<T>(z + first + i, lanes) * scale;
                    T.Store(p + i, scaled - normalizer);
                }
                ExponentialLoop.Run(set, p, p, some);
                double before = sum;
                for (int i = 0; i < some; i++)
                    sum += p[i];
                // Sums never fall, so that the end of the chunk says whether one of them exceeds u; after a NaN it says nothing.
                if (sum <= uniform)
                    continue;
                for (int i = 0; i < some; i++)
                {
                    before += p[i];
                    if (before > uniform && p[i] != 0f)
                        return first + i;
                }
            }
            return Last(z, count, inverseTemperature, logSumExp);
        }

        // The last id of a probability above 0; -1 where there is none.
        private static int Last(float* z, int count, float inverseTemperature, float logSumExp)
        {
            for (int v = count - 1; v >= 0; v--)
            {
                if (ScalarMath.Exp((z[v] * inverseTemperature) - logSumExp) != 0f)
                    return v;
            }
            return -1;
        }
    }
}
