using Hone.Inference;
using Hone.Models;
using Hone.Tensors;

namespace Hone.Training.Configuration;

/// <summary>
/// The key <c>quantize</c>: as what the frozen base of an adapter is held (QLoRA, arXiv 2305.14314). Training and sampling read
/// the same blocks, so that on-policy steps stay on-policy to the bit.
/// </summary>
/// <param name="KeepsFile">As the file has it: the blocks of a GGUF file, the numbers of a model folder as float32.</param>
/// <param name="Format">The format that the matrices are quantized to when the model is opened; null for none.</param>
public sealed record QuantizeConfig(bool KeepsFile, QuantFormat? Format)
{
    /// <summary>As the file has it, the default.</summary>
    public static QuantizeConfig AsFile { get; } = new(true, null);

    /// <summary>All matrices as float32; the blocks of a GGUF file are decoded.</summary>
    public static QuantizeConfig None { get; } = new(false, null);

    /// <summary>Reads the keys from the section that they stand in.</summary>
    /// <exception cref="RecipeException">A value does not fit.</exception>
    public static QuantizeConfig Read(RecipeReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        QuantizeConfig read = reader.Choice("quantize", AsFile, "as what the frozen base of an adapter is held; null is as its file has it, none is float32",
        [
            ("null", AsFile), ("none", None),
            .. Enum.GetValues<QuantFormat>().Select(format => (format.ToString().ToLowerInvariant(), new QuantizeConfig(false, format))),
        ]);
        bool four = reader.Flag("load_in_4bit", false, "the same as quantize: nf4");
        if (!four) return read;
        return read == AsFile || read.Format == QuantFormat.NF4
            ? new QuantizeConfig(false, QuantFormat.NF4)
            : throw reader.Error("load_in_4bit", "means quantize: nf4, and quantize says something else; give one of them");
    }

    /// <summary>Refuses a format for weights that are trained themselves.</summary>
    /// <exception cref="RecipeException">There is a format and no adapter.</exception>
    internal void Require(RecipeReader reader, LoraConfig? lora)
    {
        if (Format is not null && lora is null && !reader.DescribesOnly)
            throw reader.Error("quantize", "quantized weights cannot be trained; train an adapter over them with lora_r");
    }

    /// <summary>How a base is opened.</summary>
    internal ModelOpenOptions OptionsFor(string path) => new()
    {
        Matrices = KeepsFile && GgufFile.IsGguf(path) ? WeightDType.Auto : WeightDType.Float32,
        Quantize = Format,
    };
}
