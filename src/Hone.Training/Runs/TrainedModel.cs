using Hone.Models;
using Hone.Tensors;
using Hone.Tokenizers;

namespace Hone.Training.Runs;

/// <summary>A model with its tokenizer and how both are written, open for training. The holder disposes it.</summary>
public sealed class TrainedModel : IDisposable
{
    private readonly Action<string> _writeTokenizer;

    /// <summary>A model made here, with a tokenizer that is written by <paramref name="writeTokenizer"/>.</summary>
    /// <param name="model">Owned from now on.</param>
    /// <param name="config">What config.json says.</param>
    /// <param name="tokenizer">Text to ids.</param>
    /// <param name="writeTokenizer">Writes the tokenizer's files into a directory.</param>
    public TrainedModel(Transformer model, HuggingFaceConfig config, Tokenizer tokenizer, Action<string> writeTokenizer)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(writeTokenizer);
        (Model, Config, Tokenizer, _writeTokenizer) = (model, config, tokenizer, writeTokenizer);
    }

    /// <summary>The model.</summary>
    public Transformer Model { get; }

    /// <summary>What config.json says.</summary>
    public HuggingFaceConfig Config { get; }

    /// <summary>Text to ids.</summary>
    public Tokenizer Tokenizer { get; }

    /// <summary>The tokenizer's configuration, with its chat template; null for a model made here.</summary>
    public TokenizerConfig? TokenizerConfig { get; init; }

    /// <summary>Ids that end a text: those of the configuration and the tokenizer's own.</summary>
    public IReadOnlyList<int> StopTokenIds =>
        [.. Model.Config.EosTokenIds.Concat(Tokenizer.EosId is { } id ? [id] : Array.Empty<int>()).Distinct()];

    /// <summary>Opens a model directory with its tokenizer.</summary>
    /// <exception cref="CheckpointFormatException">The model's files are missing, broken or not supported.</exception>
    /// <exception cref="TokenizerFormatException">The tokenizer's are.</exception>
    /// <exception cref="ArgumentException">The tokenizer has ids that the model has not.</exception>
    public static TrainedModel Open(string path, Backend backend)
    {
        ModelDirectory modelDirectory = ModelDirectory.Open(path);
        string tokenizerFile = modelDirectory.Require(ModelDirectory.TokenizerFileName);
        HuggingFaceConfig config = modelDirectory.Config;
        Transformer model = ModelLoader.Load(modelDirectory, backend);
        try
        {
            // Copied as bytes: a tokenizer that training does not change is written as it was read. They are held here
            // because a run may replace the directory that it started from.
            var files = new List<(string Name, byte[] Bytes)>();
            foreach (string name in new[] { "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "chat_template.jinja", "chat_template.json" })
            {
                string file = Path.Combine(Path.GetDirectoryName(tokenizerFile)!, name);
                if (File.Exists(file))
                    files.Add((name, File.ReadAllBytes(file)));
            }
            (Tokenizer tokenizer, TokenizerConfig settings) = TokenizerDirectory.Load(path);
            if (tokenizer.VocabularySize > config.Model.VocabularySize)
                throw new ArgumentException($"{path}: the tokenizer has ids up to {tokenizer.VocabularySize - 1}, the model a vocabulary of {config.Model.VocabularySize}.");
            return new TrainedModel(model, config, tokenizer, directory =>
            {
                foreach ((string name, byte[] bytes) in files)
                    File.WriteAllBytes(Path.Combine(directory, name), bytes);
            })
            {
                TokenizerConfig = settings,
            };
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Writes a model directory that opens here and elsewhere; whole or not at all.</summary>
    /// <param name="directory">Made, or replaced if it is a model directory.</param>
    /// <param name="writeOthers">Writes further files into it; null writes none.</param>
    public void Save(string directory, Action<string>? writeOthers = null) =>
        ModelSaver.Save(directory, Config, Model.Backend, Model.Parameters, new ModelSaveOptions
        {
            Metadata = new Dictionary<string, string> { ["hone_contract"] = Model.Backend.ContractId },
            WriteOthers = target =>
            {
                _writeTokenizer(target);
                writeOthers?.Invoke(target);
            },
        });

    /// <summary>Gives the model's memory back.</summary>
    public void Dispose() => Model.Dispose();
}
