namespace Hone.Tensors;

/// <summary>Single numbers of pages, for the reference.</summary>
public sealed partial class KeyValuePages
{
    /// <summary>Element <paramref name="d"/> of the key in a slot, as attention reads it.</summary>
    internal unsafe float Key(int page, int layer, int head, int slot, int d)
    {
        byte* block = Head(page, layer, head);
        return At(block + KeyOffset, (d * PageTokens) + slot, (float*)block + slot);
    }

    /// <summary>Element <paramref name="d"/> of the value in a slot, as attention reads it.</summary>
    internal unsafe float Value(int page, int layer, int head, int slot, int d)
    {
        byte* block = Head(page, layer, head);
        return At(block + ValueOffset, (slot * ValueDim) + d, (float*)block + PageTokens + slot);
    }

    /// <summary>Rounds a key [Dh] and a value [Dv] and puts them into a slot.</summary>
    internal unsafe void Put(int page, int layer, int head, int slot, ReadOnlySpan<float> key, ReadOnlySpan<float> value)
    {
        byte* block = Head(page, layer, head);
        float* scales = (float*)block;
        if (Type == CacheDType.Int8)
        {
            scales[slot] = CacheRounding.Int8Scale(key);
            scales[PageTokens + slot] = CacheRounding.Int8Scale(value);
        }
        for (int d = 0; d < key.Length; d++)
            Put(block + KeyOffset, (d * PageTokens) + slot, scales + slot, key[d]);
        for (int d = 0; d < value.Length; d++)
            Put(block + ValueOffset, (slot * ValueDim) + d, scales + PageTokens + slot, value[d]);
    }

    private unsafe float At(byte* block, int index, float* scale) => Type switch
    {
        CacheDType.Float32 => ((float*)block)[index],
        CacheDType.BFloat16 => CacheRounding.FromBFloat16(((ushort*)block)[index]),
        _ => CacheRounding.FromInt8(((sbyte*)block)[index], *scale),
    };

    private unsafe void Put(byte* block, int index, float* scale, float value)
    {
        switch (Type)
        {
            case CacheDType.Float32:
                ((float*)block)[index] = value;
                break;
            case CacheDType.BFloat16:
                ((ushort*)block)[index] = CacheRounding.ToBFloat16(value);
                break;
            default:
                ((sbyte*)block)[index] = CacheRounding.ToInt8(value, *scale);
                break;
        }
    }
}
