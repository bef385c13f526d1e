using System.Text.Json;
using Hone.Tensors;

namespace Hone.Models;

/// <summary>How config.json spells rotary parameters and the element type.</summary>
public enum ConfigSpelling : byte
{
    /// <summary>transformers 4: rope_theta, rope_scaling, torch_dtype. transformers 5 reads it too, so new files use it.</summary>
    Transformers4,

    /// <summary>transformers 5: rope_parameters, dtype.</summary>
    Transformers5,
}

/// <summary>
/// config.json of the Hugging Face hub for the families of <see cref="ModelFamilies"/>, in the spelling of transformers
/// 4 or 5. A setting that would change the result and is not supported is refused by name; every other key is kept and
/// written back as it was read. Immutable.
/// </summary>
public sealed class HuggingFaceConfig
{
    private readonly SortedDictionary<string, string> _raw;
    private readonly TransformerConfig? _readModel;
    private readonly bool? _hasPrefix;
    private WeightNameMap? _names;

    internal HuggingFaceConfig(
        ModelFamily family, TransformerConfig model, TransformerConfig? readModel, ConfigSpelling spelling, DType? storedType, SortedDictionary<string, string> raw, bool? hasPrefix = null)
    {
        _hasPrefix = hasPrefix;
        Family = family;
        Model = model;
        _readModel = readModel;
        Spelling = spelling;
        StoredType = storedType;
        _raw = raw;
    }

    /// <summary>The family that model_type names.</summary>
    public ModelFamily Family { get; }

    /// <summary>What is computed.</summary>
    public TransformerConfig Model { get; }

    /// <summary>How the file was written, and will be.</summary>
    public ConfigSpelling Spelling { get; }

    /// <summary>Element type that the file claims for the weights; null if it claims none or one of another kind. The weights file decides.</summary>
    public DType? StoredType { get; }

    /// <summary>Keys of the file as read, with their JSON; empty for a new one.</summary>
    public IReadOnlyDictionary<string, string> RawKeys => _raw;

    /// <summary>From the Transformer's names to those of the weights.</summary>
    public WeightNameMap Names => _names ??= Family.NamesOf(Model, _hasPrefix);

    /// <summary>Tensors that a checkpoint may repeat, repeated name to original: the output matrix of a tied model.</summary>
    public IReadOnlyDictionary<string, string> TiedNames => Model is { TieEmbeddings: true, HasHead: true }
        ? new Dictionary<string, string>(StringComparer.Ordinal) { ["lm_head.weight"] = Names.ToFile("model.embed_tokens.weight") }
        : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <exception cref="CheckpointFormatException">It is no valid config of a supported model.</exception>
    public static HuggingFaceConfig Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using JsonDocument document = JsonFile.Read(path, JsonFile.ConfigBytes);
        return HuggingFaceConfigReader.Read(document.RootElement, path);
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="utf8">UTF-8 JSON.</param>
    /// <param name="file">Name for messages; null for none.</param>
    /// <exception cref="CheckpointFormatException">They are no valid config of a supported model.</exception>
    public static HuggingFaceConfig Parse(ReadOnlyMemory<byte> utf8, string? file = null)
    {
        using JsonDocument document = JsonFile.Parse(utf8, file);
        return HuggingFaceConfigReader.Read(document.RootElement, file);
    }

