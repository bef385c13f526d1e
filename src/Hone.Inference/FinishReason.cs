namespace Hone.Inference;

/// <summary>Why a sequence has ended.</summary>
public enum FinishReason : byte
{
    /// <summary>It goes on.</summary>
    None,

    /// <summary>A stop token was drawn; it is the last token.</summary>
    Stop,

    /// <summary>The allowed number of new tokens is reached.</summary>
    Length,

    /// <summary>The model's context is full.</summary>
    Context,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,
}
