using System.Buffers;
using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// Another source's parameters, some matrices in a block format: what QLoRA trains adapters over, and what a quantized file of
/// the same numbers would give. Rows are encoded a few at a time; a matrix is float32 only while it is made.
/// </summary>
public sealed class QuantizingParameterSource : ParameterSource
{
    private const int ChunkElements = 256 * 1024;

    private readonly ParameterSource _inner;
    private readonly Func<string, QuantFormat?> _format;

    /// <summary>Wraps a source.</summary>
    /// <param name="inner">Where the numbers come from; a view of it (<see cref="ParameterSource.In"/>) will not do.</param>
    /// <param name="format">The format of a matrix by its full name; null leaves it as the inner source makes it.</param>
    public QuantizingParameterSource(ParameterSource inner, Func<string, QuantFormat?> format)
        : base((inner ?? throw new ArgumentNullException(nameof(inner))).Backend)
    {
        ArgumentNullException.ThrowIfNull(format);
        _inner = inner;
        _format = format;
    }

    /// <inheritdoc/>
    protected override void Check(string fullName, Shape shape)
    {
        CheckOf(_inner, fullName, shape);
        if (shape.Rank == 2 && _format(fullName) is { } format && shape[1] % format.BlockElements() != 0)
            throw new ArgumentException($"The matrix {fullName} {shape} cannot be {format}: a row is not a whole number of blocks of {format.BlockElements()}.");
    }

    /// <inheritdoc/>
    protected override QuantFormat? MatrixFormat(string fullName) => _format(fullName) ?? MatrixFormatOf(_inner, fullName);

    /// <inheritdoc/>
    protected override DType MatrixType(string fullName) => MatrixTypeOf(_inner, fullName);

    /// <inheritdoc/>
    protected override void Fill(string fullName, Tensor target, Initializer initializer) => FillOf(_inner, fullName, target, initializer);

    /// <inheritdoc/>
    protected override void FillBlocks(string fullName, QuantizedTensor target, Initializer initializer)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (_format(fullName) is null)
        {
            FillBlocksOf(_inner, fullName, target, initializer);
            return;
        }
        Tensor dense = Backend.CreateTensor(target.Shape);
        int each = Math.Max(1, ChunkElements / target.Columns);
        float[] values = ArrayPool<float>.Shared.Rent(each * target.Columns);
        byte[] bytes = ArrayPool<byte>.Shared.Rent(checked((int)(each * target.RowBytes)));
        try
        {
            FillOf(_inner, fullName, dense, initializer);
            if (target.Format == QuantFormat.NF4)
            {
                FillNF4(dense, target);
                return;
            }
            for (int row = 0; row < target.Rows; row += each)
            {
                int rows = Math.Min(each, target.Rows - row);
                Span<float> some = values.AsSpan(0, rows * target.Columns);
                Span<byte> blocks = bytes.AsSpan(0, (int)(rows * target.RowBytes));
                Backend.Download(dense.Slice(row, rows), some);
                BlockFormats.Encode(target.Format, some, blocks);
                Backend.PackBlocks(blocks, target, row);
            }
        }
        finally
        {
            dense.Storage.Dispose();
            ArrayPool<float>.Shared.Return(values);
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    // Its magnitudes are quantized together: the whole matrix is on the host for a moment.
    private void FillNF4(Tensor dense, QuantizedTensor target)
    {
        var values = new float[dense.ElementCount];
        var blocks = new byte[target.Rows * target.RowBytes];
        Backend.Download(dense, values);
        NF4Blocks.Encode(values, blocks);
        Backend.PackBlocks(blocks, target);
    }
}
