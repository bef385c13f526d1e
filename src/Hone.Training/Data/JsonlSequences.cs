using System.Text.Json;
using Hone.Tokenizers;
using Hone.Training.Configuration;

namespace Hone.Training.Data;

/// <summary>
/// Reads training examples from JSONL (<c>text</c>, <c>messages</c>, or <c>prompt</c> + <c>completion</c>, as texts or as lists of messages) or
/// plain text files. A text ends with the end-of-text token and is learned whole; of a prompt with completion only the completion
/// and its end are learned, unless asked; of a conversation what its encoder marks.
/// </summary>
public static class JsonlSequences
{
    /// <summary>All examples of a file, or of the .jsonl and .txt files of a folder in the order of their names.</summary>
    /// <param name="path">File or folder.</param>
    /// <param name="tokenizer">Makes ids of text.</param>
    /// <param name="maximumLength">Longer texts are cut into pieces of this many tokens; longer prompts with completions are cut at the end.</param>
    /// <param name="completionOnly">Whether prompts are only read; null means yes.</param>
    /// <param name="conversations">Renders lists of messages; null refuses them.</param>
    /// <exception cref="RecipeException">A file is missing or of another kind, a line broken (file, line and what is wrong), or there is no example.</exception>
    public static IReadOnlyList<TrainingSequence> Read(
        string path, Tokenizer tokenizer, int maximumLength, bool? completionOnly = null, ConversationEncoder? conversations = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLength, 2);
        var sequences = new List<TrainingSequence>();
        foreach (string file in FilesOf(path))
        {
            if (file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
                ReadLines(file, tokenizer, maximumLength, completionOnly ?? true, conversations, sequences);
            else
                AddText(File.ReadAllText(file), tokenizer, maximumLength, sequences);
        }
        if (sequences.Count == 0)
            throw new RecipeException($"{path}: holds no example to learn from");
        return sequences;
    }

    /// <summary>The texts of the same files, for training a tokenizer: of a prompt with completion both, joined.</summary>
    /// <exception cref="RecipeException">A file is missing or a line broken.</exception>
    public static IEnumerable<string> ReadTexts(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        foreach (string file in FilesOf(path))
        {
            if (!file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
            {
                yield return File.ReadAllText(file);
                continue;
            }
            int number = 0;
            foreach (string line in File.ReadLines(file))
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line))
                    yield return TextOf(line, file, number);
            }
        }
    }

    private static string TextOf(string line, string file, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            (string? text, string prompt, string completion) = Columns(document.RootElement);
            return text ?? prompt + completion;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw Broken(file, number, e);
        }
    }

    internal static RecipeException Broken(string file, int number, Exception e) =>
        new($"{file}:{number}: {(e is JsonException ? "not a JSON object: " : "")}{e.Message}", e);

    internal static IEnumerable<string> FilesOf(string path)
    {
        if (File.Exists(path))
        {
            return IsRead(path) ? [path] : throw new RecipeException($"{path}: is neither .jsonl nor .txt; write it as JSONL, one object a line with \"text\", \"messages\", or \"prompt\" and \"completion\"");
        }
        if (!Directory.Exists(path))
            throw new RecipeException($"{path}: no such file or folder; data is a .jsonl or .txt file or a folder of them");
        return Directory.EnumerateFiles(path)
            .Where(IsRead)
            .Order(StringComparer.Ordinal);
    }

    private static bool IsRead(string file) =>
        file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);

    private static void ReadLines(string file, Tokenizer tokenizer, int maximumLength, bool completionOnly, ConversationEncoder? conversations, List<TrainingSequence> sequences)
    {
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                using JsonDocument document = JsonDocument.Parse(line);
                if (Conversation(document.RootElement, completionOnly, maximumLength, conversations) is not { } conversation)
                    Add(document.RootElement, tokenizer, maximumLength, completionOnly, sequences);
                else if (conversation.TargetCount > 0)
                    sequences.Add(conversation);
            }
            catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or UnencodableTextException)
            {
                throw Broken(file, number, e);
            }
        }
    }

    // Messages, or prompt and completion as lists of messages; null for other columns.
    private static TrainingSequence? Conversation(JsonElement row, bool completionOnly, int maximumLength, ConversationEncoder? conversations)
    {
        if (row.ValueKind != JsonValueKind.Object || conversations is null)
            return null;
        if (row.TryGetProperty("messages", out JsonElement messages))
            return conversations.Encode(messages, row, maximumLength);
        if (!row.TryGetProperty("prompt", out JsonElement prompt) || prompt.ValueKind != JsonValueKind.Array
            || !row.TryGetProperty("completion", out JsonElement completion) || completion.ValueKind != JsonValueKind.Array)
            return null;
        return conversations.Encode(
            ConversationEncoder.Join(prompt, completion), row, maximumLength, completionOnly ? ChatMask.LastAssistantTurn : ChatMask.None);
    }

    // Either the text, or prompt and completion.
    private static (string? Text, string Prompt, string Completion) Columns(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
            throw new FormatException("a line is an object with \"text\", with \"messages\", or with \"prompt\" and \"completion\"");
        if (row.TryGetProperty("messages", out _))
            throw new FormatException(ConversationEncoder.NoTemplate);
        string? text = Text(row, "text"), prompt = Text(row, "prompt"), completion = Text(row, "completion");
        if (text is null && (prompt is null || completion is null))
            throw new FormatException("expected \"text\", \"messages\", or \"prompt\" and \"completion\"");
        return (text, prompt ?? "", completion ?? "");
    }

    private static void Add(JsonElement row, Tokenizer tokenizer, int maximumLength, bool completionOnly, List<TrainingSequence> sequences)
    {
        (string? text, string prompt, string completion) = Columns(row);
        if (text is not null)
        {
            AddText(text, tokenizer, maximumLength, sequences);
            return;
        }
        int[] read = tokenizer.Encode(prompt, EncodeOptions.AddSpecialTokens);
        int[] ids = [.. read, .. tokenizer.Encode(completion), .. EndOf(tokenizer)];
        if (ids.Length > maximumLength)
            Array.Resize(ref ids, maximumLength);
        var sequence = new TrainingSequence(ids, completionOnly ? Math.Max(1, read.Length) : 1);
        if (sequence.TargetCount > 0)
            sequences.Add(sequence);
    }

    private static string? Text(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out JsonElement value))
            return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"\"{name}\" is not a string");
    }

    private static void AddText(string text, Tokenizer tokenizer, int maximumLength, List<TrainingSequence> sequences)
    {
        int[] ids = tokenizer.Encode(text, EncodeOptions.AddSpecialTokens);
        // Some tokenizers end a text by themselves; one end is enough.
        if (ids.Length == 0 || ids[^1] != tokenizer.EosId)
            ids = [.. ids, .. EndOf(tokenizer)];
        for (int start = 0; start < ids.Length; start += maximumLength)
        {
            var piece = new TrainingSequence(ids[start..Math.Min(ids.Length, start + maximumLength)], 1);
            if (piece.TargetCount > 0)
                sequences.Add(piece);
        }
    }

    internal static int[] EndOf(Tokenizer tokenizer) => tokenizer.EosId is { } id ? [id] : [];
}
