namespace Hone.Tokenizers;

/// <summary>Reads the <c>decoder</c> of a tokenizer.json; nested sequences are flattened.</summary>
internal sealed class DecoderReader(ComponentReader components)
{
    private const int MaxStrip = 1 << 16;
    private readonly List<Func<TokenDecoder>> _steps = [];

    /// <summary>Returns what makes the steps of a stream.</summary>
    public Func<TokenDecoder[]> Read(JsonCursor item)
    {
        if (item.IsNull) _steps.Add(static () => new JoinDecoder());
        else Collect(item);
        Func<TokenDecoder>[] steps = [.. _steps];
        return () => Array.ConvertAll(steps, static make => make());
    }

    private void Collect(JsonCursor item)
    {
        switch (components.TypeOf(item))
        {
            case "Sequence":
                item.AllowOnly("type", "decoders");
                foreach (JsonCursor part in item["decoders"].Items()) Collect(part);
                return;
            case "ByteLevel":
                item.AllowOnly("type", "add_prefix_space", "trim_offsets", "use_regex");
                _steps.Add(static () => new ByteLevelDecoder());
                return;
            case "ByteFallback":
                item.AllowOnly("type");
                _steps.Add(static () => new ByteFallbackDecoder());
                return;
            case "Fuse":
                item.AllowOnly("type");
                _steps.Add(static () => new FuseDecoder());
                return;
            case "Replace":
                item.AllowOnly("type", "pattern", "content");
                IPatternMatcher matcher = ComponentReader.Pattern(item["pattern"]);
                string content = item["content"].Text();
                _steps.Add(() => new ReplaceDecoder(matcher, content));
                return;
            case "Strip":
                item.AllowOnly("type", "content", "start", "stop");
                (string stripped, int start, int stop) = (ComponentReader.Character(item["content"]), Strip(item["start"]), Strip(item["stop"]));
                _steps.Add(() => new StripDecoder(stripped, start, stop));
                return;
            case "Metaspace":
                item.AllowOnly("type", "replacement", "add_prefix_space", "prepend_scheme", "split", "str_rep");
                (string mark, bool drop) = (ComponentReader.Character(item["replacement"]), ComponentReader.Prepend(item) != MetaspacePrepend.Never);
                _steps.Add(() => new MetaspaceDecoder(mark, drop));
                return;
            case "WordPiece":
                item.AllowOnly("type", "prefix", "cleanup");
                (string prefix, bool cleanUp) = (item["prefix"].Text(), item["cleanup"].Flag());
                _steps.Add(() => new WordPieceDecoder(prefix, cleanUp));
                return;
            case "BPEDecoder":
                item.AllowOnly("type", "suffix");
                string suffix = item["suffix"].Text();
                if (suffix.Length == 0) throw item["suffix"].Fail("a suffix", "an empty string");
                _steps.Add(() => new BpeSuffixDecoder(suffix));
                return;
            case "CTC":
                item.AllowOnly("type", "pad_token", "word_delimiter_token", "cleanup");
                (string pad, string delimiter, bool cleans) = (item["pad_token"].Text(), item["word_delimiter_token"].Text(), item["cleanup"].Flag());
                _steps.Add(() => new CtcDecoder(pad, delimiter, cleans));
                return;
            default:
                throw ComponentReader.Unsupported(item, "decoder", "ByteLevel, ByteFallback, Fuse, Replace, Strip, Metaspace, WordPiece, BPEDecoder, CTC or Sequence");
        }
    }

    private static int Strip(JsonCursor count)
    {
        int value = count.Id();
        return value <= MaxStrip ? value : throw count.Fail($"at most {MaxStrip}");
    }
}
