using System.Text;
using System.Text.Json;
using Hone.Verification;

namespace Hone.Evaluation.Tasks;

/// <summary>How a JSONL file becomes a task.</summary>
public sealed record JsonlTaskOptions
{
    /// <summary>The task's name; null takes the file's name without its ending.</summary>
    public string? Name { get; init; }

    /// <summary>The column with the prompt; null takes <c>prompt</c>, or <c>question</c> where there is none.</summary>
    public string? PromptField { get; init; }

    /// <summary>The column with the reference answer, a string or a number. Default <c>answer</c>.</summary>
    public string AnswerField { get; init; } = "answer";

    /// <summary>What the model is given; <c>{prompt}</c> stands for the column. Default <c>{prompt}</c> alone.</summary>
    public string PromptTemplate { get; init; } = "{prompt}";

    /// <summary>The verifier, by the names of <see cref="Verifiers.Create"/>. Default <c>exact_match</c>.</summary>
    public string Verifier { get; init; } = "exact_match";

    /// <summary>Expected share of the prompts that is held out, 0..1, chosen by their hash. Default 0.1. Of a
    /// small file it may hold out none or all.</summary>
    public double TestShare { get; init; } = 0.1;
}

/// <summary>
/// Reads a user's own task: one JSON object a line with a prompt and an answer. Other columns that hold
/// strings, numbers or booleans become metadata. Empty lines are skipped, exact repetitions are read once.
/// The version is a hash of the settings and the content, so it changes with the file.
/// </summary>
public static class JsonlTask
{
    private const string Placeholder = "{prompt}";

    /// <summary>Reads a task from a file in UTF-8.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The settings; null takes the defaults.</param>
    /// <exception cref="TaskFormatException">A line is no JSON object, lacks a column, or the file has no example.</exception>
    /// <exception cref="ArgumentException">A setting is bad.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static EvalTask Load(string path, JsonlTaskOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new JsonlTaskOptions();
        using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        return Read(reader, Path.GetFileName(path), options with { Name = options.Name ?? Path.GetFileNameWithoutExtension(path) });
    }

    /// <summary>Reads a task from text.</summary>
    /// <param name="reader">The lines; the caller disposes of it.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <param name="options">The settings; null takes the defaults.</param>
    /// <exception cref="TaskFormatException">As in <see cref="Load"/>.</exception>
    /// <exception cref="ArgumentException">A setting is bad.</exception>
    public static EvalTask Read(TextReader reader, string source, JsonlTaskOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrEmpty(source);
        options ??= new JsonlTaskOptions();
        if (!options.PromptTemplate.Contains(Placeholder, StringComparison.Ordinal))
            throw new ArgumentException($"the prompt template '{options.PromptTemplate}' has no {Placeholder}", nameof(options));
        IVerifier verifier = Verifiers.Create(options.Verifier);

        var examples = new List<TaskExample>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var content = new StringBuilder($"{options.PromptTemplate}\n{options.Verifier}\n{options.TestShare:R}\n");
        for (long line = 1; ReadLine(reader, source, line) is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            TaskExample example = ReadExample(text, source, line, options);
            if (!seen.Add(example.Id)) continue;
            examples.Add(example);
            content.Append(example.Id);
        }
        if (examples.Count == 0) throw new TaskFormatException(source, 0, "no example in it");
        string version = ContentHash.Id(content.ToString())[..12];
        return EvalTask.Split(options.Name ?? source, version, examples, options.TestShare, verifier);
    }

    private static string? ReadLine(TextReader reader, string source, long line)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (DecoderFallbackException e)
        {
            // The reader decodes ahead in blocks, so the exact line is not known.
            throw new TaskFormatException(source, 0, $"not UTF-8, at or after line {line}", e);
        }
    }

    private static TaskExample ReadExample(string text, string source, long line, JsonlTaskOptions options)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            JsonElement row = document.RootElement;
            if (row.ValueKind != JsonValueKind.Object)
                throw new TaskFormatException(source, line, $"expected a JSON object, got {Describe(row)}");
            string promptField = options.PromptField ?? (row.TryGetProperty("prompt", out _) ? "prompt" : "question");
            string prompt = Text(row, promptField, source, line, options.PromptField is null ? "'prompt' or 'question'" : null);
            string answer = Text(row, options.AnswerField, source, line, null);
            var metadata = new Dictionary<string, string>();
            foreach (JsonProperty column in row.EnumerateObject())
            {
                if (column.Name != promptField && column.Name != options.AnswerField && Scalar(column.Value) is { } value)
                    metadata[column.Name] = value;
            }
            return new TaskExample(
                options.PromptTemplate.Replace(Placeholder, prompt, StringComparison.Ordinal), answer, metadata: metadata);
        }
        catch (JsonException e)
        {
            throw new TaskFormatException(source, line, $"not JSON, at byte {e.BytePositionInLine ?? 0}", e);
        }
        catch (InvalidOperationException e)
        {
            throw new TaskFormatException(source, line, "a string in it is not Unicode text", e);
        }
    }

    private static string Text(JsonElement row, string field, string source, long line, string? alternatives)
    {
        if (!row.TryGetProperty(field, out JsonElement value))
        {
            string present = string.Join(", ", row.EnumerateObject().Take(8).Select(p => $"'{p.Name}'"));
            throw new TaskFormatException(source, line, $"no column {alternatives ?? $"'{field}'"}; there is {(present.Length > 0 ? present : "none")}");
        }
        return value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? Scalar(value)!
            : throw new TaskFormatException(source, line, $"column '{field}' must be a string or a number, got {Describe(value)}");
    }

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };
}
