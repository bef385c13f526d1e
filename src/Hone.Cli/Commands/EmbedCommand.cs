using System.CommandLine;
using System.Text.Json;
using Hone.Cli.Errors;
using Hone.Inference;
using Hone.Models;

namespace Hone.Cli.Commands;

/// <summary><c>hone embed</c>: the vectors of texts.</summary>
internal static class EmbedCommand
{
    private static readonly string[] Formats = ["jsonl", "json"];

    internal static Command Create(CliContext context)
    {
        var model = new Argument<string>("MODEL") { Description = "Model folder: an encoder, or a causal model for its last token." };
        var texts = new Argument<string[]>("TEXT") { Description = "Texts; '-' reads standard input, one text a line.", Arity = ArgumentArity.ZeroOrMore };
        var file = new Option<string?>("--file") { Description = "A file of texts, one a line, after those of the command line." };
        var output = new Option<string>("--output", "-o") { Description = "jsonl (one object a text) or json (one list).", DefaultValueFactory = _ => Formats[0] };
        var threads = new Option<int>("--threads") { Description = "Compute threads; 0 is one a processor." };
        var command = new Command("embed", "Turn texts into vectors.") { model, texts, file, output, threads };
        command.SetAction(parsed =>
        {
            string format = parsed.GetRequiredValue(output);
            if (!Formats.Contains(format))
                throw new UserException($"unknown output '{format}'", "Give jsonl or json.", ExitCode.Usage);
            string[] inputs = Texts(parsed.GetValue(texts) ?? [], parsed.GetValue(file), context);
            if (inputs.Length == 0)
                throw new UserException("there is no text", "Give texts, --file FILE, or '-' for standard input.", ExitCode.Usage);
            return Embed(context.Models.Resolve(parsed.GetRequiredValue(model)), inputs, format, parsed.GetValue(threads), context);
        });
        return command;
    }

    private static string[] Texts(string[] given, string? file, CliContext context)
    {
        var texts = new List<string>();
        foreach (string text in given)
        {
            if (text != "-")
                texts.Add(text);
            else
                texts.AddRange(Lines(context.Terminal.In));
        }
        if (file is not null)
        {
            using var reader = new StreamReader(file);
            texts.AddRange(Lines(reader));
        }
        return [.. texts];
    }

    private static IEnumerable<string> Lines(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static int Embed(string path, string[] texts, string format, int threads, CliContext context)
    {
        EmbeddingConfig config = EmbeddingConfig.Read(ModelDirectory.Open(path));
        using LoadedModel loaded = LoadedModel.Open(path, threads, WeightDType.Float32);
        using var embedder = new SentenceEmbedder(loaded.Model, loaded.Tokenizer, config);
        float[][] vectors = embedder.Embed(texts, context.Cancellation);
        IEnumerable<string> objects = texts.Zip(vectors, Json);
        if (format == "json")
            context.Terminal.Out.WriteLine($"[{string.Join(",\n", objects)}]");
        else
        {
            foreach (string line in objects)
                context.Terminal.Out.WriteLine(line);
        }
        return ExitCode.Success;
    }

    private static string Json(string text, float[] vector)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("text", text);
            writer.WriteStartArray("embedding");
            foreach (float value in vector)
                writer.WriteNumberValue(value);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
