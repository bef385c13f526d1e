using Hone.Models;

namespace Hone.Inference;

// How requests come in, and when they begin.
public sealed partial class InferenceEngine
{
    /// <summary>Takes a request; its sequences begin to grow in later steps.</summary>
    /// <returns>One sequence for each continuation.</returns>
    /// <exception cref="ArgumentException">An empty prompt, an id outside the vocabulary, a slot without an adapter, a prompt that fills the context, or options out of range.</exception>
    public IReadOnlyList<Sequence> Submit(GenerationRequest request) => Enqueue(request, null);

    /// <summary>
    /// Takes a request whose prompt may begin as an earlier sequence did: what the two have in common is not read again. The
    /// tokens are those of <see cref="Submit"/>.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="previous">A sequence of this engine that has ended; one with <see cref="GenerationRequest.KeepState"/> gives its state up to the new one.</param>
    /// <inheritdoc cref="Submit" path="/returns"/>
    /// <inheritdoc cref="Submit" path="/exception"/>
    public IReadOnlyList<Sequence> SubmitAfter(GenerationRequest request, Sequence previous)
    {
        ArgumentNullException.ThrowIfNull(previous);
        return Enqueue(request, previous);
    }

    /// <summary>Gives back the pages of a sequence that has ended and kept them.</summary>
    public void Release(Sequence sequence)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        if (_kept.Remove(sequence))
            sequence.Release();
    }

    private Sequence[] Enqueue(GenerationRequest request, Sequence? previous)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestCheck.Validate(request, Model, _options);
        var sequences = new Sequence[request.Count];
        for (int i = 0; i < sequences.Length; i++)
            sequences[i] = new Sequence(request, request.FirstSampleIndex + i, Model.Config.ContextLength);
        int declared = sequences[0].DeclaredLength;
        SequenceState state = (previous is null ? null : TakeState(previous, request, declared))
            ?? new SequenceState(_pool, request.PromptIds.Count, declared, request.AdapterSlot);
        foreach (Sequence sequence in sequences)
            sequence.ReusedTokens = state.Length;
        _waiting.Enqueue(new PromptWork(request, sequences, state));
        return sequences;
    }

    // The state of a kept sequence, cut to what the prompt has in common with it; null where nothing of it is of use.
    private SequenceState? TakeState(Sequence previous, GenerationRequest request, int declaredLength)
    {
        if (!_kept.Remove(previous))
            return null;
        SequenceState state = previous.State!;
        previous.State = null;
        bool fits = previous.WeightVersion == Model.Version && state.AdapterSlot == request.AdapterSlot
            && Model.PositionTable(state.DeclaredLength) == Model.PositionTable(declaredLength);
        int same = 0;
        // The last token of the prompt is always read: its logits are wanted.
        int most = fits ? Math.Min(state.Length, request.PromptIds.Count - 1) : 0;
        IReadOnlyList<int> prompt = previous.Request.PromptIds;
        while (same < most && request.PromptIds[same] == (same < prompt.Count ? prompt[same] : previous.TokenIds[same - prompt.Count]))
            same++;
        state.TruncateTo(same);
        if (same > 0)
            return state;
        state.Dispose();
        return null;
    }

    private void Admit()
    {
        RemoveRead();
        int planned = _growing.Count;
        foreach (PromptWork work in _reading)
            planned += work.Sequences.Length;
        while (_waiting.TryPeek(out PromptWork? next))
        {
            if (next.DropCancelled())
            {
                _waiting.Dequeue().State.Dispose();
                continue;
            }
            bool alone = planned == 0;
            if (!alone && (planned + next.Sequences.Length > _options.MaximumSequences || !PagesSuffice(next)))
                return;
            planned += next.Sequences.Length;
            _reading.Add(_waiting.Dequeue());
        }
    }

    // With a limit a request enters only when even its longest outcome fits beside those of the others.
    private bool PagesSuffice(PromptWork next)
    {
        if (_options.MaximumPages == 0)
            return true;
        long reserved = next.WorstCasePages(Model.Config.ContextLength);
        foreach (PromptWork work in _reading)
            reserved += work.WorstCasePages(Model.Config.ContextLength);
        foreach (Sequence sequence in _growing)
            reserved += PromptWork.PagesOf(sequence.Request, Model.Config.ContextLength);
        foreach (Sequence sequence in _kept)
            reserved += sequence.State!.Pages.Length;
        return reserved <= _options.MaximumPages;
    }
}
