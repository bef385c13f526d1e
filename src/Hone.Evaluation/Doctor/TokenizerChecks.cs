using System.Text.Json;
using Hone.Models;
using Hone.Tokenizers;

namespace Hone.Evaluation.Doctor;

/// <summary>Whether tokenizer, special tokens, ends of text and chat template fit the model.</summary>
internal static class TokenizerChecks
{
    private const string Tokenizer = "tokenizer", Template = "chat template", End = "end of text";

    // Ends of turns as published templates write them.
    private static readonly string[] TurnEnds = ["<|im_end|>", "<|eot_id|>", "<end_of_turn>", "<|end|>", "<|return|>", "</s>", "<|assistant_end|>", "<|endoftext|>"];

    public static void Run(List<DoctorFinding> findings, string path, HuggingFaceConfig? config)
    {
        GenerationConfig? generation = ReadGeneration(findings, path);
        bool isEncoder = config is { Model.HasHead: false };
        if (!File.Exists(Path.Combine(path, ModelDirectory.TokenizerFileName)))
        {
            findings.Add(new DoctorFinding(FindingSeverity.Warning, Tokenizer, $"there is no {ModelDirectory.TokenizerFileName}",
                "Only ids can be used with this model; fetch all of its files."));
            CheckEnds(findings, config, generation, null);
            return;
        }
        Tokenizer tokenizer;
        TokenizerConfig settings;
        try
        {
            (tokenizer, settings) = TokenizerDirectory.Load(path);
        }
        catch (TokenizerFormatException error)
        {
            findings.Add(new DoctorFinding(FindingSeverity.Error, Tokenizer, error.Message.TrimEnd('.')));
            return;
        }
        CheckVocabulary(findings, config, tokenizer);
        if (isEncoder)
            return;
        CheckEnds(findings, config, generation, tokenizer);
        CheckTemplate(findings, config, generation, tokenizer, settings.ChatTemplate);
    }

    private static GenerationConfig? ReadGeneration(List<DoctorFinding> findings, string path)
    {
        string file = Path.Combine(path, ModelDirectory.GenerationConfigFileName);
        try
        {
            return File.Exists(file) ? GenerationConfig.Read(file) : null;
        }
        catch (CheckpointFormatException error)
        {
            findings.Add(ModelDoctor.FromError(path, ModelDirectory.GenerationConfigFileName, error));
            return null;
        }
    }

    private static void CheckVocabulary(List<DoctorFinding> findings, HuggingFaceConfig? config, Tokenizer tokenizer)
    {
        if (config is null)
            return;
        int rows = config.Model.VocabularySize;
        if (tokenizer.VocabularySize > rows)
        {
            findings.Add(new DoctorFinding(FindingSeverity.Error, Tokenizer, $"it has ids up to {tokenizer.VocabularySize - 1}, the model has {rows}",
                "The tokenizer is of another model, or the embedding was never enlarged for added tokens."));
        }
        else if (tokenizer.VocabularySize < rows)
        {
            findings.Add(new DoctorFinding(FindingSeverity.Note, Tokenizer, $"the model has {rows - tokenizer.VocabularySize} rows more than the tokenizer has ids"));
        }
        Compare(findings, "begins a text", config.Model.BosTokenId, tokenizer.BosId, tokenizer);
        Compare(findings, "pads", config.Model.PadTokenId, tokenizer.PadId, tokenizer);
    }

    private static void Compare(List<DoctorFinding> findings, string what, int? model, int? ours, Tokenizer tokenizer)
    {
        if (model is { } first && ours is { } second && first != second)
        {
            findings.Add(new DoctorFinding(FindingSeverity.Warning, "special tokens",
                $"config.json says that {Show(first, tokenizer)} {what}, the tokenizer {Show(second, tokenizer)}"));
        }
    }

    private static void CheckEnds(List<DoctorFinding> findings, HuggingFaceConfig? config, GenerationConfig? generation, Tokenizer? tokenizer)
    {
        HashSet<int> ends = Ends(config, generation);
        if (config is { } known)
        {
            if (known.RawKeys.TryGetValue("eos_token_id", out string? raw) && Ids(raw).Any(id => id < 0 || id >= known.Model.VocabularySize))
                findings.Add(new DoctorFinding(FindingSeverity.Warning, End, "config.json names ids in eos_token_id that the vocabulary does not have", "They never end a text."));
            foreach (int id in (generation?.EosTokenIds ?? []).Where(id => id < 0 || id >= known.Model.VocabularySize))
                findings.Add(new DoctorFinding(FindingSeverity.Warning, End, $"generation_config.json names the id {id}, which the vocabulary does not have"));
        }
        if (tokenizer?.EosId is { } end)
        {
            if (ends.Count > 0 && !ends.Contains(end))
            {
                findings.Add(new DoctorFinding(FindingSeverity.Warning, End,
                    $"the tokenizer ends texts with {Show(end, tokenizer)}, the model's files with {string.Join(", ", ends.Order().Select(id => Show(id, tokenizer)))}",
                    "Add the id to eos_token_id in generation_config.json."));
            }
            return;
        }
        if (ends.Count == 0)
        {
            findings.Add(new DoctorFinding(FindingSeverity.Warning, End, "no file names a token that ends a text", "Generation stops at its length limit only; give eos_token_id in generation_config.json."));
        }
    }

    private static IEnumerable<int> Ids(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        JsonElement[] elements = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [root];
        return [.. elements.Where(element => element.ValueKind == JsonValueKind.Number).Select(element => element.GetInt32())];
    }

    private static void CheckTemplate(List<DoctorFinding> findings, HuggingFaceConfig? config, GenerationConfig? generation, Tokenizer tokenizer, string? template)
    {
        if (template is null)
        {
            findings.Add(new DoctorFinding(FindingSeverity.Note, Template, "there is none", "Conversations need one; a base model has none."));
            return;
        }
        HashSet<int> ends = Ends(config, generation);
        if (tokenizer.EosId is { } own)
            ends.Add(own);
        string[] written = [.. TurnEnds.Where(token => template.Contains(token, StringComparison.Ordinal))];
        foreach (string token in written.Where(token => tokenizer.TokenToId(token) is null))
        {
            findings.Add(new DoctorFinding(FindingSeverity.Warning, Template, $"it writes {token}, which is no token of the tokenizer",
                "It would be cut into pieces; the template is of another model."));
        }
        if (written.Any(token => tokenizer.TokenToId(token) is { } id && ends.Contains(id)))
            return;
        foreach (string token in written.Where(token => tokenizer.TokenToId(token) is not null).Take(1))
        {
            findings.Add(new DoctorFinding(FindingSeverity.Warning, Template, $"it ends turns with {token}, which does not end a text",
                $"Answers would run on; add the id {tokenizer.TokenToId(token)} to eos_token_id in generation_config.json."));
        }
    }

    private static HashSet<int> Ends(HuggingFaceConfig? config, GenerationConfig? generation) =>
        [.. config?.Model.EosTokenIds ?? [], .. generation?.EosTokenIds ?? []];

    private static string Show(int id, Tokenizer tokenizer) =>
        id >= 0 && id < tokenizer.VocabularySize && tokenizer.IdToToken(id) is { } token ? $"{token} ({id})" : $"the id {id}";
}
