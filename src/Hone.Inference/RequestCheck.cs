using Hone.Models;
using Hone.Tensors;

namespace Hone.Inference;

/// <summary>What a request must satisfy before the engine takes it.</summary>
internal static class RequestCheck
{
    public static void Validate(GenerationRequest request, Transformer model, EngineOptions options)
    {
        TransformerConfig config = model.Config;
        ArgumentNullException.ThrowIfNull(request.PromptIds);
        ArgumentNullException.ThrowIfNull(request.StopTokenIds);
        ArgumentNullException.ThrowIfNull(request.Sampling);
        request.Sampling.Validate();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.MaximumNewTokens);
        ArgumentOutOfRangeException.ThrowIfNegative(request.FirstSampleIndex);
        if (request.Count - 1 > int.MaxValue - request.FirstSampleIndex)
            throw new ArgumentException($"{request.Count} samples from index {request.FirstSampleIndex} on pass the last index, {int.MaxValue}.", nameof(request));
        if (!model.Adapters.IsUsable(request.AdapterSlot))
            throw new ArgumentException($"Slot {request.AdapterSlot} has no adapter.", nameof(request));
        int length = request.PromptIds.Count;
        if (length == 0)
            throw new ArgumentException("The prompt is empty; give at least one token, such as the begin-of-text id.", nameof(request));
        if (length >= config.ContextLength)
            throw new ArgumentException($"The prompt has {length} tokens; the context of {config.ContextLength} leaves no room for an answer.", nameof(request));
        foreach (int id in request.PromptIds)
        {
            if ((uint)id >= (uint)config.VocabularySize)
                throw new ArgumentException($"Token id {id} is not in the vocabulary of {config.VocabularySize}.", nameof(request));
        }
        long pages = (request.Count + 1L) * PromptWork.PagesOf(request, config.ContextLength);
        if (options.MaximumPages > 0 && pages > options.MaximumPages)
            throw new ArgumentException($"The request may need {pages} pages of {KeyValuePages.PageTokens} tokens; the engine has {options.MaximumPages}.", nameof(request));
    }
}
