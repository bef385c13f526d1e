using Hone.Tensors;

namespace Hone.Models;

/// <summary>From a configuration to the parameters of an adapter: which places it changes, their shapes, and where the values come from.</summary>
internal sealed class LoraBuilder
{
    private readonly Transformer _model;
    private readonly LoraConfig _lora;
    private readonly LoraTargets _targets;
    private readonly WeightNameMap _modelNames;
    private readonly List<WeightNameRule> _rules = [];
    private readonly List<Planned> _plan = [];

    /// <summary>A module that is changed, and its places by first row.</summary>
    internal sealed record Planned(string Name, bool IsSaved, IReadOnlyList<AdapterSite> Sites)
    {
        /// <summary>Whether it is the embedding.</summary>
        public bool IsTable => Sites[0].IsTable;
    }

    /// <param name="file">adapter_config.json, for messages; null for a new adapter.</param>
    /// <param name="names">From the model's names to those of modules.</param>
    /// <exception cref="CheckpointFormatException">No module fits, or one cannot be changed so.</exception>
    public LoraBuilder(Transformer model, LoraConfig lora, WeightNameMap names, string? file)
    {
        (_model, _lora, _modelNames, _targets) = (model, lora, names, new LoraTargets(lora, file));
        foreach (IGrouping<string, AdapterSite> group in model.Adapters.Sites.GroupBy(ModuleName, StringComparer.Ordinal))
        {
            AdapterSite[] sites = [.. group.OrderBy(site => names.Place(site.Name + ".weight").Rule?.FirstRow ?? 0)];
            bool saved = _targets.IsSaved(group.Key);
            if (!saved && !_targets.Contains(group.Key, sites[0].IsTable || sites[0].Name == "lm_head"))
                continue;
            if (!saved && sites[0].IsTable && lora.UseDora)
                throw CheckpointErrors.Setting(file, "use_dora", $"is not supported on the embedding ({group.Key})", hint: "Leave the embedding out of target_modules.");
            _plan.Add(new Planned(group.Key, saved, sites));
        }
        RequireSaved(file);
        if (!_plan.Exists(module => !module.IsSaved))
        {
            throw CheckpointErrors.Setting(file, "target_modules", "fits no module of this model", expected: SomeNames(model, names),
                got: lora.TargetPattern ?? string.Join(", ", lora.TargetModules));
        }
    }

    /// <summary>The modules that are changed, in the order of the model.</summary>
    public IReadOnlyList<Planned> Plan => _plan;

