namespace Hone.Models;

/// <summary>
/// Element types of the tensors of a GGUF file, with their numbers there (ggml.h, enum ggml_type). Those that were taken out of
/// the format have no name.
/// </summary>
public enum GgmlType : uint
{
    /// <summary>IEEE binary32.</summary>
    F32 = 0,

    /// <summary>IEEE binary16.</summary>
    F16 = 1,

    /// <summary>Blocks of 32: 4 bits, a scale.</summary>
    Q4_0 = 2,

    /// <summary>Blocks of 32: 4 bits, a scale and a minimum.</summary>
    Q4_1 = 3,

    /// <summary>Blocks of 32: 5 bits, a scale.</summary>
    Q5_0 = 6,

    /// <summary>Blocks of 32: 5 bits, a scale and a minimum.</summary>
    Q5_1 = 7,

    /// <summary>Blocks of 32: 8 bits, a scale.</summary>
    Q8_0 = 8,

    /// <summary>Blocks of 32: 8 bits, a scale and a sum; of activations.</summary>
    Q8_1 = 9,

    /// <summary>Blocks of 256: 2 bits, scales and minima of parts.</summary>
    Q2_K = 10,

    /// <summary>Blocks of 256: 3 bits, scales of parts.</summary>
    Q3_K = 11,

    /// <summary>Blocks of 256: 4 bits, scales and minima of parts.</summary>
    Q4_K = 12,

    /// <summary>Blocks of 256: 5 bits, scales and minima of parts.</summary>
    Q5_K = 13,

    /// <summary>Blocks of 256: 6 bits, scales of parts.</summary>
    Q6_K = 14,

    /// <summary>Blocks of 256: 8 bits; of activations.</summary>
    Q8_K = 15,

    /// <summary>Blocks of 256: code book, 2.06 bits.</summary>
    IQ2_XXS = 16,

    /// <summary>Blocks of 256: code book, 2.31 bits.</summary>
    IQ2_XS = 17,

    /// <summary>Blocks of 256: code book, 3.06 bits.</summary>
    IQ3_XXS = 18,

    /// <summary>Blocks of 256: code book, 1.56 bits.</summary>
    IQ1_S = 19,

    /// <summary>Blocks of 32: 4-bit indices of unevenly spaced values.</summary>
    IQ4_NL = 20,

    /// <summary>Blocks of 256: code book, 3.44 bits.</summary>
    IQ3_S = 21,

    /// <summary>Blocks of 256: code book, 2.5 bits.</summary>
    IQ2_S = 22,

    /// <summary>Blocks of 256: 4-bit indices of unevenly spaced values, scales of parts.</summary>
    IQ4_XS = 23,

    /// <summary>Signed 8-bit integer.</summary>
    I8 = 24,

    /// <summary>Signed 16-bit integer.</summary>
    I16 = 25,

    /// <summary>Signed 32-bit integer.</summary>
    I32 = 26,

    /// <summary>Signed 64-bit integer.</summary>
    I64 = 27,

    /// <summary>IEEE binary64.</summary>
    F64 = 28,

    /// <summary>Blocks of 256: code book, 1.75 bits.</summary>
    IQ1_M = 29,

    /// <summary>bfloat16.</summary>
    BF16 = 30,

    /// <summary>Blocks of 256: ternary, 1.69 bits.</summary>
    TQ1_0 = 34,

    /// <summary>Blocks of 256: ternary, 2.06 bits.</summary>
    TQ2_0 = 35,

    /// <summary>Blocks of 32: 4-bit floating point under an exponent (OCP MX).</summary>
    MXFP4 = 39,

    /// <summary>Blocks of 64: 4-bit floating point under 8-bit scales.</summary>
    NVFP4 = 40,

    /// <summary>Blocks of 128: 1 bit, a scale.</summary>
    Q1_0 = 41,
}
