using Hone.Models;
using Hone.Tensors;
using Hone.Tokenizers;
using Hone.Training.Configuration;

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

    /// <summary>The adapter that is trained, its slot being <see cref="AdapterSlot"/>; null when the weights are.</summary>
    public LoraAdapter? Adapter => Model.Adapters[AdapterSlot];

    /// <summary>The slot that samples, scores and is trained; 0, the base itself, without an adapter.</summary>
    public int AdapterSlot { get; private set; }

    /// <summary>What config.json says.</summary>
    public HuggingFaceConfig Config { get; }

    /// <summary>Text to ids.</summary>
    public Tokenizer Tokenizer { get; }

    /// <summary>The tokenizer's configuration, with its chat template; null for a model made here.</summary>
    public TokenizerConfig? TokenizerConfig { get; init; }

    /// <summary>Ids that end a text: those of the configuration and the tokenizer's own.</summary>
    public IReadOnlyList<int> StopTokenIds =>
        [.. Model.Config.EosTokenIds.Concat(Tokenizer.EosId is { } id ? [id] : Array.Empty<int>()).Distinct()];

    /// <summary>Opens what a run trains: a model directory, or an adapter of one; from its checkpoint where it goes on.</summary>
    /// <param name="path">The model directory.</param>
    /// <param name="lora">The adapter to train; null trains the weights.</param>
    /// <param name="resumePath">The checkpoint to go on from; null begins.</param>
    /// <param name="seed">Of a new adapter's draws.</param>
    /// <param name="backend">Where it is to live.</param>
    /// <exception cref="RecipeException">The adapter does not fit the model, or the checkpoint's is another one.</exception>
    /// <inheritdoc cref="Open(string, Backend)" path="/exception"/>
    internal static TrainedModel Open(string path, LoraConfig? lora, string? resumePath, int seed, Backend backend)
    {
        if (lora is null)
            return Open(resumePath ?? path, backend);
        if (resumePath is not null)
        {
            LoraConfig saved = PeftDirectory.ReadConfig(resumePath);
            if (Settings(saved) != Settings(lora))
                throw new RecipeException($"{resumePath}: holds an adapter with {Settings(saved)}, the recipe has {Settings(lora)}; resume with the recipe that made it, or choose another output_dir");
            return OpenAdapted(path, resumePath, backend);
        }
        TrainedModel trained = Open(path, backend);
        try
        {
            trained.Train(LoraAdapter.Create(trained.Model, trained.Config, lora with { BaseModel = path }, (ulong)seed));
            return trained;
        }
        catch (ArgumentException e)
        {
            trained.Dispose();
            throw new RecipeException(e.Message.Split(" (Parameter")[0], e);
        }
    }

    /// <summary>Opens a model directory with an adapter.</summary>
    /// <param name="path">The model directory.</param>
    /// <param name="adapterPath">The adapter directory.</param>
    /// <param name="backend">Where it is to live.</param>
    /// <inheritdoc cref="Open(string, Backend)" path="/exception"/>
    public static TrainedModel OpenAdapted(string path, string adapterPath, Backend backend)
    {
        TrainedModel trained = Open(path, backend);
        try
        {
            trained.Train(PeftDirectory.Load(adapterPath, trained.Model, trained.Config));
            return trained;
        }
        catch
        {
            trained.Dispose();
            throw;
        }
    }

    // The base is frozen: no gradient of its weights is computed.
    private void Train(LoraAdapter adapter)
    {
        AdapterSlot = Model.Adapters.Add(adapter);
        foreach (Parameter parameter in Model.Parameters)
            parameter.IsTrainable = false;
    }

    private static string Settings(LoraConfig lora) => FormattableString.Invariant(
        $"r {lora.Rank}, alpha {lora.Alpha:R}, target_modules {lora.TargetPattern ?? string.Join(", ", lora.TargetModules)}, modules_to_save [{string.Join(", ", lora.ModulesToSave)}], use_rslora {lora.UseRsLora}, use_dora {lora.UseDora}");

    /// <summary>Says how much of the model an adapter is; nothing without one.</summary>
    internal void SayWhatIsTrained(RunContext context)
    {
        if (Adapter is not { } adapter)
            return;
        long all = Model.Parameters.Sum(parameter => parameter.Shape.ElementCount);
        context.Say(FormattableString.Invariant($"training an adapter of {adapter.ElementCount} parameters, {100.0 * adapter.ElementCount / all:0.00} % of the model's {all}"));
    }

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

    /// <summary>Writes a model directory that opens here and elsewhere, or the adapter's directory where one is trained; whole or not at all.</summary>
    /// <param name="directory">Made, or replaced if it is a directory of that kind.</param>
    /// <param name="writeOthers">Writes further files into it; null writes none.</param>
    public void Save(string directory, Action<string>? writeOthers = null)
    {
        var metadata = new Dictionary<string, string> { ["hone_contract"] = Model.Backend.ContractId };
        void WriteOthers(string target)
        {
            _writeTokenizer(target);
            writeOthers?.Invoke(target);
        }
        if (Adapter is { } adapter)
            PeftDirectory.Save(directory, adapter, Model.Backend, WriteOthers, metadata);
        else
            ModelSaver.Save(directory, Config, Model.Backend, Model.Parameters, new ModelSaveOptions { Metadata = metadata, WriteOthers = WriteOthers });
    }

    /// <summary>Gives the model's memory back.</summary>
    public void Dispose() => Model.Dispose();
}
