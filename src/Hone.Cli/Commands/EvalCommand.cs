using System.CommandLine;
using System.Globalization;
using Hone.Cli.BuiltIn;
using Hone.Cli.Errors;
using Hone.Cli.Output;
using Hone.Evaluation.Results;
using Hone.Evaluation.Running;
using Hone.Evaluation.Runs;
using Hone.Evaluation.Statistics;
using Hone.Evaluation.Tasks;
using Hone.Inference;
using Hone.Models;
using Hone.Tensors;

namespace Hone.Cli.Commands;

/// <summary><c>hone eval</c>: samples answers to a task's held-out problems and says how many are right, with intervals.</summary>
internal static class EvalCommand
{
    internal static Command Create(CliContext context)
    {
        var model = new Argument<string>("MODEL") { Description = "Model folder or .gguf file, or the name of a built-in model such as hone-base." };
        var task = new Option<string>("--task") { Description = $"A task ({string.Join(", ", TaskLibrary.Names)}) or a JSONL file with prompt and answer.", Required = true };
        var verifier = new Option<string>("--verifier") { Description = "How a file's answers are judged.", DefaultValueFactory = _ => "exact_match" };
        var all = new Option<bool>("--all") { Description = "All problems of a file, not only those that training on it holds out." };
        var samples = new Option<int>("--samples") { Description = "Answers to each problem; pass@k goes up to it.", DefaultValueFactory = _ => 1 };
        var temperature = new Option<float>("--temperature") { Description = "Divides the logits; 0 is greedy.", DefaultValueFactory = _ => 1f };
        var limit = new Option<int>("--limit") { Description = "Problems at most, from the first; 0 is all.", DefaultValueFactory = _ => 0 };
        var maximum = new Option<int>("--max-new-tokens") { Description = "Tokens of an answer at most.", DefaultValueFactory = _ => 256 };
        var seed = new Option<ulong>("--seed") { Description = "Equal seeds give equal answers.", DefaultValueFactory = _ => 0 };
        var forced = new Option<bool>("--forced") { Description = "Prompts that make the model show its work, where the task has them." };
        var template = new Option<bool?>("--apply-chat-template") { Description = "Prompts are user turns in the model's chat template. Default: as the task says." };
        var system = new Option<string?>("--system") { Description = "Text of a system turn before each prompt; default: the template's own." };
        var adapter = new Option<string?>("--adapter") { Description = "Adapter folder of PEFT or of 'hone train', used with the model." };
        var threads = new Option<int>("--threads") { Description = "Compute threads, 0 is one a processor; changes no answer.", DefaultValueFactory = _ => 0 };
        var folder = new Option<string?>("--out") { Description = "New folder for the metrics and all answers." };
        Option<string> type = WeightTypeOption.Create();
        Option<string> cache = CacheTypeOption.Create();
        var command = new Command("eval", "Measure a model on a task.")
        {
            model, task, verifier, all, samples, temperature, limit, maximum, seed, forced, template, system, adapter, threads, type, cache, folder,
        };
        command.SetAction(parsed =>
        {
            EvalTask examples = Find(parsed.GetRequiredValue(task), parsed.GetRequiredValue(verifier), parsed.GetValue(all));
            var options = new EvalOptions
            {
                Problems = parsed.GetValue(limit),
                Samples = parsed.GetValue(samples),
                MaximumNewTokens = parsed.GetValue(maximum),
                Sampling = new SamplingOptions { Temperature = parsed.GetValue(temperature), Seed = parsed.GetValue(seed) },
                ForcedPrompts = parsed.GetValue(forced),
            };
            PromptEncoder Prompts(LoadedModel loaded) => PromptEncoder.For(loaded.Tokenizer, loaded.TokenizerConfig, examples, parsed.GetValue(template), parsed.GetValue(system));
            return Run(parsed.GetRequiredValue(model), examples, options, Prompts, parsed.GetValue(threads), WeightTypeOption.Parse(parsed.GetValue(type)), CacheTypeOption.Parse(parsed.GetValue(cache)), parsed.GetValue(adapter), parsed.GetValue(folder), context);
        });
        return command;
    }

    private static EvalTask Find(string name, string verifier, bool all)
    {
        var file = new JsonlTaskOptions { Verifier = verifier };
        EvalTask task = TaskLibrary.Find(name, all ? file with { TestShare = 1 } : file);
        return task.Test.Count > 0 ? task
            : throw new UserException($"{name}: none of its {task.Train.Count} problems is held out", "Use --all to measure on all of them.");
    }

