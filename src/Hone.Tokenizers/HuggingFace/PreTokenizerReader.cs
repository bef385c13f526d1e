namespace Hone.Tokenizers;

/// <summary>Reads the <c>pre_tokenizer</c> of a tokenizer.json; nested sequences are flattened.</summary>
internal sealed class PreTokenizerReader(ComponentReader components)
{
    private readonly List<PreTokenizer> _steps = [];

    public List<PreTokenizer> Read(JsonCursor item)
    {
        Collect(item);
        return _steps;
    }

    private void Collect(JsonCursor item)
    {
        if (item.IsNull) return;
        switch (components.TypeOf(item))
        {
            case "Sequence":
                item.AllowOnly("type", "pretokenizers");
                foreach (JsonCursor part in item["pretokenizers"].Items()) Collect(part);
                return;
            case "ByteLevel":
                item.AllowOnly("type", "add_prefix_space", "trim_offsets", "use_regex");
                _steps.Add(new ByteLevelPreTokenizer(item["add_prefix_space"].Flag(), item["use_regex"].Flag(true)));
                return;
            case "Split":
                item.AllowOnly("type", "pattern", "behavior", "invert");
                Add(ComponentReader.Pattern(item["pattern"]), ComponentReader.Behavior(item["behavior"]), item["invert"].Flag(false));
                return;
            case "Digits":
                item.AllowOnly("type", "individual_digits");
                Add(new DigitRunScanner(1), item["individual_digits"].Flag(false) ? SplitBehavior.Isolated : SplitBehavior.Contiguous);
                return;
            case "Punctuation":
                item.AllowOnly("type", "behavior");
                Add(new CodePointMatcher(CodePoints.IsPunctuation), item["behavior"].IsNull ? SplitBehavior.Isolated : ComponentReader.Behavior(item["behavior"]));
                return;
            case "Whitespace":
                item.AllowOnly("type");
                Add(new WordMatcher(), SplitBehavior.Removed, invert: true);
                return;
            case "WhitespaceSplit":
                item.AllowOnly("type");
                Add(new CodePointMatcher(CodePoints.IsSpace), SplitBehavior.Removed);
                return;
            case "BertPreTokenizer":
                item.AllowOnly("type");
                Add(new CodePointMatcher(CodePoints.IsSpace), SplitBehavior.Removed);
                Add(new CodePointMatcher(CodePoints.IsPunctuation), SplitBehavior.Isolated);
                return;
            case "CharDelimiterSplit":
                item.AllowOnly("type", "delimiter");
                Add(new LiteralMatcher(ComponentReader.Character(item["delimiter"])), SplitBehavior.Removed);
                return;
            case "Metaspace":
                item.AllowOnly("type", "replacement", "add_prefix_space", "prepend_scheme", "split", "str_rep");
                _steps.Add(new MetaspacePreTokenizer(ComponentReader.Character(item["replacement"]), ComponentReader.Prepend(item), item["split"].Flag(true)));
                return;
            case "FixedLength":
                item.AllowOnly("type", "length");
                int length = item["length"].IsNull ? 5 : item["length"].Id();
                if (length == 0) throw item["length"].Fail("at least 1");
                _steps.Add(new FixedLengthPreTokenizer(length));
                return;
            default:
                throw ComponentReader.Unsupported(item, "pre-tokenizer",
                    "ByteLevel, Split, Digits, Punctuation, Whitespace, WhitespaceSplit, BertPreTokenizer, CharDelimiterSplit, Metaspace, FixedLength or Sequence");
        }
    }

    private void Add(IPatternMatcher matcher, SplitBehavior behavior, bool invert = false) =>
        _steps.Add(new SplitPreTokenizer(new Splitter(matcher, behavior, invert)));
}