    /// <summary>A new adapter.</summary>
    public static LoraAdapter Create(Transformer model, HuggingFaceConfig config, LoraConfig lora, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(lora);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lora.Rank);
        if (lora.Dropout != 0)
            throw new ArgumentException("lora_dropout is not supported in training; write 0.", nameof(lora));
        WeightNameMap names = PeftNames(config, config.Family.WritesPrefix);
        LoraBuilder builder;
        try
        {
            builder = new LoraBuilder(model, lora, names, null);
        }
        catch (CheckpointFormatException e)
        {
            throw new ArgumentException(e.Message, nameof(lora), e);
        }
        string[] missing = [.. lora.TargetModules.Where(name => !builder._plan.Exists(module => LoraTargets.Names(name, module.Name)))];
        if (missing.Length > 0)
            throw new ArgumentException($"target_modules names {string.Join(", ", missing)}, which this model does not have; it has {SomeNames(model, names)}.", nameof(lora));
        return builder.Build(map => new SeededParameterSource(model.Backend, seed), module => module.IsTable || module.Sites[0].Name == "lm_head", isNew: true);
    }

    /// <summary>Names of a family's modules as PEFT sees them: those of the class with the output matrix.</summary>
    public static WeightNameMap PeftNames(HuggingFaceConfig config, bool hasPrefix) => config.Family.NamesOf(config.Model, hasPrefix);

    /// <summary>Makes the parameters.</summary>
    /// <param name="open">Opens where values come from, given the names of the tensors.</param>
    /// <param name="hasBase">Whether the file of a low-rank module also has the base's weight.</param>
    /// <param name="isNew">Whether magnitudes and copies begin as the base.</param>
    public LoraAdapter Build(Func<WeightNameMap, ParameterSource> open, Func<Planned, bool> hasBase, bool isNew)
    {
        foreach (Planned module in _plan)
            AddRules(module);
        var map = new WeightNameMap(_rules);
        ParameterSource source = open(map);
        try
        {
            var kept = new List<Parameter>();
            var modules = new List<LoraModule>();
            foreach (Planned module in _plan)
                modules.Add(module.IsSaved ? Copy(source, module, isNew) : LowRank(source, module, hasBase(module), isNew, kept));
            return new LoraAdapter(_lora, modules, map, kept);
        }
        catch
        {
            source.DisposeCreated();
            throw;
        }
    }

    private string ModuleName(AdapterSite site)
    {
        string name = _modelNames.ToFile(site.Name + ".weight");
        return name[..^".weight".Length];
    }

    private void RequireSaved(string? file)
    {
        foreach (string name in _lora.ModulesToSave)
        {
            if (!_plan.Exists(module => module.IsSaved && module.Name.EndsWith(name, StringComparison.Ordinal)))
                throw CheckpointErrors.Setting(file, "modules_to_save", $"names '{CheckpointErrors.Printable(name)}', of which no copy can be used", expected: "projections, the embedding or the output matrix");
        }
        foreach (Planned module in _plan.Where(module => module.IsSaved))
        {
            if (_lora.TargetPattern is null && _targets.Contains(module.Name, false))
                throw CheckpointErrors.Setting(file, "modules_to_save", $"and target_modules both name {module.Name}");
        }
    }

    private static string SomeNames(Transformer model, WeightNameMap names) => string.Join(", ", model.Adapters.Sites
        .Select(site => names.ToFile(site.Name + ".weight")[..^".weight".Length]).Select(name => name[(name.LastIndexOf('.') + 1)..]).Distinct());

    // Parameters have the names of their tensors; parts of one tensor have their own, and rules that put them together.
    private void AddRules(Planned module)
    {
        if (module.IsSaved)
        {
            foreach (AdapterSite site in module.Sites)
            {
                AddPart(LoraNames.Saved(module.Name, "weight"), site, ".weight");
                if (site.Bias is not null)
                    AddPart(LoraNames.Saved(module.Name, "bias"), site, ".bias");
            }
            return;
        }
        if (module.IsTable)
            _rules.Add(new WeightNameRule(LoraNames.A(module.Name, true), LoraNames.A(module.Name, true)) { IsTransposed = true });
        if (module.Sites.Count == 1)
            return;
        int total = module.Sites.Sum(site => site.Weight.Shape[0]), first = 0;
        for (int i = 0; i < module.Sites.Count; i++)
        {
            string b = LoraNames.B(module.Name, false), magnitude = LoraNames.Magnitude(module.Name);
            _rules.Add(new WeightNameRule(PartName(b, i), b) { FirstRow = first, FusedRows = total });
            _rules.Add(new WeightNameRule(PartName(magnitude, i), magnitude) { FirstRow = first, FusedRows = total });
            first += module.Sites[i].Weight.Shape[0];
        }
    }

    private void AddPart(string tensor, AdapterSite site, string ending)
    {
        if (_modelNames.Place(site.Name + ending).Rule is { } rule && (rule.IsFused || rule.IsTransposed))
            _rules.Add(new WeightNameRule(SavedName(site, ending), tensor) { IsTransposed = rule.IsTransposed, FirstRow = rule.FirstRow, FusedRows = rule.FusedRows });
        else
            _rules.Add(new WeightNameRule(SavedName(site, ending), tensor));
    }

    private static string SavedName(AdapterSite site, string ending) => "saved." + site.Name + ending;

    private static string PartName(string tensor, int part) => FormattableString.Invariant($"part{part}.{tensor}");

    private LoraModule Copy(ParameterSource source, Planned module, bool isNew)
    {
        var parts = new List<LoraPart>();
        foreach (AdapterSite site in module.Sites)
        {
            Parameter weight = source.Matrix(SavedName(site, ".weight"), site.Weight.Shape[0], site.Weight.Shape[1], Initializer.Zeros);
            Parameter? bias = site.Bias is null ? null : source.Vector(SavedName(site, ".bias"), site.Weight.Shape[0], Initializer.Zeros);
            if (isNew)
            {
                ParameterValues.Copy(_model.Backend, site.Weight, weight.Value);
                if (bias is not null)
                    _model.Backend.Copy(site.Bias!.Value, bias.Value);
            }
            parts.Add(new LoraPart(site) { Weight = weight, Bias = bias });
        }
        return new LoraModule(module.Name, 0, 0) { Parts = parts };
    }

    private LoraModule LowRank(ParameterSource source, Planned module, bool hasBase, bool isNew, List<Parameter> kept)
    {
        int rank = _targets.Rank(module.Name), columns = module.Sites[0].Weight.Shape[1];
        double alpha = _targets.Alpha(module.Name);
        if (rank <= 0)
            throw new CheckpointFormatException($"The rank of {module.Name} is {rank}; it must be at least 1.", null);
        Parameter a = module.IsTable
            ? source.Matrix(LoraNames.A(module.Name, true), module.Sites[0].Weight.Shape[0], rank, Initializer.Zeros)
            : source.Matrix(LoraNames.A(module.Name, false), rank, columns, Initializer.Uniform(1.0 / Math.Sqrt(columns)));
        var parts = new List<LoraPart>();
        for (int i = 0; i < module.Sites.Count; i++)
        {
            AdapterSite site = module.Sites[i];
            int outputs = module.IsTable ? columns : site.Weight.Shape[0];
            string Name(string tensor) => module.Sites.Count == 1 ? tensor : PartName(tensor, i);
            // PEFT draws one of an embedding's factors from N(0, 1) and leaves the other 0; a projection's B is 0.
            Parameter b = source.Matrix(Name(LoraNames.B(module.Name, module.IsTable)), outputs, rank, module.IsTable ? Initializer.Normal(1) : Initializer.Zeros);
            Parameter? magnitude = _lora.UseDora ? source.Vector(Name(LoraNames.Magnitude(module.Name)), outputs, Initializer.Ones) : null;
            if (isNew && magnitude is not null)
                FillNorms(site.Weight, magnitude);
            Parameter? replaced = hasBase && !isNew ? OtherBase(source, module, site, kept) : null;
            parts.Add(new LoraPart(site) { B = b, Magnitude = magnitude, Weight = replaced });
        }
        return new LoraModule(module.Name, rank, _lora.ScaleOf(rank, alpha)) { A = a, Parts = parts, HasBase = hasBase };
    }

    // An adapter's file may hold the base's embedding; where it differs from the base, the file's counts, as in PEFT.
    private Parameter? OtherBase(ParameterSource source, Planned module, AdapterSite site, List<Parameter> kept)
    {
        Parameter stored = source.Matrix(LoraNames.Base(module.Name), site.Weight.Shape[0], site.Weight.Shape[1], Initializer.Zeros);
        stored.IsTrainable = false;
        if (Read(site.Weight).AsSpan().SequenceEqual(Read(stored)))
        {
            stored.Dispose();
            return null;
        }
        kept.Add(stored);
        return stored;
    }

    private void FillNorms(Parameter weight, Parameter magnitude)
    {
        float[] values = Read(weight), norms = new float[weight.Shape[0]];
        int columns = weight.Shape[1];
        for (int n = 0; n < norms.Length; n++)
        {
            double sum = 0;
            for (int k = 0; k < columns; k++)
                sum += (double)values[((long)n * columns) + k] * values[((long)n * columns) + k];
            norms[n] = (float)Math.Sqrt(sum);
        }
        _model.Backend.Upload(norms, magnitude.Value);
    }

    private float[] Read(Parameter parameter) => ParameterValues.Read(_model.Backend, parameter);
}
