using System.Diagnostics.CodeAnalysis;

namespace Hone.Tensors;

/// <summary>What block formats refuse.</summary>
internal static class QuantErrors
{
    [DoesNotReturn]
    public static void NotFinite(QuantFormat format, int index, float value) =>
        throw new ArgumentException($"Number {index} is {value}; {format} holds finite numbers only.", "values");

    [DoesNotReturn]
    public static void TooLarge(QuantFormat format, int block, float scale) =>
        throw new ArgumentException($"Block {block} needs a scale or minimum of {scale}, beyond float16, in which {format} stores it.", "values");

    [DoesNotReturn]
    public static void Sizes(QuantFormat format, int numbers, int bytes) =>
        throw new ArgumentException($"{numbers} numbers and {bytes} bytes are not the same whole number of {format} blocks ({format.BlockElements()} numbers, {format.BlockBytes()} bytes each).");

    [DoesNotReturn]
    public static void ScalesApart(QuantFormat format) =>
        throw new ArgumentException($"{format} keeps its scales apart from its blocks; use {nameof(NF4)}.", nameof(format));
}
