using System.Text;

namespace Hone.Tokenizers;

/// <summary>Recognises the files that a <see cref="ByteLevelBpe"/> can be made of, and reads them.</summary>
internal static class ByteLevelJson
{
    /// <summary>Whether the file's components are those of a byte-level tokenizer; their settings are checked on reading.</summary>
    public static bool Fits(JsonCursor root)
    {
        JsonCursor model = root["model"];
        if (!model.IsObject || ModelReader.TypeOf(model) != "BPE") return false;
        foreach (string name in (ReadOnlySpan<string>)["continuing_subword_prefix", "end_of_word_suffix"])
        {
            if (!string.IsNullOrEmpty(model[name].TextOrNull())) return false;
        }
        List<string> preTokenizers = Types(root["pre_tokenizer"], "pretokenizers");
        if (preTokenizers.Count == 0 || preTokenizers[^1] != "ByteLevel" || preTokenizers.Count(static type => type == "ByteLevel") != 1) return false;
        if (preTokenizers.Any(static type => type is not ("Split" or "Digits" or "ByteLevel"))) return false;
        if (Types(root["normalizer"], "normalizers").Any(static type => type is not ("NFC" or "NFD" or "NFKC" or "NFKD"))) return false;
        if (!Types(root["decoder"], "decoders").SequenceEqual(["ByteLevel"])) return false;
        return !model["byte_fallback"].Flag(false) || (model["vocab"].IsObject && HasAllBytes(model["vocab"]));
    }

    public static ByteLevelBpeDefinition Read(JsonCursor root, TokenizerLimits limits)
    {
        var components = new ComponentReader();
        List<NormalizationForm> normalizers = ReadForms(root["normalizer"], components);
        List<PreTokenizerStep> preTokenizers = ReadSteps(root["pre_tokenizer"], components);
        (List<int> prefix, List<int> suffix) = new PostProcessorReader(components).Read(root["post_processor"]);
        new DecoderReader(components).Read(root["decoder"]);
        JsonCursor model = root["model"];
        BpeModelOptions options = ModelReader.ReadBpeOptions(model);
        return new ByteLevelBpeDefinition
        {
            Tokens = ModelReader.ReadVocabulary(model["vocab"], limits),
            Merges = ModelReader.ReadMerges(model["merges"], limits),
            AddedTokens = TokenizerJsonReader.ReadAddedTokens(root["added_tokens"], limits),
            Normalizers = normalizers,
            PreTokenizers = preTokenizers,
            Prefix = prefix,
            Suffix = suffix,
            IgnoreMerges = options.IgnoreMerges,
            UnknownToken = options.UnknownToken,
            FuseUnknown = options.FuseUnknown,
        };
    }

    private static List<string> Types(JsonCursor item, string parts)
    {
        var types = new List<string>();
        Collect(item);
        return types;

        void Collect(JsonCursor component)
        {
            if (component.IsNull || types.Count > 256) return;
            string type = component["type"].Text();
            if (type != "Sequence")
            {
                types.Add(type);
                return;
            }
            foreach (JsonCursor part in component[parts].Items()) Collect(part);
        }
    }

    private static bool HasAllBytes(JsonCursor vocab)
    {
        for (int b = 0; b < 256; b++)
        {
            if (vocab[ByteLevelAlphabet.ToChar((byte)b).ToString()].IsNull) return false;
        }
        return true;
    }

    private static List<NormalizationForm> ReadForms(JsonCursor component, ComponentReader components)
    {
        var forms = new List<NormalizationForm>();
        Collect(component);
        return forms;

        void Collect(JsonCursor item)
        {
            if (item.IsNull) return;
            string type = components.TypeOf(item);
            if (type == "Sequence")
            {
                item.AllowOnly("type", "normalizers");
                foreach (JsonCursor part in item["normalizers"].Items()) Collect(part);
                return;
            }
            item.AllowOnly("type");
            forms.Add(type switch
            {
                "NFC" => NormalizationForm.FormC,
                "NFD" => NormalizationForm.FormD,
                "NFKC" => NormalizationForm.FormKC,
                _ => NormalizationForm.FormKD,
            });
        }
    }

    private static List<PreTokenizerStep> ReadSteps(JsonCursor component, ComponentReader components)
    {
        var steps = new List<PreTokenizerStep>();
        Collect(component);
        return steps;

        void Collect(JsonCursor item)
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
                    steps.Add(PreTokenizerStep.ByteLevel(item["add_prefix_space"].Flag(), item["use_regex"].Flag(true)));
                    return;
                case "Digits":
                    item.AllowOnly("type", "individual_digits");
                    steps.Add(PreTokenizerStep.Digits(item["individual_digits"].Flag()));
                    return;
                default:
                    item.AllowOnly("type", "pattern", "behavior", "invert");
                    (string pattern, bool isRegex) = ComponentReader.PatternText(item["pattern"]);
                    steps.Add(PreTokenizerStep.Split(pattern, isRegex, ComponentReader.Behavior(item["behavior"]), item["invert"].Flag(false)));
                    return;
            }
        }
    }
}
