using Hone.Models;
using Hone.Tensors;

namespace Hone.Training.Benchmarking;

/// <summary>Reads a prompt into an empty cache in one pass and computes the logits of its last token.</summary>
internal sealed class PromptWork : IBenchWork
{
    private readonly Transformer _model;
    private readonly ComputeContext _context;
    private readonly PagePool _pool;
    private readonly TokenBatch _batch = new();
    private readonly int[] _ids;

    public PromptWork(Transformer model, int length)
    {
        _model = model;
        _context = new ComputeContext(model.Backend);
        _pool = new PagePool(model);
        _ids = BenchIds.Draw(length, model.Config.VocabularySize);
    }

    /// <inheritdoc/>
    public void Repeat()
    {
        using var state = new SequenceState(_pool, _ids.Length);
        _batch.Clear();
        _batch.Add(_ids, state);
        ScratchArena.Mark mark = _context.Scratch.MarkTop();
        Tensor hidden = _model.Forward(_context, _batch, [_ids.Length - 1]); // [1, D]
        _model.Logits(_context, hidden); // [1, V]
        _model.Backend.Synchronize();
        _context.Scratch.Release(mark);
        _batch.Commit();
    }

    public void Dispose()
    {
        _pool.Dispose();
        _context.Dispose();
    }
}