    private static int Run(string name, EvalTask task, EvalOptions options, Func<LoadedModel, PromptEncoder> prompts, int threads, WeightDType matrices, CacheDType cache, string? adapter, string? folder, CliContext context)
    {
        using LoadedModel loaded = LoadedModel.Open(context.Models.Resolve(name), threads, matrices, adapter, cache);
        loaded.WarnOfBase(context.Terminal);
        options = options with { AdapterSlot = loaded.AdapterSlot, Prompts = prompts(loaded) };
        // Made before the work, so that a folder that cannot be used costs no evaluation.
        RunDirectory? run = folder is null ? null
            : RunDirectory.Create(folder, new RunInfo("eval", context.Clock.GetUtcNow(), EnvCommand.Version, loaded.Backend.ContractId), null);
        long start = context.Clock.GetTimestamp();
        EvalResults results = EvalRunner.Run(loaded.Model, loaded.Tokenizer, loaded.StopTokenIds, task, options, context.Cancellation);
        EvalMetrics metrics = EvalMetrics.Of(results);
        Print(task, metrics, context.Terminal);
        if (run is not null) Save(run, results, metrics, Settings(name, options, cache), context.Terminal);
        context.Terminal.Error.WriteLine(Numbers.Invariant($"{context.Clock.GetElapsedTime(start).TotalSeconds:0.0} s; {loaded.Backend.Description}"));
        return ExitCode.Success;
    }

    private static void Print(EvalTask task, EvalMetrics metrics, Terminal terminal)
    {
        terminal.Out.WriteLine($"{task.Name} {task.Version}: {metrics.Problems} problems, {metrics.Samples} answers, judged by {task.Verifier.Name}");
        var rows = new List<IReadOnlyList<string>> { Row("accuracy", metrics.Accuracy) };
        rows.AddRange(metrics.PassAt.Where(p => p.Key > 1).OrderBy(p => p.Key).Select(p => Row($"pass@{p.Key}", p.Value)));
        if (metrics.Majority is { } majority) rows.Add(Row("majority vote", majority));
        if (metrics.WorkShare is { } work) rows.Add(["shows its work", Numbers.Percent(work), ""]);
        if (metrics.AccuracyGivenWork is { } given) rows.Add(["accuracy with work shown", Numbers.Percent(given), ""]);
        rows.Add(["ended by itself", Numbers.Percent(metrics.TerminatedShare), ""]);
        rows.Add(["tokens an answer", Numbers.Value(metrics.MeanTokens), ""]);
        if (metrics.Undecidable > 0) rows.Add(["not decidable", Numbers.Count(metrics.Undecidable), ""]);
        terminal.Table(["measure", "value", "95 % interval"], rows);
    }

    private static IReadOnlyList<string> Row(string name, Estimate value) =>
        [name, Numbers.Percent(value.Value), $"{Numbers.Percent(value.Low)} to {Numbers.Percent(value.High)}"];

    private static KeyValuePair<string, string>[] Settings(string model, EvalOptions options, CacheDType cache) =>
    [
        new("model", model),
        new("samples", options.Samples.ToString(CultureInfo.InvariantCulture)),
        new("temperature", options.Sampling.Temperature.ToString(CultureInfo.InvariantCulture)),
        new("max_new_tokens", options.MaximumNewTokens.ToString(CultureInfo.InvariantCulture)),
        new("kv_cache_dtype", cache.Name()),
        new("seed", options.Sampling.Seed.ToString(CultureInfo.InvariantCulture)),
        new("apply_chat_template", options.Prompts is { UsesTemplate: true } ? "true" : "false"),
        new("forced_prompts", options.ForcedPrompts ? "true" : "false"),
    ];

    private static void Save(RunDirectory run, EvalResults results, EvalMetrics metrics, KeyValuePair<string, string>[] settings, Terminal terminal)
    {
        AtomicFile.Write(run.SamplesPath("eval"), stream => EvalResultsJson.WriteSamples(results, stream));
        AtomicFile.Write(run.EvaluationPath("eval"), stream => EvalResultsJson.WriteMetrics(results, metrics, settings, stream));
        terminal.Out.WriteLine($"saved {run.EvaluationPath("eval")} and {run.SamplesPath("eval")}");
    }
}
