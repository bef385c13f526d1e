namespace Hone.Tokenizers;

/// <summary>Reads the <c>post_processor</c> of a tokenizer.json: the ids before and after a single text.</summary>
internal sealed class PostProcessorReader(ComponentReader components)
{
    private readonly List<int> _prefix = [];
    private readonly List<int> _suffix = [];

    public (List<int> Prefix, List<int> Suffix) Read(JsonCursor item)
    {
        Collect(item);
        return (_prefix, _suffix);
    }

    private void Collect(JsonCursor item)
    {
        if (item.IsNull) return;
        switch (components.TypeOf(item))
        {
            case "Sequence":
                item.AllowOnly("type", "processors");
                foreach (JsonCursor part in item["processors"].Items()) Collect(part);
                return;
            case "ByteLevel": // It moves offsets, which are not kept here; ids stay as they are.
                item.AllowOnly("type", "add_prefix_space", "trim_offsets", "use_regex");
                return;
            case "BertProcessing":
                item.AllowOnly("type", "sep", "cls");
                Enclose(Pair(item["cls"]), Pair(item["sep"]));
                return;
            case "RobertaProcessing":
                item.AllowOnly("type", "sep", "cls", "trim_offsets", "add_prefix_space");
                Enclose(Pair(item["cls"]), Pair(item["sep"]));
                return;
            case "TemplateProcessing":
                item.AllowOnly("type", "single", "pair", "special_tokens");
                ReadTemplate(item);
                return;
            default:
                throw ComponentReader.Unsupported(item, "post-processor", "ByteLevel, TemplateProcessing, BertProcessing, RobertaProcessing or Sequence");
        }
    }

    private void Enclose(int before, int after)
    {
        _prefix.Insert(0, before);
        _suffix.Add(after);
    }

    /// <summary>Reads <c>["[SEP]", 102]</c>.</summary>
    private static int Pair(JsonCursor pair)
    {
        JsonCursor[] parts = [.. pair.Items().Take(3)];
        if (parts.Length != 2) throw pair.Fail("a token and its id");
        parts[0].Text();
        return parts[1].Id();
    }

    private void ReadTemplate(JsonCursor template)
    {
        var before = new List<int>();
        var after = new List<int>();
        bool seen = false;
        foreach (JsonCursor part in template["single"].Items())
        {
            components.Count(part);
            part.AllowOnly("SpecialToken", "Sequence");
            if (!part["Sequence"].IsNull)
            {
                if (seen || part["Sequence"]["id"].Text() != "A") throw part.Fail("the sequence A once", "another sequence");
                seen = true;
                continue;
            }
            string name = part["SpecialToken"]["id"].Text();
            foreach (JsonCursor id in template["special_tokens"][name]["ids"].Items())
            {
                components.Count(id);
                (seen ? after : before).Add(id.Id());
            }
        }
        if (!seen) throw template["single"].Fail("the sequence A once", "none");
        _prefix.InsertRange(0, before);
        _suffix.AddRange(after);
    }
}
