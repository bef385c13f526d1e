namespace Hone.Models;

/// <summary>What a safetensors file may ask for before it is refused; sizes are compared before memory is taken.</summary>
public sealed record SafetensorsLimits
{
    /// <summary>The format's own bounds.</summary>
    public static SafetensorsLimits Default { get; } = new();

    /// <summary>Bytes of the JSON header. Default 100,000,000, the limit of the format's own library.</summary>
    public int HeaderBytes { get; init; } = 100_000_000;

    /// <summary>Tensors of one file. Default 1,000,000.</summary>
    public int Tensors { get; init; } = 1_000_000;

    /// <summary>Axes of one tensor. Default 16.</summary>
    public int Rank { get; init; } = 16;
}
