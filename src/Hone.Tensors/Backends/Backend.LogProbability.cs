namespace Hone.Tensors;

/// <summary>
/// Log-probabilities over the vocabulary. With c = 1 / T (float32) a scaled logit is z_v = logit_v * c. For a row, over
/// tiles [512 j, 512 j + 512) of the vocabulary, j ascending: n = max(m, max z), m from -infinity; a = exp(m - n) (0 in the first
/// tile); l = fma(l, a, lane sum of exp(z_v - n)), lanes by v mod 16, l from +0;
/// u = fma(u, a, lane sum of fma(exp(z_v - n), z_v)), u from +0; m = n. Then lse = m + log(l),
/// log p_v = z_v - lse, entropy H = lse - u / l. Logits outside a kept set are -infinity: their exp is 0 and their term in u is left out.
/// </summary>
public abstract partial class Backend
{
    /// <summary>Vocabulary tile of the log-sum-exp.</summary>
    public const int VocabularyTile = 512;

    /// <summary>lse and entropy of rows of logits.</summary>
    /// <param name="logits">[R, V].</param>
    /// <param name="inverseTemperature">c for each row: [R].</param>
    /// <param name="logSumExp">[R].</param>
    /// <param name="entropy">[R], or the empty tensor.</param>
    public abstract void LogSumExp(Tensor logits, ReadOnlySpan<float> inverseTemperature, Tensor logSumExp, Tensor entropy);

    /// <summary>
    /// Log-probability of one target a row, from hidden states, which never needs all logits at once: they are the product of the
    /// hidden row with the packed output weight (see <see cref="Product"/>).
    /// </summary>
    /// <param name="hidden">[R, D].</param>
    /// <param name="panels">Packed output weight [V, D], float32 or BFloat16.</param>
    /// <param name="vocabularySize">V.</param>
    /// <param name="targets">R ids in [0, V).</param>
    /// <param name="inverseTemperature">c.</param>
    /// <param name="kept">The ids that each row could draw from, or null for all.</param>
    /// <param name="logProb">[R].</param>
    /// <param name="logSumExp">[R].</param>
    /// <param name="entropy">[R].</param>
    /// <param name="bias">[V], added to the products as in <see cref="Product"/>; or the empty tensor.</param>
    /// <param name="softCap">Above 0: logits pass <see cref="SoftCap"/> before anything else is done with them; 0 means none.</param>
    /// <param name="logits">Receives the products and the bias, before cap and kept sets: [R, V]; or the empty tensor where nobody wants them.</param>
    public abstract void TokenLogProb(
        Tensor hidden, Tensor panels, int vocabularySize, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logProb, Tensor logSumExp, Tensor entropy, Tensor bias = default, float softCap = 0f, Tensor logits = default);

    /// <summary>
    /// Gradients of <see cref="TokenLogProb"/>. With p_v = exp(z_v - lse), g = dlogProb and e = dentropy of the row:
    /// dz_v = fma(-g, p_v, v is the target ? g : 0); when entropies have a gradient, dz_v = fma(-e * p_v, (z_v - lse) + H, dz_v)
    /// (left out where p_v is 0); dlogit_v = dz_v * c, and with a cap dlogit_v * fma(-t, t, 1), t as in <see cref="SoftCapGradient"/>.
    /// dhidden_d = chain over v ascending of fma(dlogit_v, w_vd) from +0; dweight_vd continues over rows ascending: fma(dlogit_v, hidden_d, dweight);
    /// dbias_v continues over rows ascending: dbias + dlogit_v.
    /// </summary>
    /// <param name="hidden">[R, D].</param>
    /// <param name="panels">Packed output weight.</param>
    /// <param name="weight">Row-major output weight [V, D], of the type of the panels.</param>
    /// <param name="targets">R ids.</param>
    /// <param name="inverseTemperature">c.</param>
    /// <param name="kept">As in the forward pass.</param>
    /// <param name="logSumExp">[R] of the forward pass.</param>
    /// <param name="entropy">[R] of the forward pass.</param>
    /// <param name="dlogProb">[R].</param>
    /// <param name="dentropy">[R], or the empty tensor.</param>
    /// <param name="dhidden">[R, D], overwritten.</param>
    /// <param name="dweight">[V, D], continued; or the empty tensor when the output weight is not trained.</param>
    /// <param name="bias">As in the forward pass.</param>
    /// <param name="softCap">As in the forward pass.</param>
    /// <param name="dbias">[V], continued; or the empty tensor.</param>
    /// <param name="logits">[R, V] of the forward pass, only read; or the empty tensor: they are computed again, to the same bits.</param>
    /// <param name="accumulate">Whether dweight holds the start of the chains; else they start from +0 and what it holds is not read.</param>
    public abstract void TokenLogProbGradient(
        Tensor hidden, Tensor panels, Tensor weight, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logSumExp, Tensor entropy, Tensor dlogProb, Tensor dentropy, Tensor dhidden, Tensor dweight,
        Tensor bias = default, float softCap = 0f, Tensor dbias = default, Tensor logits = default, bool accumulate = true);

    /// <summary><see cref="TokenLogProb"/> from logits that are there already.</summary>
    /// <param name="logits">[R, V]; only read.</param>
    /// <param name="targets">R ids in [0, V).</param>
    /// <param name="inverseTemperature">c.</param>
    /// <param name="kept">The ids that each row could draw from, or null for all.</param>
    /// <param name="logProb">[R].</param>
    /// <param name="logSumExp">[R].</param>
    /// <param name="entropy">[R].</param>
    public abstract void LogitLogProb(
        Tensor logits, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept, Tensor logProb, Tensor logSumExp, Tensor entropy);

    /// <summary>The gradient of <see cref="LogitLogProb"/>: dlogit of <see cref="TokenLogProbGradient"/>, without a cap.</summary>
    /// <param name="logits">[R, V]; only read.</param>
    /// <param name="targets">R ids.</param>
    /// <param name="inverseTemperature">c.</param>
    /// <param name="kept">As in the forward pass.</param>
    /// <param name="logSumExp">[R] of the forward pass.</param>
    /// <param name="entropy">[R] of the forward pass.</param>
    /// <param name="dlogProb">[R].</param>
    /// <param name="dentropy">[R], or the empty tensor.</param>
    /// <param name="dlogits">[R, V], overwritten.</param>
    public abstract void LogitLogProbGradient(
        Tensor logits, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept, Tensor logSumExp, Tensor entropy,
        Tensor dlogProb, Tensor dentropy, Tensor dlogits);
}
