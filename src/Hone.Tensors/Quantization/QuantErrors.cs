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

    /// <summary>NF4 is for the projections of layers (QLoRA): what gives logits is dense or has integers.</summary>
    public static void RequireIntegers(QuantizedTensor weight)
    {
        if (weight.Format == QuantFormat.NF4)
            throw new ArgumentException($"The output matrix {weight} cannot be {QuantFormat.NF4}; keep it dense or in another format.", nameof(weight));
    }

    [DoesNotReturn]
    public static void ScalesApart(QuantFormat format) =>
        throw new ArgumentException($"{format} keeps its scales apart from its blocks; use {nameof(NF4)}.", nameof(format));
}
