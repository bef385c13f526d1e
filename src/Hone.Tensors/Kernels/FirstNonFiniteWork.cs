using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary><see cref="Backend.FirstNonFinite"/>: each piece lowers <c>first</c> to the index it finds, if that is lower.</summary>
internal readonly unsafe struct FirstNonFiniteWork(KernelSet set, float* x, long length, long* first) : IParallelWork
{
    private const int PieceLength = 16384, StripLength = 256;

    /// <summary>Number of pieces.</summary>
    public int Pieces => checked((int)((length + PieceLength - 1) / PieceLength));

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        long from = (long)index * PieceLength, to = Math.Min(length, from + PieceLength);
        if (Volatile.Read(ref *first) < from)
            return;
        long whole = from;
        for (; whole + StripLength <= to && IsFiniteStrip(x + whole); whole += StripLength)
        {
        }
        for (; whole < to; whole++)
        {
            if (float.IsFinite(x[whole]))
                continue;
            long seen = Volatile.Read(ref *first);
            while (whole < seen)
                seen = Interlocked.CompareExchange(ref *first, whole, seen);
            return;
        }
    }

    private bool IsFiniteStrip(float* strip) => set switch
    {
        KernelSet.Avx512 => IsFinite<Lanes512>(strip),
        KernelSet.Avx2 => IsFinite<Lanes256>(strip),
        _ => IsFinite<Lanes128>(strip),
    };

    // x * 0 is a zero for finite numbers and a NaN for all others, and stays one in the sum.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsFinite<T>(float* strip) where T : unmanaged, ILanes<T>
    {
        T zero = T.Create(0f), a = zero, b = zero;
        for (int i = 0; i < StripLength; i += 2 * LaneMemory.Count)
        {
            a = T.Fma(T.Load(strip + i), zero, a);
            b = T.Fma(T.Load(strip + i + LaneMemory.Count), zero, b);
        }
        return T.Sum(a + b) == 0f;
    }
}
