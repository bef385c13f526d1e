using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>Loads and stores of up to sixteen lanes. With the constant 16 only the plain load or store is left.</summary>
internal static unsafe class LaneMemory
{
    /// <summary>Lanes of every <see cref="ILanes{TSelf}"/>.</summary>
    public const int Count = 16;

    /// <summary>The first <paramref name="count"/> lanes from memory, the others <paramref name="fill"/>; nothing beyond is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load<T>(float* source, int count, float fill = 0f) where T : unmanaged, ILanes<T> =>
        count == Count ? T.Load(source) : LoadPart<T>(source, count, fill);

    /// <summary>The first <paramref name="count"/> lanes to memory; nothing beyond is written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(float* target, T value, int count) where T : unmanaged, ILanes<T>
    {
        if (count == Count)
            T.Store(target, value);
        else
            StorePart(target, value, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T LoadPart<T>(float* source, int count, float fill) where T : unmanaged, ILanes<T>
    {
        float* lanes = stackalloc float[Count];
        for (int i = 0; i < Count; i++)
            lanes[i] = i < count ? source[i] : fill;
        return T.Load(lanes);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StorePart<T>(float* target, T value, int count) where T : unmanaged, ILanes<T>
    {
        float* lanes = stackalloc float[Count];
        T.Store(lanes, value);
        for (int i = 0; i < count; i++)
            target[i] = lanes[i];
    }
}
