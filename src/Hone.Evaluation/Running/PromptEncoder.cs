using Hone.Evaluation.Tasks;
using Hone.Tokenizers;

namespace Hone.Evaluation.Running;

/// <summary>
/// A task's prompts as the ids that a model reads: texts to continue, or user turns in its chat template with the beginning of
/// the answer. Evaluation and rollouts of a run share one, so that they cannot drift apart. Immutable; threads may share it.
/// </summary>
public sealed class PromptEncoder
{
    private readonly Tokenizer _tokenizer;
    private readonly ChatEncoder? _chat;
    private readonly string? _system;

    private PromptEncoder(Tokenizer tokenizer, ChatEncoder? chat, string? system) => (_tokenizer, _chat, _system) = (tokenizer, chat, system);

    /// <summary>Whether prompts go through a chat template.</summary>
    public bool UsesTemplate => _chat is not null;

    /// <summary>Prompts as texts to continue, with the tokenizer's own special tokens.</summary>
    /// <param name="tokenizer">The model's.</param>
    public static PromptEncoder Text(Tokenizer tokenizer)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        return new PromptEncoder(tokenizer, null, null);
    }

    /// <summary>Prompts as user turns.</summary>
    /// <param name="tokenizer">The model's.</param>
    /// <param name="config">Its configuration, with the chat template.</param>
    /// <param name="systemPrompt">Content of a system turn before it; null writes none, and the template may put its own.</param>
    /// <exception cref="TemplateException">There is no template, or it is malformed.</exception>
    public static PromptEncoder Chat(Tokenizer tokenizer, TokenizerConfig config, string? systemPrompt = null)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(config);
        return new PromptEncoder(tokenizer, ChatEncoder.From(tokenizer, config, clock: FixedDay.Instance), systemPrompt);
    }

    /// <summary>The encoder that a task asks for, or a user.</summary>
    /// <param name="tokenizer">The model's.</param>
    /// <param name="config">Its configuration; null for a model that has none.</param>
    /// <param name="task">Whose prompts.</param>
    /// <param name="applyTemplate">Whether prompts are user turns; null leaves it to <see cref="EvalTask.AsksAssistant"/>.</param>
    /// <param name="systemPrompt">As in <see cref="Chat"/>; of no effect without the template.</param>
    /// <exception cref="TemplateException">A template is wanted, and there is none, or it is malformed.</exception>
    public static PromptEncoder For(Tokenizer tokenizer, TokenizerConfig? config, EvalTask task, bool? applyTemplate = null, string? systemPrompt = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        return applyTemplate ?? task.AsksAssistant ? Chat(tokenizer, config ?? new TokenizerConfig(), systemPrompt) : Text(tokenizer);
    }

    /// <summary>The ids of a prompt.</summary>
    /// <param name="prompt">As a task has it.</param>
    /// <exception cref="TemplateException">The template refuses it.</exception>
    /// <exception cref="UnencodableTextException">The vocabulary has no token for a part of it.</exception>
    public int[] Encode(string prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        if (_chat is null) return _tokenizer.Encode(prompt, EncodeOptions.AddSpecialTokens);
        (string, string)[] turns = _system is null ? [("user", prompt)] : [("system", _system), ("user", prompt)];
        return _chat.Encode(ChatMessages.Of(turns), new ChatEncodeOptions { AddGenerationPrompt = true }).Ids;
    }
}
