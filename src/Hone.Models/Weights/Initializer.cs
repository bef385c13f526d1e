namespace Hone.Models;

/// <summary>How a parameter that comes from no file begins.</summary>
public readonly record struct Initializer
{
    private Initializer(InitializerKind kind, double standardDeviation, float value = 0)
    {
        Kind = kind;
        StandardDeviation = standardDeviation;
        Value = value;
    }

    /// <summary>All elements 0 (also the default value).</summary>
    public static Initializer Zeros => default;

    /// <summary>All elements 1: gains of norms.</summary>
    public static Initializer Ones => new(InitializerKind.Ones, 0);

    /// <summary>All elements the same number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public static Initializer Constant(double value) => double.IsFinite(value)
        ? new Initializer(InitializerKind.Constant, 0, (float)value)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A parameter begins with finite numbers.");

    /// <summary>Which numbers are drawn.</summary>
    public InitializerKind Kind { get; }

    /// <summary>Standard deviation of <see cref="InitializerKind.Normal"/> and <see cref="InitializerKind.Uniform"/>; 0 for the others.</summary>
    public double StandardDeviation { get; }

    /// <summary>The number of <see cref="InitializerKind.Constant"/>, the bound of <see cref="InitializerKind.Uniform"/>; 0 for the others.</summary>
    public float Value { get; }

    /// <summary>Independent draws, uniform in [-<paramref name="bound"/>, <paramref name="bound"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is negative or not finite.</exception>
    public static Initializer Uniform(double bound)
    {
        if (!(bound >= 0 && double.IsFinite(bound)))
            throw new ArgumentOutOfRangeException(nameof(bound), bound, "A bound is 0 or more and finite.");
        return new Initializer(InitializerKind.Uniform, bound / Math.Sqrt(3), (float)bound);
    }

    /// <summary>Independent draws of N(0, <paramref name="standardDeviation"/>^2).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The deviation is negative or not finite.</exception>
    public static Initializer Normal(double standardDeviation)
    {
        if (!(standardDeviation >= 0 && double.IsFinite(standardDeviation)))
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "A standard deviation is 0 or more and finite.");
        return new Initializer(InitializerKind.Normal, standardDeviation);
    }
}

/// <summary>Kinds of <see cref="Initializer"/>.</summary>
public enum InitializerKind : byte
{
    /// <summary>All 0.</summary>
    Zeros,

    /// <summary>All 1.</summary>
    Ones,

    /// <summary>Normally distributed around 0.</summary>
    Normal,

    /// <summary>All the same number.</summary>
    Constant,

    /// <summary>Uniform between two bounds.</summary>
    Uniform,
}
