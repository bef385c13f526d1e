namespace Hone.Models;

/// <summary>One tensor of a safetensors file: its name, type, shape and place. Its numbers were checked against the file.</summary>
/// <param name="Name">Name in the file.</param>
/// <param name="Type">Element type in the file.</param>
/// <param name="Shape">Lengths of the axes, outermost first; empty for a single number.</param>
/// <param name="Offset">First byte, counted from the start of the file.</param>
/// <param name="SizeBytes">Bytes.</param>
public sealed record SafetensorsEntry(string Name, SafetensorsType Type, IReadOnlyList<long> Shape, long Offset, long SizeBytes)
{
    /// <summary>Product of the lengths; 1 for a single number.</summary>
    public long ElementCount { get; } = Shape.Aggregate(1L, (product, length) => product * length);

    /// <summary>Name, type and shape.</summary>
    public override string ToString() => $"{Name} {Type.Name()}{CheckpointErrors.Shape(Shape)}";
}
