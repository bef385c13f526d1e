namespace Hone.Tensors;

/// <summary>
/// Products with weights in block formats. A block format gives a weight of a row, for every part (sub-block) of its columns, as
/// w = scale * q, or scale * q + minimum, with an integer q; parts are 32 wide in Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, IQ4_NL, Q4_K and
/// Q5_K, and 16 wide in Q2_K, Q3_K and Q6_K. Scale and minimum are exact float32 numbers: a float16, or the product of one with
/// an integer (the minimum of K formats is the negative product).
/// <para>Activations. Every row of x is quantized in blocks of 32 columns: a = max |x|; d = a / 127; i = 127 / a;
/// q = x * i (one rounding), rounded to the nearest integer, ties to even, which lies in [-127, 127]. Where a is below 2^-100, d and
/// all q are 0. Where a is not finite, d is NaN and all q are 0. d stays float32.</para>
/// <para>Product. acc = +0; for every part ascending: s = exact integer sum of q_w * q_x over its columns;
/// acc = fma(scale * d, (float)s, acc); where the format has minima, t = exact integer sum of q_x over the part and then
/// acc = fma(minimum, d * (float)t, acc). Both integer sums are exact in float32. A bias is added at the end. Rows, tiles, threads
/// and vector widths change nothing.</para>
/// <para>Finer input. A weight that asks for it (<see cref="PackedMatrix.HasFinerInput"/>) multiplies twice: y as above with its bias, then
/// r = fma(-d, q, x), what the codes of x leave over, is quantized as x was, z = its product, and y = y + z.</para>
/// <para>NF4 (<see cref="NF4Blocks"/>) has no integers: its product is the chain of <see cref="Product"/> on decoded weights.</para>
/// Gradients and lookups use decoded weights, w as above, rounded once: see <see cref="BlockFormats"/>.
/// </summary>
public abstract partial class Backend
{
    /// <summary>Activations that share a scale.</summary>
    public const int ActivationBlock = 32;

    /// <summary>Bytes that this backend needs for a weight: those of the file, and at most 31 more rows.</summary>
    /// <param name="format">Block format.</param>
    /// <param name="rows">Outputs, N.</param>
    /// <param name="columns">Inputs, K.</param>
    /// <exception cref="ArgumentException">A row is not a whole number of blocks.</exception>
    public abstract long QuantizedSizeBytes(QuantFormat format, int rows, int columns);

    /// <summary>A weight of zero bytes, to be filled with <see cref="PackBlocks"/>; whoever asked disposes it.</summary>
    /// <inheritdoc cref="QuantizedSizeBytes"/>
    public QuantizedTensor CreateQuantized(QuantFormat format, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        return new QuantizedTensor(format, rows, columns, Allocate(QuantizedSizeBytes(format, rows, columns)));
    }

    /// <summary>Puts rows as a file has them, blocks in order of columns, into a weight.</summary>
    /// <param name="source">A whole number of rows of <see cref="QuantFormats.RowBytes"/>.</param>
    /// <param name="target">The weight; other rows stay as they are.</param>
    /// <param name="firstRow">Where the first of the rows goes.</param>
    /// <exception cref="ArgumentException">The bytes are not whole rows, or not so many rows are there.</exception>
    public abstract void PackBlocks(ReadOnlySpan<byte> source, QuantizedTensor target, int firstRow = 0);

    /// <summary>Waits for everything before it and gives rows back byte by byte as they were packed.</summary>
    /// <param name="source">The weight.</param>
    /// <param name="firstRow">First row.</param>
    /// <param name="target">Room for a whole number of rows.</param>
    /// <exception cref="ArgumentException">The bytes are not whole rows, or not so many rows are there.</exception>
    public abstract void UnpackBlocks(QuantizedTensor source, int firstRow, Span<byte> target);

    /// <summary>Decodes rows to float32: y[i, k] = w[firstRow + i, k].</summary>
    /// <param name="weight">[N, K].</param>
    /// <param name="firstRow">First row.</param>
    /// <param name="y">[rows, K].</param>
    public abstract void DecodeRows(QuantizedTensor weight, int firstRow, Tensor y);

