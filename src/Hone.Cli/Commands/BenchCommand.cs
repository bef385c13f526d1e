using System.CommandLine;
using System.Globalization;
using Hone.Cli.Errors;
using Hone.Training.Benchmarking;
using Hone.Training.Configuration;

namespace Hone.Cli.Commands;

/// <summary><c>hone bench</c>: llama-bench's table for a model or a shape, with the limits of the machine measured beside. The table goes to standard output, progress to standard error.</summary>
internal static class BenchCommand
{
    private const string DefaultShape = "smollm2-135m";
    private static readonly string[] Formats = ["md", "csv", "json"];

    internal static Command Create(CliContext context)
    {
        var model = new Argument<string?>("MODEL") { Description = "Model folder, GGUF file (held in its blocks, not trained), or the name of a built-in model such as hone-base.", Arity = ArgumentArity.ZeroOrOne };
        var shape = new Option<string?>("--shape") { Description = $"Instead of a model: random weights of a shape. {Shapes}. Default without MODEL: {DefaultShape}." };
        var prompt = new Option<string>("--n-prompt", "-p") { Description = "Prompt lengths, with commas between; 0 for no such test.", DefaultValueFactory = _ => "512" };
        var generate = new Option<string>("--n-gen", "-n") { Description = "Tokens to decode, with commas between; 0 for no such test.", DefaultValueFactory = _ => "128" };
        var parallel = new Option<string>("--n-parallel", "-npl") { Description = "Sequences decoded at once, besides one alone; 0 for no such test.", DefaultValueFactory = _ => "8,32" };
        var train = new Option<string?>("--train") { Description = "Training batches BxT such as 16x256, with commas between; 0 for no such test. Default: one that suits the model." };
        var repetitions = new Option<int>("--repetitions", "-r") { Description = "Repetitions of each test, after one that warms up.", DefaultValueFactory = _ => 5 };
        var threads = new Option<string>("--threads", "-t") { Description = "Numbers of compute threads, with commas between; 0 is one a processor.", DefaultValueFactory = _ => "0" };
        Option<string> cache = CacheTypeOption.Create();
        var output = new Option<string>("--output", "-o") { Description = "md, csv or json.", DefaultValueFactory = _ => "md" };
        var command = new Command("bench", "Measure speed: prompt reading, decoding, batched decoding and training, as shares of the machine's limits.")
        {
            model, shape, prompt, generate, parallel, train, repetitions, threads, cache, output,
        };
        command.SetAction(parsed =>
        {
            string format = Formats.Contains(parsed.GetRequiredValue(output))
                ? parsed.GetRequiredValue(output)
                : throw Usage($"unknown output '{parsed.GetRequiredValue(output)}'", "Give md, csv or json.");
            if (parsed.GetValue(repetitions) < 1)
                throw Usage($"'{parsed.GetValue(repetitions)}' repetitions cannot be measured", "Give 1 or more to -r.");
            var options = new BenchOptions
            {
                PromptLengths = Numbers(parsed.GetRequiredValue(prompt), "-p"),
                GenerateLengths = Numbers(parsed.GetRequiredValue(generate), "-n"),
                Parallel = Numbers(parsed.GetRequiredValue(parallel), "-npl"),
                Train = parsed.GetValue(train) is { } batches ? Batches(batches) : null,
                Threads = Numbers(parsed.GetRequiredValue(threads), "-t"),
                CacheDType = CacheTypeOption.Parse(parsed.GetValue(cache)),
                Repetitions = parsed.GetValue(repetitions),
            };
            BenchModel subject = Subject(parsed.GetValue(model), parsed.GetValue(shape), context);
            return Run(subject, options, format, context);
        });
        return command;
    }

    private static string Shapes => "There are " + string.Join(", ", BenchShapes.All.Select(s => $"{s.Name} ({s.Description})"));

    private static int Run(BenchModel subject, BenchOptions options, string format, CliContext context)
    {
        var results = new List<BenchResult>();
        try
        {
            foreach (BenchResult result in BenchRunner.Run(subject, options, context.Clock, context.Terminal.Error.WriteLine, context.Cancellation))
                results.Add(result);
        }
        catch (OperationCanceledException)
        {
            // What is measured is shown.
        }
        Print(results, format, context);
        return context.Cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Success;
    }

    private static void Print(List<BenchResult> results, string format, CliContext context)
    {
        TextWriter output = context.Terminal.Out;
        switch (format)
        {
            case "csv":
                output.Write(BenchTables.Csv(results));
                break;
            case "json":
                using (var stream = new MemoryStream())
                {
                    BenchJson.Write(results, EnvCommand.ProcessorName(), stream);
                    output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
                }
                break;
            default:
                output.Write(BenchTables.Markdown(results));
                output.WriteLine();
                output.WriteLine($"{EnvCommand.ProcessorName()}, hone {EnvCommand.Version}");
                output.Write(BenchTables.Spread(results));
                output.WriteLine(BenchTables.Counted);
                break;
        }
    }

    private static BenchModel Subject(string? model, string? shape, CliContext context)
    {
        if (model is not null && shape is not null)
            throw Usage("both a model and a shape are given", "Give MODEL or --shape NAME.");
        if (model is not null)
            return BenchModel.Open(context.Models.Resolve(model));
        string name = shape ?? DefaultShape;
        if (BenchShapes.Find(name) is { } found)
            return BenchModel.Of(found);
        IEnumerable<string> names = BenchShapes.All.Select(s => s.Name);
        string? nearest = NearestName.Of(name, names);
        throw Usage($"unknown shape '{name}'", nearest is null ? $"There are: {string.Join(", ", names)}." : $"Did you mean '{nearest}'?");
    }

    /// <summary>"1,2" as numbers of at least 0.</summary>
    internal static IReadOnlyList<int> Numbers(string list, string option) => [.. Split(list).Select(part => Number(part, list, option))];

    /// <summary>"16x256,2x512" as batches; "0" or nothing as none.</summary>
    internal static IReadOnlyList<TrainBatch> Batches(string list) => list.Trim() is "" or "0" ? [] : [.. Split(list).Select(Batch)];

    private static TrainBatch Batch(string text)
    {
        string[] parts = text.Split('x');
        return parts.Length == 2 && Parse(parts[0]) is > 0 and var sequences && Parse(parts[1]) is > 0 and var length
            ? new TrainBatch(sequences, length)
            : throw Usage($"'{text}' is no training batch", "Give sequences x tokens, such as --train 16x256.");
    }

    private static int Number(string text, string list, string option) =>
        Parse(text) ?? throw Usage($"'{list}' is no list of numbers", $"Give integers of at least 0 with commas between, such as {option} 1,2.");

    private static int? Parse(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static UserException Usage(string what, string hint) => new(what, hint, ExitCode.Usage);
}
