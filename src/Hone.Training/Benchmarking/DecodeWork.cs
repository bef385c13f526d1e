using Hone.Models;
using Hone.Tensors;

namespace Hone.Training.Benchmarking;

/// <summary>Decodes random ids token by token from empty caches, with the logits of every step; nothing is drawn from them, as in llama-bench.</summary>
internal sealed class DecodeWork : IBenchWork
{
    private readonly Transformer _model;
    private readonly ComputeContext _context;
    private readonly PagePool _pool;
    private readonly TokenBatch _batch = new();
    private readonly SequenceState[] _states;
    private readonly int[] _ids;
    private readonly int _length;

    public DecodeWork(Transformer model, int sequences, int length)
    {
        _model = model;
        _length = length;
        _context = new ComputeContext(model.Backend);
        _pool = new PagePool(model);
        _states = new SequenceState[sequences];
        _ids = BenchIds.Draw(sequences * length, model.Config.VocabularySize);
    }

    /// <inheritdoc/>
    public void Repeat()
    {
        Begin();
        for (int step = 0; step < _length; step++)
            Step(step);
    }

    /// <summary>Empties the caches.</summary>
    public void Begin()
    {
        for (int s = 0; s < _states.Length; s++)
        {
            _states[s]?.Dispose();
            _states[s] = new SequenceState(_pool, _length);
        }
    }

    /// <summary>One token for every sequence.</summary>
    public void Step(int step)
    {
        _batch.Clear();
        for (int s = 0; s < _states.Length; s++)
            _batch.Add(_ids.AsSpan((s * _length) + step, 1), _states[s]);
        ScratchArena.Mark mark = _context.Scratch.MarkTop();
        _model.Logits(_context, _model.Forward(_context, _batch)); // [B, V]
        _model.Backend.Synchronize();
        _context.Scratch.Release(mark);
        _batch.Commit();
    }

    public void Dispose()
    {
        foreach (SequenceState? state in _states)
            state?.Dispose();
        _pool.Dispose();
        _context.Dispose();
    }
}
