using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>Where the largest number of a row is.</summary>
public static class LargestNumber
{
    private const int Block = 64;

    /// <summary>
    /// The place of the largest number, the lowest of equal ones: that which "is larger than the best so far" ends at, place by place from 0. A NaN is never
    /// larger, and nothing is larger than one at place 0.
    /// </summary>
    /// <param name="values">At least one number.</param>
    public static int IndexOf(ReadOnlySpan<float> values)
    {
        int best = 0, i = 1;
        // Blocks that hold nothing larger are passed over; that is nearly all of them.
        for (; i + Block <= values.Length; i += Block)
        {
            ReadOnlySpan<float> block = values.Slice(i, Block);
            Vector512<float> limit = Vector512.Create(values[best]);
            Vector512<float> larger = Vector512.GreaterThan(Vector512.Create(block), limit) | Vector512.GreaterThan(Vector512.Create(block[16..]), limit)
                | Vector512.GreaterThan(Vector512.Create(block[32..]), limit) | Vector512.GreaterThan(Vector512.Create(block[48..]), limit);
            if (larger.AsInt32() != Vector512<int>.Zero)
                best = From(values, i, i + Block, best);
        }
        return From(values, i, values.Length, best);
    }

    private static int From(ReadOnlySpan<float> values, int from, int to, int best)
    {
        for (int i = from; i < to; i++)
        {
            if (values[i] > values[best])
                best = i;
        }
        return best;
    }
}
