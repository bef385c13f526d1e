namespace Hone.Tokenizers;

/// <summary>What the readers of a tokenizer.json's components share: a bound on their number, and how to refuse one.</summary>
internal sealed class ComponentReader
{
    private const int MaxParts = 256;
    private int _parts;

    /// <summary>Returns the name of a component.</summary>
    public string TypeOf(JsonCursor item)
    {
        Count(item);
        return item["type"].Text();
    }

    public void Count(JsonCursor item)
    {
        if (++_parts > MaxParts) throw item.Fail($"at most {MaxParts} component parts", "more");
    }

    public static TokenizerFormatException Unsupported(JsonCursor item, string what, string supported) =>
        item["type"].Fail($"{supported}; this {what} is not supported", TokenizerFormatException.Quote(item["type"].Text()));

    /// <summary>Returns a pattern as a matcher; <c>{"String": ...}</c> is taken literally.</summary>
    public static IPatternMatcher Pattern(JsonCursor pattern)
    {
        (string text, bool isRegex) = PatternText(pattern);
        try
        {
            return isRegex ? Splitter.MatcherFor(text) : new LiteralMatcher(text);
        }
        catch (ArgumentException e)
        {
            throw new TokenizerFormatException(pattern.File, pattern.Path, "a pattern of supported parts", e.Message, e);
        }
    }

    public static (string Text, bool IsRegex) PatternText(JsonCursor pattern)
    {
        pattern.AllowOnly("Regex", "String");
        bool isRegex = !pattern["Regex"].IsNull;
        JsonCursor text = isRegex ? pattern["Regex"] : pattern["String"];
        if (text.Text().Length == 0) throw text.Fail("a pattern", "an empty string");
        return (text.Text(), isRegex);
    }

    /// <summary>Returns one character, as a string.</summary>
    public static string Character(JsonCursor value)
    {
        string text = value.Text();
        if (text.Length == 0 || !System.Text.Rune.TryGetRuneAt(text, 0, out System.Text.Rune rune) || rune.Utf16SequenceLength != text.Length)
            throw value.Fail("one character", TokenizerFormatException.Quote(text));
        return text;
    }

    public static SplitBehavior Behavior(JsonCursor behavior) => behavior.Text() switch
    {
        "Isolated" => SplitBehavior.Isolated,
        "Removed" => SplitBehavior.Removed,
        "MergedWithPrevious" => SplitBehavior.MergedWithPrevious,
        "MergedWithNext" => SplitBehavior.MergedWithNext,
        "Contiguous" => SplitBehavior.Contiguous,
        var other => throw behavior.Fail("Isolated, Removed, MergedWithPrevious, MergedWithNext or Contiguous", TokenizerFormatException.Quote(other)),
    };

    /// <summary>Reads how a Metaspace component puts marks before texts, in its newer or its older spelling.</summary>
    public static MetaspacePrepend Prepend(JsonCursor item)
    {
        JsonCursor scheme = item["prepend_scheme"];
        JsonCursor older = item["add_prefix_space"];
        if (scheme.IsNull) return older.Flag(true) ? MetaspacePrepend.Always : MetaspacePrepend.Never;
        MetaspacePrepend prepend = scheme.Text() switch
        {
            "always" => MetaspacePrepend.Always,
            "first" => MetaspacePrepend.First,
            "never" => MetaspacePrepend.Never,
            var other => throw scheme.Fail("always, first or never", TokenizerFormatException.Quote(other)),
        };
        if (!older.IsNull && !older.Flag() && prepend != MetaspacePrepend.Never) throw scheme.Fail("never, since add_prefix_space is false", TokenizerFormatException.Quote(scheme.Text()));
        return prepend;
    }
}
