namespace Hone.Training.Configuration;

/// <summary>What every kind of run has: how long, how often, where. Names as in transformers' TrainingArguments where it has them.</summary>
public sealed record RunConfig
{
    /// <summary><c>output_dir</c>: checkpoints, metrics and the receipt; default "runs".</summary>
    public string OutputDir { get; init; } = "runs";

    /// <summary><c>max_steps</c>: optimizer steps; default 100.</summary>
    public int MaxSteps { get; init; } = 100;

    /// <summary><c>micro_batch</c>: rows that are in memory at once; changes memory, never a bit of the result. Completions of one prompt and pairs stay together. Default 8.</summary>
    public int MicroBatch { get; init; } = 8;

    /// <summary><c>gradient_checkpointing</c>: backward recomputes each layer instead of keeping what it needs; less memory, more time, the same bits. Default false.</summary>
    public bool GradientCheckpointing { get; init; }

    /// <summary><c>save_steps</c>: steps between checkpoints; default 500, 0 is only the last.</summary>
    public int SaveSteps { get; init; } = 500;

    /// <summary><c>save_total_limit</c>: checkpoints kept, the oldest go; null, the default, keeps all.</summary>
    public int? SaveTotalLimit { get; init; }

    /// <summary><c>eval_steps</c>: steps between evaluations; default 0, none.</summary>
    public int EvalSteps { get; init; }

    /// <summary><c>logging_steps</c>: steps between printed lines (the metrics file has every step); default 10.</summary>
    public int LoggingSteps { get; init; } = 10;

    /// <summary><c>seed</c> of everything drawn; default 42.</summary>
    public int Seed { get; init; } = 42;

    /// <summary><c>threads</c>: compute threads; 0, the default, is one a core. Changes no bit of the result.</summary>
    public int Threads { get; init; }

    /// <summary>Reads the keys from the section that they stand in.</summary>
    /// <exception cref="RecipeException">A value does not fit.</exception>
    public static RunConfig Read(RecipeReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new RunConfig
        {
            OutputDir = reader.Text("output_dir", "runs", "folder of checkpoints and metrics")!,
            MaxSteps = reader.Integer("max_steps", 100, "optimizer steps", min: 1),
            MicroBatch = reader.Integer("micro_batch", 8, "rows in memory at once; changes no result", min: 1),
            GradientCheckpointing = reader.Flag("gradient_checkpointing", false, "backward recomputes each layer: less memory, the same bits"),
            SaveSteps = reader.Integer("save_steps", 500, "steps between checkpoints; 0 is only the last", min: 0),
            SaveTotalLimit = reader.OptionalInteger("save_total_limit", "checkpoints kept; null is all", min: 1),
            EvalSteps = reader.Integer("eval_steps", 0, "steps between evaluations; 0 is none", min: 0),
            LoggingSteps = reader.Integer("logging_steps", 10, "steps between printed lines", min: 1),
            Seed = reader.Integer("seed", 42, "of everything drawn", min: 0),
            Threads = reader.Integer("threads", 0, "compute threads, 0 is one a core; changes no result", min: 0),
        };
    }
}
