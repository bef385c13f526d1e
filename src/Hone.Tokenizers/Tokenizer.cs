namespace Hone.Tokenizers;

/// <summary>
/// Turns text into token ids and back. One instance may be used by several threads at once.
/// </summary>
/// <remarks>
/// Ids lie in [0, <see cref="VocabularySize"/>). Text is UTF-16; a surrogate without its partner is read as U+FFFD,
/// because no UTF-8 sequence stands for it. Decoding is the UTF-8 reading of the tokens' bytes, with U+FFFD for each
/// maximal invalid part (the WHATWG rule, which <c>Encoding.UTF8</c> follows).
/// </remarks>
public abstract class Tokenizer
{
    /// <summary>Sets the ids that frame a text; null means that the vocabulary names no such token.</summary>
    /// <param name="special">Ids of the framing tokens.</param>
    protected Tokenizer(SpecialTokenIds special) => Special = special;

    /// <summary>Ids of the tokens that begin, end and pad a text.</summary>
    public SpecialTokenIds Special { get; }

    /// <summary>Id of the token that begins a text, or null where the tokenizer names none.</summary>
    public int? BosId => Special.Bos;

    /// <summary>Id of the token that ends a text, or null where the tokenizer names none.</summary>
    public int? EosId => Special.Eos;

    /// <summary>Id of the token that fills a batch, or null where the tokenizer names none.</summary>
    public int? PadId => Special.Pad;

    /// <summary>
    /// The length that the tokenizer's file would cut texts to (<c>truncation.max_length</c>), or null. It is a hint: only
    /// <see cref="Encode(string, int, EncodeOptions)"/> cuts, to the length that it is given.
    /// </summary>
    public int? TruncationLength { get; internal set; }

    /// <summary>One more than the greatest id. Ids below it may be unused: <see cref="IdToToken"/> is null there.</summary>
    public abstract int VocabularySize { get; }

    /// <summary>Appends the ids of a text.</summary>
    /// <param name="text">Any UTF-16 text, of any length; empty appends nothing but the framing tokens asked for.</param>
    /// <param name="ids">Receives the ids at its end; left as it was if the call throws.</param>
    /// <param name="options">Framing tokens, and what to do with text that spells a special token; default <see cref="EncodeOptions.None"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null.</exception>
    /// <exception cref="UnencodableTextException">The vocabulary has no token for a byte of the text and no unknown token.</exception>
    public abstract void Encode(ReadOnlySpan<char> text, List<int> ids, EncodeOptions options = EncodeOptions.None);

    /// <summary>Returns the ids of a text. See <see cref="Encode(ReadOnlySpan{char}, List{int}, EncodeOptions)"/>.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="options">Default <see cref="EncodeOptions.None"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="UnencodableTextException">The vocabulary has no token for a byte of the text and no unknown token.</exception>
    public int[] Encode(string text, EncodeOptions options = EncodeOptions.None)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ids = new List<int>(text.Length / 4 + 4);
        Encode(text.AsSpan(), ids, options);
        return ids.ToArray();
    }

    /// <summary>Returns the ids of a text, cut at its end to a greatest length; framing tokens stay.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maximumLength">Greatest number of ids, those of the framing tokens included; at least their number.</param>
    /// <param name="options">Default <see cref="EncodeOptions.AddSpecialTokens"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The framing tokens alone are longer.</exception>
    /// <exception cref="UnencodableTextException">The vocabulary has no token for a part of the text and no unknown token.</exception>
    public int[] Encode(string text, int maximumLength, EncodeOptions options = EncodeOptions.AddSpecialTokens)
    {
        int[] ids = Encode(text, options);
        if (ids.Length <= maximumLength) return ids;
        int suffix = (options & EncodeOptions.AddSpecialTokens) != 0 ? FrameSuffix.Count : 0;
        int prefix = (options & EncodeOptions.AddSpecialTokens) != 0 ? FramePrefix.Count : 0;
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLength, prefix + suffix);
        return [.. ids.AsSpan(0, maximumLength - suffix), .. ids.AsSpan(ids.Length - suffix)];
    }

    /// <summary>Returns the text of some ids; an unused id below <see cref="VocabularySize"/> adds nothing.</summary>
    /// <param name="ids">Ids in [0, <see cref="VocabularySize"/>).</param>
    /// <param name="skipSpecialTokens">Whether tokens marked special add nothing; default false.</param>
    /// <exception cref="ArgumentOutOfRangeException">An id is outside the vocabulary.</exception>
    public abstract string Decode(ReadOnlySpan<int> ids, bool skipSpecialTokens = false);

    /// <summary>Returns the id of a token as its file spells it (byte-level alphabet or special text), or null.</summary>
    /// <param name="token">The token's spelling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="token"/> is null.</exception>
    public abstract int? TokenToId(string token);

    /// <summary>Returns a token as its file spells it, or null for an unused id.</summary>
    /// <param name="id">An id in [0, <see cref="VocabularySize"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The id is outside the vocabulary.</exception>
    public abstract string? IdToToken(int id);

    /// <summary>Returns the bytes that a token adds to decoded text; empty for an unused id. The span stays valid.</summary>
    /// <param name="id">An id in [0, <see cref="VocabularySize"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The id is outside the vocabulary.</exception>
    public abstract ReadOnlySpan<byte> TokenBytes(int id);

    /// <summary>Whether a token is marked special: control tokens, which <see cref="Decode"/> can leave out.</summary>
    /// <param name="id">An id in [0, <see cref="VocabularySize"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The id is outside the vocabulary.</exception>
    public abstract bool IsSpecial(int id);

    /// <summary>The file that the tokenizer was read from, kept where nothing else could write it again.</summary>
    internal virtual (string Name, ReadOnlyMemory<byte> Bytes)? Source => null;

    /// <summary>Ids put before a text by <see cref="EncodeOptions.AddSpecialTokens"/>.</summary>
    internal virtual IReadOnlyList<int> FramePrefix => [];

    /// <summary>Ids put after a text by <see cref="EncodeOptions.AddSpecialTokens"/>.</summary>
    internal virtual IReadOnlyList<int> FrameSuffix => [];

    /// <summary>The spelling that decoders are given.</summary>
    internal virtual string? ShownToken(int id) => IdToToken(id);

    /// <summary>Begins a text that is decoded token by token.</summary>
    internal virtual TokenStream OpenStream() => new Utf8TokenStream();
}
