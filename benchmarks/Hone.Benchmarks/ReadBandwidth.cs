using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Hone.Tensors;

namespace Hone.Benchmarks;

/// <summary>
/// The limit of whatever reads weights once: a sum over a block of memory on as many threads, each with its own contiguous
/// part. Processors differ in what they follow best, so the best of several loops counts: one stream, and several abreast.
/// </summary>
internal static class ReadBandwidth
{
    private static readonly int[] Streams = [1, 2, 4, 8, 16];

    /// <summary>Best rate of several loops, in GB/s.</summary>
    /// <param name="workers">The threads.</param>
    /// <param name="block">The memory: a float32 or BFloat16 tensor.</param>
    /// <param name="repeats">Passes of each loop.</param>
    public static double GigaBytes(WorkerPool workers, Tensor block, int repeats)
    {
        var sums = new float[workers.Threads * 64];
        double best = double.MaxValue;
        foreach (int streams in Streams)
        {
            var work = new ReadWork(block, sums, workers.Threads, streams);
            best = Math.Min(best, Peak.Time(() => workers.Run(ref work, workers.Threads), repeats).Best);
        }
        return block.SizeBytes / best / 1e9;
    }

    private struct ReadWork(Tensor block, float[] sums, int parts, int streams) : IParallelWork
    {
        public readonly void Execute(int index, int worker)
        {
            ReadOnlySpan<float> all = block.Type == DType.Float32
                ? block.HostSpan()
                : MemoryMarshal.Cast<ushort, float>(block.HostHalves());
            int part = all.Length / parts / 64 * 64;
            ReadOnlySpan<float> own = all.Slice(index * part, part);
            sums[index * 64] += Vector512.IsHardwareAccelerated ? Sum512(own, streams) : Sum256(own, streams);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Sum512(ReadOnlySpan<float> values, int streams)
    {
        ref float start = ref MemoryMarshal.GetReference(values);
        nuint each = (nuint)(values.Length / streams / 64 * 64);
        Vector512<float> a = default, b = default, c = default, d = default;
        for (nuint i = 0; i < each; i += 64)
        {
            nuint at = i;
            for (int s = 0; s < streams; s++, at += each)
            {
                a += Vector512.LoadUnsafe(ref start, at);
                b += Vector512.LoadUnsafe(ref start, at + 16);
                c += Vector512.LoadUnsafe(ref start, at + 32);
                d += Vector512.LoadUnsafe(ref start, at + 48);
            }
        }
        return (a + b + c + d).GetElement(0);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Sum256(ReadOnlySpan<float> values, int streams)
    {
        ref float start = ref MemoryMarshal.GetReference(values);
        nuint each = (nuint)(values.Length / streams / 32 * 32);
        Vector256<float> a = default, b = default, c = default, d = default;
        for (nuint i = 0; i < each; i += 32)
        {
            nuint at = i;
            for (int s = 0; s < streams; s++, at += each)
            {
                a += Vector256.LoadUnsafe(ref start, at);
                b += Vector256.LoadUnsafe(ref start, at + 8);
                c += Vector256.LoadUnsafe(ref start, at + 16);
                d += Vector256.LoadUnsafe(ref start, at + 24);
            }
        }
        return (a + b + c + d).GetElement(0);
    }
}
