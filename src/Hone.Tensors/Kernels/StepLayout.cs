namespace Hone.Tensors;

/// <summary>The sizes of a step's layers and where its numbers lie: a part for each worker, so that each quantizes for itself, and one that all share.</summary>
internal sealed unsafe class StepLayout : IDisposable
{
    private const int Line = 32;
    private readonly TensorStorage _storage;
    private readonly long _ownFloats, _rowFloats;
    private readonly float* _own;

    /// <summary>Takes the memory.</summary>
    /// <param name="cpu">Of this backend.</param>
    /// <param name="layer">One of the layers.</param>
    /// <param name="rowBytes">Bytes of all quantized rows of a worker.</param>
    public StepLayout(CpuBackend cpu, StepLayer layer, long rowBytes)
    {
        IReadOnlyList<PackedMatrix> weights = layer.Weights;
        Width = weights[StepPlace.Query].Columns;
        Inner = weights[StepPlace.Gate].Rows;
        int mixed = weights[StepPlace.Output].Columns;
        long wide = Padded(Width);
        _rowFloats = (rowBytes / sizeof(float)) + Line;
        _ownFloats = (2 * wide) + Padded(_rowFloats);
        long shared = wide + Padded(weights[StepPlace.Query].Rows) + Padded(weights[StepPlace.Key].Rows) + Padded(weights[StepPlace.Value].Rows) + Padded(mixed) + (2 * Padded(Inner));
        _storage = cpu.Allocate((shared + (cpu.Threads * _ownFloats)) * sizeof(float));
        X = (float*)_storage.Pointer;
        Queries = X + wide;
        Keys = Queries + Padded(weights[StepPlace.Query].Rows);
        Values = Keys + Padded(weights[StepPlace.Key].Rows);
        Mixed = Values + Padded(weights[StepPlace.Value].Rows);
        Gate = Mixed + Padded(mixed);
        Up = Gate + Padded(Inner);
        _own = Up + Padded(Inner);
    }

    /// <summary>D.</summary>
    public int Width { get; }

    /// <summary>F.</summary>
    public int Inner { get; }

    /// <summary>[D], the residual stream.</summary>
    public float* X { get; }

    /// <summary>[H, Dh].</summary>
    public float* Queries { get; }

    /// <summary>[Hkv, Dh].</summary>
    public float* Keys { get; }

    /// <summary>[Hkv, Dv].</summary>
    public float* Values { get; }

    /// <summary>[H, Dv], the output of attention.</summary>
    public float* Mixed { get; }

    /// <summary>[F], the gate and then what the feed-forward is made of.</summary>
    public float* Gate { get; }

    /// <summary>[F].</summary>
    public float* Up { get; }

    /// <summary>[D], a worker's norm of the stream.</summary>
    public float* Normed(int worker) => _own + (worker * _ownFloats);

    /// <summary>[D], what its codes leave over.</summary>
    public float* Remainder(int worker) => Normed(worker) + Padded(Width);

    /// <summary>A worker's quantized rows.</summary>
    public byte* Rows(int worker) => (byte*)(Remainder(worker) + Padded(Width));

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => _storage.Dispose();

    private static long Padded(long floats) => (floats + Line - 1) & -Line;
}
