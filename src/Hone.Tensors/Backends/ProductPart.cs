namespace Hone.Tensors;

/// <summary>One of several products of the same rows: a weight, dense or quantized, and where its outputs go.</summary>
public readonly struct ProductPart
{
    /// <summary>A product with a dense weight.</summary>
    /// <param name="panels">As in <see cref="Backend.Product"/>.</param>
    /// <param name="bias">[N], or the empty tensor.</param>
    /// <param name="y">[M, N], overwritten.</param>
    public ProductPart(Tensor panels, Tensor bias, Tensor y)
    {
        (Panels, Bias, Y) = (panels, bias, y);
    }

    /// <summary>A product with a weight in blocks.</summary>
    /// <param name="blocks">As in <see cref="Backend.QuantizedProduct"/>.</param>
    /// <param name="bias">[N], or the empty tensor.</param>
    /// <param name="y">[M, N], overwritten.</param>
    public ProductPart(QuantizedTensor blocks, Tensor bias, Tensor y)
    {
        (Blocks, Bias, Y) = (blocks, bias, y);
    }

    /// <summary>Rows of its own [M, K] that this part multiplies; empty, the default, means those of the group.</summary>
    public Tensor X { get; init; }

    /// <summary>
    /// Memory [M, K] for what the codes of the rows leave over, where the weight's input is finer (<see cref="Backend.QuantizedProduct"/>); what it holds
    /// afterwards is not defined. Empty, the default, means that it is not.
    /// </summary>
    public Tensor Remainder { get; init; }

    /// <summary>Memory [M, N] for the product of <see cref="Remainder"/>; likewise.</summary>
    public Tensor RemainderY { get; init; }

    /// <summary>A sum [M, N] that takes up the result, sum = sum + y, after which what <see cref="Y"/> holds is not defined. Empty, the default, for none.</summary>
    public Tensor Sum { get; init; }

    /// <summary>The packed dense weight; empty for one in blocks.</summary>
    public Tensor Panels { get; }

    /// <summary>The weight in blocks; null for a dense one.</summary>
    public QuantizedTensor? Blocks { get; }

    /// <summary>Bias, or the empty tensor.</summary>
    public Tensor Bias { get; }

    /// <summary>Result.</summary>
    public Tensor Y { get; }
}