    /// <summary>A new file for a model; the family is the one that can say all of it.</summary>
    /// <param name="model">A valid configuration.</param>
    /// <param name="spelling">How to write it.</param>
    /// <exception cref="ArgumentException">The configuration is not valid, or no family's config.json can say it.</exception>
    public static HuggingFaceConfig For(TransformerConfig model, ConfigSpelling spelling = ConfigSpelling.Transformers4)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Validate();
        ModelFamily usual = model.Layers[0].Attention.QkNorm ? ModelFamilies.Qwen3 : ModelFamilies.Llama;
        var made = new HuggingFaceConfig(usual, model, null, spelling, null, NoKeys());
        if (made.CannotSay() is not { } why)
            return made;
        foreach (ModelFamily family in ModelFamilies.All)
        {
            var other = new HuggingFaceConfig(family, model, null, spelling, null, NoKeys());
            if (family != usual && other.CannotSay() is null)
                return other;
        }
        throw new ArgumentException(why, nameof(model));
    }

    /// <summary>A new file of a family for a model.</summary>
    /// <param name="family">Which family's keys and names.</param>
    /// <param name="model">A valid configuration.</param>
    /// <param name="spelling">How to write it.</param>
    /// <exception cref="ArgumentException">The configuration is not valid, or the family's config.json cannot say it.</exception>
    public static HuggingFaceConfig For(ModelFamily family, TransformerConfig model, ConfigSpelling spelling = ConfigSpelling.Transformers4)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(model);
        model.Validate();
        return new HuggingFaceConfig(family, model, null, spelling, null, NoKeys()).RequireWritable();
    }

    /// <summary>The same file for a changed model: keys that the change touches are written anew, all others as read.</summary>
    /// <exception cref="ArgumentException">The configuration is not valid, or the family's config.json cannot say it.</exception>
    public HuggingFaceConfig WithModel(TransformerConfig model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Validate();
        return new HuggingFaceConfig(Family, model, _readModel, Spelling, StoredType, _raw, _hasPrefix).RequireWritable();
    }

    /// <summary>The same file beside weights of these names: whether they have the family's prefix, and whether a pooler is among them.</summary>
    internal HuggingFaceConfig FittedTo(IReadOnlyCollection<string> tensorNames)
    {
        if (Family.NamePrefix.Length == 0)
            return this;
        bool hasPrefix = tensorNames.Any(name => name.StartsWith(Family.NamePrefix, StringComparison.Ordinal));
        TransformerConfig model = Model;
        if (Family.HasSegments)
        {
            string pooler = (hasPrefix ? Family.NamePrefix : "") + "pooler.dense.weight";
            model = model with { Pooler = tensorNames.Contains(pooler) };
        }
        return new HuggingFaceConfig(Family, model, _readModel is null ? null : _readModel with { Pooler = model.Pooler }, Spelling, StoredType, _raw, hasPrefix);
    }

    /// <summary>The same file for weights whose output matrix is a tensor of its own.</summary>
    internal HuggingFaceConfig Untied() => new(Family, Model with { TieEmbeddings = false }, _readModel, Spelling, StoredType, _raw, _hasPrefix);

    /// <summary>The bytes of config.json: keys in ordinal order, two spaces, as transformers writes it.</summary>
    /// <param name="type">Element type of the weights beside it; null keeps what was read.</param>
    public byte[] ToBytes(DType? type = null) =>
        HuggingFaceConfigWriter.ToBytes(Family, Model, _readModel, Spelling, type, _raw);

    private static SortedDictionary<string, string> NoKeys() => new(StringComparer.Ordinal);

    private HuggingFaceConfig RequireWritable() => CannotSay() is { } why ? throw new ArgumentException(why) : this;

    // Writing and reading back is the one check that cannot forget a setting. Null when all comes back.
    private string? CannotSay()
    {
        TransformerConfig back;
        try
        {
            back = Parse(ToBytes()).Model with { Pooler = Model.Pooler };
        }
        catch (CheckpointFormatException e)
        {
            return $"A {Family.ModelType} config.json cannot say this model: {e.Message}";
        }
        return back.Equals(Model) ? null : $"A {Family.ModelType} config.json cannot say this model: {Difference(back)}";
    }

    private string Difference(TransformerConfig back)
    {
        if (back.RotaryDim != Model.RotaryDim)
            return $"it rotates {back.RotaryDim} channels of a head, this one {Model.RotaryDim}.";
        for (int i = 0; i < Math.Min(back.LayerCount, Model.LayerCount); i++)
        {
            if (back.Layers[i] != Model.Layers[i])
                return $"layer {i} would become {back.Layers[i]}, it is {Model.Layers[i]}.";
        }
        return $"it would become {back}.";
    }
}
