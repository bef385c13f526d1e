namespace Hone.Models;

/// <summary>
/// As what the matrices of a checkpoint are kept in memory: projections, embeddings and the output matrix. Gains and biases are
/// always float32. All choices compute the same bits; BFloat16 takes half the memory, and half the time where decoding waits
/// for weights, and cannot be trained.
/// </summary>
public enum WeightDType : byte
{
    /// <summary>Widened to float32.</summary>
    Float32,

    /// <summary>BFloat16 where the file holds BF16, else float32.</summary>
    Auto,

    /// <summary>BFloat16; a file that holds a matrix in another type is refused, because its values would have to be rounded.</summary>
    BFloat16,
}
