using System.Text;

namespace Hone.Tokenizers;

/// <summary>Reads the <c>normalizer</c> of a tokenizer.json.</summary>
internal sealed class NormalizerReader(ComponentReader components)
{
    /// <summary>Returns the normalizer, or null if there is none.</summary>
    public Normalizer? Read(JsonCursor item)
    {
        if (item.IsNull) return null;
        switch (components.TypeOf(item))
        {
            case "Sequence":
                item.AllowOnly("type", "normalizers");
                Normalizer[] steps = [.. item["normalizers"].Items().Select(Read).OfType<Normalizer>()];
                return steps.Length == 1 ? steps[0] : steps.Length == 0 ? null : new NormalizerSequence(steps);
            case "NFC": return Plain(item, new FormNormalizer(NormalizationForm.FormC));
            case "NFD": return Plain(item, new FormNormalizer(NormalizationForm.FormD));
            case "NFKC": return Plain(item, new FormNormalizer(NormalizationForm.FormKC));
            case "NFKD": return Plain(item, new FormNormalizer(NormalizationForm.FormKD));
            case "Lowercase": return Plain(item, new LowercaseNormalizer());
            case "StripAccents": return Plain(item, new StripAccentsNormalizer());
            case "Nmt": return Plain(item, new NmtNormalizer());
            case "ByteLevel": return Plain(item, new ByteLevelNormalizer());
            case "Strip":
                item.AllowOnly("type", "strip_left", "strip_right");
                return new StripNormalizer(item["strip_left"].Flag(), item["strip_right"].Flag());
            case "Prepend":
                item.AllowOnly("type", "prepend");
                return new PrependNormalizer(item["prepend"].Text());
            case "Replace":
                item.AllowOnly("type", "pattern", "content");
                return new ReplaceNormalizer(ComponentReader.Pattern(item["pattern"]), item["content"].Text());
            case "BertNormalizer": return Bert(item);
            case "Precompiled":
                item.AllowOnly("type", "precompiled_charsmap");
                return Precompiled(item["precompiled_charsmap"]);
            default:
                throw ComponentReader.Unsupported(item, "normalizer",
                    "NFC, NFD, NFKC, NFKD, Lowercase, StripAccents, Strip, Replace, Prepend, Nmt, Precompiled, BertNormalizer, ByteLevel or Sequence");
        }
    }

    private static Normalizer Plain(JsonCursor item, Normalizer normalizer)
    {
        item.AllowOnly("type");
        return normalizer;
    }

    private static BertNormalizer Bert(JsonCursor item)
    {
        item.AllowOnly("type", "clean_text", "handle_chinese_chars", "strip_accents", "lowercase");
        bool lowercase = item["lowercase"].Flag(true);
        return new BertNormalizer(item["clean_text"].Flag(true), item["handle_chinese_chars"].Flag(true), item["strip_accents"].Flag(lowercase), lowercase);
    }

    private static PrecompiledNormalizer? Precompiled(JsonCursor map)
    {
        if (map.IsNull) return null;
        string text = map.Text();
        if (text.Length == 0) return null;
        byte[] bytes = new byte[text.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64String(text, bytes, out int count)) throw map.Fail("base64", "other characters");
        try
        {
            return new PrecompiledNormalizer(new PrecompiledCharsMap(bytes.AsSpan(0, count)));
        }
        catch (ArgumentException e)
        {
            throw map.Fail("a compiled character map", e.Message);
        }
    }
}
