namespace Hone.Inference;

/// <summary>One drawn token.</summary>
/// <param name="Sequence">Whose.</param>
/// <param name="TokenId">Its id.</param>
/// <param name="LogProb">Natural log of the probability with which it was drawn (see <see cref="Sequence.LogProbs"/>).</param>
/// <param name="Finish">Whether, and why, the sequence ends with it.</param>
public readonly record struct TokenEvent(Sequence Sequence, int TokenId, float LogProb, FinishReason Finish);
