namespace Hone.Tensors;

// Many blocks on many threads: pieces of whole blocks that no other piece touches, so that the bytes are those of one thread.
public static partial class BlockFormats
{
    // Enough work to hand out, and a whole number of blocks of every format.
    private const int PieceElements = 16 * 1024;

    /// <summary><see cref="Encode(QuantFormat, ReadOnlySpan{float}, Span{byte})"/> on all workers of a pool: the same bytes.</summary>
    /// <param name="format">A format of GGUF; not NF4.</param>
    /// <param name="values">Whole blocks of finite numbers.</param>
    /// <param name="blocks">As many bytes as the blocks take.</param>
    /// <param name="workers">The pool; no region may be running on it.</param>
    /// <exception cref="ArgumentException">As there.</exception>
    public static void Encode(QuantFormat format, ReadOnlyMemory<float> values, Memory<byte> blocks, WorkerPool workers)
    {
        ArgumentNullException.ThrowIfNull(workers);
        CheckSizes(format, values.Length, blocks.Length);
        var work = new EncodeWork(format, values, blocks, KernelSets.Best);
        workers.Run(ref work, Pieces(values.Length));
    }

    /// <summary><see cref="Decode(QuantFormat, ReadOnlySpan{byte}, Span{float})"/> on all workers of a pool: the same bits.</summary>
    /// <param name="format">A format of GGUF; not NF4.</param>
    /// <param name="blocks">Whole blocks.</param>
    /// <param name="values">As many numbers as the blocks hold.</param>
    /// <param name="workers">The pool; no region may be running on it.</param>
    /// <exception cref="ArgumentException">As there.</exception>
    public static void Decode(QuantFormat format, ReadOnlyMemory<byte> blocks, Memory<float> values, WorkerPool workers)
    {
        ArgumentNullException.ThrowIfNull(workers);
        CheckSizes(format, values.Length, blocks.Length);
        var work = new DecodeWork(format, blocks, values);
        workers.Run(ref work, Pieces(values.Length));
    }

    private static int Pieces(int elements) => (elements + PieceElements - 1) / PieceElements;

    private static (int First, int Count) Piece(int index, int elements) =>
        (index * PieceElements, Math.Min(PieceElements, elements - (index * PieceElements)));

    private static int Bytes(QuantFormat format, int elements) => elements / format.BlockElements() * format.BlockBytes();

    private readonly struct EncodeWork(QuantFormat format, ReadOnlyMemory<float> values, Memory<byte> blocks, KernelSet set) : IParallelWork
    {
        public void Execute(int index, int worker)
        {
            (int first, int count) = Piece(index, values.Length);
            EncodePart(format, values.Span.Slice(first, count), blocks.Span.Slice(Bytes(format, first), Bytes(format, count)), set, first);
        }
    }

    private readonly struct DecodeWork(QuantFormat format, ReadOnlyMemory<byte> blocks, Memory<float> values) : IParallelWork
    {
        public void Execute(int index, int worker)
        {
            (int first, int count) = Piece(index, values.Length);
            Decode(format, blocks.Span.Slice(Bytes(format, first), Bytes(format, count)), values.Span.Slice(first, count));
        }
    }
}
