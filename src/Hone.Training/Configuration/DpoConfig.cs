using System.Globalization;
using Hone.Models;
using Hone.Training.Losses;

namespace Hone.Training.Configuration;

/// <summary>
/// A recipe with <c>recipe: dpo</c>: preference training, on pairs (<c>prompt</c>, <c>chosen</c>, <c>rejected</c>) or, with kto, on
/// answers labelled one by one (<c>prompt</c>, <c>completion</c>, <c>label</c>). Names and defaults are those of TRL's DPOConfig,
/// KTOConfig, ORPOConfig and CPOConfig.
/// </summary>
public sealed record DpoConfig
{
    private const string OptionalDefault = "null";

    /// <summary>Length, output, memory, seed. micro_batch counts answers, two a pair.</summary>
    public required RunConfig Run { get; init; }

    /// <summary>The optimizer; learning_rate 1e-6 by default.</summary>
    public required OptimizerConfig Optimizer { get; init; }

    /// <summary>The learning-rate schedule.</summary>
    public required ScheduleConfig Schedule { get; init; }

    /// <summary><c>loss_type</c> with its options: the DPO forms (one or a weighted list), kto, apo_zero_unpaired, orpo, cpo, cpo_hinge, cpo_ipo, simpo. Default sigmoid.</summary>
    public required PreferenceObjective Loss { get; init; }

    /// <summary><c>lora_r</c> and the other keys of an adapter that is trained in place of the weights; null trains the weights.</summary>
    public LoraConfig? Lora { get; init; }

    /// <summary><c>quantize</c>: as what the frozen base of an adapter is held; as its file has it by default.</summary>
    public QuantizeConfig Quantize { get; init; } = QuantizeConfig.AsFile;

    /// <summary><c>model</c>: a model folder; its weights are the reference policy. Required.</summary>
    public required string Model { get; init; }

    /// <summary><c>data</c>: a JSONL file or folder, or "tracker", pairs that are made on the fly. Required.</summary>
    public required string Data { get; init; }

    /// <summary><c>eval_data</c>: the same for evaluation; "tracker" is held-out problems. Null is none.</summary>
    public string? EvalData { get; init; }

    /// <summary><c>eval_examples</c>: pairs or labelled answers that are made where eval_data is "tracker"; default 128.</summary>
    public int EvalExamples { get; init; } = 128;

    /// <summary><c>max_length</c>: tokens of a prompt with its answer, more are cut at the end; default 1024.</summary>
    public int MaxLength { get; init; } = 1024;

    /// <summary><c>batch_size</c>: pairs, or labelled answers, of an optimizer step; default 8.</summary>
    public int BatchSize { get; init; } = 8;

    /// <summary>Reads a whole recipe; unknown keys are refused.</summary>
    /// <exception cref="RecipeException">A key is unknown or missing, or a value does not fit.</exception>
    public static DpoConfig Read(RecipeReader reader)
    {
        RecipeKind.Dpo.Expect(reader);
        var config = new DpoConfig
        {
            Model = reader.RequiredText("model", "model folder; also the reference policy"),
            Data = reader.RequiredText("data", "JSONL: prompt + chosen + rejected, or prompt + completion + label; or tracker"),
            EvalData = reader.Text("eval_data", null, "the same for evaluation; tracker is held-out problems"),
            EvalExamples = reader.Integer("eval_examples", 128, "examples made where eval_data is tracker", min: 2),
            MaxLength = reader.Integer("max_length", 1024, "tokens of a prompt with its answer", min: 2),
            BatchSize = reader.Integer("batch_size", 8, "pairs, or labelled answers, of an optimizer step", min: 1),
            Loss = ReadLoss(reader),
            Lora = LoraRecipeKeys.Read(reader),
            Quantize = QuantizeConfig.Read(reader),
            Optimizer = OptimizerConfig.Read(reader, 1e-6),
            Schedule = ScheduleConfig.Read(reader),
            Run = RunConfig.Read(reader),
        };
        config.Quantize.Require(reader, config.Lora);
        reader.Finish();
        if (config.Loss.NeedsDivergence && config.BatchSize < 2)
            throw reader.Error("batch_size", "kto measures the divergence on answers of other prompts; write at least 2");
        return config;
    }

