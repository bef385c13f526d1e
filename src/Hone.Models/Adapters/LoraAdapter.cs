using Hone.Tensors;

namespace Hone.Models;

/// <summary>The parameters of one adapter of a model: low-rank factors, magnitudes, and modules of which it has a whole copy. Owns them.</summary>
public sealed class LoraAdapter : IDisposable
{
    private readonly IReadOnlyList<LoraModule> _modules;
    private readonly WeightNameMap _names;
    private readonly Parameter[] _kept;

    internal LoraAdapter(LoraConfig config, IReadOnlyList<LoraModule> modules, WeightNameMap names, IEnumerable<Parameter> kept)
    {
        Config = config;
        _modules = modules;
        _names = names;
        _kept = [.. kept];
        Parameters = [.. modules.SelectMany(module => module.Parameters)];
    }

    /// <summary>What it changes and how.</summary>
    public LoraConfig Config { get; }

    /// <summary>Its trained parameters, in the order of the model.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Number of trained elements.</summary>
    public long ElementCount => Parameters.Sum(parameter => parameter.Shape.ElementCount);

    /// <summary>Names of the modules that it changes, as in checkpoints of the family.</summary>
    public IReadOnlyList<string> ModuleNames => [.. _modules.Select(module => module.Name)];

    /// <summary>Raised by every change of its parameters.</summary>
    public long Version
    {
        get
        {
            long version = 0;
            for (int i = 0; i < Parameters.Count; i++)
                version += Parameters[i].Version;
            return version;
        }
    }

    /// <summary>The places that it changes.</summary>
    internal IEnumerable<AdapterSite> Sites => _modules.SelectMany(module => module.Parts).Select(part => part.Site);

    internal IReadOnlyList<LoraModule> Modules => _modules;

    /// <summary>A new adapter: A uniform in +-1 / sqrt K as PEFT draws it (the draws are ours), B 0, magnitudes the norms of the base's rows, copies equal to the base. It changes nothing yet.</summary>
    /// <param name="model">Whose modules it changes.</param>
    /// <param name="config">The model's configuration, which names the modules.</param>
    /// <param name="lora">What it changes and how.</param>
    /// <param name="seed">Of the draws, with each parameter's name.</param>
    /// <exception cref="ArgumentException">A named module is not there, or a setting cannot be trained.</exception>
    public static LoraAdapter Create(Transformer model, HuggingFaceConfig config, LoraConfig lora, ulong seed) =>
        LoraBuilder.Create(model, config, lora, seed);

    /// <summary>Its tensors as PEFT names and lays them out, sorted by name.</summary>
    /// <param name="read">Values of one parameter: its own, or its gradient.</param>
    /// <param name="withBase">Whether copies of the base's embeddings that belong to the file are among them.</param>
    public IReadOnlyList<FileTensor> FileTensors(Func<Parameter, float[]> read, bool withBase = true)
    {
        ArgumentNullException.ThrowIfNull(read);
        List<FileTensor> tensors = [.. Models.FileTensors.Of(_names, Parameters, read)];
        foreach (LoraModule module in withBase ? _modules.Where(module => module.HasBase) : [])
        {
            Parameter weight = module.Parts[0].Weight ?? module.Parts[0].Site.Weight;
            tensors.Add(new FileTensor(LoraNames.Base(module.Name), [weight.Shape[0], weight.Shape[1]], () => read(weight)));
        }
        return [.. tensors.OrderBy(tensor => tensor.Name, StringComparer.Ordinal)];
    }

    /// <summary>What a slot's places compute with.</summary>
    internal IEnumerable<(AdapterSite Site, AdaptedWeight Part)> MakeParts(Backend backend)
    {
        foreach (LoraModule module in _modules)
        {
            for (int i = 0; i < module.Parts.Count; i++)
            {
                LoraPart part = module.Parts[i];
                ParameterUse use = i switch { 0 => ParameterUse.Product, 1 => ParameterUse.SecondProduct, _ => ParameterUse.ThirdProduct };
                yield return (part.Site, new AdaptedWeight
                {
                    Replacement = part.Weight is null ? null : new PackedMatrix(backend, part.Weight),
                    ReplacementBias = part.Weight is null ? null : part.Bias ?? part.Site.Bias,
                    LowRank = module.A is null ? null : new LowRankFactors(backend, module.A, part.B!, module.Scale, part.Magnitude, use),
                });
            }
        }
    }

    /// <summary>Gives the parameters' memory back; the bank does that for the adapters it has.</summary>
    public void Dispose()
    {
        foreach (Parameter parameter in Parameters)
            parameter.Dispose();
        foreach (Parameter parameter in _kept)
            parameter.Dispose();
    }
}
