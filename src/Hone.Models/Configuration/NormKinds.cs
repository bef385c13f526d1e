namespace Hone.Models;

/// <summary>What follows from a kind of norm.</summary>
internal static class NormKinds
{
    /// <summary>Vectors that a norm of the kind stores: gain and bias, one, or none.</summary>
    public static int Vectors(this NormKind kind) => kind switch
    {
        NormKind.RmsPlain => 0,
        NormKind.Layer => 2,
        _ => 1,
    };

    /// <summary>Whether it is one of the layer norms.</summary>
    public static bool IsLayer(this NormKind kind) => kind is NormKind.Layer or NormKind.LayerWithoutBias;
}
