namespace Hone.Tensors;

/// <summary>Draws from rows of logits (rule 8 of the numeric contract).</summary>
public abstract partial class Backend
{
    /// <summary>
    /// Draws ids. Draw i, of row r = rows[i] with c = inverseTemperature[i] and u = uniforms[i], is the inverse of the distribution
    /// function: the first id v, ascending, at which the float64 sum of exp((logit_v * c) - lse_r) from 0 exceeds u; an id of
    /// probability 0 is never drawn. Where rounding leaves the whole sum below u, it is the last id of a probability above 0.
    /// Where u is negative, or all probabilities are 0, it is the id of the largest logit, ties to the lowest id.
    /// </summary>
    /// <param name="logits">[R, V], V at most 2^24.</param>
    /// <param name="rows">D rows, in [0, R).</param>
    /// <param name="inverseTemperature">D factors on logits.</param>
    /// <param name="uniforms">D numbers in [0, 1), or negative.</param>
    /// <param name="logSumExp">lse of scaled logits, [R].</param>
    /// <param name="drawn">[D, 2], overwritten: the id as a float32, which holds it exactly, and its logit.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, or a row is not there.</exception>
    public abstract void DrawIds(
        Tensor logits, ReadOnlySpan<int> rows, ReadOnlySpan<float> inverseTemperature, ReadOnlySpan<double> uniforms, Tensor logSumExp, Tensor drawn);
}
