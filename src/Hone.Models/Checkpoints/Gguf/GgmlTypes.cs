using Hone.Tensors;

namespace Hone.Models;

/// <summary>Sizes of <see cref="GgmlType"/>, and which of them are decoded here.</summary>
public static class GgmlTypes
{
    /// <summary>The types whose numbers are read here, for messages.</summary>
    internal const string Decoded = "F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q2_K to Q6_K or IQ4_NL";

    /// <summary>Whether the format has a type of that number.</summary>
    public static bool IsDefined(this GgmlType type) => Block(type).Elements > 0;

    /// <summary>Numbers in a block, 1 for types without blocks; a row holds a whole number of blocks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The type is not defined.</exception>
    public static int BlockElements(this GgmlType type) => Defined(type).Elements;

    /// <summary>Bytes of a block.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The type is not defined.</exception>
    public static int BlockBytes(this GgmlType type) => Defined(type).Bytes;

    /// <summary>Bytes of a row.</summary>
    /// <param name="type">A defined type.</param>
    /// <param name="columns">Numbers of a row, a whole number of blocks.</param>
    /// <exception cref="ArgumentException">A row is not a whole number of blocks.</exception>
    public static long RowBytes(this GgmlType type, long columns)
    {
        (int elements, int bytes) = Defined(type);
        return columns % elements == 0
            ? checked(columns / elements * bytes)
            : throw new ArgumentException($"A row of {columns} numbers is not a whole number of {type} blocks of {elements}.", nameof(columns));
    }

    /// <summary>Whether a file's values become float32 here.</summary>
    public static bool IsDecoded(this GgmlType type) => type.IsFloat() || type.ToQuantFormat() is not null;

    /// <summary>Whether it is a plain floating-point type that becomes float32 without loss: F32, F16 or BF16.</summary>
    public static bool IsFloat(this GgmlType type) => type is GgmlType.F32 or GgmlType.F16 or GgmlType.BF16;

    /// <summary>The block format of that name; null if it is none of ours.</summary>
    public static QuantFormat? ToQuantFormat(this GgmlType type) => type switch
    {
        GgmlType.Q8_0 => QuantFormat.Q8_0,
        GgmlType.Q4_0 => QuantFormat.Q4_0,
        GgmlType.Q4_1 => QuantFormat.Q4_1,
        GgmlType.Q5_0 => QuantFormat.Q5_0,
        GgmlType.Q5_1 => QuantFormat.Q5_1,
        GgmlType.Q2_K => QuantFormat.Q2_K,
        GgmlType.Q3_K => QuantFormat.Q3_K,
        GgmlType.Q4_K => QuantFormat.Q4_K,
        GgmlType.Q5_K => QuantFormat.Q5_K,
        GgmlType.Q6_K => QuantFormat.Q6_K,
        GgmlType.IQ4_NL => QuantFormat.IQ4_NL,
        _ => null,
    };

    /// <summary>The type of a block format; NF4 has none.</summary>
    /// <exception cref="ArgumentException">GGUF has no such type.</exception>
    public static GgmlType ToGgmlType(this QuantFormat format) => format switch
    {
        QuantFormat.Q8_0 => GgmlType.Q8_0,
        QuantFormat.Q4_0 => GgmlType.Q4_0,
        QuantFormat.Q4_1 => GgmlType.Q4_1,
        QuantFormat.Q5_0 => GgmlType.Q5_0,
        QuantFormat.Q5_1 => GgmlType.Q5_1,
        QuantFormat.Q2_K => GgmlType.Q2_K,
        QuantFormat.Q3_K => GgmlType.Q3_K,
        QuantFormat.Q4_K => GgmlType.Q4_K,
        QuantFormat.Q5_K => GgmlType.Q5_K,
        QuantFormat.Q6_K => GgmlType.Q6_K,
        QuantFormat.IQ4_NL => GgmlType.IQ4_NL,
        _ => throw new ArgumentException($"GGUF has no type {format}.", nameof(format)),
    };

    private static (int Elements, int Bytes) Defined(GgmlType type) => Block(type) is { Elements: > 0 } block
        ? block
        : throw new ArgumentOutOfRangeException(nameof(type), type, "Not a defined type.");

    private static (int Elements, int Bytes) Block(GgmlType type) => type switch
    {
        GgmlType.F32 or GgmlType.I32 => (1, 4),
        GgmlType.F16 or GgmlType.BF16 or GgmlType.I16 => (1, 2),
        GgmlType.F64 or GgmlType.I64 => (1, 8),
        GgmlType.I8 => (1, 1),
        GgmlType.Q4_0 or GgmlType.IQ4_NL => (32, 18),
        GgmlType.Q4_1 => (32, 20),
        GgmlType.Q5_0 => (32, 22),
        GgmlType.Q5_1 => (32, 24),
        GgmlType.Q8_0 => (32, 34),
        GgmlType.Q8_1 => (32, 36),
        GgmlType.Q2_K => (256, 84),
        GgmlType.Q3_K or GgmlType.IQ3_S => (256, 110),
        GgmlType.Q4_K => (256, 144),
        GgmlType.Q5_K => (256, 176),
        GgmlType.Q6_K => (256, 210),
        GgmlType.Q8_K => (256, 292),
        GgmlType.IQ2_XXS or GgmlType.TQ2_0 => (256, 66),
        GgmlType.IQ2_XS => (256, 74),
        GgmlType.IQ3_XXS => (256, 98),
        GgmlType.IQ1_S => (256, 50),
        GgmlType.IQ2_S => (256, 82),
        GgmlType.IQ4_XS => (256, 136),
        GgmlType.IQ1_M => (256, 56),
        GgmlType.TQ1_0 => (256, 54),
        GgmlType.MXFP4 => (32, 17),
        GgmlType.NVFP4 => (64, 36),
        GgmlType.Q1_0 => (128, 18),
        _ => (0, 0),
    };
}