    /// <summary>y[t, :] = decoded table[ids[t], :].</summary>
    /// <param name="table">[V, D].</param>
    /// <param name="ids">T ids in [0, V).</param>
    /// <param name="y">[T, D].</param>
    public abstract void GatherQuantizedRows(QuantizedTensor table, ReadOnlySpan<int> ids, Tensor y);

    /// <summary>y = x Wᵀ + b with quantized activations and exact integer sums; the order is that of the class.</summary>
    /// <param name="x">[M, K]; leading axes may be several.</param>
    /// <param name="weight">[N, K].</param>
    /// <param name="bias">[N], or the empty tensor.</param>
    /// <param name="y">[M, N], overwritten.</param>
    public abstract void QuantizedProduct(Tensor x, QuantizedTensor weight, Tensor bias, Tensor y);

    /// <summary>What is left of activations when they are quantized: r[k] = fma(-d, q, x[k]), as the class says.</summary>
    /// <param name="x">[M, K], K a multiple of 32; leading axes may be several.</param>
    /// <param name="r">As x, overwritten; not x itself.</param>
    public abstract void ActivationRemainder(Tensor x, Tensor r);

    /// <summary>
    /// The straight-through gradient of <see cref="QuantizedProduct"/>: the bits of <see cref="ProductInputGradient"/> with the decoded weight.
    /// </summary>
    /// <param name="dy">[M, N].</param>
    /// <param name="weight">[N, K].</param>
    /// <param name="dx">[M, K].</param>
    /// <param name="accumulate">Whether dx already holds the start of the chain.</param>
    public abstract void QuantizedInputGradient(Tensor dy, QuantizedTensor weight, Tensor dx, bool accumulate);

    /// <summary><see cref="TokenLogProb"/> with logits of <see cref="QuantizedProduct"/>; never holds all of them.</summary>
    /// <param name="hidden">[R, D].</param>
    /// <param name="weight">Output weight [V, D].</param>
    /// <param name="targets">R ids in [0, V).</param>
    /// <param name="inverseTemperature">c.</param>
    /// <param name="kept">The ids that each row could draw from, or null for all.</param>
    /// <param name="logProb">[R].</param>
    /// <param name="logSumExp">[R].</param>
    /// <param name="entropy">[R].</param>
    /// <param name="bias">[V]; or the empty tensor.</param>
    /// <param name="softCap">Above 0: the cap of logits.</param>
    public abstract void QuantizedTokenLogProb(
        Tensor hidden, QuantizedTensor weight, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logProb, Tensor logSumExp, Tensor entropy, Tensor bias = default, float softCap = 0f);

    /// <summary><see cref="TokenLogProbGradient"/> with logits of <see cref="QuantizedProduct"/> and decoded weights in the chain of dhidden; the weight has no gradient.</summary>
    /// <param name="hidden">[R, D].</param>
    /// <param name="weight">Output weight [V, D].</param>
    /// <param name="targets">R ids.</param>
    /// <param name="inverseTemperature">c.</param>
    /// <param name="kept">As in the forward pass.</param>
    /// <param name="logSumExp">[R] of the forward pass.</param>
    /// <param name="entropy">[R] of the forward pass.</param>
    /// <param name="dlogProb">[R].</param>
    /// <param name="dentropy">[R], or the empty tensor.</param>
    /// <param name="dhidden">[R, D], overwritten.</param>
    /// <param name="bias">As in the forward pass.</param>
    /// <param name="softCap">As in the forward pass.</param>
    /// <param name="dbias">[V], continued; or the empty tensor.</param>
    public abstract void QuantizedTokenLogProbGradient(
        Tensor hidden, QuantizedTensor weight, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logSumExp, Tensor entropy, Tensor dlogProb, Tensor dentropy, Tensor dhidden,
        Tensor bias = default, float softCap = 0f, Tensor dbias = default);
}
