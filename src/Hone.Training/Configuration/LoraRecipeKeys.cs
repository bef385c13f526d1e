using Hone.Models;

namespace Hone.Training.Configuration;

/// <summary>
/// The keys of training an adapter instead of the weights (LoRA, arXiv 2106.09685), named as in TRL's ModelConfig: use_peft,
/// lora_r, lora_alpha, lora_target_modules, lora_modules_to_save, lora_dropout, use_rslora, use_dora. The result is an adapter
/// directory of PEFT.
/// </summary>
public static class LoraRecipeKeys
{
    private const int DefaultRank = 16;
    private const double DefaultAlpha = 32;

    /// <summary>Reads the keys from the section that they stand in; null when the weights are trained.</summary>
    /// <exception cref="RecipeException">A value does not fit, or a key stands without lora_r or use_peft.</exception>
    public static LoraConfig? Read(RecipeReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        bool? usePeft = reader.Choice("use_peft", (bool?)null, "trains an adapter instead of the weights; null where lora_r is given",
            ("true", (bool?)true), ("false", (bool?)false), ("null", (bool?)null));
        int? rank = reader.OptionalInteger("lora_r", "rank of the adapter; 16 with use_peft", min: 1);
        double? alpha = reader.OptionalNumber("lora_alpha", "the adapter's factor is lora_alpha / lora_r; null is 32", min: 0);
        (IReadOnlyList<string> targets, bool isList) = reader.Texts("lora_target_modules", "all-linear", "modules it changes: a list of names, a regular expression, or all-linear");
        (IReadOnlyList<string> saved, _) = reader.Texts("lora_modules_to_save", "[]", "modules of which it trains a whole copy, such as lm_head");
        double dropout = reader.Number("lora_dropout", 0, "only 0 is supported", min: 0);
        bool rslora = reader.Flag("use_rslora", false, "the factor is lora_alpha / sqrt(lora_r)");
        bool dora = reader.Flag("use_dora", false, "a magnitude for every output (DoRA)");
        if (!(usePeft ?? rank is not null))
        {
            if (usePeft is null && (alpha is not null || targets.Count > 0 || saved.Count > 0 || rslora || dora))
                throw reader.Error("lora_r", "is missing while other keys of an adapter are there; give lora_r, or use_peft: true");
            return null;
        }
        if (dropout != 0)
            throw reader.Error("lora_dropout", "dropout is not supported; write 0");
        return new LoraConfig
        {
            Rank = rank ?? DefaultRank,
            Alpha = alpha ?? DefaultAlpha,
            TargetModules = isList ? targets : [],
            TargetPattern = isList ? null : targets.Count == 1 ? targets[0] : LoraConfig.AllLinear,
            ModulesToSave = saved,
            UseRsLora = rslora,
            UseDora = dora,
        };
    }
}
