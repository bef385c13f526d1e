namespace Hone.Tensors;

public abstract partial class Backend
{
    /// <summary>
    /// Rounds keys or values to what a cache holds; <see cref="WriteKeyValues"/> stores, and <see cref="PagedAttention"/> reads, the same numbers.
    /// <list type="bullet">
    /// <item>float32: y = x.</item>
    /// <item>bfloat16: y is the nearest BFloat16, ties to even.</item>
    /// <item>int8, for every row of the innermost axis (one token and head): s = max_d |x_d| / 127, a float32 division; q_d = x_d / s, likewise
    /// a division, within -127 and 127 and then to the nearest integer, ties to even; y_d = q_d * s. Where s is 0, y is 0; where a number
    /// is not finite, the whole row is NaN.</item>
    /// </list>
    /// Not idempotent with int8: what is stored is rounded once, from the numbers themselves.
    /// </summary>
    /// <param name="x">[T, Hkv, Dh].</param>
    /// <param name="type">The precision of the cache.</param>
    /// <param name="y">The shape of x; may be x.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public abstract void RoundToCache(Tensor x, CacheDType type, Tensor y);
}
