namespace Hone.Tokenizers;

/// <summary>What a token of a GGUF file is. Format: <c>tokenizer.ggml.token_type</c> of the GGUF specification (ggml, <c>docs/gguf.md</c>).</summary>
public enum GgufTokenType
{
    /// <summary>Not said; read as <see cref="Normal"/>.</summary>
    Undefined = 0,

    /// <summary>A piece of text, in the spelling of its model.</summary>
    Normal = 1,

    /// <summary>Stands for text without a token.</summary>
    Unknown = 2,

    /// <summary>A control token, spelled as text: it is found in text and left out of decoded text on request.</summary>
    Control = 3,

    /// <summary>A token found in text before anything else, spelled as text.</summary>
    UserDefined = 4,

    /// <summary>A row of the embedding that stands for nothing.</summary>
    Unused = 5,

    /// <summary>One byte, spelled <c>&lt;0x0A&gt;</c>.</summary>
    Byte = 6,
}
