using Hone.Models;
using Hone.Tensors;

namespace Hone.Inference;

/// <summary>A prompt that is being read, and the sequences that will continue it.</summary>
internal sealed class PromptWork(GenerationRequest request, Sequence[] sequences, SequenceState state)
{
    public int[] Ids { get; } = [.. request.PromptIds];

    public GenerationRequest Request => request;

    public Sequence[] Sequences { get; private set; } = sequences;

    public SequenceState State { get; } = state;

    /// <summary>Prompt tokens not yet in the state.</summary>
    public int Remaining => Ids.Length - State.Length;

    /// <summary>Prompt tokens in the present batch.</summary>
    public int InThisStep { get; set; }

    /// <summary>Lets go of cancelled sequences; true when none is left.</summary>
    public bool DropCancelled()
    {
        if (Array.Exists(Sequences, s => s.Finish == FinishReason.Cancelled))
            Sequences = Array.FindAll(Sequences, s => s.Finish != FinishReason.Cancelled);
        return Sequences.Length == 0;
    }

    public long WorstCasePages(int contextLength) => (Sequences.Length + 1L) * PagesOf(request, contextLength);

    public static long PagesOf(GenerationRequest request, int contextLength)
    {
        long tokens = Math.Min(contextLength, (long)request.PromptIds.Count + request.MaximumNewTokens);
        return (tokens + KeyValuePages.PageTokens - 1) / KeyValuePages.PageTokens;
    }
}
