using Hone.Models;
using Hone.Tensors;
using Hone.Tokenizers;

namespace Hone.Inference;

/// <summary>
/// A model with its tokenizer, opened from whatever form it has: a directory as the Hugging Face hub lays it out, or a GGUF file,
/// which holds both. Owns the model.
/// </summary>
public sealed class ModelBundle : IDisposable
{
    private static readonly string[] TokenizerFiles =
        [ModelDirectory.TokenizerFileName, "tokenizer_config.json", "special_tokens_map.json", "chat_template.jinja", "chat_template.json"];

    private readonly Action<string> _writeTokenizer;

    private ModelBundle(ModelFiles files, Transformer model, Tokenizer tokenizer, TokenizerConfig settings, Action<string> writeTokenizer) =>
        (Files, Model, Tokenizer, TokenizerConfig, _writeTokenizer) = (files, model, tokenizer, settings, writeTokenizer);

    /// <summary>The files that it was opened from.</summary>
    public ModelFiles Files { get; }

    /// <summary>The model.</summary>
    public Transformer Model { get; }

    /// <summary>What a config.json says, or would say.</summary>
    public HuggingFaceConfig Config => Files.Config;

    /// <summary>Text to ids.</summary>
    public Tokenizer Tokenizer { get; }

    /// <summary>The tokenizer's configuration, with its chat template.</summary>
    public TokenizerConfig TokenizerConfig { get; }

    /// <summary>generation_config.json; null if there is none.</summary>
    public GenerationConfig? Generation { get; private init; }

    /// <summary>Ids that end a text: those of the configurations, the tokenizer's own, and ends of turns that a GGUF file knows. Ascending.</summary>
    public IReadOnlyList<int> StopTokenIds { get; private init; } = [];

    /// <summary>Opens a model with its tokenizer.</summary>
    /// <param name="path">A model directory or a GGUF file.</param>
    /// <param name="backend">Where the model is to live.</param>
    /// <param name="options">As what its weights are held; null is float32.</param>
    /// <exception cref="CheckpointFormatException">The model's files are missing, broken or not supported.</exception>
    /// <exception cref="TokenizerFormatException">The tokenizer's are.</exception>
    /// <exception cref="ArgumentException">The tokenizer has ids that the model has not.</exception>
    public static ModelBundle Open(string path, Backend backend, ModelOpenOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new ModelOpenOptions();
        // Of a small model the tokenizer takes as long as the weights: the two are read side by side. What is wrong with the model is said first.
        Task<(Tokenizer, TokenizerConfig, IEnumerable<int>)>? reading = IsGguf(path) ? Task.Run(() => ReadTokenizer(path)) : null;
        ModelFiles files = ModelFiles.Open(path);
        reading ??= Task.Run(() => ReadTokenizer(files.Directory!));
        Transformer model = ModelLoader.Load(files, backend, matrices: options.Matrices, quantize: options.Quantize);
        try
        {
            return Join(path, files, model, reading.GetAwaiter().GetResult());
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    private static ModelBundle Join(string path, ModelFiles files, Transformer model, (Tokenizer Tokenizer, TokenizerConfig Settings, IEnumerable<int> Ends) read)
    {
        (Tokenizer tokenizer, TokenizerConfig settings, IEnumerable<int> ends) = read;
        if (tokenizer.VocabularySize > files.Config.Model.VocabularySize)
            throw new ArgumentException($"{path}: the tokenizer has ids up to {tokenizer.VocabularySize - 1}, the model a vocabulary of {files.Config.Model.VocabularySize}.");
        GenerationConfig? generation = files.Directory?.GenerationConfigPath is { } file ? GenerationConfig.Read(file) : null;
        var stop = new SortedSet<int>(files.Config.Model.EosTokenIds.Concat(ends));
        if (generation is not null)
            stop.UnionWith(generation.EosTokenIds);
        if (tokenizer.EosId is { } end)
            stop.Add(end);
        Action<string> write = files.Directory is { } directory ? CopyOf(directory) : target => TokenizerDirectory.Save(tokenizer, settings, target);
        return new ModelBundle(files, model, tokenizer, settings, write) { Generation = generation, StopTokenIds = [.. stop] };
    }

    /// <summary>The tokenizer of a model, without its weights; of a GGUF file whatever its architecture.</summary>
    /// <param name="path">A model directory or a GGUF file.</param>
    /// <exception cref="CheckpointFormatException">The model is missing, broken or not supported.</exception>
    /// <exception cref="TokenizerFormatException">The tokenizer is.</exception>
    public static (Tokenizer Tokenizer, TokenizerConfig Config) OpenTokenizer(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!IsGguf(path))
            return TokenizerDirectory.Load(path);
        (Tokenizer tokenizer, TokenizerConfig config, _) = ReadTokenizer(path);
        return (tokenizer, config);
    }

    /// <summary>Writes the tokenizer's files as they were read, or as a Hugging Face directory has them where it came from a GGUF file.</summary>
    /// <param name="directory">An existing directory.</param>
    public void WriteTokenizer(string directory) => _writeTokenizer(directory);

    /// <summary>Gives the model's memory back.</summary>
    public void Dispose() => Model.Dispose();

    private static bool IsGguf(string path) => GgufFile.IsGguf(path) && !Directory.Exists(path);

    private static (Tokenizer, TokenizerConfig, IEnumerable<int>) ReadTokenizer(ModelDirectory directory)
    {
        directory.Require(ModelDirectory.TokenizerFileName);
        (Tokenizer tokenizer, TokenizerConfig settings) = TokenizerDirectory.Load(directory.Path);
        return (tokenizer, settings, []);
    }

    private static (Tokenizer, TokenizerConfig, IEnumerable<int>) ReadTokenizer(string gguf)
    {
        using GgufFile file = GgufFile.Open(gguf);
        GgufVocabulary vocabulary = GgufVocabulary.FromMetadata(Plain(file.Metadata), gguf);
        (Tokenizer tokenizer, TokenizerConfig config) = GgufTokenizer.Read(vocabulary, gguf);
        return (tokenizer, config, vocabulary.StopIds);
    }

    private static Dictionary<string, object> Plain(GgufMetadata metadata)
    {
        var plain = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach ((string key, GgufValue value) in metadata)
        {
            object? given = value.Text ?? (object?)value.Bool ?? value.Texts ?? (object?)value.ToIntegers() ?? value.ToNumbers();
            if (given is null && value.TryGetInteger(out long integer))
                given = integer;
            if (given is null && value.TryGetNumber(out double number))
                given = number;
            if (given is not null)
                plain.Add(key, given);
        }
        return plain;
    }

    // Bytes are held because a run may replace the directory that it started from.
    private static Action<string> CopyOf(ModelDirectory directory)
    {
        (string Name, byte[] Bytes)[] files =
            [.. TokenizerFiles.Where(name => File.Exists(Path.Combine(directory.Path, name))).Select(name => (name, File.ReadAllBytes(Path.Combine(directory.Path, name))))];
        return target =>
        {
            foreach ((string name, byte[] bytes) in files)
                File.WriteAllBytes(Path.Combine(target, name), bytes);
        };
    }
}
