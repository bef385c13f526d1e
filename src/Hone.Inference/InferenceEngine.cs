using System.Runtime.InteropServices;
using Hone.Models;
using Hone.Tensors;

namespace Hone.Inference;

/// <summary>
/// Continues many sequences at once: ids in, token events out. Prompts are read in chunks beside growing sequences;
/// continuations of one prompt share its prefill and its pages. The tokens and log-probabilities of a sequence depend
/// on its prompt, options and random key only, never on what else is in the batch. Not thread safe.
/// </summary>
public sealed partial class InferenceEngine : IDisposable
{
    private readonly EngineOptions _options;
    private readonly ComputeContext _context;
    private readonly PagePool _pool;
    private readonly TokenBatch _batch = new();
    private readonly RowSampler _sampler;
    private readonly Queue<PromptWork> _waiting = new();
    private readonly List<PromptWork> _reading = [];
    private readonly List<Sequence> _growing = [];
    private readonly List<Sequence> _kept = [];
    private readonly List<TokenEvent> _events = [];
    private int[] _rows = [];
    private float[] _inverseTemperatures = [];

    /// <summary>An engine over a model that stays the caller's.</summary>
    public InferenceEngine(Transformer model, EngineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        _options = options ?? new EngineOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_options.MaximumSequences);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_options.PrefillTokens);
        Model = model;
        _context = new ComputeContext(model.Backend);
        _pool = new PagePool(model, _options.MaximumPages);
        _sampler = new RowSampler(model.Backend, model.Config.VocabularySize);
    }

    /// <summary>The model.</summary>
    public Transformer Model { get; }

    /// <summary>Whether nothing is waiting, being read or growing.</summary>
    public bool IsIdle => _waiting.Count == 0 && _reading.Count == 0 && _growing.Count == 0;

    /// <summary>Sequences that are growing now.</summary>
    public int GrowingCount => _growing.Count;

    /// <summary>Key/value pages in use.</summary>
    public int UsedPages => _pool.UsedPages;

    /// <summary>Ends a sequence now; its tokens so far stay readable. The next step no longer counts it.</summary>
    public void Cancel(Sequence sequence)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        if (sequence.Finish != FinishReason.None)
            return;
        sequence.Finish = FinishReason.Cancelled;
        sequence.Release();
        _growing.Remove(sequence);
    }

    /// <summary>
    /// One forward pass: every growing sequence gets a token, and waiting prompts are read as far as the limits allow.
    /// </summary>
    /// <returns>The tokens drawn; valid until the next step.</returns>
    public ReadOnlySpan<TokenEvent> Step()
    {
        _events.Clear();
        Admit();
        int rows = BuildBatch();
        if (_batch.TokenCount == 0)
            return default;
        ScratchArena.Mark mark = _context.Scratch.MarkTop();
        try
        {
            Compute(rows);
        }
        finally
        {
            _context.Scratch.Release(mark);
        }
        _batch.Commit();
        Distribute(rows);
        return CollectionsMarshal.AsSpan(_events);
    }

    // Changes no sequence, so that a step that failed here can be made again.
    private void Compute(int rows)
    {
        if (rows == 0)
        {
            // Only the middle of prompts: their keys and values are what is wanted.
            Model.Forward(_context, _batch, [0]);
            return;
        }
        Tensor hidden = Model.Forward(_context, _batch, _rows.AsSpan(0, rows)); // [R, D]
        _sampler.Begin(Model.Logits(_context, hidden, _batch, _rows.AsSpan(0, rows)), _inverseTemperatures.AsSpan(0, rows), _context); // [R, V]
    }

    /// <summary>Steps until everything submitted has ended.</summary>
    /// <param name="cancellation">Honoured between steps; what had been drawn stays readable.</param>
    public void RunToEnd(CancellationToken cancellation = default)
    {
        while (!IsIdle)
        {
            cancellation.ThrowIfCancellationRequested();
            Step();
        }
    }

    // Growing sequences first, one row each; then prompt chunks. Returns the number of rows whose logits are wanted.
    private int BuildBatch()
    {
        _batch.Clear();
        _sampler.Clear();
        EnsureRows(_growing.Count + _reading.Count);
        int rows = 0;
        foreach (Sequence sequence in _growing)
        {
            int token = sequence.LastToken;
            _batch.Add(new ReadOnlySpan<int>(in token), sequence.State!);
            _sampler.Add(rows, sequence);
            WantRow(rows++, sequence.Request);
        }
        int budget = _options.PrefillTokens;
        foreach (PromptWork work in _reading)
        {
            int take = Math.Min(budget, work.Remaining);
            work.InThisStep = take;
            if (take == 0)
                continue;
            _batch.Add(work.Ids.AsSpan(work.State.Length, take), work.State);
            budget -= take;
            if (take < work.Remaining)
                continue;
            foreach (Sequence sequence in work.Sequences)
                _sampler.Add(rows, sequence);
            WantRow(rows++, work.Request);
        }
        return rows;
    }

    private void WantRow(int index, GenerationRequest request)
    {
        _rows[index] = _batch.TokenCount - 1;
        _inverseTemperatures[index] = RowSampler.InverseTemperature(request.Sampling);
    }

    private void Distribute(int rows)
    {
        int row = 0, growing = _growing.Count;
        for (int i = 0; i < growing; i++)
            Draw(_growing[i], row++);
        for (int i = 0; i < _reading.Count; i++)
        {
            PromptWork work = _reading[i];
            if (work.InThisStep == 0 || work.Remaining > 0)
                continue;
            for (int s = 0; s < work.Sequences.Length; s++)
            {
                Sequence sequence = work.Sequences[s];
                sequence.State = work.State.Fork(sequence.LongestState);
                sequence.WeightVersion = Model.Version;
                _growing.Add(sequence);
                Draw(sequence, row);
            }
            row++;
        }
        System.Diagnostics.Debug.Assert(row == rows, "Every wanted row belongs to a sequence.");
        RemoveFinished();
    }

    private void Draw(Sequence sequence, int row)
    {
        (int token, float logProb, float entropy) = _sampler.Draw(row, sequence);
        sequence.Append(token, logProb, entropy);
        GenerationRequest request = sequence.Request;
        sequence.Finish = request.StopTokenIds.Contains(token) ? FinishReason.Stop
            : sequence.TokenIds.Length >= request.MaximumNewTokens ? FinishReason.Length
            : sequence.State!.Length >= Model.Config.ContextLength ? FinishReason.Context
            : FinishReason.None;
        _events.Add(new TokenEvent(sequence, token, logProb, sequence.Finish));
    }

    private void RemoveFinished()
    {
        int kept = 0;
        for (int i = 0; i < _growing.Count; i++)
        {
            Sequence sequence = _growing[i];
            if (sequence.Finish == FinishReason.None)
                _growing[kept++] = sequence;
            else if (sequence.Request.KeepState)
                _kept.Add(sequence);
            else
                sequence.Release();
        }
        _growing.RemoveRange(kept, _growing.Count - kept);
        RemoveRead();
    }

    // Prompts that are wholly read, or that nobody waits for any more.
    private void RemoveRead()
    {
        for (int i = _reading.Count - 1; i >= 0; i--)
        {
            if (!_reading[i].DropCancelled() && _reading[i].Remaining > 0)
                continue;
            _reading[i].State.Dispose();
            _reading.RemoveAt(i);
        }
    }

    private void EnsureRows(int count)
    {
        if (_rows.Length >= count)
            return;
        _rows = new int[Math.Max(count, _rows.Length * 2)];
        _inverseTemperatures = new float[_rows.Length];
    }

    /// <summary>Ends everything and gives the memory back.</summary>
    public void Dispose()
    {
        foreach (PromptWork work in _waiting.Concat(_reading))
            work.State.Dispose();
        foreach (Sequence sequence in _growing.Concat(_kept))
            sequence.Release();
        _kept.Clear();
        _waiting.Clear();
        _reading.Clear();
        _growing.Clear();
        _sampler.Dispose();
        _pool.Dispose();
        _context.Dispose();
    }
}
