using System.Globalization;
using System.Security.Cryptography;
using Hone.Evaluation.Reports;
using Hone.Training.Configuration;
using Hone.Training.Recipes;
using Hone.Training.Rewards;
using Hone.Training.Runs;
using Hone.Verification;

namespace Hone.Experiments;

/// <summary>
/// Is it the verifiable reward that sharpens the model? The same bases, prompts, rollouts and optimizer steps with four
/// rewards: the verifier, the form of the answer alone, a coin, and the correct completions learned as text. The settings are
/// those of one recipe, fixed before the runs. A cell (seed, arm) is finished when its file is there; finished ones are not
/// run again, so that the experiment can be stopped at any time and gone on with.
/// </summary>
public static class RlvrControls
{
    /// <summary>As <c>hone lab</c> lists it.</summary>
    public static LabExperiment Description { get; } = new(
        "rlvr-controls", "verifiable reward against format-only reward, random reward and rejection-sampling fine-tuning, in the same budget");

    /// <summary>Runs the cells that are not finished, and writes <c>results.json</c> and <c>results.md</c> after each.</summary>
    /// <param name="options">What to run.</param>
    /// <param name="context">Backend, progress, interruption; its recipe text goes to every run's folder.</param>
    /// <exception cref="ArgumentException">Seeds and bases do not pair up, or nothing would be measured.</exception>
    /// <exception cref="RecipeException">A finished cell is of other settings, or a recipe cannot be run.</exception>
    /// <exception cref="OperationCanceledException">Interrupted; finished cells stay, the one that was under way is run anew.</exception>
    public static RlvrControlsResult Run(RlvrControlsOptions options, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(context);
        options.Validate();
        var cells = new List<RlvrCell>();
        for (int i = 0; i < options.Seeds.Count; i++)
        {
            int seed = options.Seeds[i];
            string basePath = options.Bases.Count > 0 ? options.Bases[i] : MakeBase(options, seed, context);
            IReadOnlyList<KeyValuePair<string, string>> settings = Settings(options, basePath, context);
            foreach (RlvrArm arm in RlvrArms.All)
            {
                context.Interrupt.ThrowIfCancellationRequested();
                RlvrCell cell = Cell(options, basePath, seed, arm, settings, context);
                cells.Add(cell);
                context.Observer.Message?.Invoke(RlvrTables.Line(cell));
                RlvrTables.Save(new RlvrControlsResult(cells), options.OutputDirectory);
            }
        }
        return new RlvrControlsResult(cells);
    }

    /// <summary>The folder of the base of a seed; pre-trained unless it is there, from its checkpoint if an interruption left one.</summary>
    private static string MakeBase(RlvrControlsOptions options, int seed, RunContext context)
    {
        string root = Path.Combine(options.OutputDirectory, "bases", FormattableString.Invariant($"seed{seed}")), model = Path.Combine(root, "model");
        if (Directory.Exists(model))
            return model;
        context.Observer.Message?.Invoke(FormattableString.Invariant($"base of seed {seed}: pre-training, {options.Pretrain.Run.MaxSteps} steps"));
        PretrainConfig config = options.Pretrain with { Run = options.Pretrain.Run with { Seed = seed, OutputDir = root } };
        RecipeResult result = PretrainRecipe.Run(config, context with { RecipeText = null, Resume = File.Exists(Path.Combine(root, "run.json")) });
        return result.ModelPath ?? throw new OperationCanceledException(context.Interrupt);
    }

    private static RlvrCell Cell(
        RlvrControlsOptions options, string basePath, int seed, RlvrArm arm, IReadOnlyList<KeyValuePair<string, string>> settings, RunContext context)
    {
        string name = RlvrCell.NameOf(seed, arm), path = Path.Combine(options.OutputDirectory, "cells", name + ".json");
        if (File.Exists(path))
        {
            RlvrCell finished = RlvrCellJson.Load(path);
            RequireSame(finished.Settings, settings, path);
            return finished;
        }
        string root = Path.Combine(options.OutputDirectory, "runs", name);
        // An unfinished cell begins anew: its seconds are then those of one process.
        if (File.Exists(Path.Combine(root, "run.json")))
            Directory.Delete(root, recursive: true);
        context.Observer.Message?.Invoke($"{name}: {options.Sharpen.Run.MaxSteps} steps");
        RlConfig config = options.Sharpen with
        {
            Model = basePath,
            Run = options.Sharpen.Run with { Seed = seed, OutputDir = root, SaveSteps = 0 },
        };
        RlResult result = arm == RlvrArm.RejectionSampling
            ? RejectionSamplingRecipe.Run(config, options.Task, context)
            : RlRecipe.Run(config, options.Task, [Reward(options, arm, seed)], context);
        if (result.Training.Interrupted)
            throw new OperationCanceledException(context.Interrupt);
        var cell = new RlvrCell
        {
            Arm = arm,
            Seed = seed,
            Settings = settings,
            Before = Measurement(result.Report.Before!),
            After = Measurement(result.Report.After!),
            TrainingSeconds = result.Training.TrainingSeconds,
        };
        RlvrCellJson.Save(cell, path);
        return cell;
    }

    private static NamedReward Reward(RlvrControlsOptions options, RlvrArm arm, int seed) => arm switch
    {
        RlvrArm.FormatOnly => NamedReward.From(new RegexFormatVerifier(options.FormatPattern)),
        RlvrArm.Random => RandomReward.Of(seed),
        _ => NamedReward.From(options.Task.Verifier),
    };

    private static RlvrMeasurement Measurement(ReportMeasurement measured) => new(
        measured.Sampled.Accuracy, measured.Greedy!.Accuracy.Value, measured.Forced?.Accuracy.Value, measured.Sampled.WorkShare, measured.Sampled.MeanTokens);

    private static IReadOnlyList<KeyValuePair<string, string>> Settings(RlvrControlsOptions options, string basePath, RunContext context)
    {
        RlConfig config = options.Sharpen;
        static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
        return
        [
            new("task", $"{options.Task.Name} {options.Task.Version}"),
            new("format", options.FormatPattern),
            new("max_steps", Text(config.Run.MaxSteps)),
            new("prompts_per_step", Text(config.PromptsPerStep)),
            new("num_generations", Text(config.NumGenerations)),
            new("max_completion_length", Text(config.MaxCompletionLength)),
            new("temperature", Text(config.Temperature)),
            new("scale_rewards", config.ScaleRewards.ToString()),
            new("loss", config.Loss.ToString()),
            new("optimizer", config.Optimizer.ToString()),
            new("schedule", config.Schedule.ToString()),
            new("eval_problems", Text(config.EvalProblems)),
            new("eval_samples", Text(config.EvalSamples)),
            new("contract", context.Backend.ContractId),
            new("base_sha256", WeightHash(basePath)),
        ];
    }

    // The base by its content: a folder of the same name may hold another model tomorrow.
    private static string WeightHash(string modelPath)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] files = Directory.Exists(modelPath) ? Directory.GetFiles(modelPath, "*.safetensors") : [];
        foreach (string file in files.Order(StringComparer.Ordinal))
            hash.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void RequireSame(IReadOnlyList<KeyValuePair<string, string>> finished, IReadOnlyList<KeyValuePair<string, string>> asked, string path)
    {
        foreach ((string key, string value) in asked)
        {
            string? old = finished.Where(p => p.Key == key).Select(p => p.Value).FirstOrDefault();
            if (old != value)
                throw new RecipeException($"{path}: was run with {key} {old ?? "(nothing)"}, not {value}; write elsewhere with --out, or delete the file");
        }
    }
}
