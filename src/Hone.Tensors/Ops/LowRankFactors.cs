namespace Hone.Tensors;

/// <summary>
/// A low-rank change of a weight W [N, K] (LoRA, arXiv 2106.09685): W + s B A, never added up. With a magnitude (DoRA,
/// arXiv 2402.09353) row n is then m[n] (W + s B A)[n] / |(W + s B A)[n]|, the norm being a constant for gradients, as in the
/// paper's section 4.3. Owns packed panels, not the parameters.
/// </summary>
public sealed class LowRankFactors : IDisposable
{
    private readonly Backend _backend;
    private Tensor _inverseNorms;
    private long _normVersion = -1;

    /// <summary>A change of a weight.</summary>
    /// <param name="backend">Where panels live.</param>
    /// <param name="a">A, [R, K]; for a table that rows are looked up in the transpose, [V, R].</param>
    /// <param name="b">B, [N, R].</param>
    /// <param name="scale">s.</param>
    /// <param name="magnitude">m, [N]; null means LoRA without it.</param>
    /// <param name="useOfA">Which accumulator A's gradient goes to, where several weights share A.</param>
    /// <exception cref="ArgumentException">The shapes do not fit each other.</exception>
    public LowRankFactors(Backend backend, Parameter a, Parameter b, float scale, Parameter? magnitude = null, ParameterUse useOfA = ParameterUse.Product)
    {
        ArgumentNullException.ThrowIfNull(backend);
        _backend = backend;
        A = new PackedMatrix(backend, a);
        B = new PackedMatrix(backend, b);
        if (magnitude is not null && magnitude.Shape.ElementCount != B.Rows)
            throw new ArgumentException($"The magnitude {magnitude} does not fit {b}.", nameof(magnitude));
        (Scale, Magnitude, UseOfA) = (scale, magnitude, useOfA);
    }

    /// <summary>A.</summary>
    public PackedMatrix A { get; }

    /// <summary>B.</summary>
    public PackedMatrix B { get; }

    /// <summary>R.</summary>
    public int Rank => B.Columns;

    /// <summary>s.</summary>
    public float Scale { get; }

    /// <summary>m; null without.</summary>
    public Parameter? Magnitude { get; }

    /// <summary>Which accumulator A's gradient goes to.</summary>
    public ParameterUse UseOfA { get; }

    /// <summary>The change for the present versions as <see cref="Backend.AddLowRanks"/> takes it.</summary>
    internal LowRankPart Part(Tensor hidden, Tensor y) => new(A.Panels, Scale, B.Panels, hidden, y);

    /// <summary>
    /// 1 / |(W + s B A)[n]| for the present versions: V = product of B and A, then V = V * s, then V = W + V; the r of
    /// <see cref="Backend.RmsNorm"/> with epsilon 0, times 1 / sqrt K. [N].
    /// </summary>
    internal Tensor InverseNorms(Parameter weight)
    {
        long version = weight.Version + A.Weight.Version + B.Weight.Version;
        if (_normVersion == version)
            return _inverseNorms;
        if (_inverseNorms.IsEmpty)
            _inverseNorms = _backend.CreateTensor(new Shape(B.Rows));
        Tensor sum = _backend.CreateTensor(new Shape(B.Rows, A.Columns)), wide = _backend.CreateTensor(sum.Shape); // [N, K]
        _backend.MatrixMultiply(B.Weight.Value, A.Weight.Value, transposeB: false, sum);
        _backend.Scale(sum, Scale, sum);
        int[] rows = [.. Enumerable.Range(0, B.Rows)];
        // A copy that widens a BFloat16 weight and decodes a quantized one.
        if (weight.Blocks is { } blocks)
            _backend.DecodeRows(blocks, 0, wide);
        else
            _backend.GatherRows(weight.Value, rows, wide);
        _backend.Add(wide, sum, sum);
        _backend.RmsNorm(sum, default, 0f, wide, _inverseNorms);
        _backend.Scale(_inverseNorms, (float)(1.0 / Math.Sqrt(A.Columns)), _inverseNorms);
        sum.Storage.Dispose();
        wide.Storage.Dispose();
        _normVersion = version;
        return _inverseNorms;
    }

    /// <summary>Gives the panels' memory back.</summary>
    public void Dispose()
    {
        A.Dispose();
        B.Dispose();
        if (!_inverseNorms.IsEmpty)
            _inverseNorms.Storage.Dispose();
        _inverseNorms = default;
        _normVersion = -1;
    }
}

/// <summary>What one adapter slot changes in one weight: another weight, a low-rank change, or both. Owns panels, not parameters.</summary>
public sealed class AdaptedWeight : IDisposable
{
    /// <summary>The weight used instead; null means the base's.</summary>
    public PackedMatrix? Replacement { get; init; }

    /// <summary>The bias used instead, where there is a replacement and the base has a bias; null otherwise.</summary>
    public Parameter? ReplacementBias { get; init; }

    /// <summary>The change; null means none.</summary>
    public LowRankFactors? LowRank { get; init; }

    /// <summary>Whether the rows need a product of their own, rather than something added to the base's.</summary>
    internal bool IsApart => Replacement is not null || LowRank?.Magnitude is not null;

    /// <summary>Gives the panels' memory back.</summary>
    public void Dispose()
    {
        Replacement?.Dispose();
        LowRank?.Dispose();
    }
}
