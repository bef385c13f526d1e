using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

// What is fetched before it is read or written.
internal unsafe partial struct AttentionForward<TTile, T, TRows>
{
    // Keys and values that will be laid out.
    private readonly void Keys(ref AttentionAhead ahead, int offset, int key, int end, int head)
    {
        nint keyStride = (nint)_call.Shape.KeyValueHeads * _call.Shape.HeadDim, valueStride = (nint)_call.Shape.KeyValueHeads * _call.Shape.ValueDim;
        ahead.Add(_call.K + ((offset + key) * keyStride) + (head * _call.Shape.HeadDim), keyStride, end - key, _call.Shape.HeadDim);
        ahead.Add(_call.V + ((offset + key) * valueStride) + (head * _call.Shape.ValueDim), valueStride, end - key, _call.Shape.ValueDim);
    }

    // Rows of queries that come next; and those of their output, where it is sure that no other worker writes them.
    private readonly void Queries(ref AttentionAhead ahead, int sequence, int start, int head, bool output)
    {
        nint stride = (nint)_call.Shape.QueryHeads * _call.Shape.HeadDim, outputStride = (nint)_call.Shape.QueryHeads * _call.Shape.ValueDim;
        int row = _call.Batch.Offsets[sequence] + start, rows = Math.Min(BlockRows, _call.Batch.Offsets[sequence + 1] - row);
        if (output)
            ahead.Add(_call.Output + (row * outputStride) + (head * _call.Shape.ValueDim), outputStride, rows, _call.Shape.ValueDim);
        ahead.Add(_call.Q + (row * stride) + (head * _call.Shape.HeadDim), stride, rows, _call.Shape.HeadDim);
    }

    // What the tile will write soon.
    private readonly void Prefetch(in Block block, int row, int rows)
    {
        if (!Sse.IsSupported)
            return;
        float* output = block.Output + (row * block.OutputStride);
        for (int i = 0; i < rows; i++, output += block.OutputStride)
        {
            for (int d = 0; d < _call.Shape.ValueDim; d += 16)
                Sse.Prefetch0(output + d);
        }
    }
}
