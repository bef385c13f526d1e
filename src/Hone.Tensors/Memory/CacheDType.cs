namespace Hone.Tensors;

/// <summary>
/// The precision of cached keys and values. Part of the numeric contract: keys and values are rounded to it wherever attention
/// reads them, in training as in decoding, so that each choice has its own bits and keeps all their equalities.
/// </summary>
public enum CacheDType : byte
{
    /// <summary>As they are computed: 4 bytes a number.</summary>
    Float32,

    /// <summary>The nearest BFloat16, ties to even: 2 bytes a number.</summary>
    BFloat16,

    /// <summary>Signed bytes with one float32 scale for every token and head, of keys and of values: 1 byte a number, and 4 a row.</summary>
    Int8,
}

/// <summary>Sizes and names of cache precisions.</summary>
public static class CacheDTypes
{
    /// <summary>Bytes of one key or value of a head: [<paramref name="width"/>].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a defined precision.</exception>
    public static long RowBytes(this CacheDType type, int width) => type switch
    {
        CacheDType.Float32 => 4L * width,
        CacheDType.BFloat16 => 2L * width,
        CacheDType.Int8 => width + 4L,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a defined cache precision."),
    };

    /// <summary>As settings and receipts spell it: float32, bfloat16 or int8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a defined precision.</exception>
    public static string Name(this CacheDType type) => type switch
    {
        CacheDType.Float32 => "float32",
        CacheDType.BFloat16 => "bfloat16",
        CacheDType.Int8 => "int8",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a defined cache precision."),
    };

    /// <summary>The precision of a name that <see cref="Name"/> gives; null if it is none.</summary>
    public static CacheDType? Parse(string name) => name switch
    {
        "float32" => CacheDType.Float32,
        "bfloat16" => CacheDType.BFloat16,
        "int8" => CacheDType.Int8,
        _ => null,
    };
}
