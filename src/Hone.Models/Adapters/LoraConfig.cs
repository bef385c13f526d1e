namespace Hone.Models;

/// <summary>
/// What an adapter changes and how (LoRA, arXiv 2106.09685), under PEFT's names of adapter_config.json. Immutable.
/// Modules are named as in checkpoints of the family.
/// </summary>
public sealed record LoraConfig
{
    /// <summary>The value of <see cref="TargetPattern"/> that means every projection but the output matrix.</summary>
    public const string AllLinear = "all-linear";

    /// <summary><c>r</c>: rank. Default 8.</summary>
    public int Rank { get; init; } = 8;

    /// <summary><c>lora_alpha</c>. Default 8.</summary>
    public double Alpha { get; init; } = 8;

    /// <summary><c>use_rslora</c>: the scale is alpha / sqrt(r) (arXiv 2312.03732) instead of alpha / r. Default false.</summary>
    public bool UseRsLora { get; init; }

    /// <summary><c>use_dora</c>: a magnitude for every output (arXiv 2402.09353). Default false.</summary>
    public bool UseDora { get; init; }

    /// <summary><c>target_modules</c> as a list: whole names, or their last parts. Default empty.</summary>
    public IReadOnlyList<string> TargetModules { get; init; } = [];

    /// <summary><c>target_modules</c> as a text: a regular expression of whole names, or <see cref="AllLinear"/>; null means the list.</summary>
    public string? TargetPattern { get; init; }

    /// <summary><c>exclude_modules</c> as a list. Default empty.</summary>
    public IReadOnlyList<string> ExcludeModules { get; init; } = [];

    /// <summary><c>exclude_modules</c> as a regular expression of whole names; null means the list.</summary>
    public string? ExcludePattern { get; init; }

    /// <summary><c>layers_to_transform</c>: layers, from 0, that are changed; null means all.</summary>
    public IReadOnlyList<int>? LayersToTransform { get; init; }

    /// <summary><c>layers_pattern</c>: what stands before a layer's number in names; empty means anything.</summary>
    public IReadOnlyList<string> LayersPattern { get; init; } = [];

    /// <summary><c>rank_pattern</c>: other ranks for modules whose name ends in a regular expression; the first that fits counts.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> RankPattern { get; init; } = [];

    /// <summary><c>alpha_pattern</c>: the same for alpha.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> AlphaPattern { get; init; } = [];

    /// <summary><c>modules_to_save</c>: modules, by the ends of their names, that the adapter has a whole copy of. Default empty.</summary>
    public IReadOnlyList<string> ModulesToSave { get; init; } = [];

    /// <summary><c>lora_dropout</c> that the adapter was trained with; without effect here, and 0 for training. Default 0.</summary>
    public double Dropout { get; init; }

    /// <summary><c>base_model_name_or_path</c>; null if it is not said.</summary>
    public string? BaseModel { get; init; }

    /// <summary><c>fan_in_fan_out</c>: whether the base stores its matrices as [inputs, outputs]; null takes what the family does.</summary>
    public bool? FanInFanOut { get; init; }

    /// <summary>Keys of adapter_config.json as they were read, with their JSON; written back. Empty for a new adapter.</summary>
    public IReadOnlyDictionary<string, string> RawKeys { get; init; } = new Dictionary<string, string>();

    /// <summary>The factor s of B A x for a module of a rank and alpha, rounded to float32.</summary>
    public float ScaleOf(int rank, double alpha) => (float)(alpha / (UseRsLora ? Math.Sqrt(rank) : rank));
}
