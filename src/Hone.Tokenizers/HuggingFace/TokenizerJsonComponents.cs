using System.Text;
using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>Reads the parts of a tokenizer.json around the model. Nested sequences are flattened.</summary>
internal sealed class TokenizerJsonComponents
{
    private const int MaxSteps = 64;
    private int _steps;

    public List<NormalizationForm> ReadNormalizers(JsonCursor component)
    {
        var forms = new List<NormalizationForm>();
        Collect(component);
        return forms;

        void Collect(JsonCursor item)
        {
            if (item.IsNull) return;
            switch (TypeOf(item))
            {
                case "Sequence":
                    item.AllowOnly("type", "normalizers");
                    foreach (JsonCursor part in item["normalizers"].Items()) Collect(part);
                    return;
                case "NFC": Add(NormalizationForm.FormC); return;
                case "NFD": Add(NormalizationForm.FormD); return;
                case "NFKC": Add(NormalizationForm.FormKC); return;
                case "NFKD": Add(NormalizationForm.FormKD); return;
                default: throw Unsupported(item, "normalizer", "NFC, NFD, NFKC, NFKD or Sequence");
            }

            void Add(NormalizationForm form)
            {
                item.AllowOnly("type");
                forms.Add(form);
            }
        }
    }

    public List<PreTokenizerStep> ReadPreTokenizers(JsonCursor component)
    {
        var steps = new List<PreTokenizerStep>();
        Collect(component);
        return steps;

        void Collect(JsonCursor item)
        {
            if (item.IsNull) return;
            switch (TypeOf(item))
            {
                case "Sequence":
                    item.AllowOnly("type", "pretokenizers");
                    foreach (JsonCursor part in item["pretokenizers"].Items()) Collect(part);
                    return;
                case "ByteLevel":
                    item.AllowOnly("type", "add_prefix_space", "trim_offsets", "use_regex");
                    steps.Add(PreTokenizerStep.ByteLevel(item["add_prefix_space"].Flag(), item["use_regex"].Flag(true)));
                    return;
                case "Digits":
                    item.AllowOnly("type", "individual_digits");
                    steps.Add(PreTokenizerStep.Digits(item["individual_digits"].Flag()));
                    return;
                case "Split": steps.Add(ReadSplit(item)); return;
                default: throw Unsupported(item, "pre-tokenizer", "ByteLevel, Split, Digits or Sequence");
            }
        }
    }

    /// <summary>Returns the ids before and after a single text.</summary>
    public (List<int> Prefix, List<int> Suffix) ReadPostProcessor(JsonCursor component)
    {
        var prefix = new List<int>();
        var suffix = new List<int>();
        Collect(component);
        return (prefix, suffix);

        void Collect(JsonCursor item)
        {
            if (item.IsNull) return;
            switch (TypeOf(item))
            {
                case "Sequence":
                    item.AllowOnly("type", "processors");
                    foreach (JsonCursor part in item["processors"].Items()) Collect(part);
                    return;
                case "ByteLevel": // It moves offsets, which are not kept here; ids stay as they are.
                    item.AllowOnly("type", "add_prefix_space", "trim_offsets", "use_regex");
                    return;
                case "TemplateProcessing":
                    item.AllowOnly("type", "single", "pair", "special_tokens");
                    (List<int> before, List<int> after) = ReadTemplate(item);
                    prefix.InsertRange(0, before);
                    suffix.AddRange(after);
                    return;
                default: throw Unsupported(item, "post-processor", "ByteLevel, TemplateProcessing or Sequence");
            }
        }
    }

    public void CheckDecoder(JsonCursor component)
    {
        JsonCursor item = component;
        if (item.IsNull) throw item.Fail("a ByteLevel decoder");
        while (TypeOf(item) == "Sequence")
        {
            JsonCursor parts = item["decoders"];
            parts.Require(JsonValueKind.Array, "an array of decoders");
            if (parts.Element.GetArrayLength() != 1) throw parts.Fail("one ByteLevel decoder");
            item = parts.Items().First();
        }
        if (TypeOf(item) != "ByteLevel") throw Unsupported(item, "decoder", "ByteLevel");
        item.AllowOnly("type", "add_prefix_space", "trim_offsets", "use_regex");
    }

    public static bool HasAllBytes(IReadOnlyList<string?> tokens)
    {
        var seen = new HashSet<byte>();
        foreach (string? token in tokens)
        {
            if (token is { Length: 1 } && ByteLevelAlphabet.TryToByte(token[0], out byte value)) seen.Add(value);
        }
        return seen.Count == 256;
    }

    private static PreTokenizerStep ReadSplit(JsonCursor item)
    {
        item.AllowOnly("type", "pattern", "behavior", "invert");
        JsonCursor pattern = item["pattern"];
        pattern.AllowOnly("Regex", "String");
        bool isRegex = !pattern["Regex"].IsNull;
        JsonCursor text = isRegex ? pattern["Regex"] : pattern["String"];
        if (text.Text().Length == 0) throw text.Fail("a pattern", "an empty string");
        JsonCursor behavior = item["behavior"];
        return PreTokenizerStep.Split(text.Text(), isRegex, behavior.Text() switch
        {
            "Isolated" => SplitBehavior.Isolated,
            "Removed" => SplitBehavior.Removed,
            "MergedWithPrevious" => SplitBehavior.MergedWithPrevious,
            "MergedWithNext" => SplitBehavior.MergedWithNext,
            "Contiguous" => SplitBehavior.Contiguous,
            var other => throw behavior.Fail("Isolated, Removed, MergedWithPrevious, MergedWithNext or Contiguous", TokenizerFormatException.Quote(other)),
        }, item["invert"].Flag());
    }

    private (List<int> Before, List<int> After) ReadTemplate(JsonCursor template)
    {
        var before = new List<int>();
        var after = new List<int>();
        bool seen = false;
        foreach (JsonCursor part in template["single"].Items())
        {
            Count(part);
            part.AllowOnly("SpecialToken", "Sequence");
            if (!part["Sequence"].IsNull)
            {
                if (seen || part["Sequence"]["id"].Text() != "A") throw part.Fail("the sequence A once", "another sequence");
                seen = true;
                continue;
            }
            string name = part["SpecialToken"]["id"].Text();
            JsonCursor ids = template["special_tokens"][name]["ids"];
            foreach (JsonCursor id in ids.Items())
            {
                Count(id);
                (seen ? after : before).Add(id.Id());
            }
        }
        if (!seen) throw template["single"].Fail("the sequence A once", "none");
        return (before, after);
    }

    private string TypeOf(JsonCursor item)
    {
        Count(item);
        return item["type"].Text();
    }

    private void Count(JsonCursor item)
    {
        if (++_steps > MaxSteps) throw item.Fail($"at most {MaxSteps} component parts", "more");
    }

    private static TokenizerFormatException Unsupported(JsonCursor item, string what, string supported) =>
        item["type"].Fail($"{supported}; this {what} is not supported", TokenizerFormatException.Quote(item["type"].Text()));
}
