using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>What quantized activations leave over, on all workers; each block by the arithmetic of <see cref="ActivationBlocks.Quantize"/>.</summary>
internal readonly unsafe struct RemainderWork(float* x, float* r, int rows, int columns) : IParallelWork
{
    private readonly int _rowsEach = LaneOps.RowsPerPiece(columns);

    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(rows, _rowsEach);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Execute(int index, int worker)
    {
        nint first = (nint)index * _rowsEach * columns, end = Math.Min((nint)rows, (nint)(index + 1) * _rowsEach) * columns;
        Vector256<float> magic = Vector256.Create(ActivationBlocks.Magic);
        for (nint at = first; at < end; at += Backend.ActivationBlock)
        {
            float largest = ActivationBlocks.Largest(x + at);
            bool isSmall = largest < ReferenceBackend.SmallestActivation, isFinite = largest < float.PositiveInfinity;
            Vector256<float> factor = Vector256.Create(isSmall || !isFinite ? 0 : 127f / largest);
            Vector256<float> scale = Vector256.Create(!isFinite ? float.NaN : isSmall ? -0f : -(largest / 127f));
            for (int k = 0; k < Backend.ActivationBlock; k += 8)
            {
                Vector256<float> values = Vector256.Load(x + at + k);
                Vector256.FusedMultiplyAdd(scale, ((values * factor) + magic) - magic, values).Store(r + at + k);
            }
        }
    }
}
