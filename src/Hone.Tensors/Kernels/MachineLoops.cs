using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>Fused multiply-adds on registers only. 12 independent chains cover a latency of 4 cycles on 2 ports with room to spare.</summary>
internal readonly struct FmaLoopWork(int rounds) : IParallelWork
{
    private const int Chains = 12;

    /// <summary>Multiplications and additions of a round.</summary>
    public static int OperationsPerRound => 2 * Chains * (Vector512.IsHardwareAccelerated ? 16 : 8);

    /// <inheritdoc/>
    public void Execute(int index, int worker) => _ = Vector512.IsHardwareAccelerated ? Loop512(rounds) : Loop256(rounds);

    // The values go to 1 and stay there: no subnormals, no infinities.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Loop512(int rounds)
    {
        Vector512<float> x = Vector512.Create(0.999f), y = Vector512.Create(0.001f);
        Vector512<float> a = x, b = y, c = x, d = y, e = x, f = y, g = x, h = y, i = x, j = y, k = x, l = y;
        for (int r = 0; r < rounds; r++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, y);
            b = Vector512.FusedMultiplyAdd(b, x, y);
            c = Vector512.FusedMultiplyAdd(c, x, y);
            d = Vector512.FusedMultiplyAdd(d, x, y);
            e = Vector512.FusedMultiplyAdd(e, x, y);
            f = Vector512.FusedMultiplyAdd(f, x, y);
            g = Vector512.FusedMultiplyAdd(g, x, y);
            h = Vector512.FusedMultiplyAdd(h, x, y);
            i = Vector512.FusedMultiplyAdd(i, x, y);
            j = Vector512.FusedMultiplyAdd(j, x, y);
            k = Vector512.FusedMultiplyAdd(k, x, y);
            l = Vector512.FusedMultiplyAdd(l, x, y);
        }
        return (a + b + c + d + e + f + g + h + i + j + k + l).GetElement(0);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Loop256(int rounds)
    {
        Vector256<float> x = Vector256.Create(0.999f), y = Vector256.Create(0.001f);
        Vector256<float> a = x, b = y, c = x, d = y, e = x, f = y, g = x, h = y, i = x, j = y, k = x, l = y;
        for (int r = 0; r < rounds; r++)
        {
            a = Vector256.FusedMultiplyAdd(a, x, y);
            b = Vector256.FusedMultiplyAdd(b, x, y);
            c = Vector256.FusedMultiplyAdd(c, x, y);
            d = Vector256.FusedMultiplyAdd(d, x, y);
            e = Vector256.FusedMultiplyAdd(e, x, y);
            f = Vector256.FusedMultiplyAdd(f, x, y);
            g = Vector256.FusedMultiplyAdd(g, x, y);
            h = Vector256.FusedMultiplyAdd(h, x, y);
            i = Vector256.FusedMultiplyAdd(i, x, y);
            j = Vector256.FusedMultiplyAdd(j, x, y);
            k = Vector256.FusedMultiplyAdd(k, x, y);
            l = Vector256.FusedMultiplyAdd(l, x, y);
        }
        return (a + b + c + d + e + f + g + h + i + j + k + l).GetElement(0);
    }
}

/// <summary>
/// Reads memory and does nothing with it: piece i is the i-th part of a buffer, read a number of times, in one stream or in
/// several abreast. Processors differ in what they follow best.
/// </summary>
internal readonly unsafe struct ReadLoopWork : IParallelWork
{
    private const int StepBytes = 256;
    private readonly byte* _start;
    private readonly long _part;
    private readonly int _passes, _streams;

    /// <param name="buffer">Read from its start.</param>
    /// <param name="part">Bytes of a piece, a multiple of <see cref="BlockBytes"/>.</param>
    /// <param name="passes">How often each is read.</param>
    /// <param name="streams">A divisor of 16.</param>
    public ReadLoopWork(Tensor buffer, long part, int passes, int streams)
    {
        _start = (byte*)buffer.Floats;
        _part = part;
        _passes = passes;
        _streams = streams;
    }

    /// <summary>Parts are multiples of this: 16 streams of whole steps.</summary>
    public static int BlockBytes => 16 * StepBytes;

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        for (int pass = 0; pass < _passes; pass++)
            _ = Read(_start + (index * _part), _part / _streams, _streams);
    }

    // Four accumulators of 64 bytes: exclusive or has a latency of one cycle, so that loads are the only limit.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static long Read(byte* start, long bytes, int streams)
    {
        Vector512<long> a = default, b = default, c = default, d = default;
        for (byte* first = start, end = start + bytes; first < end; first += StepBytes)
        {
            byte* at = first;
            for (int s = 0; s < streams; s++, at += bytes)
            {
                a ^= Vector512.Load((long*)at);
                b ^= Vector512.Load((long*)(at + 64));
                c ^= Vector512.Load((long*)(at + 128));
                d ^= Vector512.Load((long*)(at + 192));
            }
        }
        return (a ^ b ^ c ^ d).GetElement(0);
    }
}
