using Hone.Models;
using Hone.Tensors;

namespace Hone.Inference;

/// <summary>As what the weights of a model are held when it is opened.</summary>
public sealed record ModelOpenOptions
{
    /// <summary>What matrices are kept as. Default float32; <see cref="WeightDType.Auto"/> keeps the blocks of a GGUF file.</summary>
    public WeightDType Matrices { get; init; } = WeightDType.Float32;

    /// <summary>Block format that the projections are quantized to while they are read; null, the default, is none.</summary>
    public QuantFormat? Quantize { get; init; }
}
