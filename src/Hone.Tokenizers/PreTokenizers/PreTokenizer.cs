using System.Text;

namespace Hone.Tokenizers;

/// <summary>A piece of a text on its way to the model.</summary>
/// <param name="Text">The piece; never empty.</param>
/// <param name="AtStart">Whether it begins where the whole text begins.</param>
internal readonly record struct PreToken(string Text, bool AtStart);

/// <summary>One step of cutting a text into pieces. Immutable.</summary>
internal abstract class PreTokenizer
{
    /// <summary>Appends what becomes of a piece.</summary>
    public abstract void Cut(PreToken piece, List<PreToken> pieces);
}

/// <summary>Cuts at what a matcher finds.</summary>
internal sealed class SplitPreTokenizer(Splitter splitter) : PreTokenizer
{
    public override void Cut(PreToken piece, List<PreToken> pieces)
    {
        var found = new List<TextPiece>();
        splitter.Split(piece.Text, new TextPiece(0, piece.Text.Length), [], found);
        foreach (TextPiece part in found) pieces.Add(new PreToken(piece.Text[part.Start..part.End], piece.AtStart && part.Start == 0));
    }
}

/// <summary>Turns a piece into the characters of the byte-level alphabet, cut by the GPT-2 pattern or whole.</summary>
internal sealed class ByteLevelPreTokenizer(bool addPrefixSpace, bool useRegex) : PreTokenizer
{
    private static readonly Splitter Gpt2 = new(new Gpt2Scanner(), SplitBehavior.Isolated, invert: false);

    public override void Cut(PreToken piece, List<PreToken> pieces)
    {
        string text = addPrefixSpace && piece.Text[0] != ' ' ? " " + piece.Text : piece.Text;
        var found = new List<TextPiece>();
        if (useRegex) Gpt2.Split(text, new TextPiece(0, text.Length), [], found);
        else found.Add(new TextPiece(0, text.Length));
        foreach (TextPiece part in found)
            pieces.Add(new PreToken(ByteLevelAlphabet.Spell(Encoding.UTF8.GetBytes(text[part.Start..part.End])), piece.AtStart && part.Start == 0));
    }
}

/// <summary>
/// Spaces become a visible mark, and a mark begins a word. Source: T. Kudo and J. Richardson, arXiv:1808.06226, section 3.1;
/// the schemes are those of the Hugging Face tokenizers library.
/// </summary>
internal sealed class MetaspacePreTokenizer(string mark, MetaspacePrepend prepend, bool split) : PreTokenizer
{
    private readonly Splitter _splitter = new(new LiteralMatcher(mark), SplitBehavior.MergedWithNext, invert: false);

    public override void Cut(PreToken piece, List<PreToken> pieces)
    {
        string text = piece.Text.Replace(" ", mark, StringComparison.Ordinal);
        bool prepends = prepend == MetaspacePrepend.Always || (prepend == MetaspacePrepend.First && piece.AtStart);
        if (prepends && !text.StartsWith(mark, StringComparison.Ordinal)) text = mark + text;
        if (split) new SplitPreTokenizer(_splitter).Cut(piece with { Text = text }, pieces);
        else pieces.Add(piece with { Text = text });
    }
}

/// <summary>Where a mark is put before a text that has none.</summary>
internal enum MetaspacePrepend
{
    /// <summary>Before every stretch between added tokens.</summary>
    Always,

    /// <summary>Before the whole text only.</summary>
    First,

    /// <summary>Nowhere.</summary>
    Never,
}

/// <summary>Stretches of a fixed number of code points.</summary>
internal sealed class FixedLengthPreTokenizer(int length) : PreTokenizer
{
    public override void Cut(PreToken piece, List<PreToken> pieces)
    {
        for (int start = 0; start < piece.Text.Length;)
        {
            int end = start;
            for (int n = 0; n < length && end < piece.Text.Length; n++)
            {
                CodePoints.At(piece.Text, end, out int units);
                end += units;
            }
            pieces.Add(new PreToken(piece.Text[start..end], piece.AtStart && start == 0));
            start = end;
        }
    }
}
