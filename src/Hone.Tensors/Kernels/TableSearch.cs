using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>What a search chose: a float16 and the place in the table of each number.</summary>
internal struct TableBlock
{
    public ushort D;
    public NumberCodes Codes;
}

/// <summary>Sizes of <see cref="TableSearch{TLanes}"/>.</summary>
internal static class TableSearch
{
    /// <summary>Numbers in a block.</summary>
    public const int Elements = 32;

    /// <summary>Places in a table.</summary>
    public const int Places = 16;
}

/// <summary>
/// The scale of a block whose codes are places in an ascending table (IQ4_NL): weighted least squares over a grid of scales that
/// bring the largest number near either end of the table, as llama.cpp does, then turns of choosing and fitting. Weight: the
/// square of the number.
/// </summary>
internal static unsafe class TableSearch<TLanes> where TLanes : unmanaged, ILanes<TLanes>
{
    private const int Turns = 4, GridReach = 7;
    private const float EvenShare = 0.5f;

    private struct Fit
    {
        public float Scale, Gain;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(float* values, sbyte* table, out TableBlock block)
    {
        block = default;
        float* x = stackalloc float[TableSearch.Elements], w = stackalloc float[TableSearch.Elements];
        if (!BlockSearch.Normalize(values, x, TableSearch.Elements, out int exponent))
            return;
        TLanes squares = TLanes.Create(0);
        for (int i = 0; i < TableSearch.Elements; i += TLanes.Count)
            squares = TLanes.Fma(TLanes.Load(x + i), TLanes.Load(x + i), squares);
        TLanes even = TLanes.Create(TLanes.Sum(squares) / TableSearch.Elements * EvenShare);
        for (int i = 0; i < TableSearch.Elements; i += TLanes.Count)
            TLanes.Store(w + i, TLanes.Fma(TLanes.Load(x + i), TLanes.Load(x + i), even));
        float largest = 0;
        for (int i = 0; i < TableSearch.Elements; i++)
        {
            if (Math.Abs(x[i]) > Math.Abs(largest))
                largest = x[i];
        }

        Fit best = default;
        for (int step = -GridReach; step <= GridReach; step++)
        {
            Keep(ref best, Try(x, w, table, (table[0] + step) / largest));
            Keep(ref best, Try(x, w, table, (table[TableSearch.Places - 1] + step) / largest));
        }
        for (int turn = 0; turn < Turns; turn++)
        {
            Fit next = Try(x, w, table, 1 / best.Scale);
            if (next.Gain <= best.Gain)
                break;
            best = next;
        }
        float d = best.Scale;
        block.D = BlockSearch.RoundToHalf(ref d, exponent);
        float inverse = d != 0 ? 1 / d : 0;
        float* places = stackalloc float[TableSearch.Elements];
        for (int i = 0; i < TableSearch.Elements; i += TLanes.Count)
        {
            Nearest(TLanes.Load(x + i) * TLanes.Create(inverse), table, out TLanes place);
            TLanes.Store(places + i, place);
        }
        for (int i = 0; i < TableSearch.Elements; i++)
            block.Codes[i] = (sbyte)places[i];
    }

    private static void Keep(ref Fit best, Fit next)
    {
        if (next.Gain > best.Gain)
            best = next;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Fit Try(float* x, float* w, sbyte* table, float inverse)
    {
        TLanes factor = TLanes.Create(inverse), ll = TLanes.Create(0), lx = ll;
        for (int i = 0; i < TableSearch.Elements; i += TLanes.Count)
        {
            TLanes a = TLanes.Load(x + i), code = Nearest(a * factor, table, out _), weighted = TLanes.Load(w + i) * code;
            ll = TLanes.Fma(weighted, code, ll);
            lx = TLanes.Fma(weighted, a, lx);
        }
        float sumLL = TLanes.Sum(ll), sumLX = TLanes.Sum(lx);
        return sumLL > 0 ? new Fit { Scale = sumLX / sumLL, Gain = sumLX * sumLX / sumLL } : default;
    }

    // The entry nearest to each lane, and its place: a step up the table for each midpoint that the lane is not below.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Nearest(TLanes a, sbyte* table, out TLanes place)
    {
        TLanes entry = TLanes.Create(table[0]), one = TLanes.Create(1);
        place = TLanes.Create(0);
        for (int i = 1; i < TableSearch.Places; i++)
        {
            TLanes below = TLanes.LessThan(a, TLanes.Create((table[i - 1] + table[i]) * 0.5f));
            entry = TLanes.Select(below, entry, TLanes.Create(table[i]));
            place = TLanes.Select(below, place, place + one);
        }
        return entry;
    }
}
