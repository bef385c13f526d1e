namespace Hone.Tensors;

/// <summary>
/// Coefficients of the float32 functions, shared by <see cref="ScalarMath"/> and the vector form <c>LaneMath</c>.
/// Fitted by the Remez exchange in 60-digit arithmetic, lowest coefficient rounded first and the others refitted.
/// </summary>
internal static class FunctionConstants
{
    // exp: n = round(x / ln 2) is the low part of x / ln 2 + ExpShift. The shift also carries the exponent bias of
    // 2^(n - 1), so that the bits of the sum, moved up 23 places, are that power of two (+0 for n = -126).
    public const float ExpLow = -87.25f, ExpHigh = 89f;
    public const float ExpShift = 12582912f + 126f;
    public const float Log2E = 1.44269502f;
    public const float Ln2High = 0.693145752f, Ln2Low = 1.42860677e-6f;

    // 2 e^r on |r| <= ln 2 / 2; error 3.2e-9. Doubling them is exact.
    public const float Exp6 = 2 * 0.00138379983f, Exp5 = 2 * 0.00836916547f, Exp4 = 2 * 0.0416681021f;
    public const float Exp3 = 2 * 0.166665167f, Exp2 = 2 * 0.49999994f;

    // log(1 + f) = f + f^2 (-1/2 + f p(f)) on |f| <= 1/3; error 4.0e-9.
    public const int LogCentre = 0x3f2aaaab; // 2/3
    public const float Ln2 = 0.693147182f;
    public const float Log11 = 0.117185533f, Log10 = -0.128783226f, Log9 = 0.108220771f, Log8 = -0.121878617f, Log7 = 0.142989531f;
    public const float Log6 = -0.166800857f, Log5 = 0.199997649f, Log4 = -0.249998108f, Log3 = 0.333333343f, Log2 = -0.5f;

    // tanh x = x + x^3 p(x^2) below the limit; error 4.5e-9. Above it 1 - 2 / (e^2x + 1).
    public const float TanhLimit = 0.625f;
    public const float Tanh11 = -0.0056922962f, Tanh9 = 0.0206281673f, Tanh7 = -0.0537365153f, Tanh5 = 0.133314058f, Tanh3 = -0.333332807f;

    // erf x = x + x p(x^2) below the limit; error 2.0e-8. Above it 1 - e^(-t + t q(t)); error 2.8e-9 absolute.
    public const float ErfLimit = 0.9375f, ErfOne = 4f;
    public const float ErfSmall10 = -0.000592512486f, ErfSmall8 = 0.00498068752f, ErfSmall6 = -0.0267585646f;
    public const float ErfSmall4 = 0.112816177f, ErfSmall2 = -0.376124799f, ErfSmall0 = 0.128379151f;
    public const float ErfLarge5 = 0.000212911473f, ErfLarge4 = -0.00320615806f, ErfLarge3 = 0.0228619296f;
    public const float ErfLarge2 = -0.105218403f, ErfLarge1 = -0.635751069f, ErfLarge0 = -0.128504738f;
}
