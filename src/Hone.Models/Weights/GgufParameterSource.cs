using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// Parameters read from a GGUF file: matrices in the file's block format, or decoded to float32. After construction
/// <see cref="RequireAllUsed"/> refuses tensors that nothing asked for.
/// </summary>
public sealed class GgufParameterSource : ParameterSource, IDisposable
{
    // Large enough to keep several threads busy, small enough to stay in a cache.
    private const int ChunkElements = 512 * 1024;

    private readonly GgufCheckpoint _checkpoint;
    private readonly WeightNameMap _names;
    private readonly WeightDType _matrices;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly WorkerPool _workers;
    // Held from tensor to tensor: fresh large arrays would set the collector off again and again while a tokenizer is read.
    private byte[] _bytes = [];
    private float[] _values = [];

    /// <summary>A source over an open file, which the caller keeps open until construction is done and disposes.</summary>
    /// <param name="backend">Where the values are.</param>
    /// <param name="checkpoint">The files.</param>
    /// <param name="architecture">How tensors are named and laid out.</param>
    /// <param name="model">What is built: fused tensors are split by its sizes.</param>
    /// <param name="matrices">What matrices are kept as: in the file's type (Auto), or decoded to float32.</param>
    /// <param name="threads">Threads that decode; 0 means one for each processor.</param>
    public GgufParameterSource(
        Backend backend, GgufCheckpoint checkpoint, GgufArchitecture architecture, TransformerConfig model,
        WeightDType matrices = WeightDType.Auto, int threads = 0)
        : base(backend)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(architecture);
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        _checkpoint = checkpoint;
        _names = architecture.NamesOf(model);
        _matrices = matrices;
        _workers = new WorkerPool(threads == 0 ? Environment.ProcessorCount : threads);
    }

    /// <summary>Names in the file that nothing has asked for, in ordinal order; divisors of rotary frequencies, which are settings, are not counted.</summary>
    public IReadOnlyList<string> ReportUnused() =>
        [.. _checkpoint.Names.Where(name => !_used.Contains(name) && name is not (GgufRotary.Factors or GgufRotary.LongFactors or GgufRotary.ShortFactors)).Order(StringComparer.Ordinal)];

    /// <summary>Refuses a file of which something was not asked for.</summary>
    /// <exception cref="CheckpointFormatException">Tensors are left; the message counts them and names the first ones.</exception>
    public void RequireAllUsed()
    {
        IReadOnlyList<string> unused = ReportUnused();
        if (unused.Count == 0)
            return;
        string few = string.Join(", ", unused.Take(3).Select(CheckpointErrors.Printable)) + (unused.Count > 3 ? ", ..." : "");
        throw CheckpointErrors.File(_checkpoint.Path, $"has {unused.Count} tensor(s) that a model of this architecture does not use: {few}");
    }

    /// <summary>Ends the threads that decode.</summary>
    public void Dispose() => _workers.Dispose();

    /// <inheritdoc/>
    protected override void Check(string fullName, Shape shape)
    {
        WeightPlace place = _names.Place(fullName);
        if (IsXielu(place.File))
        {
            _ = Xielu(place.File);
            return;
        }
        long[] expected = place.FileShape(shape);
        if (!_checkpoint.TryGet(place.File, out GgufFile file, out GgufTensor tensor))
            throw CheckpointErrors.Tensor(_checkpoint.Path, place.File, "is not in the file", expected: $"a tensor {CheckpointErrors.Shape(expected)}");
        if (!tensor.Shape.SequenceEqual(expected))
            throw CheckpointErrors.Tensor(file.Path, place.File, "has the wrong shape", tensor.Offset, CheckpointErrors.Shape(expected), CheckpointErrors.Shape(tensor.Shape));
        file.RequireDecoded(tensor);
        if (_matrices == WeightDType.BFloat16 && shape.Rank == 2 && tensor.Type != GgmlType.BF16)
        {
            throw CheckpointErrors.Tensor(file.Path, place.File, "cannot be kept as BFloat16 without rounding", tensor.Offset, "BF16", $"{tensor.Type}",
                "Load these weights as float32, or let the file choose (auto).");
        }
    }

    /// <inheritdoc/>
    protected override DType MatrixType(string fullName) =>
        _matrices != WeightDType.Float32 && _checkpoint.TryGet(_names.ToFile(fullName), out _, out GgufTensor tensor) && tensor.Type == GgmlType.BF16
            ? DType.BFloat16
            : DType.Float32;

    /// <inheritdoc/>
    protected override QuantFormat? MatrixFormat(string fullName) =>
        _matrices == WeightDType.Auto && _checkpoint.TryGet(_names.ToFile(fullName), out _, out GgufTensor tensor) ? tensor.Format : null;

    /// <inheritdoc/>
    protected override void FillBlocks(string fullName, QuantizedTensor target, Initializer initializer)
    {
        GgufRows rows = Rows(fullName, target.Shape);
        int step = (int)Math.Clamp(ChunkElements * 4L / rows.RowBytes, 1, target.Rows);
        byte[] bytes = AtLeast(ref _bytes, checked(step * (int)rows.RowBytes));
        for (int first = 0; first < target.Rows; first += step)
        {
            int count = Math.Min(step, target.Rows - first);
            var work = new CopyWork(rows, target.Format, first, bytes, new RowPieces(count, _workers.Threads));
            _workers.Run(ref work, work.Pieces.Count);
            if (work.FirstWrongRow >= 0)
                throw NotFinite(fullName, work.FirstWrongRow);
            Backend.PackBlocks(bytes.AsSpan(0, count * (int)rows.RowBytes), target, first);
        }
    }

    /// <inheritdoc/>
    protected override void Fill(string fullName, Tensor target, Initializer initializer)
    {
        WeightPlace place = _names.Place(fullName);
        if (IsXielu(place.File))
        {
            Backend.Upload([Xielu(place.File)], target);
            return;
        }
        GgufRows rows = Rows(fullName, target.Shape);
        var chunks = new TensorChunks(target, ChunkElements);
        int columns = target.Shape.Rank == 1 ? 1 : target[1], first = 0;
        if (target.Type == DType.BFloat16)
        {
            byte[] bits = AtLeast(ref _bytes, chunks.LargestCount * sizeof(ushort));
            while (chunks.Next(out Tensor part))
            {
                Span<ushort> half = MemoryMarshal.Cast<byte, ushort>(bits.AsSpan(0, (int)part.ElementCount * sizeof(ushort)));
                rows.Copy(first, MemoryMarshal.AsBytes(half));
                if (!BitConverter.IsLittleEndian)
                    BinaryPrimitives.ReverseEndianness(half, half);
                Backend.Upload(half, part);
                first += half.Length / columns;
            }
            return;
        }
        float[] values = AtLeast(ref _values, chunks.LargestCount);
        while (chunks.Next(out Tensor part))
        {
            var count = (int)part.ElementCount;
            var work = new DecodeWork(rows, first, values, new RowPieces(count / columns, _workers.Threads));
            _workers.Run(ref work, work.Pieces.Count);
            if (place.Rule is { AddsOne: true })
            {
                for (int i = 0; i < count; i++)
                    values[i] -= 1f;
            }
            Backend.Upload(values.AsSpan(0, count), part);
            first += count / columns;
        }
    }

    private GgufRows Rows(string fullName, Shape shape)
    {
        WeightPlace place = _names.Place(fullName);
        if (!_checkpoint.TryGet(place.File, out GgufFile file, out GgufTensor tensor))
            throw CheckpointErrors.Tensor(_checkpoint.Path, place.File, "is not in the file");
        _used.Add(place.File);
        return new GgufRows(file, tensor, place, shape.Rank == 1 ? 1 : shape[1]);
    }

    private CheckpointFormatException NotFinite(string fullName, long row)
    {
        string name = _names.Place(fullName).File;
        _checkpoint.TryGet(name, out GgufFile file, out GgufTensor tensor);
        return CheckpointErrors.Tensor(file.Path, name, $"has a scale that is no finite number in row {row}", tensor.Offset, hint: "The file is damaged; get it again.");
    }

    private static T[] AtLeast<T>(ref T[] held, int count)
    {
        if (held.Length < count)
            held = new T[count];
        return held;
    }

    private static bool IsXielu(string name) => name.Contains(GgufNames.XieluMark, StringComparison.Ordinal);

    // "blk.3.xielu.beta": element 3 of the metadata's "xielu.beta".
    private float Xielu(string name)
    {
        string[] parts = name.Split('.');
        string key = GgufNames.XieluKey(parts[^1]);
        int layer = int.Parse(parts[1], CultureInfo.InvariantCulture);
        IReadOnlyList<double> values = _checkpoint.Metadata.Numbers(key) ?? throw CheckpointErrors.Setting(_checkpoint.Path, key, "is missing", expected: "one number a layer");
        return layer < values.Count ? (float)values[layer]
            : throw CheckpointErrors.Setting(_checkpoint.Path, key, "has the wrong length", expected: "one number a layer", got: $"{values.Count}");
    }

    // Whole rows a piece: blocks do not cross rows.
    private readonly record struct RowPieces(int Rows, int Threads)
    {
        private int Each => Math.Max(1, (Rows + (Threads * 4) - 1) / (Threads * 4));

        public int Count => (Rows + Each - 1) / Each;

        public (int First, int Count) this[int index] => (index * Each, Math.Min(Each, Rows - (index * Each)));
    }

    private readonly struct DecodeWork(GgufRows rows, int firstRow, float[] values, RowPieces pieces) : IParallelWork
    {
        public RowPieces Pieces => pieces;

        public void Execute(int index, int worker)
        {
            (int first, int some) = pieces[index];
            rows.Decode(firstRow + first, values.AsSpan(first * rows.Columns, some * rows.Columns));
        }
    }

    // Blocks as the file has them, and whether their scales are numbers.
    private readonly struct CopyWork(GgufRows rows, QuantFormat format, int firstRow, byte[] bytes, RowPieces pieces) : IParallelWork
    {
        private readonly long[] _wrong = new long[pieces.Count];

        public RowPieces Pieces => pieces;

        public long FirstWrongRow => Array.Find(_wrong, row => row > 0) - 1;

        public void Execute(int index, int worker)
        {
            (int first, int some) = pieces[index];
            Span<byte> part = bytes.AsSpan(first * (int)rows.RowBytes, some * (int)rows.RowBytes);
            rows.Copy(firstRow + first, part);
            long wrong = BlockFormats.FirstNonFinite(format, part);
            _wrong[index] = wrong < 0 ? 0 : firstRow + first + (wrong * format.BlockBytes() / rows.RowBytes) + 1;
        }
    }
}
