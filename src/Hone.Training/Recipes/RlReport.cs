using System.Globalization;
using Hone.Evaluation.Reports;
using Hone.Evaluation.Results;
using Hone.Evaluation.Running;
using Hone.Evaluation.Runs;
using Hone.Evaluation.Tasks;
using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Metrics;
using Hone.Training.Runs;

namespace Hone.Training.Recipes;

/// <summary>Measures the model before and after training on held-out problems, each time from its directory opened anew, and writes the report.</summary>
internal sealed class RlReport(RlConfig config, EvalTask task, RunContext context, RunDirectory directory)
{
    private const int ShownExamples = 6;

    private ReportMeasurement? _before, _after;
    private EvalResults? _beforeSamples, _afterSamples;

    /// <summary>What the run does instead of following a policy loss; null, the default, is reinforcement learning.</summary>
    public string? Method { get; init; }

    /// <summary>Measures the base, and refuses one that does not have the skill that training would unlock.</summary>
    /// <exception cref="RecipeException">Made to show its work, the base gets fewer than min_forced_accuracy right.</exception>
    public void MeasureBefore()
    {
        if (config.EvalProblems == 0 || task.Test.Count == 0)
            return;
        (_before, _beforeSamples) = Measure(TrainedModel.OpenBase(config.Model, context.Backend, BaseOptions), "before");
        if (_before.Forced is { } forced && forced.Accuracy.Value < config.MinForcedAccuracy)
            throw new RecipeException(string.Create(CultureInfo.InvariantCulture,
                $"the model gets {forced.Accuracy.Value:P1} of the problems right when it is made to show its work, below min_forced_accuracy {config.MinForcedAccuracy:P0}: reinforcement learning unlocks a skill and does not teach it; train the base longer first"));
    }

    /// <summary>Measures the saved model.</summary>
    public void MeasureAfter(string modelPath)
    {
        if (_before is not null)
            (_after, _afterSamples) = Measure(config.Lora is null
                ? TrainedModel.Open(modelPath, context.Backend) : TrainedModel.OpenAdapted(config.Model, modelPath, context.Backend, BaseOptions), "after");
    }

    private ModelOpenOptions? BaseOptions => config.Lora is null ? null : config.Quantize.OptionsFor(config.Model);

    private (ReportMeasurement, EvalResults) Measure(TrainedModel opened, string name)
    {
        using TrainedModel trained = opened;
        EvalResults sampled = Run(trained, config.EvalSamples, new SamplingOptions { Temperature = (float)config.Temperature, Seed = (ulong)config.Run.Seed }, forced: false);
        EvalResults greedy = Run(trained, 1, SamplingOptions.Greedy, forced: false);
        EvalMetrics? forced = task.Test.All(e => e.ForcedPrompt is not null)
            ? EvalMetrics.Of(Run(trained, 1, SamplingOptions.Greedy, forced: true))
            : null;
        var measurement = new ReportMeasurement { Sampled = EvalMetrics.Of(sampled), Greedy = EvalMetrics.Of(greedy), Forced = forced };
        AtomicFile.Write(directory.SamplesPath(name), stream => EvalResultsJson.WriteSamples(sampled, stream));
        AtomicFile.Write(directory.EvaluationPath(name), stream => EvalResultsJson.WriteMetrics(sampled, measurement.Sampled, Settings(), stream));
        context.Say(Headline(name, measurement));
        return (measurement, sampled);
    }

    private EvalResults Run(TrainedModel trained, int samples, SamplingOptions sampling, bool forced) => EvalRunner.Run(
        trained.Model, trained.Tokenizer, [.. trained.StopTokenIds], task,
        new EvalOptions
        {
            Problems = config.EvalProblems,
            Samples = samples,
            Sampling = sampling,
            MaximumNewTokens = config.MaxCompletionLength,
            ForcedPrompts = forced,
            AdapterSlot = trained.AdapterSlot,
            Prompts = trained.PromptsOf(task, config),
        },
        context.Interrupt);