    private static PreferenceObjective ReadLoss(RecipeReader reader)
    {
        IReadOnlyList<string> types = reader.TextList("loss_type", ["sigmoid"], $"one of, or a list of the first of: {string.Join(", ", DpoNames.Select(n => n.Name).Concat(OtherNames.Select(n => n.Name)))}");
        IReadOnlyList<string> weights = reader.TextList("loss_weights", [OptionalDefault], "weights of a list of loss types; null is 1 each");
        double beta = reader.Number("beta", 0.1, "pull to the reference; scale of the margin", min: 1e-9);
        double smoothing = reader.Number("label_smoothing", 0.0, "share of flipped labels, below 0.5", min: 0, max: 0.4999999);
        var dpo = new DpoLossOptions
        {
            Beta = beta,
            LabelSmoothing = smoothing,
            FDivergence = reader.Choice("f_divergence_type", FDivergenceKind.ReverseKl, "divergence from the reference",
                ("reverse_kl", FDivergenceKind.ReverseKl), ("forward_kl", FDivergenceKind.ForwardKl),
                ("js_divergence", FDivergenceKind.JsDivergence), ("alpha_divergence", FDivergenceKind.AlphaDivergence)),
            FAlphaDivergenceCoef = reader.Number("f_alpha_divergence_coef", 0.5, "alpha of alpha_divergence"),
            LdAlpha = reader.OptionalNumber("ld_alpha", "weight of tokens beyond the shorter answer's length; null is off", min: 0, max: 1),
            DiscopopTau = reader.Number("discopop_tau", 0.05, "temperature of discopop", min: 1e-9),
        };
        bool referenceFree = reader.Flag("reference_free", false, "the DPO forms with reference log-probabilities of 0");
        var kto = new KtoLossOptions
        {
            Beta = beta,
            DesirableWeight = reader.Number("desirable_weight", 1.0, "kto: weight of answers labelled true", min: 0),
            UndesirableWeight = reader.Number("undesirable_weight", 1.0, "kto: weight of answers labelled false", min: 0),
        };
        var free = new ReferenceFreeLossOptions
        {
            Beta = beta,
            LabelSmoothing = smoothing,
            SimPoGamma = reader.Number("simpo_gamma", 0.5, "simpo's target margin", min: 0),
            Alpha = reader.Number("alpha", 0.0, "AlphaPO's exponent, for simpo and the cpo kinds"),
            NllWeight = reader.Number("cpo_alpha", 1.0, "weight of the likelihood of chosen answers, for simpo and the cpo kinds", min: 0),
        };
        if (OtherNames.FirstOrDefault(n => types.Contains(n.Name)) is { Name: not null } other)
        {
            if (types.Count > 1) throw reader.Error("loss_type", $"{other.Name} stands alone; a list joins DPO forms only");
            return other.Kto is { } kind
                ? new PreferenceObjective { Kto = kto with { Kind = kind } }
                : new PreferenceObjective { ReferenceFree = other.Free == ReferenceFreeLossKind.Orpo ? free with { Kind = ReferenceFreeLossKind.Orpo, NllWeight = 1.0 } : free with { Kind = other.Free!.Value } };
        }
        double[] factors = Weights(reader, weights, types.Count);
        dpo = dpo with { Terms = [.. types.Select((t, i) => new DpoLossTerm(Kind(reader, t), factors[i]))] };
        if (dpo.FindProblem() is { } problem) throw reader.Error(problem.Key, problem.Problem);
        return new PreferenceObjective { Dpo = dpo, IgnoresReference = referenceFree };
    }

    private static readonly (string Name, DpoLossKind Kind)[] DpoNames =
    [
        ("sigmoid", DpoLossKind.Sigmoid), ("hinge", DpoLossKind.Hinge), ("ipo", DpoLossKind.Ipo), ("exo_pair", DpoLossKind.ExoPair),
        ("nca_pair", DpoLossKind.NcaPair), ("robust", DpoLossKind.Robust), ("bco_pair", DpoLossKind.BcoPair), ("sppo_hard", DpoLossKind.SppoHard),
        ("aot", DpoLossKind.Aot), ("aot_pair", DpoLossKind.Aot), ("aot_unpaired", DpoLossKind.AotUnpaired), ("apo_zero", DpoLossKind.ApoZero),
        ("apo_down", DpoLossKind.ApoDown), ("discopop", DpoLossKind.Discopop), ("sft", DpoLossKind.Sft), ("sigmoid_norm", DpoLossKind.SigmoidNorm),
    ];

    private static readonly (string Name, KtoLossKind? Kto, ReferenceFreeLossKind? Free)[] OtherNames =
    [
        ("kto", KtoLossKind.Kto, null), ("apo_zero_unpaired", KtoLossKind.ApoZeroUnpaired, null),
        ("orpo", null, ReferenceFreeLossKind.Orpo), ("cpo", null, ReferenceFreeLossKind.Cpo), ("cpo_hinge", null, ReferenceFreeLossKind.CpoHinge),
        ("cpo_ipo", null, ReferenceFreeLossKind.CpoIpo), ("simpo", null, ReferenceFreeLossKind.SimPo),
    ];

    private static DpoLossKind Kind(RecipeReader reader, string name)
    {
        foreach ((string known, DpoLossKind kind) in DpoNames)
            if (known == name) return kind;
        string[] names = [.. DpoNames.Select(n => n.Name), .. OtherNames.Select(n => n.Name)];
        string nearest = NearestName.Of(name, names) is { } near ? $"'{near}' is the nearest" : $"there are {string.Join(", ", names)}";
        throw reader.Error("loss_type", $"'{name}' is not known; {nearest}");
    }

    private static double[] Weights(RecipeReader reader, IReadOnlyList<string> texts, int count)
    {
        if (texts is [OptionalDefault]) return [.. Enumerable.Repeat(1.0, count)];
        if (texts.Count != count) throw reader.Error("loss_weights", $"has {texts.Count} values for {count} loss types");
        return
        [
            .. texts.Select(t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out double weight) && double.IsFinite(weight)
                ? weight : throw reader.Error("loss_weights", $"'{t}' is no number")),
        ];
    }
}
