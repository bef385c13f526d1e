namespace Hone.Training.Schedules;

/// <summary>The shape of a learning-rate schedule; the recipe's <c>lr_scheduler_type</c>.</summary>
public enum ScheduleKind
{
    /// <summary><c>linear</c>: down to 0 at the last step.</summary>
    Linear,

    /// <summary><c>cosine</c>: half a cosine down to 0 (num_cycles 0.5).</summary>
    Cosine,

    /// <summary><c>cosine_with_restarts</c>: num_cycles half cosines, each from the top.</summary>
    CosineWithRestarts,

    /// <summary><c>polynomial</c>: down to lr_end with a power.</summary>
    Polynomial,

    /// <summary><c>constant</c>: no warm-up, no decay.</summary>
    Constant,

    /// <summary><c>constant_with_warmup</c>: warm-up, then constant.</summary>
    ConstantWithWarmup,

    /// <summary><c>inverse_sqrt</c>: falls as 1 / sqrt(step).</summary>
    InverseSqrt,

    /// <summary><c>cosine_with_min_lr</c>: a cosine down to a floor.</summary>
    CosineWithMinLr,

    /// <summary><c>warmup_stable_decay</c>: warm-up, plateau, decay (MiniCPM, arXiv 2404.06395).</summary>
    WarmupStableDecay,
}

/// <summary>The curve of a warm-up or of the last phase of <see cref="ScheduleKind.WarmupStableDecay"/>.</summary>
public enum RampShape
{
    /// <summary><c>linear</c>.</summary>
    Linear,

    /// <summary><c>cosine</c>: half a cosine.</summary>
    Cosine,

    /// <summary><c>1-sqrt</c>: 1 - sqrt(progress), steep at the start.</summary>
    OneMinusSqrt,
}

/// <summary>
/// A learning rate for every step: linear warm-up from 0 over <see cref="WarmupSteps"/>, then the shape. Names, defaults and
/// values are those of transformers' <c>get_scheduler</c>. Only IEEE operations and our own cosine: the same bits everywhere.
/// </summary>
public sealed record LearningRateSchedule
{
    /// <summary>The shape; default linear.</summary>
    public ScheduleKind Kind { get; init; } = ScheduleKind.Linear;

    /// <summary>The rate that factors multiply.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Steps of warm-up; the rate of step 0 is 0 then. Default 0.</summary>
    public int WarmupSteps { get; init; }

    /// <summary>Steps of the whole run, warm-up included.</summary>
    public required int TotalSteps { get; init; }

    /// <summary>Cosine cycles; null is 0.5 (cosine, cosine_with_min_lr, warmup_stable_decay) or 1 (cosine_with_restarts).</summary>
    public double? NumCycles { get; init; }

    /// <summary>Exponent of polynomial; default 1.</summary>
    public double Power { get; init; } = 1.0;

    /// <summary>Final rate of polynomial; default 1e-7.</summary>
    public double LrEnd { get; init; } = 1e-7;

    /// <summary>Floor of cosine_with_min_lr as a share of the rate; null with <see cref="MinLr"/>.</summary>
    public double? MinLrRate { get; init; }

    /// <summary>Floor of cosine_with_min_lr as a rate; null with <see cref="MinLrRate"/>.</summary>
    public double? MinLr { get; init; }

    /// <summary>Floor of warmup_stable_decay, at the start and the end, as a share of the rate; default 0.</summary>
    public double MinLrRatio { get; init; }

    /// <summary>Plateau of warmup_stable_decay; null is what warm-up and decay leave of the run.</summary>
    public int? NumStableSteps { get; init; }

    /// <summary>Decay of warmup_stable_decay in steps.</summary>
    public int NumDecaySteps { get; init; }

    /// <summary>Warm-up curve of warmup_stable_decay; default linear.</summary>
    public RampShape WarmupType { get; init; } = RampShape.Linear;

    /// <summary>Decay curve of warmup_stable_decay; default cosine.</summary>
    public RampShape DecayType { get; init; } = RampShape.Cosine;

    /// <summary>Time scale of inverse_sqrt in steps; null is the warm-up, or 10000 without one.</summary>
    public int? Timescale { get; init; }

    /// <summary>The rate of a step.</summary>
    /// <param name="step">From 0, the first optimizer step; steps past the end are defined and mostly 0 or the floor.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
    public double At(int step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return LearningRate * Factor(step);
    }

    private double Factor(int step)
    {
        if (Kind == ScheduleKind.Constant) return 1.0;
        if (Kind == ScheduleKind.WarmupStableDecay) return StableDecay(step);
        if (step < WarmupSteps) return step / (double)Math.Max(1, WarmupSteps);
        double progress = (step - WarmupSteps) / (double)Math.Max(1, TotalSteps - WarmupSteps);
        switch (Kind)
        {
            case ScheduleKind.Linear:
                return Math.Max(0.0, (TotalSteps - step) / (double)Math.Max(1, TotalSteps - WarmupSteps));
            case ScheduleKind.Cosine:
                return Math.Max(0.0, Wave(progress));
            case ScheduleKind.CosineWithRestarts:
                return progress >= 1.0 ? 0.0 : 0.5 * (1.0 + FixedMath.CosPi((NumCycles ?? 1.0) * progress % 1.0));
            case ScheduleKind.Polynomial:
                if (step > TotalSteps) return LrEnd / LearningRate;
                return ((LearningRate - LrEnd) * FixedMath.Pow(1.0 - progress, Power) + LrEnd) / LearningRate;
            case ScheduleKind.InverseSqrt:
                double scale = Timescale ?? (WarmupSteps > 0 ? WarmupSteps : 10_000);
                return 1.0 / Math.Sqrt((step + (scale - WarmupSteps)) / scale);
            case ScheduleKind.CosineWithMinLr:
                double floor = MinLrRate ?? (MinLr ?? 0.0) / LearningRate;
                return Math.Max(0.0, Wave(progress) * (1.0 - floor) + floor);
            default:
                return 1.0;
        }
    }

    private double StableDecay(int step)
    {
        if (step < WarmupSteps) return Lift(Rise(step / (double)Math.Max(1, WarmupSteps)));
        int stable = NumStableSteps ?? TotalSteps - WarmupSteps - NumDecaySteps;
        if (step < WarmupSteps + stable) return 1.0;
        if (step < WarmupSteps + stable + NumDecaySteps) return Lift(Fall((step - WarmupSteps - stable) / (double)Math.Max(1, NumDecaySteps)));
        return MinLrRatio;
    }

    private double Lift(double factor) => Math.Max(0.0, factor * (1.0 - MinLrRatio) + MinLrRatio);

    private double Wave(double progress) => 0.5 * (1.0 + FixedMath.CosPi((NumCycles ?? 0.5) * 2.0 * progress));

    private double Rise(double progress) => WarmupType switch
    {
        RampShape.Linear => progress,
        RampShape.OneMinusSqrt => 1.0 - Math.Sqrt(1.0 - progress),
        _ => 0.5 * (1.0 - FixedMath.CosPi(progress)),
    };

    private double Fall(double progress) => DecayType switch
    {
        RampShape.Linear => 1.0 - progress,
        RampShape.OneMinusSqrt => 1.0 - Math.Sqrt(progress),
        _ => Wave(progress),
    };
}
