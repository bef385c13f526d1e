using System.Text.Json;

namespace Hone.Models;

/// <summary>
/// What makes a model a model of sentence embeddings, as a sentence-transformers directory says it: modules.json lists
/// Transformer, Pooling and perhaps Normalize, each with its own files.
/// </summary>
/// <param name="Pooling">How the states of a text become one vector.</param>
/// <param name="Normalize">Whether the vector is divided by its length.</param>
/// <param name="MaximumLength">Longest text in tokens, framing tokens included; a longer one is cut. At least 1.</param>
/// <param name="Prompt">Text put before every text; empty for most models.</param>
public sealed record EmbeddingConfig(PoolingMode Pooling, bool Normalize, int MaximumLength, string Prompt = "")
{
    private const int LargestFile = 1 << 20;
    private const string ModulesFile = "modules.json", PromptFile = "config_sentence_transformers.json";

    // In the order of sentence-transformers; those that are false or absent mean nothing.
    private static readonly (string Key, PoolingMode? Mode)[] Modes =
    [
        ("pooling_mode_cls_token", PoolingMode.Cls), ("pooling_mode_mean_tokens", PoolingMode.Mean), ("pooling_mode_lasttoken", PoolingMode.LastToken),
        ("pooling_mode_max_tokens", null), ("pooling_mode_mean_sqrt_len_tokens", null), ("pooling_mode_weightedmean_tokens", null),
    ];

    /// <summary>
    /// Reads a directory. Without a modules.json an encoder takes the mean, as sentence-transformers does, a causal model
    /// its last token, both without normalization.
    /// </summary>
    /// <param name="directory">An open model directory.</param>
    /// <exception cref="CheckpointFormatException">A file is not valid, or asks for a module or pooling that is not supported.</exception>
    public static EmbeddingConfig Read(ModelDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        TransformerConfig model = directory.Config.Model;
        string modules = Path.Combine(directory.Path, ModulesFile);
        PoolingMode pooling = model.HasHead ? PoolingMode.LastToken : PoolingMode.Mean;
        bool normalize = false;
        if (File.Exists(modules))
            (pooling, normalize) = ReadModules(directory.Path, modules, model.Width);
        return new EmbeddingConfig(pooling, normalize, ReadLength(directory.Path, model.ContextLength), ReadPrompt(directory.Path));
    }

    private static (PoolingMode Pooling, bool Normalize) ReadModules(string directory, string file, int width)
    {
        // The file is a list; an object is what the reader of all other files takes.
        byte[] list = ReadBounded(file);
        using JsonDocument document = JsonFile.Parse((byte[])[.. "{\"modules\":"u8, .. list, .. "}"u8], file);
        JsonElement modules = document.RootElement.GetProperty("modules");
        if (modules.ValueKind != JsonValueKind.Array)
            throw CheckpointErrors.File(file, "is not a list of modules");
        PoolingMode? pooling = null;
        bool normalize = false;
        foreach (JsonElement module in modules.EnumerateArray())
        {
            if (module.ValueKind != JsonValueKind.Object || !module.TryGetProperty("type", out JsonElement type))
                throw CheckpointErrors.File(file, "has a module without a type");
            string path = module.TryGetProperty("path", out JsonElement found) ? JsonFile.Text(file, "path", found) : "";
            string name = JsonFile.Text(file, "type", type);
            switch (name[(name.LastIndexOf('.') + 1)..])
            {
                case "Transformer" when path.Length == 0:
                    break;
                case "Transformer":
                    throw CheckpointErrors.Setting(file, "path", "places the transformer in a folder of its own", got: path, hint: "Copy config.json, the weights and the tokenizer beside modules.json.");
                case "Pooling" when pooling is null:
                    pooling = ReadPooling(Inside(directory, path, file), width);
                    break;
                case "Normalize":
                    normalize = true;
                    break;
                default:
                    throw CheckpointErrors.Setting(file, "type", "is not supported", expected: "Transformer, one Pooling, Normalize", got: name);
            }
        }
        return (pooling ?? throw CheckpointErrors.File(file, "has no Pooling module"), normalize);
    }

