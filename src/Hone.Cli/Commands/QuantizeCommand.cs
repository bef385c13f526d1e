using System.CommandLine;
using Hone.Cli.Errors;
using Hone.Cli.Output;
using Hone.Evaluation.Likelihood;
using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.Training.Configuration;

namespace Hone.Cli.Commands;

/// <summary><c>hone quantize</c>: a model as a smaller GGUF file, and how much of it is lost on a text.</summary>
internal static class QuantizeCommand
{
    private const int DefaultTokens = 4096;

    internal static Command Create(CliContext context)
    {
        var model = new Argument<string>("MODEL") { Description = "Model folder, .gguf file or built-in model; best in floats." };
        var format = new Option<string>("--format", "-f") { Description = $"llama.cpp's name of the file type: {Names}.", DefaultValueFactory = _ => "q4_k_m" };
        var output = new Option<string?>("--out", "-o") { Description = "GGUF file to write. Default: the model's name and the format, here." };
        var text = new Option<string?>("--text") { Description = "A text file: perplexity of both models on it, and the divergence between them." };
        var tokens = new Option<int>("--tokens") { Description = "Tokens of the text that are read at most.", DefaultValueFactory = _ => DefaultTokens };
        var threads = new Option<int>("--threads") { Description = "Compute threads; 0 is one a processor." };
        var command = new Command("quantize", "Write a model as a quantized GGUF file, and measure what is lost.") { model, format, output, text, tokens, threads };
        command.SetAction(parsed =>
        {
            QuantMixture mixture = Mixture(parsed.GetRequiredValue(format));
            string path = context.Models.Resolve(parsed.GetRequiredValue(model));
            string target = parsed.GetValue(output) ?? $"{Stem(path)}.{mixture.Name.ToUpperInvariant()}.gguf";
            Check(path, target, parsed.GetValue(text), parsed.GetValue(tokens));
            int count = parsed.GetValue(threads) is > 0 and int given ? given : Environment.ProcessorCount;
            ModelQuantizer.Write(path, mixture, target, count);
            Report(target, mixture, context);
            if (parsed.GetValue(text) is { } file)
                Prove(path, target, file, parsed.GetValue(tokens), count, context);
            else
                context.Terminal.Error.WriteLine("Give --text FILE to see what is lost: perplexity, and divergence from the model it was made of.");
            return ExitCode.Success;
        });
        return command;
    }

    private static string Names => string.Join(", ", QuantMixture.All.Select(mixture => mixture.Name));

    private static QuantMixture Mixture(string name)
    {
        if (QuantMixture.Find(name) is { } mixture)
            return mixture;
        string hint = NearestName.Of(name.ToLowerInvariant(), QuantMixture.All.Select(known => known.Name)) is { } near ? $"Did you mean {near}? " : "";
        throw new UserException($"unknown format '{name}'", $"{hint}There are {Names}.", ExitCode.Usage);
    }

    private static void Check(string path, string target, string? text, int tokens)
    {
        if (!GgufFile.IsGguf(target))
            throw new UserException($"{target} does not end in .gguf", "Other programs know the file by its ending; add it.", ExitCode.Usage);
        if (Path.GetFullPath(target) == Path.GetFullPath(path))
            throw new UserException($"{target} is the model itself", "Give another file with --out.", ExitCode.Usage);
        if (tokens < 2)
            throw new UserException($"--tokens {tokens} are too few", "Two are the least in which one predicts the other.", ExitCode.Usage);
        // Asked before the long part.
        if (text is not null && !File.Exists(text))
            throw new UserException($"there is no text {text}", "Give a file of plain text.");
    }

    // The name of the folder or file, without the type that it was in before.
    private static string Stem(string path)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        if (GgufFile.IsGguf(name) && !Directory.Exists(path))
            name = name[..^".gguf".Length];
        int at = name.LastIndexOfAny(['.', '-']);
        return at > 0 && QuantMixture.Find(name[(at + 1)..]) is not null ? name[..at] : name;
    }

    private static void Report(string target, QuantMixture mixture, CliContext context)
    {
        using GgufFile file = GgufFile.Open(target);
        long elements = file.Tensors.Sum(tensor => tensor.ElementCount), bytes = file.Tensors.Sum(tensor => tensor.SizeBytes);
        context.Terminal.Pairs(
        [
            ("file", $"{target}, {Numbers.Bytes(new FileInfo(target).Length)}"),
            ("format", Numbers.Invariant($"{mixture.Name}, {8.0 * bytes / elements:0.00} bits a weight")),
            ("tensors", $"{file.Tensors.Count}: {string.Join(", ", file.Tensors.GroupBy(tensor => tensor.Type).OrderByDescending(group => group.Count()).Select(group => $"{group.Count()} {group.Key}"))}"),
        ]);
    }

    private static void Prove(string source, string target, string text, int tokens, int threads, CliContext context)
    {
        using var backend = new CpuBackend(threads);
        using ModelBundle reference = ModelBundle.Open(source, backend);
        int[] ids = [.. reference.Tokenizer.Encode(File.ReadAllText(text)).Take(tokens)];
        if (ids.Length < 2)
            throw new UserException($"{text} has {ids.Length} token(s)", "Two are the least in which one predicts the other.");
        using Transformer model = ModelLoader.Load(target, backend, WeightDType.Auto);
        ModelDistance distance = TextLikelihood.Compare(reference.Model, model, ids, cancellation: context.Cancellation);
        context.Terminal.Pairs(
        [
            ("text", $"{text}, {Numbers.Count(distance.Model.Tokens)} tokens predicted"),
            ("perplexity", Numbers.Invariant($"float {distance.Reference.Perplexity:0.000}, {Path.GetFileName(target)} {distance.Model.Perplexity:0.000} ({100 * distance.PerplexityIncrease:+0.00;-0.00} %)")),
            ("divergence", Numbers.Invariant($"{distance.MeanDivergence:0.00000} nats a token, {distance.LargestDivergence:0.000} the largest; same likeliest token at {100 * distance.SameBest:0.0} %")),
        ]);
    }
}
