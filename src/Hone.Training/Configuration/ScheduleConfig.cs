using Hone.Training.Schedules;

namespace Hone.Training.Configuration;

/// <summary>The learning-rate schedule of a recipe; names and defaults as in transformers' TrainingArguments.</summary>
public sealed record ScheduleConfig
{
    /// <summary><c>lr_scheduler_type</c>, default linear.</summary>
    public ScheduleKind LrSchedulerType { get; init; } = ScheduleKind.Linear;

    /// <summary><c>warmup_steps</c>: steps from 0 to the full rate; default 0.</summary>
    public int WarmupSteps { get; init; }

    /// <summary><c>lr_scheduler_kwargs.num_cycles</c>: cosine cycles; null is the shape's own default.</summary>
    public double? NumCycles { get; init; }

    /// <summary><c>lr_scheduler_kwargs.power</c> of polynomial, default 1.</summary>
    public double Power { get; init; } = 1.0;

    /// <summary><c>lr_scheduler_kwargs.lr_end</c> of polynomial, default 1e-7.</summary>
    public double LrEnd { get; init; } = 1e-7;

    /// <summary><c>lr_scheduler_kwargs.min_lr</c> of cosine_with_min_lr; null with min_lr_rate.</summary>
    public double? MinLr { get; init; }

    /// <summary><c>lr_scheduler_kwargs.min_lr_rate</c> of cosine_with_min_lr; null with min_lr.</summary>
    public double? MinLrRate { get; init; }

    /// <summary><c>lr_scheduler_kwargs.min_lr_ratio</c> of warmup_stable_decay, default 0.</summary>
    public double MinLrRatio { get; init; }

    /// <summary><c>lr_scheduler_kwargs.num_stable_steps</c> of warmup_stable_decay; null is what the run leaves.</summary>
    public int? NumStableSteps { get; init; }

    /// <summary><c>lr_scheduler_kwargs.num_decay_steps</c> of warmup_stable_decay; must be given there.</summary>
    public int NumDecaySteps { get; init; }

    /// <summary><c>lr_scheduler_kwargs.warmup_type</c> of warmup_stable_decay, default linear.</summary>
    public RampShape WarmupType { get; init; } = RampShape.Linear;

    /// <summary><c>lr_scheduler_kwargs.decay_type</c> of warmup_stable_decay, default cosine.</summary>
    public RampShape DecayType { get; init; } = RampShape.Cosine;

    /// <summary><c>lr_scheduler_kwargs.timescale</c> of inverse_sqrt; null is the warm-up, or 10000.</summary>
    public int? Timescale { get; init; }

    /// <summary>Reads the keys from the section that they stand in.</summary>
    /// <exception cref="RecipeException">A value does not fit.</exception>
    public static ScheduleConfig Read(RecipeReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ScheduleKind kind = reader.Choice("lr_scheduler_type", ScheduleKind.Linear, "shape of the learning rate after the warm-up",
            ("linear", ScheduleKind.Linear), ("cosine", ScheduleKind.Cosine), ("cosine_with_restarts", ScheduleKind.CosineWithRestarts),
            ("polynomial", ScheduleKind.Polynomial), ("constant", ScheduleKind.Constant), ("constant_with_warmup", ScheduleKind.ConstantWithWarmup),
            ("inverse_sqrt", ScheduleKind.InverseSqrt), ("cosine_with_min_lr", ScheduleKind.CosineWithMinLr),
            ("warmup_stable_decay", ScheduleKind.WarmupStableDecay));
        int warmup = reader.Integer("warmup_steps", 0, "steps from rate 0 to the full rate", min: 0);
        RecipeReader more = reader.Section("lr_scheduler_kwargs", "options of single shapes");
        var config = new ScheduleConfig
        {
            LrSchedulerType = kind,
            WarmupSteps = warmup,
            NumCycles = more.OptionalNumber("num_cycles", "cosine cycles (0.5 is half a wave)", min: 0),
            Power = more.Number("power", 1.0, "exponent of polynomial", min: 0),
            LrEnd = more.Number("lr_end", 1e-7, "last rate of polynomial", min: 0),
            MinLr = more.OptionalNumber("min_lr", "floor of cosine_with_min_lr, a rate", min: 0),
            MinLrRate = more.OptionalNumber("min_lr_rate", "floor of cosine_with_min_lr, a share of the rate", min: 0, max: 1),
            MinLrRatio = more.Number("min_lr_ratio", 0.0, "floor of warmup_stable_decay, a share of the rate", min: 0, max: 1),
            NumStableSteps = more.OptionalInteger("num_stable_steps", "plateau of warmup_stable_decay; null is what the run leaves", min: 0),
            NumDecaySteps = more.Integer("num_decay_steps", 0, "decay of warmup_stable_decay", min: 0),
            WarmupType = more.Choice("warmup_type", RampShape.Linear, "warm-up of warmup_stable_decay", Ramps),
            DecayType = more.Choice("decay_type", RampShape.Cosine, "decay of warmup_stable_decay", Ramps),
            Timescale = more.OptionalInteger("timescale", "time scale of inverse_sqrt in steps", min: 1),
        };
        if (!reader.DescribesOnly && kind == ScheduleKind.CosineWithMinLr && config.MinLr is null == config.MinLrRate is null)
            throw reader.Error("lr_scheduler_type", "cosine_with_min_lr takes one of lr_scheduler_kwargs.min_lr and min_lr_rate");
        if (!reader.DescribesOnly && kind == ScheduleKind.WarmupStableDecay && config.NumDecaySteps == 0)
            throw reader.Error("lr_scheduler_type", "warmup_stable_decay takes lr_scheduler_kwargs.num_decay_steps");
        return config;
    }

    /// <summary>The schedule of a run.</summary>
    /// <param name="learningRate">The full rate.</param>
    /// <param name="maxSteps">Optimizer steps of the run.</param>
    public LearningRateSchedule Build(double learningRate, int maxSteps) => new()
    {
        Kind = LrSchedulerType, LearningRate = learningRate, TotalSteps = maxSteps, WarmupSteps = WarmupSteps, NumCycles = NumCycles,
        Power = Power, LrEnd = LrEnd, MinLr = MinLr, MinLrRate = MinLrRate, MinLrRatio = MinLrRatio, NumStableSteps = NumStableSteps,
        NumDecaySteps = NumDecaySteps, WarmupType = WarmupType, DecayType = DecayType, Timescale = Timescale,
    };

    private static ReadOnlySpan<(string, RampShape)> Ramps =>
        new[] { ("linear", RampShape.Linear), ("cosine", RampShape.Cosine), ("1-sqrt", RampShape.OneMinusSqrt) };
}
