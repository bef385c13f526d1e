namespace Hone.Tokenizers;

/// <summary>Ids of the tokens that frame a text. Null means that there is no such token.</summary>
/// <param name="Bos">Begins a text.</param>
/// <param name="Eos">Ends a text.</param>
/// <param name="Pad">Fills a batch.</param>
public readonly record struct SpecialTokenIds(int? Bos = null, int? Eos = null, int? Pad = null);
