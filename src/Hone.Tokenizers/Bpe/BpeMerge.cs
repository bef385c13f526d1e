namespace Hone.Tokenizers;

/// <summary>A rule of byte pair encoding: two neighbouring tokens become the token whose spelling is theirs joined.</summary>
/// <param name="Left">Spelling of the first token.</param>
/// <param name="Right">Spelling of the second token.</param>
public readonly record struct BpeMerge(string Left, string Right);
