using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>What a chat template is given. Values are JSON, as clients send them.</summary>
public sealed record ChatTemplateInput
{
    /// <summary>The conversation: an array of messages, each an object with <c>role</c> and <c>content</c> at least.</summary>
    public required JsonElement Messages { get; init; }

    /// <summary>Tool definitions: an array of JSON-schema functions; null, the default, for none.</summary>
    public JsonElement? Tools { get; init; }

    /// <summary>Documents for retrieval; null, the default, for none.</summary>
    public JsonElement? Documents { get; init; }

    /// <summary>Whether the beginning of an assistant's turn is added at the end; default false.</summary>
    public bool AddGenerationPrompt { get; init; }

    /// <summary>Further variables by name, such as <c>enable_thinking</c> or <c>reasoning_effort</c>; default none.</summary>
    public IReadOnlyDictionary<string, JsonElement> Variables { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>
    /// Spellings of special tokens by name (<c>bos_token</c>, <c>eos_token</c> ...), from <see cref="TokenizerConfig.SpecialTokens"/>;
    /// default none. A variable of the same name goes before it.
    /// </summary>
    public IReadOnlyDictionary<string, string> SpecialTokens { get; init; } = new Dictionary<string, string>();

    /// <summary>Where <c>strftime_now</c> reads the time; default the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
