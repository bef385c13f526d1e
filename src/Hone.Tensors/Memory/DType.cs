namespace Hone.Tensors;

/// <summary>Element type of a <see cref="Tensor"/>. Block formats of quantized weights are not element types.</summary>
public enum DType : byte
{
    /// <summary>IEEE 754 binary32: the type of activations, gradients, master weights and optimizer state.</summary>
    Float32,

    /// <summary>The upper 16 bits of binary32: weights that are kept as their file holds them. Ops widen them exactly.</summary>
    BFloat16,

    /// <summary>IEEE 754 binary16; files may hold it, and loading widens it exactly.</summary>
    Float16,

    /// <summary>32-bit signed integers: token ids.</summary>
    Int32,
}

/// <summary>Sizes of element types.</summary>
public static class DTypes
{
    /// <summary>Bytes of one element of <paramref name="type"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a defined type.</exception>
    public static int SizeBytes(this DType type) => type switch
    {
        DType.Float32 or DType.Int32 => 4,
        DType.BFloat16 or DType.Float16 => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a defined element type."),
    };
}
