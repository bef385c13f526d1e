namespace Hone.Models;

/// <summary>
/// Element types of the safetensors format, in the order in which its own library compares them (larger ones are
/// written first). Source: huggingface/safetensors, safetensors/src/tensor.rs.
/// </summary>
public enum SafetensorsType : byte
{
    /// <summary>One byte, 0 or 1.</summary>
    BOOL,

    /// <summary>4-bit floating point (MXFP4).</summary>
    F4,

    /// <summary>6-bit floating point, 2 exponent bits.</summary>
    F6_E2M3,

    /// <summary>6-bit floating point, 3 exponent bits.</summary>
    F6_E3M2,

    /// <summary>Unsigned 8-bit integer.</summary>
    U8,

    /// <summary>Signed 8-bit integer.</summary>
    I8,

    /// <summary>8-bit floating point, 5 exponent bits.</summary>
    F8_E5M2,

    /// <summary>8-bit floating point, 4 exponent bits.</summary>
    F8_E4M3,

    /// <summary>8-bit exponent only.</summary>
    F8_E8M0,

    /// <summary>8-bit floating point, 4 exponent bits, no infinities, unsigned zero.</summary>
    F8_E4M3FNUZ,

    /// <summary>8-bit floating point, 5 exponent bits, no infinities, unsigned zero.</summary>
    F8_E5M2FNUZ,

    /// <summary>Signed 16-bit integer.</summary>
    I16,

    /// <summary>Unsigned 16-bit integer.</summary>
    U16,

    /// <summary>IEEE binary16.</summary>
    F16,

    /// <summary>bfloat16.</summary>
    BF16,

    /// <summary>Signed 32-bit integer.</summary>
    I32,

    /// <summary>Unsigned 32-bit integer.</summary>
    U32,

    /// <summary>IEEE binary32.</summary>
    F32,

    /// <summary>Two binary32: a complex number.</summary>
    C64,

    /// <summary>IEEE binary64.</summary>
    F64,

    /// <summary>Signed 64-bit integer.</summary>
    I64,

    /// <summary>Unsigned 64-bit integer.</summary>
    U64,
}

/// <summary>Sizes and names of <see cref="SafetensorsType"/>.</summary>
internal static class SafetensorsTypes
{
    /// <summary>Bits of one element.</summary>
    public static int Bits(this SafetensorsType type) => type switch
    {
        SafetensorsType.F4 => 4,
        SafetensorsType.F6_E2M3 or SafetensorsType.F6_E3M2 => 6,
        SafetensorsType.I16 or SafetensorsType.U16 or SafetensorsType.F16 or SafetensorsType.BF16 => 16,
        SafetensorsType.I32 or SafetensorsType.U32 or SafetensorsType.F32 => 32,
        SafetensorsType.C64 or SafetensorsType.F64 or SafetensorsType.I64 or SafetensorsType.U64 => 64,
        _ => 8,
    };

    /// <summary>Whether a file's values become float32 without loss.</summary>
    public static bool IsFloat(this SafetensorsType type) =>
        type is SafetensorsType.F32 or SafetensorsType.BF16 or SafetensorsType.F16;

    /// <summary>The name in the header.</summary>
    public static string Name(this SafetensorsType type) => All.First(pair => pair.Type == type).Name;

    /// <summary>The type of a header's name; false if the format has none of that name.</summary>
    public static bool TryParse(string name, out SafetensorsType type)
    {
        foreach ((SafetensorsType candidate, string text) in All)
        {
            if (text == name)
            {
                type = candidate;
                return true;
            }
        }
        type = default;
        return false;
    }

    private static readonly (SafetensorsType Type, string Name)[] All =
    [
        (SafetensorsType.F32, "F32"), (SafetensorsType.BF16, "BF16"), (SafetensorsType.F16, "F16"),
        (SafetensorsType.F64, "F64"), (SafetensorsType.I64, "I64"), (SafetensorsType.I32, "I32"),
        (SafetensorsType.I16, "I16"), (SafetensorsType.I8, "I8"), (SafetensorsType.U64, "U64"),
        (SafetensorsType.U32, "U32"), (SafetensorsType.U16, "U16"), (SafetensorsType.U8, "U8"),
        (SafetensorsType.BOOL, "BOOL"), (SafetensorsType.F8_E4M3, "F8_E4M3"), (SafetensorsType.F8_E5M2, "F8_E5M2"),
        (SafetensorsType.F8_E8M0, "F8_E8M0"), (SafetensorsType.F8_E4M3FNUZ, "F8_E4M3FNUZ"),
        (SafetensorsType.F8_E5M2FNUZ, "F8_E5M2FNUZ"), (SafetensorsType.F6_E2M3, "F6_E2M3"),
        (SafetensorsType.F6_E3M2, "F6_E3M2"), (SafetensorsType.F4, "F4"), (SafetensorsType.C64, "C64"),
    ];
}
