namespace Hone.Tensors;

/// <summary>
/// Matrix products. In all of them an output element is one chain of fused multiply-adds in the stated order, from +0
/// unless it says that it continues; no tile, thread count or number of rows changes that. A BFloat16 weight enters as its
/// exact float32 value, so that the product has the bits of the one with the widened weight.
/// </summary>
public abstract partial class Backend
{
    /// <summary>Outputs of one packed panel.</summary>
    public const int PanelWidth = 32;

    /// <summary>Shape of the packed copy of a weight [N, K]: [ceil(N / 32), K, 32], missing outputs zero.</summary>
    public static Shape PanelShape(int rows, int columns) => new((rows + PanelWidth - 1) / PanelWidth, columns, PanelWidth);

    /// <summary>
    /// Packs a row-major weight [N, K] into column panels of its own type. Float32: panels[n / 32, k, n % 32] = weight[n, k].
    /// BFloat16: with j = n % 32 the last index is 2 j where j is below 16 and 2 (j - 16) + 1 from there on, so that a pair of
    /// 16-bit numbers holds outputs j and j + 16, which two shifts of bits widen to two vectors in order.
    /// </summary>
    /// <param name="weight">Float32 or BFloat16 [N, K].</param>
    /// <param name="panels">Of the same type: <see cref="PanelShape"/>(N, K).</param>
    public abstract void PackPanels(Tensor weight, Tensor panels);

    /// <summary>
    /// y[m, n] = sum over k ascending of x[m, k] w[n, k]: acc = fma(x, w, acc) from +0; then, when there is a bias, y = acc + bias[n].
    /// </summary>
    /// <param name="x">[M, K]; leading axes may be several.</param>
    /// <param name="panels">The packed weight, <see cref="PanelShape"/>(N, K), float32 or BFloat16.</param>
    /// <param name="bias">[N], or the empty tensor.</param>
    /// <param name="y">[M, N], overwritten.</param>
    public abstract void Product(Tensor x, Tensor panels, Tensor bias, Tensor y);

    /// <summary>
    /// Several products, of the same rows where a part has none of its own: each has the bits that <see cref="Product"/> or <see cref="QuantizedProduct"/> gives it
    /// alone, dense and quantized weights in any mixture; then what a finer input adds (<see cref="ProductPart.Remainder"/>), then, where a part has a
    /// <see cref="ProductPart.Sum"/>, sum = sum + y. A backend may do them together.
    /// </summary>
    /// <param name="x">[M, K]; leading axes may be several.</param>
    /// <param name="parts">Weights of K inputs, and where their outputs go; the results do not overlap.</param>
    public virtual void Products(Tensor x, ReadOnlySpan<ProductPart> parts)
    {
        foreach (ref readonly ProductPart part in parts)
            ProductOf(x, part);
    }

    /// <summary>One part of <see cref="Products"/> alone.</summary>
    /// <param name="x">As there.</param>
    /// <param name="part">The part.</param>
    protected void ProductOf(Tensor x, in ProductPart part)
    {
        if (!part.X.IsEmpty)
            x = part.X;
        if (part.Blocks is { } blocks)
            QuantizedProduct(x, blocks, part.Bias, part.Y);
        else
            Product(x, part.Panels, part.Bias, part.Y);
        if (!part.Remainder.IsEmpty)
        {
            ActivationRemainder(x, part.Remainder);
            QuantizedProduct(part.Remainder, part.Blocks!, default, part.RemainderY);
            Add(part.Y, part.RemainderY, part.Y);
        }
        if (!part.Sum.IsEmpty)
            Add(part.Sum, part.Y, part.Sum);
    }

    /// <summary>
    /// dx[m, k] = sum over n ascending of dy[m, n] w[n, k]: acc = fma(dy, w, acc), from +0, or from dx when
    /// <paramref name="accumulate"/> (the chain goes on).
    /// </summary>
    /// <param name="dy">[M, N].</param>
    /// <param name="weight">Row-major [N, K], float32 or BFloat16.</param>
    /// <param name="dx">[M, K].</param>
    /// <param name="accumulate">Whether dx already holds the start of the chain.</param>
    public abstract void ProductInputGradient(Tensor dy, Tensor weight, Tensor dx, bool accumulate);

    /// <summary>
    /// dw[n, k] continues over rows m ascending: dw = fma(dy[m, n], x[m, k], dw). Called once a micro-batch, in order,
    /// it gives the bits of one call with all rows.
    /// </summary>
    /// <param name="dy">[M, N].</param>
    /// <param name="x">[M, K].</param>
    /// <param name="dw">Float32 [N, K], continued.</param>
    /// <param name="accumulate">Whether dw holds the start of the chains; else they start from +0 and what it holds is not read, which gives the bits of a zeroed one.</param>
    public abstract void ProductWeightGradient(Tensor dy, Tensor x, Tensor dw, bool accumulate = true);

    /// <summary><see cref="ProductInputGradient"/> and <see cref="ProductWeightGradient"/> of one dy, to the bits of the two calls.</summary>
    /// <param name="dy">[M, N].</param>
    /// <param name="x">[M, K].</param>
    /// <param name="weight">Row-major [N, K], float32 or BFloat16.</param>
    /// <param name="dx">[M, K].</param>
    /// <param name="accumulateX">Whether dx holds the start of the chain.</param>
    /// <param name="dw">Float32 [N, K].</param>
    /// <param name="accumulateW">Whether dw holds the start of the chains.</param>
    public virtual void ProductGradients(Tensor dy, Tensor x, Tensor weight, Tensor dx, bool accumulateX, Tensor dw, bool accumulateW)
    {
        ProductInputGradient(dy, weight, dx, accumulateX);
        ProductWeightGradient(dy, x, dw, accumulateW);
    }

    /// <summary>db[n] continues over rows m ascending: db = db + dy[m, n].</summary>
    public abstract void BiasGradient(Tensor dy, Tensor db);

    /// <summary>
    /// General small product for optimizers: c[m, n] = sum over k ascending of a[m, k] b[k, n], from +0.
    /// With <paramref name="transposeB"/> b is [N, K].
    /// </summary>
    public abstract void MatrixMultiply(Tensor a, Tensor b, bool transposeB, Tensor c);

    /// <summary>target[j, i] = source[i, j].</summary>
    public abstract void Transpose(Tensor source, Tensor target);
}
