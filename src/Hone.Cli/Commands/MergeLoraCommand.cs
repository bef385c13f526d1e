using System.CommandLine;
using Hone.Cli.Errors;
using Hone.Cli.Output;
using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.Tokenizers;

namespace Hone.Cli.Commands;

/// <summary><c>hone merge-lora</c>: adds an adapter into a model's weights, opens the result again and says how far its logits are from those of model and adapter.</summary>
internal static class MergeLoraCommand
{
    private const double DefaultTolerance = 1e-3;

    internal static Command Create(CliContext context)
    {
        var model = new Argument<string>("MODEL") { Description = "Model folder or .gguf file, or the name of a built-in model such as hone-base." };
        var adapter = new Argument<string>("ADAPTER") { Description = "Adapter folder of PEFT or of 'hone train'." };
        var output = new Option<string>("--out", "-o") { Description = "Folder of the merged model.", Required = true };
        var type = new Option<string>("--dtype") { Description = "Element type of the merged weights: float32 or bfloat16.", DefaultValueFactory = _ => "float32" };
        var text = new Option<string?>("--text") { Description = "Text to compare logits on, or '-' for standard input. Default: 4 x 32 drawn ids." };
        var tolerance = new Option<double?>("--tolerance") { Description = "Largest difference of a logit that is accepted. Default: 0.001 with float32, any with bfloat16." };
        var threads = new Option<int>("--threads") { Description = "Compute threads, 0 is one a processor.", DefaultValueFactory = _ => 0 };
        var command = new Command("merge-lora", "Add an adapter into a model's weights, and prove it.") { model, adapter, output, type, text, tolerance, threads };
        command.SetAction(parsed =>
        {
            DType stored = parsed.GetRequiredValue(type) switch
            {
                "float32" => DType.Float32,
                "bfloat16" => DType.BFloat16,
                string other => throw new UserException($"--dtype {other} is not written", "Give float32 or bfloat16.", ExitCode.Usage),
            };
            double allowed = parsed.GetValue(tolerance) ?? (stored == DType.Float32 ? DefaultTolerance : double.PositiveInfinity);
            string? given = parsed.GetValue(text) is { } argument ? TextArgument.Read(argument, context) : null;
            return Run(context.Models.Resolve(parsed.GetRequiredValue(model)), parsed.GetRequiredValue(adapter), parsed.GetRequiredValue(output),
                stored, given, allowed, parsed.GetValue(threads), context);
        });
        return command;
    }

    private static int Run(string modelPath, string adapterPath, string output, DType type, string? text, double tolerance, int threads, CliContext context)
    {
        if (Path.GetFullPath(output).TrimEnd('/', '\\') == Path.GetFullPath(modelPath).TrimEnd('/', '\\'))
            throw new UserException($"{output} is the base model itself", "Give another folder with -o; the base is kept.");
        using var backend = new CpuBackend(threads);
        using ModelBundle bundle = ModelBundle.Open(modelPath, backend);
        Transformer model = bundle.Model;
        LoraAdapter adapter = PeftDirectory.Load(adapterPath, model, bundle.Config);
        int slot = model.Adapters.Add(adapter);
        IReadOnlyList<int[]> sequences = Sequences(bundle.Tokenizer, model.Config, text);
        AdapterMerge.Save(output, model, bundle.Config, slot, new ModelSaveOptions
        {
            StoreAs = type,
            Generation = bundle.Generation,
            CopyFiles = [.. Companions(modelPath)],
            WriteOthers = bundle.Files.Gguf is null ? null : bundle.WriteTokenizer,
        });
        using Transformer merged = ModelLoader.Load(output, backend);
        double difference = AdapterMerge.MaxLogitDifference(model, slot, merged, sequences);
        context.Terminal.Pairs(
        [
            ("adapter", Numbers.Invariant($"{adapterPath}: {adapter.ModuleNames.Count} modules, {Numbers.Count(adapter.ElementCount)} parameters")),
            ("merged model", output),
            ("compared", Numbers.Invariant($"{sequences.Sum(ids => ids.Length)} tokens, model with adapter against the merged model opened from its folder")),
            ("max logit difference", Numbers.Invariant($"{difference:G6}")),
        ]);
        if (difference <= tolerance) return ExitCode.Success;
        throw new UserException(Numbers.Invariant($"the merged model's logits differ by {difference:G6}, above the tolerance of {tolerance:G6}"), "Raise --tolerance if that is enough for you; the merged model is there.");
    }

    private static IReadOnlyList<int[]> Sequences(Tokenizer tokenizer, TransformerConfig config, string? text)
    {
        if (text is null) return AdapterMerge.DefaultSequences(config);
        int[] ids = tokenizer.Encode(text, EncodeOptions.AddSpecialTokens);
        return ids.Length == 0 ? throw new UserException("--text has no token to compare on", "Give some text, or leave the option out.")
            : [.. ids.Chunk(config.ContextLength)];
    }

    // What belongs to a model beside its weights and configuration.
    private static IEnumerable<string> Companions(string modelPath) =>
        new[] { "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json", "chat_template.jinja", "vocab.json", "merges.txt", "tokenizer.model" }
            .Select(name => Path.Combine(modelPath, name)).Where(File.Exists);
}
