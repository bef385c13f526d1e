using Hone.Tensors;

namespace Hone.Models;

/// <summary>One tensor of a GGUF file: its name, type, shape and place. Its numbers were checked against the file.</summary>
/// <param name="Name">Name in the file.</param>
/// <param name="Type">Element type in the file.</param>
/// <param name="Shape">Lengths of the axes, outermost first as everywhere here; the file has them the other way around.</param>
/// <param name="Offset">First byte, counted from the start of the file.</param>
/// <param name="SizeBytes">Bytes, without padding.</param>
public sealed record GgufTensor(string Name, GgmlType Type, IReadOnlyList<long> Shape, long Offset, long SizeBytes)
{
    /// <summary>Product of the lengths.</summary>
    public long ElementCount { get; } = Shape.Aggregate(1L, (product, length) => product * length);

    /// <summary>Numbers of a row: the length of the innermost axis.</summary>
    public long Columns => Shape[^1];

    /// <summary>Number of rows: the product of all other lengths.</summary>
    public long Rows => ElementCount / Columns;

    /// <summary>Bytes of a row.</summary>
    public long RowBytes => Type.RowBytes(Columns);

    /// <summary>Its block format; null if it has none, or none that is read here.</summary>
    public QuantFormat? Format => Type.ToQuantFormat();

    /// <summary>Name, type and shape.</summary>
    public override string ToString() => $"{Name} {Type}{CheckpointErrors.Shape(Shape)}";
}
