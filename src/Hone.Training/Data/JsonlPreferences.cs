using System.Text.Json;
using Hone.Tokenizers;
using Hone.Training.Configuration;

namespace Hone.Training.Data;

/// <summary>
/// Reads preferences from JSONL: <c>prompt</c> + <c>chosen</c> + <c>rejected</c>, or <c>prompt</c> + <c>completion</c> + <c>label</c> (true or
/// false) for single answers, where a pair stands for two. Columns are texts, or lists of messages that go through the model's chat
/// template; then the last turn is the answer, and a pair may have its prompt inside both lists.
/// </summary>
public static class JsonlPreferences
{
    private const string PairColumns = "\"prompt\", \"chosen\" and \"rejected\"";
    private const string LabelColumns = "\"prompt\", \"completion\" and \"label\"";

    /// <summary>All examples of a file, or of the .jsonl files of a folder in the order of their names.</summary>
    /// <param name="path">File or folder.</param>
    /// <param name="tokenizer">Makes ids of text.</param>
    /// <param name="maximumLength">Longer prompts with answers are cut at the end; what has no answer left is left out.</param>
    /// <param name="paired">Whether pairs are wanted; else single answers with labels.</param>
    /// <param name="conversations">Renders lists of messages; null refuses them.</param>
    /// <exception cref="RecipeException">A file is missing or of another kind, a line broken (file, line and what is wrong), or there is no example.</exception>
    public static IReadOnlyList<PreferenceExample> Read(
        string path, Tokenizer tokenizer, int maximumLength, bool paired, ConversationEncoder? conversations = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLength, 2);
        var examples = new List<PreferenceExample>();
        foreach (string file in JsonlSequences.FilesOf(path))
        {
            if (!file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
                throw new RecipeException($"{file}: is no .jsonl; write preferences as JSONL, one object a line with {(paired ? PairColumns : LabelColumns)}");
            int number = 0;
            foreach (string line in File.ReadLines(file))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line)) continue;
                try
                {
                    using JsonDocument document = JsonDocument.Parse(line);
                    Add(document.RootElement, (prompt, answer) => Encode(document.RootElement, prompt, answer, tokenizer, maximumLength, conversations), paired, examples);
                }
                catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or UnencodableTextException)
                {
                    throw JsonlSequences.Broken(file, number, e);
                }
            }
        }
        return examples.Count > 0 ? examples : throw new RecipeException($"{path}: holds no example to learn from");
    }

    /// <summary>A prompt with an answer and the end-of-text token, of which the answer and its end count.</summary>
    internal static TrainingSequence Answer(string prompt, string answer, Tokenizer tokenizer, int maximumLength)
    {
        int[] read = tokenizer.Encode(prompt, EncodeOptions.AddSpecialTokens);
        int[] ids = [.. read, .. tokenizer.Encode(answer), .. JsonlSequences.EndOf(tokenizer)];
        if (ids.Length > maximumLength) Array.Resize(ref ids, maximumLength);
        return new TrainingSequence(ids, Math.Max(1, read.Length));
    }

    private static TrainingSequence Encode(
        JsonElement row, JsonElement? prompt, JsonElement answer, Tokenizer tokenizer, int maximumLength, ConversationEncoder? conversations)
    {
        if (answer.ValueKind != JsonValueKind.Array)
        {
            if (prompt is not { ValueKind: JsonValueKind.String } text || answer.ValueKind != JsonValueKind.String)
                throw new FormatException("prompt and answers are texts, or all lists of messages");
            return Answer(text.GetString()!, answer.GetString()!, tokenizer, maximumLength);
        }
        if (conversations is null) throw new FormatException(ConversationEncoder.NoTemplate);
        JsonElement messages = prompt switch
        {
            null => answer,
            { ValueKind: JsonValueKind.Array } before => ConversationEncoder.Join(before, answer),
            _ => throw new FormatException("prompt and answers are texts, or all lists of messages"),
        };
        return conversations.Encode(messages, row, maximumLength, ChatMask.LastAssistantTurn);
    }

    private static void Add(JsonElement row, Func<JsonElement?, JsonElement, TrainingSequence> encode, bool paired, List<PreferenceExample> examples)
    {
        if (row.ValueKind != JsonValueKind.Object) throw new FormatException($"a line is an object with {(paired ? PairColumns : LabelColumns)}");
        JsonElement? prompt = Column(row, "prompt"), chosen = Column(row, "chosen"), rejected = Column(row, "rejected");
        if (prompt is null && chosen is not { ValueKind: JsonValueKind.Array }) throw new FormatException("there is no \"prompt\"; an answer is judged after one, write it apart");
        if (chosen is { } good && rejected is { } bad)
        {
            TrainingSequence better = encode(prompt, good), worse = encode(prompt, bad);
            if (better.TargetCount == 0 || worse.TargetCount == 0) return;
            if (paired)
            {
                examples.Add(new PreferenceExample([better, worse]));
                return;
            }
            examples.Add(new PreferenceExample([better], IsDesirable: true));
            examples.Add(new PreferenceExample([worse], IsDesirable: false));
            return;
        }
        if (paired) throw new FormatException($"expected {PairColumns}");
        JsonElement completion = Column(row, "completion") ?? throw new FormatException($"expected {LabelColumns}");
        bool label = row.TryGetProperty("label", out JsonElement value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean() : throw new FormatException("\"label\" is not true or false");
        TrainingSequence answer = encode(prompt, completion);
        if (answer.TargetCount > 0) examples.Add(new PreferenceExample([answer], label));
    }

    private static JsonElement? Column(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out JsonElement value)) return null;
        return value.ValueKind is JsonValueKind.String or JsonValueKind.Array ? value : throw new FormatException($"\"{name}\" is neither a string nor a list of messages");
    }
}
