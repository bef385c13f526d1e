using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>What a <see cref="ChatEncoder"/> does beside rendering the messages.</summary>
public sealed record ChatEncodeOptions
{
    /// <summary>Tool definitions; null, the default, for none.</summary>
    public JsonElement? Tools { get; init; }

    /// <summary>Whether the beginning of an assistant's turn is added at the end; default false.</summary>
    public bool AddGenerationPrompt { get; init; }

    /// <summary>Further variables by name, such as <c>enable_thinking</c> or <c>reasoning_effort</c>; default none.</summary>
    public IReadOnlyDictionary<string, JsonElement> Variables { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Which ids are marked; default none.</summary>
    public ChatMask Mask { get; init; }
}
