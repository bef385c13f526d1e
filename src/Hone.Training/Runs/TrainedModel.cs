using Hone.Evaluation.Running;
using Hone.Evaluation.Tasks;
using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.Tokenizers;
using Hone.Training.Configuration;

namespace Hone.Training.Runs;

/// <summary>A model with its tokenizer and how both are written, open for training. The holder disposes it.</summary>
public sealed class TrainedModel : IDisposable
{
    private readonly Action<string> _writeTokenizer;
    private readonly IReadOnlyList<int> _stopTokenIds = [];
    private AdapterBase? _base;

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

    private TrainedModel(Transformer model, HuggingFaceConfig config, Tokenizer tokenizer, Action<string> writeTokenizer, IReadOnlyList<int> stopTokenIds)
        : this(model, config, tokenizer, writeTokenizer) => _stopTokenIds = stopTokenIds;

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

    /// <summary>Ids that end a text: those of the configurations and the tokenizer's own.</summary>
    public IReadOnlyList<int> StopTokenIds =>
        [.. Model.Config.EosTokenIds.Concat(Tokenizer.EosId is { } id ? [id] : Array.Empty<int>()).Concat(_stopTokenIds).Distinct()];

    /// <summary>A task's prompts as this model reads them.</summary>
    /// <exception cref="RecipeException">They are to go through a chat template that the model has not, or that refuses them.</exception>
    internal PromptEncoder PromptsOf(EvalTask task, RlConfig config)
    {
        try
        {
            return PromptEncoder.For(Tokenizer, TokenizerConfig, task, config.ApplyChatTemplate, config.SystemPrompt);
        }
        catch (TemplateException e)
        {
            throw new RecipeException($"the prompts of task {task.Name} are user turns and {e.Message}; take an instruction-tuned model, or write apply_chat_template: false", e);
        }
    }

    /// <summary>Opens what a run trains: a model, or an adapter of one; from its checkpoint where it goes on.</summary>
    /// <param name="path">The model.</param>
    /// <param name="lora">The adapter to train; null trains the weights.</param>
    /// <param name="quantize">As what the base of an adapter is held.</param>
    /// <param name="resumePath">The checkpoint to go on from; null begins.</param>
    /// <param name="seed">Of a new adapter's draws.</param>
    /// <param name="backend">Where it is to live.</param>
    /// <exception cref="RecipeException">The adapter does not fit the model, or the checkpoint's is another one or of another base.</exception>
    /// <inheritdoc cref="Open(string, Backend, ModelOpenOptions?)" path="/exception"/>
    internal static TrainedModel Open(string path, LoraConfig? lora, QuantizeConfig quantize, string? resumePath, int seed, Backend backend)
    {
        if (lora is null)
            return Open(resumePath ?? path, backend);
        ModelOpenOptions options = quantize.OptionsFor(path);
        if (resumePath is not null)
        {
            LoraConfig saved = PeftDirectory.ReadConfig(resumePath);
            if (Settings(saved) != Settings(lora))
                throw new RecipeException($"{resumePath}: holds an adapter with {Settings(saved)}, the recipe has {Settings(lora)}; resume with the recipe that made it, or choose another output_dir");
            return OpenAdapted(path, resumePath, backend, options);
        }
        TrainedModel trained = OpenBase(path, backend, options);
        try
        {
            trained.Train(LoraAdapter.Create(trained.Model, trained.Config, lora with { BaseModel = path }, (ulong)seed), BaseOf(path, options));
            return trained;
        }
        catch (ArgumentException e)
        {
            trained.Dispose();
            throw new RecipeException(e.Message.Split(" (Parameter")[0], e);
        }
    }

    /// <summary>As <see cref="Open(string, Backend, ModelOpenOptions?)"/>, for a recipe.</summary>
    /// <exception cref="RecipeException">The rows of a matrix are no whole blocks of the format to quantize to.</exception>
    internal static TrainedModel OpenBase(string path, Backend backend, ModelOpenOptions? options)
    {
        try
        {
            return Open(path, backend, options);
        }
        catch (ArgumentException e) when (options?.Quantize is not null)
        {
            throw new RecipeException($"quantize: {e.Message.Split(" (Parameter")[0]}", e);
        }
    }

    /// <summary>Opens a model with an adapter.</summary>
    /// <param name="path">The model.</param>
    /// <param name="adapterPath">The adapter directory.</param>
    /// <param name="backend">Where it is to live.</param>
    /// <param name="options">As what the base is held; null is as the adapter says, else float32.</param>
    /// <exception cref="RecipeException">The adapter was trained over another base.</exception>
    /// <inheritdoc cref="Open(string, Backend, ModelOpenOptions?)" path="/exception"/>
    public static TrainedModel OpenAdapted(string path, string adapterPath, Backend backend, ModelOpenOptions? options = null)
    {
        AdapterBase? made = AdapterBase.Read(adapterPath);
        options ??= made is null ? new ModelOpenOptions() : new ModelOpenOptions { Quantize = made.Quantize, Matrices = made.KeepsBlocks ? WeightDType.Auto : WeightDType.Float32 };
        AdapterBase own = BaseOf(path, options);
        if (made is not null && own.DifferenceFrom(made) is { } difference)
            throw new RecipeException($"{adapterPath}: {difference}");
        TrainedModel trained = Open(path, backend, options);
        try
        {
            trained.Train(PeftDirectory.Load(adapterPath, trained.Model, trained.Config), own);
            return trained;
        }
        catch
        {
            trained.Dispose();
            throw;
        }
    }

    private static AdapterBase BaseOf(string path, ModelOpenOptions options) => AdapterBase.Of(path, options.Quantize, options.Matrices == WeightDType.Auto);

    // The base is frozen: no gradient of its weights is computed.
    private void Train(LoraAdapter adapter, AdapterBase over)
    {
        _base = over;
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

    /// <summary>Opens a model with its tokenizer.</summary>
    /// <param name="path">A model directory or a GGUF file.</param>
    /// <param name="backend">Where it is to live.</param>
    /// <param name="options">As what its weights are held; null is float32, which can be trained.</param>
    /// <exception cref="CheckpointFormatException">The model's files are missing, broken or not supported.</exception>
    /// <exception cref="TokenizerFormatException">The tokenizer's are.</exception>
    /// <exception cref="ArgumentException">The tokenizer has ids that the model has not.</exception>
    public static TrainedModel Open(string path, Backend backend, ModelOpenOptions? options = null)
    {
        ModelBundle bundle = ModelBundle.Open(path, backend, options);
        return new TrainedModel(bundle.Model, bundle.Config, bundle.Tokenizer, bundle.WriteTokenizer, bundle.StopTokenIds) { TokenizerConfig = bundle.TokenizerConfig };
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
            _base?.Write(target);
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
