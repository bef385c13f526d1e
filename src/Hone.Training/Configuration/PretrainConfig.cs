namespace Hone.Training.Configuration;

/// <summary>A recipe with <c>recipe: pretrain</c>: a new model from text.</summary>
public sealed record PretrainConfig
{
    /// <summary>Length, output, memory, seed.</summary>
    public required RunConfig Run { get; init; }

    /// <summary>The optimizer; learning_rate 1e-3 by default.</summary>
    public required OptimizerConfig Optimizer { get; init; }

    /// <summary>The learning-rate schedule.</summary>
    public required ScheduleConfig Schedule { get; init; }

    /// <summary>The section <c>model</c>: shape of the new model.</summary>
    public required ModelShapeConfig Model { get; init; }

    /// <summary><c>data</c>: a JSONL or text file, a folder of them, or "tracker", the corpus that is made on the fly. Required.</summary>
    public required string Data { get; init; }

    /// <summary><c>eval_data</c>: the same for evaluation; null is none.</summary>
    public string? EvalData { get; init; }

    /// <summary>The section <c>tracker</c>: what the tracker corpus is made of, where data is "tracker".</summary>
    public required TrackerCorpusConfig Tracker { get; init; }

    /// <summary><c>tokenizer</c>: a folder with a tokenizer.json; null, the default, trains one.</summary>
    public string? Tokenizer { get; init; }

    /// <summary>The section <c>train_tokenizer</c>: the tokenizer that is trained on the data where none is given.</summary>
    public required TokenizerTrainingConfig TrainTokenizer { get; init; }

    /// <summary><c>max_length</c>: tokens of a sequence; default 512.</summary>
    public int MaxLength { get; init; } = 512;

    /// <summary><c>batch_size</c>: sequences of an optimizer step; default 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Reads a whole recipe; unknown keys are refused.</summary>
    /// <exception cref="RecipeException">A key is unknown or missing, or a value does not fit.</exception>
    public static PretrainConfig Read(RecipeReader reader)
    {
        RecipeKind.Pretrain.Expect(reader);
        var config = new PretrainConfig
        {
            Data = reader.RequiredText("data", "JSONL or text, a file or a folder; or tracker"),
            EvalData = reader.Text("eval_data", null, "the same for evaluation"),
            Tracker = TrackerCorpusConfig.Read(reader.Section("tracker", "shares of the tracker corpus")),
            Tokenizer = reader.Text("tokenizer", null, "folder with a tokenizer.json; null trains one"),
            TrainTokenizer = TokenizerTrainingConfig.Read(reader.Section("train_tokenizer", "the tokenizer to train")),
            MaxLength = reader.Integer("max_length", 512, "tokens of a sequence", min: 2),
            BatchSize = reader.Integer("batch_size", 32, "sequences of an optimizer step", min: 1),
            Model = ModelShapeConfig.Read(reader.Section("model", "shape of the new model")),
            Optimizer = OptimizerConfig.Read(reader, 1e-3),
            Schedule = ScheduleConfig.Read(reader),
            Run = RunConfig.Read(reader),
        };
        reader.Finish();
        return config.MaxLength <= config.Model.MaxPositionEmbeddings
            ? config
            : throw reader.Error("max_length", $"{config.MaxLength} exceeds model.max_position_embeddings {config.Model.MaxPositionEmbeddings}");
    }
}
