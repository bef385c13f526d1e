namespace Hone.Tensors;

/// <summary>
/// The specification of the numeric contract: every op as plain scalar C# in the stated order, on one thread. Slow,
/// and never removed: <see cref="CpuBackend"/> is compared with it bit by bit.
/// </summary>
public partial class ReferenceBackend : Backend
{
    /// <inheritdoc/>
    public override string ContractId => "chain-f32-v3";

    /// <inheritdoc/>
    public override string Description => "reference";

    /// <inheritdoc/>
    public override TensorStorage Allocate(long sizeBytes) => TensorStorage.Allocate(sizeBytes, gate: null, Ledger);

    /// <inheritdoc/>
    public override void Upload(ReadOnlySpan<float> source, Tensor target)
    {
        if (source.Length != target.ElementCount)
            throw new ArgumentException($"{source.Length} numbers for a tensor {target}.", nameof(source));
        source.CopyTo(target.HostSpan());
    }

    /// <inheritdoc/>
    public override void Download(Tensor source, Span<float> target)
    {
        if (target.Length != source.ElementCount)
            throw new ArgumentException($"{target.Length} numbers from a tensor {source}.", nameof(target));
        if (source.Type == DType.BFloat16)
            Widen(source.HostHalves(), target);
        else
            source.HostSpan().CopyTo(target);
    }

    /// <inheritdoc/>
    public override void Upload(ReadOnlySpan<ushort> source, Tensor target)
    {
        if (source.Length != target.ElementCount)
            throw new ArgumentException($"{source.Length} numbers for a tensor {target}.", nameof(source));
        source.CopyTo(target.HostHalves());
    }

    /// <inheritdoc/>
    public override void Fill(Tensor target, float value) => target.HostSpan().Fill(value);

    /// <inheritdoc/>
    public override void Copy(Tensor source, Tensor target) => source.HostSpan().CopyTo(target.HostSpan());

    /// <summary>The float32 of every BFloat16: its bits are the upper half.</summary>
    private static void Widen(ReadOnlySpan<ushort> halves, Span<float> target)
    {
        for (int i = 0; i < halves.Length; i++)
            target[i] = BitConverter.UInt32BitsToSingle((uint)halves[i] << 16);
    }

    /// <summary>The elements of a weight, decoded to float32.</summary>
    private static Span<float> Decoded(Tensor weight)
    {
        if (weight.Type == DType.Float32)
            return weight.HostSpan();
        var values = new float[weight.ElementCount];
        Widen(weight.HostHalves(), values);
        return values;
    }

    /// <summary>The lane sum of the contract: sixteen accumulators by index mod 16, then the written tree.</summary>
    internal static float LaneTree(Span<float> lanes)
    {
        for (int width = 8; width >= 1; width /= 2)
        {
            for (int l = 0; l < width; l++)
                lanes[l] += lanes[l + width];
        }
        return lanes[0];
    }

    private static float LaneDot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Span<float> lanes = stackalloc float[16];
        lanes.Clear();
        for (int i = 0; i < a.Length; i++)
            lanes[i & 15] = MathF.FusedMultiplyAdd(a[i], b[i], lanes[i & 15]);
        return LaneTree(lanes);
    }

    private static float ChainDot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        float sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum = MathF.FusedMultiplyAdd(a[i], b[i], sum);
        return sum;
    }
}
