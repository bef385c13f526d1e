namespace Hone.Models;

/// <summary>The rows of one parameter in a GGUF file, in the model's order: a part of a fused tensor, the halves of heads put back.</summary>
/// <param name="file">The file.</param>
/// <param name="tensor">The tensor that holds the rows.</param>
/// <param name="place">Where they lie in it.</param>
/// <param name="columns">Numbers of a row; 1 for a vector, each element of which is a row.</param>
internal sealed class GgufRows(GgufFile file, GgufTensor tensor, WeightPlace place, int columns)
{
    /// <summary>Numbers of a row.</summary>
    public int Columns { get; } = columns;

    /// <summary>Bytes of a row.</summary>
    public long RowBytes { get; } = tensor.Type.RowBytes(columns);

    // Rows that follow one another in the file as they do here: all, or those of whole heads with an order of their own.
    private bool InOrder => place.Rule is not { InterleavedRows: > 0 };

    /// <summary>Copies rows as the file has them.</summary>
    /// <param name="first">First row of the parameter.</param>
    /// <param name="target">Room for a whole number of rows.</param>
    public void Copy(int first, Span<byte> target)
    {
        if (InOrder)
        {
            file.ReadBytes(tensor, place.FileRow(first) * RowBytes, target);
            return;
        }
        var size = (int)RowBytes;
        for (int i = 0; i < target.Length / size; i++)
            file.ReadBytes(tensor, (long)place.FileRow(first + i) * size, target.Slice(i * size, size));
    }

    /// <summary>Decodes rows to float32.</summary>
    /// <param name="first">First row of the parameter.</param>
    /// <param name="target">Room for a whole number of rows.</param>
    public void Decode(int first, Span<float> target)
    {
        if (InOrder)
        {
            file.Read(tensor, (long)place.FileRow(first) * Columns, target);
            return;
        }
        for (int i = 0; i < target.Length / Columns; i++)
            file.Read(tensor, (long)place.FileRow(first + i) * Columns, target.Slice(i * Columns, Columns));
    }
}
