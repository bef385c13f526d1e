using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>Loads and stores of some of the lanes of a value. With their constant number only the plain load or store is left.</summary>
internal static unsafe class LaneMemory
{
    /// <summary>Lanes of row reductions and of tails.</summary>
    public const int Count = 16;

    /// <summary>The first <paramref name="count"/> lanes from memory, the others <paramref name="fill"/>; nothing beyond is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load<T>(float* source, int count, float fill = 0f) where T : unmanaged, ILaneValues<T> =>
        count == T.Count ? T.Load(source) : LoadPart<T>(source, count, fill);

    /// <summary>The first <paramref name="count"/> lanes to memory; nothing beyond is written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(float* target, T value, int count) where T : unmanaged, ILaneValues<T>
    {
        if (count == T.Count)
            T.Store(target, value);
        else
            StorePart(target, value, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T LoadPart<T>(float* source, int count, float fill) where T : unmanaged, ILaneValues<T>
    {
        float* lanes = stackalloc float[T.Count];
        for (int i = 0; i < T.Count; i++)
            lanes[i] = i < count ? source[i] : fill;
        return T.Load(lanes);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StorePart<T>(float* target, T value, int count) where T : unmanaged, ILaneValues<T>
    {
        float* lanes = stackalloc float[T.Count];
        T.Store(lanes, value);
        for (int i = 0; i < count; i++)
            target[i] = lanes[i];
    }
}
