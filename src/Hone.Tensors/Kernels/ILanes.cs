namespace Hone.Tensors;

/// <summary>
/// Sixteen float32 lanes as one value, or a multiple, whatever the width of the vectors that hold them: a kernel is written once
/// over <typeparamref name="TSelf"/> and the JIT makes one copy a width. Each operation is the scalar IEEE one on every lane,
/// so that all widths give the same bits.
/// </summary>
internal unsafe interface ILaneValues<TSelf> where TSelf : unmanaged, ILaneValues<TSelf>
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in all lanes.</summary>
    static abstract TSelf Create(float value);

    /// <summary><see cref="Count"/> numbers from any address.</summary>
    static abstract TSelf Load(float* source);

    /// <summary><see cref="Count"/> numbers to any address.</summary>
    static abstract void Store(float* target, TSelf value);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    /// <summary>a * b + c, rounded once.</summary>
    static abstract TSelf Fma(TSelf a, TSelf b, TSelf c);

    /// <summary>Square root.</summary>
    static abstract TSelf Sqrt(TSelf a);

    /// <summary>bound > a ? bound : a; a NaN in <paramref name="a"/> stays.</summary>
    static abstract TSelf AtLeast(TSelf bound, TSelf a);

    /// <summary>bound &lt; a ? bound : a; a NaN in <paramref name="a"/> stays.</summary>
    static abstract TSelf AtMost(TSelf bound, TSelf a);

    /// <summary>All bits set where a &lt; b, none elsewhere.</summary>
    static abstract TSelf LessThan(TSelf a, TSelf b);

    /// <summary>All bits set where a = b, none elsewhere.</summary>
    static abstract TSelf Equal(TSelf a, TSelf b);

    /// <summary>a where <paramref name="mask"/> is set, b where it is not.</summary>
    static abstract TSelf Select(TSelf mask, TSelf a, TSelf b);

    /// <summary>Sign bit cleared.</summary>
    static abstract TSelf Abs(TSelf a);

    /// <summary>The bits of <paramref name="magnitude"/> with the sign bit of <paramref name="sign"/>.</summary>
    static abstract TSelf CopySign(TSelf magnitude, TSelf sign);

    /// <summary>The bits moved up 23 places: the low 9 become sign and exponent.</summary>
    static abstract TSelf LowBitsAsExponent(TSelf a);

    /// <summary>With b the bits as a number, less <paramref name="centre"/>: b arithmetically moved down 23 places, as a float.</summary>
    static abstract TSelf ExponentFrom(TSelf a, int centre);

    /// <summary>With b the bits as a number, less <paramref name="centre"/>: the low 23 bits of b, plus <paramref name="centre"/>, as bits.</summary>
    static abstract TSelf FractionFrom(TSelf a, int centre);
}

/// <summary>Exactly sixteen lanes, which row reductions sum up: lane = index mod 16.</summary>
internal interface ILanes<TSelf> : ILaneValues<TSelf>, ILaneWidening<TSelf> where TSelf : unmanaged, ILanes<TSelf>
{
    /// <summary>The written tree: lanes l + (l + 8), l + (l + 4), l + (l + 2), l + (l + 1).</summary>
    static abstract float Sum(TSelf a);

    /// <summary>The largest lane; no lane is a NaN.</summary>
    static abstract float Largest(TSelf a);
}