    /// <summary>Writes report.json and report.html.</summary>
    public RunReport Write(RecipeResult result)
    {
        List<MetricsLine> lines = File.Exists(directory.MetricsPath) ? [.. MetricsReader.Read(directory.MetricsPath)] : [];
        double[] differences = [.. lines.Where(l => l.Values.ContainsKey("sampling/sampling_logp_difference/max")).Select(l => l.Values["sampling/sampling_logp_difference/max"])];
        var report = new RunReport
        {
            Title = $"{Method ?? "Reinforcement learning"} on {task.Name}",
            Summary = $"{result.Steps} steps of {config.PromptsPerStep} prompts x {config.NumGenerations} completions from {Path.GetFileName(Path.TrimEndingDirectorySeparator(config.Model))}.",
            Created = context.Time.GetUtcNow(),
            Before = _before,
            After = _after,
            Difference = _beforeSamples is not null && _afterSamples is not null ? _afterSamples.DifferenceFrom(_beforeSamples) : null,
            MaxLogProbDifference = differences.Length > 0 ? differences.Max() : null,
            LogProbDifferenceSteps = differences.Length,
            Plots = Plots(lines),
            Examples = Examples(),
            Settings = Settings(),
            Machine =
            [
                new("backend", context.Backend.Description),
                new("numeric contract", context.Backend.ContractId),
                new("training seconds (this process, evaluations not counted)", result.TrainingSeconds.ToString("F1", CultureInfo.InvariantCulture)),
            ],
        };
        AtomicFile.Write(directory.ReportJsonPath, stream => ReportJson.Write(report, stream));
        AtomicFile.Write(directory.ReportHtmlPath, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(ReportHtml.Render(report))));
        return report;
    }

    private static List<SvgPlot> Plots(List<MetricsLine> lines)
    {
        SvgPlot? Curve(string title, string key, bool percent)
        {
            (double, double)[] points = [.. lines.Where(l => l.Values.TryGetValue(key, out double v) && double.IsFinite(v)).Select(l => ((double)l.Step, l.Values[key]))];
            return points.Length == 0 ? null : new SvgPlot
            {
                Title = title, XLabel = "step", YLabel = key, Percent = percent, YMin = 0, YMax = percent ? 1 : null, Series = [new PlotSeries(key, points)],
            };
        }
        SvgPlot?[] plots = [Curve("Reward", "reward", true), Curve("Completion length in tokens", "completions/mean_length", false), Curve("Entropy in nats", "entropy", false)];
        return [.. plots.OfType<SvgPlot>()];
    }

    private List<ReportExample> Examples()
    {
        var examples = new List<ReportExample>();
        for (int i = 0; _beforeSamples is not null && i < Math.Min(ShownExamples, _beforeSamples.Examples.Count); i++)
        {
            EvalExampleResult before = _beforeSamples.Examples[i];
            examples.Add(new ReportExample(before.Prompt, before.Reference, Shown(before), _afterSamples is null ? [] : Shown(_afterSamples.Examples[i])));
        }
        return examples;
    }

    private static List<ReportCompletion> Shown(EvalExampleResult result) =>
        [.. result.Samples.Take(2).Select(s => new ReportCompletion(s.Completion, s.Verdict.IsCorrect))];

    private List<KeyValuePair<string, string>> Settings() =>
    [
        new("task", $"{task.Name} (version {task.Version})"),
        .. Objective(),
        new("prompts_per_step x num_generations", $"{config.PromptsPerStep} x {config.NumGenerations}"),
        new("max_steps", config.Run.MaxSteps.ToString(CultureInfo.InvariantCulture)),
        new("learning_rate", config.Optimizer.LearningRate.ToString("R", CultureInfo.InvariantCulture)),
        .. Adapter(),
        new("temperature", config.Temperature.ToString("R", CultureInfo.InvariantCulture)),
        new("max_completion_length", config.MaxCompletionLength.ToString(CultureInfo.InvariantCulture)),
        new("seed", config.Run.Seed.ToString(CultureInfo.InvariantCulture)),
    ];

    private IEnumerable<KeyValuePair<string, string>> Adapter() => config.Lora is { } lora
        ? [new("lora_r", lora.Rank.ToString(CultureInfo.InvariantCulture)), new("lora_alpha", lora.Alpha.ToString("R", CultureInfo.InvariantCulture)),
            new("lora_target_modules", lora.TargetPattern ?? string.Join(", ", lora.TargetModules))]
        : [];

    private IEnumerable<KeyValuePair<string, string>> Objective() => Method is { } method
        ? [new("method", method)]
        : [new("loss_type", config.Loss.LossType.ToString()), new("scale_rewards", config.ScaleRewards.ToString())];

    private static string Headline(string name, ReportMeasurement measured)
    {
        string text = string.Create(CultureInfo.InvariantCulture,
            $"pass@1 {name}: {measured.Sampled.Accuracy.Value:P1} [{measured.Sampled.Accuracy.Low:P1}, {measured.Sampled.Accuracy.High:P1}] sampled, {measured.Greedy!.Accuracy.Value:P1} greedy");
        foreach ((int k, Evaluation.Statistics.Estimate estimate) in measured.Sampled.PassAt.Where(p => p.Key == measured.Sampled.PassAt.Keys.Max() && p.Key > 1))
            text += string.Create(CultureInfo.InvariantCulture, $", pass@{k} {estimate.Value:P1}");
        return measured.Forced is { } forced
            ? text + string.Create(CultureInfo.InvariantCulture, $"; made to show its work: {forced.Accuracy.Value:P1}")
            : text;
    }
}
