namespace Hone.Tokenizers;

/// <summary>A conversation as ids, and which of them a model is trained on.</summary>
/// <param name="Ids">The ids of the rendered text; nothing is added around it, since templates write their own special tokens.</param>
/// <param name="Mask">One entry an id: true where an assistant wrote it, so that a loss or reward applies to it.</param>
/// <param name="Text">The rendered text.</param>
/// <param name="MaskFrom">How the mask was found.</param>
public sealed record EncodedChat(int[] Ids, bool[] Mask, string Text, ChatMaskSource MaskFrom)
{
    /// <summary>How many ids the mask marks.</summary>
    public int MaskedCount => Mask.Count(static marked => marked);
}

/// <summary>Where a mask of assistant tokens comes from.</summary>
public enum ChatMaskSource
{
    /// <summary>No mask was asked for: all entries are false.</summary>
    None,

    /// <summary>Generation blocks of the template.</summary>
    GenerationBlocks,

    /// <summary>
    /// Renderings of the conversation up to each assistant turn: what the turn adds behind its generation prompt. Each such
    /// rendering was a beginning of the whole one.
    /// </summary>
    Prefixes,

    /// <summary>As <see cref="Prefixes"/>, but for the last turn only.</summary>
    LastTurn,
}

/// <summary>What a <see cref="ChatEncoder"/> marks.</summary>
public enum ChatMask
{
    /// <summary>Nothing: for prompts.</summary>
    None,

    /// <summary>
    /// Every assistant turn. A template that writes earlier turns differently once later ones are there (reasoning models drop
    /// old thoughts) cannot be marked so and is an error, unless it has generation blocks.
    /// </summary>
    AllAssistantTurns,

    /// <summary>The last turn only, which must be an assistant's: what such templates can be trained on.</summary>
    LastAssistantTurn,
}
