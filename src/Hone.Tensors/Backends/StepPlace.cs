namespace Hone.Tensors;

/// <summary>The places of a layer's weights in <see cref="StepLayer.Weights"/>.</summary>
internal static class StepPlace
{
    public const int Query = 0;
    public const int Key = 1;
    public const int Value = 2;
    public const int Output = 3;
    public const int Gate = 4;
    public const int Up = 5;
    public const int Down = 6;

    /// <summary>Places.</summary>
    public const int Count = 7;
}
