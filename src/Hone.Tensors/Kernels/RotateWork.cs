using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary><see cref="Backend.Rotate"/>: pieces are tokens, all heads of a token at once since they share its angles.</summary>
internal readonly unsafe struct RotateWork(
    KernelSet set, float* x, float* cosine, float* sine, RaggedBatch batch, bool inverse, float* y, int heads, int headDim, int half) : IParallelWork
{
    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(batch.TokenCount, LaneOps.RowsPerPiece(heads * headDim));

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int each = LaneOps.RowsPerPiece(heads * headDim), from = index * each, to = Math.Min(batch.TokenCount, from + each);
        ReadOnlySpan<int> offsets = batch.Offsets;
        int sequence = SequenceOf(offsets, from);
        for (int t = from; t < to; t++)
        {
            while (t >= offsets[sequence + 1])
                sequence++;
            nint angles = (nint)(batch.StartPositions[sequence] + t - offsets[sequence]) * half;
            nint start = (nint)t * heads * headDim;
            Token(set, x + start, cosine + angles, sine + angles, inverse, y + start, heads, headDim, half);
        }
    }

    /// <summary>Some heads of one token.</summary>
    /// <param name="set">Instructions.</param>
    /// <param name="x">[heads, headDim].</param>
    /// <param name="cosine">[half], those of its position.</param>
    /// <param name="sine">[half].</param>
    /// <param name="inverse">Whether to rotate back.</param>
    /// <param name="y">[heads, headDim]; may be x.</param>
    /// <param name="heads">Heads.</param>
    /// <param name="headDim">Width of a head.</param>
    /// <param name="half">Pairs that are rotated.</param>
    public static void Token(KernelSet set, float* x, float* cosine, float* sine, bool inverse, float* y, int heads, int headDim, int half)
    {
        switch (set)
        {
            case KernelSet.Avx512:
                Token<Lanes512>(x, cosine, sine, inverse, y, heads, headDim, half);
                break;
            case KernelSet.Avx2:
                Token<Lanes256>(x, cosine, sine, inverse, y, heads, headDim, half);
                break;
            default:
                Token<Lanes128>(x, cosine, sine, inverse, y, heads, headDim, half);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Token<T>(float* x, float* cosine, float* sine, bool inverse, float* y, int heads, int headDim, int half)
        where T : unmanaged, ILanes<T>
    {
        int i = 0;
        for (; i + LaneMemory.Count <= half; i += LaneMemory.Count)
            Pairs<T>(x + i, cosine + i, sine + i, inverse, y + i, heads, headDim, half, LaneMemory.Count);
        if (i < half)
            Pairs<T>(x + i, cosine + i, sine + i, inverse, y + i, heads, headDim, half, half - i);
        int rotated = 2 * half;
        if (x == y || rotated == headDim)
            return;
        for (int h = 0; h < heads; h++)
            new ReadOnlySpan<float>(x + (h * headDim) + rotated, headDim - rotated).CopyTo(new Span<float>(y + (h * headDim) + rotated, headDim - rotated));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pairs<T>(float* x, float* cosine, float* sine, bool inverse, float* y, int heads, int headDim, int half, int n)
        where T : unmanaged, ILanes<T>
    {
        T c = LaneMemory.Load<T>(cosine, n), s = LaneMemory.Load<T>(sine, n);
        s = inverse ? -s : s;
        for (int h = 0; h < heads; h++, x += headDim, y += headDim)
        {
            // Both are read before either is written: y may be x.
            T x1 = LaneMemory.Load<T>(x, n), x2 = LaneMemory.Load<T>(x + half, n);
            LaneMemory.Store(y, T.Fma(-x2, s, x1 * c), n);
            LaneMemory.Store(y + half, T.Fma(x1, s, x2 * c), n);
        }
    }

    // The last sequence that begins at or before the row and is not empty there.
    private static int SequenceOf(ReadOnlySpan<int> offsets, int row)
    {
        int low = 0, high = offsets.Length - 2;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (offsets[middle] <= row)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
