using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// Parameters read from a checkpoint, widened exactly to float32 or, where asked for, kept in the file's BFloat16. After construction <see cref="RequireAllUsed"/>
/// refuses tensors that nothing asked for: a model that leaves weights unread computes something else than the file's.
/// </summary>
public class SafetensorsParameterSource : ParameterSource
{
    private const int ChunkElements = 64 * 1024;

    private readonly SafetensorsCheckpoint _checkpoint;
    private readonly WeightNameMap _names;
    private readonly WeightDType _matrices;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>A source over an open checkpoint, which the caller keeps open until construction is done and disposes.</summary>
    /// <param name="backend">Where the values are.</param>
    /// <param name="checkpoint">The files.</param>
    /// <param name="names">From the model's names to the file's; null means that they are the same.</param>
    /// <param name="matrices">What matrices are kept as.</param>
    public SafetensorsParameterSource(
        Backend backend, SafetensorsCheckpoint checkpoint, WeightNameMap? names = null, WeightDType matrices = WeightDType.Float32)
        : base(backend)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        _checkpoint = checkpoint;
        _names = names ?? WeightNameMap.Identity;
        _matrices = matrices;
    }

    /// <summary>Names in the file that nothing has asked for, in ordinal order; buffers that are computed anew are not counted.</summary>
    /// <param name="tied">Tensors that repeat another one (the output matrix beside a tied embedding), repeated name to original; equal bytes are not counted.</param>
    public IReadOnlyList<string> ReportUnused(IReadOnlyDictionary<string, string>? tied = null)
    {
        var unused = new List<string>();
        foreach (string name in _checkpoint.Names)
        {
            if (!_used.Contains(name) && !IsComputedBuffer(name) && !IsCopy(name, tied))
                unused.Add(name);
        }
        unused.Sort(StringComparer.Ordinal);
        return unused;
    }

    /// <summary>Refuses a checkpoint of which something was not asked for.</summary>
    /// <param name="tied">As for <see cref="ReportUnused"/>.</param>
    /// <exception cref="CheckpointFormatException">Tensors are left; the message counts them and names the first ones.</exception>
    public void RequireAllUsed(IReadOnlyDictionary<string, string>? tied = null)
    {
        IReadOnlyList<string> unused = ReportUnused(tied);
        if (unused.Count == 0)
            return;
        string few = string.Join(", ", unused.Take(3).Select(CheckpointErrors.Printable)) + (unused.Count > 3 ? ", ..." : "");
        throw CheckpointErrors.File(_checkpoint.Path, $"has {unused.Count} tensor(s) that this model does not use: {few}",
            hint: "config.json describes another model than the weights are of.");
    }

    /// <inheritdoc/>
    protected override void Check(string fullName, Shape shape)
    {
        WeightPlace place = _names.Place(fullName);
        string name = place.File;
        long[] expected = place.FileShape(shape);
        if (!_checkpoint.TryGet(name, out SafetensorsFile file, out SafetensorsEntry entry))
        {
            throw CheckpointErrors.Tensor(_checkpoint.Path, name, "is not in the checkpoint", expected: $"a tensor {CheckpointErrors.Shape(expected)}",
                hint: "config.json describes another model than the weights are of.");
        }
        if (!entry.Shape.SequenceEqual(expected))
        {
            throw CheckpointErrors.Tensor(file.Path, name, "has the wrong shape", entry.Offset, CheckpointErrors.Shape(expected), CheckpointErrors.Shape(entry.Shape),
                "config.json describes another model than the weights are of.");
        }
        if (!entry.Type.IsFloat())
        {
            throw CheckpointErrors.Tensor(file.Path, name, "has a type that is not read as numbers", entry.Offset, "F32, BF16 or F16", entry.Type.Name(),
                "Quantized weights are not opened by this reader.");
        }
        if (_matrices == WeightDType.BFloat16 && shape.Rank == 2 && entry.Type != SafetensorsType.BF16)
        {
            throw CheckpointErrors.Tensor(file.Path, name, "cannot be kept as BFloat16 without rounding", entry.Offset, "BF16", entry.Type.Name(),
                "Load these weights as float32, or let the file choose (auto).");
        }
    }

    /// <inheritdoc/>
    protected override DType MatrixType(string fullName) =>
        _matrices != WeightDType.Float32
        && _checkpoint.TryGet(_names.ToFile(fullName), out _, out SafetensorsEntry entry)
        && entry.Type == SafetensorsType.BF16
            ? DType.BFloat16
            : DType.Float32;

    /// <inheritdoc/>
    protected override void Fill(string fullName, Tensor target, Initializer initializer)
    {
        WeightPlace place = _names.Place(fullName);
        if (!_checkpoint.TryGet(place.File, out SafetensorsFile file, out SafetensorsEntry entry))
            throw CheckpointErrors.Tensor(_checkpoint.Path, place.File, "is not in the checkpoint");
        _used.Add(place.File);
        if (place.Rule is { IsTransposed: true } transposed)
        {
            FillTransposed(file, entry, transposed, target);
            return;
        }
        var chunks = new TensorChunks(target, ChunkElements);
        long first = (place.Rule?.FirstRow ?? 0) * (target.Shape.Rank == 1 ? 1L : target[1]);
        if (target.Type == DType.BFloat16)
        {
            FillBits(file, entry, chunks, first);
            return;
        }
        var buffer = new float[chunks.LargestCount];
        while (chunks.Next(out Tensor part))
        {
            Span<float> values = buffer.AsSpan(0, (int)part.ElementCount);
            file.Read(entry, first, values);
            Backend.Upload(values, part);
            first += values.Length;
        }
    }

    private void FillBits(SafetensorsFile file, SafetensorsEntry entry, TensorChunks chunks, long first)
    {
        var buffer = new ushort[chunks.LargestCount];
        while (chunks.Next(out Tensor part))
        {
            Span<ushort> bits = buffer.AsSpan(0, (int)part.ElementCount);
            file.ReadBits(entry, first, bits);
            Backend.Upload(bits, part);
            first += bits.Length;
        }
    }

    /// <summary>Says that a parameter was asked for, without reading it.</summary>
    private protected void MarkUsed(string fullName) => _used.Add(_names.Place(fullName).File);

    // Columns of the file become rows; the whole tensor is on the host for a moment.
    private void FillTransposed(SafetensorsFile file, SafetensorsEntry entry, WeightNameRule rule, Tensor target)
    {
        int rows = target[0], columns = target[1], stride = rule.IsFused ? rule.FusedRows : rows;
        var stored = new float[entry.ElementCount];
        file.Read(entry, 0, stored);
        var values = new float[target.ElementCount];
        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < columns; c++)
                values[((long)r * columns) + c] = stored[((long)c * stride) + rule.FirstRow + r];
        }
        if (target.Type == DType.BFloat16)
            Backend.Upload(Array.ConvertAll(values, value => (ushort)(BitConverter.SingleToUInt32Bits(value) >> 16)), target);
        else
            Backend.Upload(values, target);
    }

    // Older libraries saved what they could have computed: rotary frequencies, causal masks, positions.
    private static bool IsComputedBuffer(string name) =>
        name.EndsWith(".rotary_emb.inv_freq", StringComparison.Ordinal)
        || name.EndsWith(".attn.masked_bias", StringComparison.Ordinal)
        || name.EndsWith(".attn.bias", StringComparison.Ordinal)
        || name.EndsWith("embeddings.position_ids", StringComparison.Ordinal);

    private bool IsCopy(string name, IReadOnlyDictionary<string, string>? tied) =>
        tied is not null
        && tied.TryGetValue(name, out string? original)
        && _checkpoint.TryGet(name, out SafetensorsFile file, out SafetensorsEntry entry)
        && _checkpoint.TryGet(original, out SafetensorsFile otherFile, out SafetensorsEntry other)
        && file.SameContent(entry, otherFile, other);
}
