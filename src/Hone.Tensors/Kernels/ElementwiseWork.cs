using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>What an elementwise kernel does at one place, for every lane type.</summary>
internal interface ILaneKernel
{
    /// <summary>Does elements <paramref name="offset"/> to <paramref name="offset"/> + <paramref name="count"/> - 1; count is T.Count but for the last place.</summary>
    void At<T>(nint offset, int count) where T : unmanaged, ILaneValues<T>;
}

/// <summary>An elementwise kernel over n elements, in pieces of 8192: below that the caller does it alone.</summary>
internal struct ElementwiseWork<TKernel>(KernelSet set, TKernel kernel, long length) : IParallelWork
    where TKernel : struct, ILaneKernel
{
    private const int PieceLength = 8192;
    private readonly TKernel _kernel = kernel;

    /// <summary>Number of pieces.</summary>
    public readonly int Pieces => checked((int)((length + PieceLength - 1) / PieceLength));

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        nint from = (nint)index * PieceLength;
        Range(from, (nint)Math.Min(length, from + PieceLength));
    }

    /// <summary>Does elements <paramref name="from"/> to <paramref name="to"/> - 1.</summary>
    public readonly void Range(nint from, nint to)
    {
        switch (set)
        {
            case KernelSet.Avx512:
                from = Loop<Lanes512>(_kernel, from, to);
                Tail<Lanes512>(_kernel, from, to);
                break;
            case KernelSet.Avx2:
                from = Loop<Lanes256>(_kernel, from, to);
                Tail<Lanes256>(_kernel, from, to);
                break;
            default:
                from = Loop<Lanes128>(_kernel, from, to);
                Tail<Lanes128>(_kernel, from, to);
                break;
        }
    }

    // Whole values only; returns where they end. The kernel comes by value, so that its pointers can stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static nint Loop<T>(TKernel kernel, nint from, nint to) where T : unmanaged, ILaneValues<T>
    {
        nint i = from;
        for (; i + T.Count <= to; i += T.Count)
            kernel.At<T>(i, T.Count);
        return i;
    }

    private static void Tail<T>(TKernel kernel, nint from, nint to) where T : unmanaged, ILaneValues<T>
    {
        if (from < to)
            kernel.At<T>(from, (int)(to - from));
    }
}
