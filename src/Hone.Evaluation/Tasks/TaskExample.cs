namespace Hone.Evaluation.Tasks;

/// <summary>One problem of a task. Immutable.</summary>
public sealed class TaskExample
{
    /// <summary>Makes an example.</summary>
    /// <param name="prompt">What the model is given, complete.</param>
    /// <param name="answer">The reference answer that the verifier is given.</param>
    /// <param name="forcedPrompt">See <see cref="ForcedPrompt"/>.</param>
    /// <param name="splitKey">See <see cref="SplitKey"/>; null takes the prompt.</param>
    /// <param name="metadata">See <see cref="Metadata"/>; null for none.</param>
    /// <exception cref="ArgumentNullException">The prompt or the answer is null.</exception>
    public TaskExample(
        string prompt, string answer, string? forcedPrompt = null, string? splitKey = null,
        IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentNullException.ThrowIfNull(answer);
        Prompt = prompt;
        Answer = answer;
        ForcedPrompt = forcedPrompt;
        SplitKey = splitKey ?? prompt;
        Metadata = metadata ?? new Dictionary<string, string>();
        Id = ContentHash.Id($"{prompt.Length}:{prompt}{answer}");
    }

    /// <summary>Hash of the prompt and the answer, 32 hexadecimal digits: the same in every file and run.</summary>
    public string Id { get; }

    /// <summary>What the model is given, complete.</summary>
    public string Prompt { get; }

    /// <summary>The reference answer.</summary>
    public string Answer { get; }

    /// <summary>A prompt of the same problem after which the model shows its work, to measure whether the
    /// skill is there at all; null where the task has none.</summary>
    public string? ForcedPrompt { get; }

    /// <summary>The content whose hash decides between training and test: what two wordings of one problem share.</summary>
    public string SplitKey { get; }

    /// <summary>Further columns, by name; empty when there are none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }
}
