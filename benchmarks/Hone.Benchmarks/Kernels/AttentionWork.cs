using Hone.Tensors;

namespace Hone.Benchmarks.Kernels;

/// <summary>Inputs and outputs of attention over equal sequences, with what its two directions count as operations.</summary>
internal sealed class AttentionWork : IDisposable
{
    private readonly CpuBackend _backend;
    private readonly Measuring.Tensors _tensors;
    private readonly RaggedBatch _batch = new();
    private readonly AttentionShape _shape;
    private readonly Tensor _q, _k, _v, _output, _lse, _doutput, _dq, _dk, _dv;

    public AttentionWork(CpuBackend backend, int sequences, int length, int heads, int headDim)
    {
        _backend = backend;
        _tensors = new Measuring.Tensors(backend);
        _shape = new AttentionShape(heads, heads, headDim, headDim, (float)(1 / Math.Sqrt(headDim)));
        for (int b = 0; b < sequences; b++)
            _batch.Add(length);
        var shape = new Shape(_batch.TokenCount, heads, headDim);
        (_q, _k, _v, _doutput) = (_tensors.Random(shape), _tensors.Random(shape), _tensors.Random(shape), _tensors.Random(shape));
        (_output, _dq, _dk, _dv) = (_tensors.Make(shape), _tensors.Make(shape), _tensors.Make(shape), _tensors.Make(shape));
        _lse = _tensors.Make(new Shape(_batch.TokenCount, heads));
        double pairs = (double)sequences * heads * length * (length + 1.0) / 2;
        ForwardOperations = 2 * 2 * pairs * headDim;
        BackwardOperations = 5 * 2 * pairs * headDim;
    }

    /// <summary>Two products.</summary>
    public double ForwardOperations { get; }

    /// <summary>Five products.</summary>
    public double BackwardOperations { get; }

    public void Forward() => _backend.Attention(_q, _k, _v, _batch, _shape, _output, _lse);

    /// <summary>After <see cref="Forward"/>.</summary>
    public void Backward() => _backend.AttentionGradient(_q, _k, _v, _output, _lse, _doutput, _batch, _shape, _dq, _dk, _dv);

    public void Dispose() => _tensors.Dispose();
}
