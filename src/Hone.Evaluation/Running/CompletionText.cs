using Hone.Inference;
using Hone.Tokenizers;

namespace Hone.Evaluation.Running;

/// <summary>The text of a completion, as verifiers and rewards see it.</summary>
public static class CompletionText
{
    /// <summary>Decodes the drawn ids; the token that ended the completion is left out.</summary>
    public static string Of(Tokenizer tokenizer, Sequence sequence)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(sequence);
        ReadOnlySpan<int> ids = sequence.TokenIds;
        return tokenizer.Decode(sequence.Finish == FinishReason.Stop ? ids[..^1] : ids);
    }
}
