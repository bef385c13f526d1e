namespace Hone.Tensors;

/// <summary>Placeholder until the polynomials land.</summary>
public static class DeterministicMath
{
    /// <summary>Cosine.</summary>
    public static double Cos(double x) => Math.Cos(x);

    /// <summary>Sine.</summary>
    public static double Sin(double x) => Math.Sin(x);

    /// <summary>Power.</summary>
    public static double Pow(double x, double y) => Math.Pow(x, y);
}