    private static PoolingMode ReadPooling(string file, int width)
    {
        if (!File.Exists(file))
            throw CheckpointErrors.File(file, "is missing", hint: "Fetch all files of the model.");
        using JsonDocument document = JsonFile.Parse(ReadBounded(file), file);
        JsonElement root = document.RootElement;
        if (root.TryGetProperty("word_embedding_dimension", out JsonElement dimension) && (dimension.ValueKind != JsonValueKind.Number || !dimension.TryGetInt32(out int read) || read != width))
            throw CheckpointErrors.Setting(file, "word_embedding_dimension", "is not the model's width", expected: $"{width}", got: dimension.GetRawText());
        var chosen = new List<(string Key, PoolingMode? Mode)>();
        foreach ((string key, PoolingMode? mode) in Modes)
        {
            if (Flag(root, key, file))
                chosen.Add((key, mode));
        }
        if (chosen.Count != 1)
            throw CheckpointErrors.File(file, "does not choose one pooling", expected: "one pooling_mode that is true", got: $"{chosen.Count}");
        if (root.TryGetProperty("include_prompt", out _) && !Flag(root, "include_prompt", file))
            throw CheckpointErrors.Setting(file, "include_prompt", "is not supported", expected: "true", got: "false");
        return chosen[0].Mode ?? throw CheckpointErrors.Setting(file, chosen[0].Key, "is not supported", expected: "the mean, the first token or the last token");
    }

    private static int ReadLength(string directory, int context)
    {
        string file = Path.Combine(directory, "sentence_bert_config.json");
        if (!File.Exists(file))
            return context;
        using JsonDocument document = JsonFile.Parse(ReadBounded(file), file);
        if (Flag(document.RootElement, "do_lower_case", file))
            throw CheckpointErrors.Setting(file, "do_lower_case", "is not supported", expected: "false", got: "true", hint: "A tokenizer that lowercases does so by its own normalizer.");
        if (!document.RootElement.TryGetProperty("max_seq_length", out JsonElement length) || length.ValueKind == JsonValueKind.Null)
            return context;
        if (length.ValueKind != JsonValueKind.Number || !length.TryGetInt32(out int tokens) || tokens < 1)
            throw CheckpointErrors.Setting(file, "max_seq_length", "is no number of tokens", got: length.GetRawText());
        return Math.Min(tokens, context);
    }

    private static string ReadPrompt(string directory)
    {
        string file = Path.Combine(directory, PromptFile);
        if (!File.Exists(file))
            return "";
        using JsonDocument document = JsonFile.Parse(ReadBounded(file), file);
        if (!document.RootElement.TryGetProperty("default_prompt_name", out JsonElement name) || name.ValueKind == JsonValueKind.Null)
            return "";
        string wanted = JsonFile.Text(file, "default_prompt_name", name);
        if (!document.RootElement.TryGetProperty("prompts", out JsonElement prompts) || prompts.ValueKind != JsonValueKind.Object || !prompts.TryGetProperty(wanted, out JsonElement prompt))
            throw CheckpointErrors.Setting(file, "default_prompt_name", "is none of the prompts", got: wanted);
        return JsonFile.Text(file, "prompts", prompt);
    }

    private static bool Flag(JsonElement root, string key, string file)
    {
        if (!root.TryGetProperty(key, out JsonElement value))
            return false;
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False or JsonValueKind.Null => false,
            _ => throw CheckpointErrors.Setting(file, key, "is neither true nor false", got: value.GetRawText()),
        };
    }

    // A path from a file must not lead out of its directory.
    private static string Inside(string directory, string path, string file)
    {
        if (Path.IsPathRooted(path) || path.Split('/', '\\').Contains(".."))
            throw CheckpointErrors.Setting(file, "path", "leads out of the directory", got: path);
        return Path.Combine(directory, path, "config.json");
    }

    private static byte[] ReadBounded(string file)
    {
        long length = new FileInfo(file).Length;
        return length <= LargestFile ? File.ReadAllBytes(file) : throw CheckpointErrors.File(file, "is too large", expected: $"at most {LargestFile} bytes", got: $"{length}");
    }
}
