using Hone.Tensors;

namespace Hone.Models;

/// <summary>Walks a tensor's elements in views of whole rows, so that a bounded host buffer is enough for any size.</summary>
internal ref struct TensorChunks
{
    private readonly Tensor _tensor;
    private readonly int _rows;
    private int _next;

    /// <summary>Views of at most <paramref name="elements"/> elements, or of one row where a row is longer.</summary>
    public TensorChunks(Tensor tensor, int elements)
    {
        _tensor = tensor;
        long stride = tensor[0] == 0 ? 1 : tensor.ElementCount / tensor[0];
        _rows = (int)Math.Clamp(elements / Math.Max(stride, 1), 1, Math.Max(tensor[0], 1));
        LargestCount = checked((int)(Math.Min(_rows, tensor[0]) * stride));
    }

    /// <summary>Elements of the largest view.</summary>
    public int LargestCount { get; }

    /// <summary>The next view, in row-major order; false at the end.</summary>
    public bool Next(out Tensor part)
    {
        int count = Math.Min(_rows, _tensor[0] - _next);
        if (count <= 0)
        {
            part = default;
            return false;
        }
        part = _tensor.Slice(_next, count);
        _next += count;
        return true;
    }
}
