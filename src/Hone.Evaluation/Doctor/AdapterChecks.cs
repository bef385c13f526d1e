using System.Text.Json;
using Hone.Models;

namespace Hone.Evaluation.Doctor;

/// <summary>Whether an adapter (a PEFT directory) is for a model.</summary>
internal static class AdapterChecks
{
    public const string ConfigFileName = "adapter_config.json";
    private const string WeightsFileName = "adapter_model.safetensors", Prefix = "base_model.model.", Subject = "adapter";

    public static void Run(List<DoctorFinding> findings, ModelDirectory directory, string adapter)
    {
        using JsonDocument document = Read(Path.Combine(adapter, ConfigFileName));
        JsonElement root = document.RootElement;
        string kind = root.TryGetProperty("peft_type", out JsonElement type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "none";
        if (kind != "LORA")
            findings.Add(new DoctorFinding(FindingSeverity.Error, Subject, $"its peft_type is {kind}; LORA is understood"));
        if (root.TryGetProperty("base_model_name_or_path", out JsonElement name) && name.ValueKind == JsonValueKind.String)
            findings.Add(new DoctorFinding(FindingSeverity.Note, Subject, $"made for {name.GetString()}"));
        string file = Path.Combine(adapter, WeightsFileName);
        if (!File.Exists(file))
        {
            findings.Add(new DoctorFinding(FindingSeverity.Error, Subject, $"there is no {WeightsFileName}", "Fetch all files of the adapter; .bin files are not read."));
            return;
        }
        using SafetensorsCheckpoint model = directory.OpenWeights();
        using SafetensorsFile weights = SafetensorsFile.Open(file);
        var messages = new List<string>();
        int fitting = 0;
        foreach (SafetensorsEntry entry in weights.Entries)
        {
            if (Problem(directory.Config, model, entry) is { } problem)
                messages.Add(problem);
            else
                fitting++;
        }
        findings.Add(new DoctorFinding(FindingSeverity.Note, Subject, $"{fitting} of {weights.Entries.Count} tensors fit the model"));
        WeightChecks.AddFew(findings, FindingSeverity.Error, Subject, messages, "The adapter is for another model.");
    }

    // A and B of a pair sit beside the weight that they change: A [r, inputs], B [outputs, r].
    private static string? Problem(HuggingFaceConfig config, SafetensorsCheckpoint model, SafetensorsEntry entry)
    {
        string name = entry.Name.StartsWith(Prefix, StringComparison.Ordinal) ? entry.Name[Prefix.Length..] : entry.Name;
        int at = name.IndexOf(".lora_", StringComparison.Ordinal);
        string target = at < 0 ? name.Replace(".base_layer", "", StringComparison.Ordinal) : name[..at] + ".weight";
        if (target == "lm_head.weight" && !model.TryGet(target, out _, out _))
            config.TiedNames.TryGetValue(target, out target!);
        if (target is null || !model.TryGet(target, out _, out SafetensorsEntry weight))
            return $"{entry.Name} is for {target ?? name}, which the model does not have";
        if (at < 0)
            return weight.Shape.SequenceEqual(entry.Shape) ? null : $"{entry} replaces {weight}";
        if (weight.Shape.Count != 2 || entry.Shape.Count is < 1 or > 2)
            return $"{entry} cannot change {weight}";
        bool isA = name.Contains("lora_A", StringComparison.Ordinal) || name.Contains("lora_embedding_A", StringComparison.Ordinal);
        long outer = entry.Shape.Count == 1 ? entry.Shape[0] : isA ? entry.Shape[1] : entry.Shape[0];
        // Some checkpoints store a matrix as [inputs, outputs]; either side may be the one.
        return weight.Shape.Contains(outer) ? null : $"{entry} does not fit {weight}";
    }

    private static JsonDocument Read(string path)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            throw new CheckpointFormatException($"{path}: is not a JSON object.");
        }
        catch (JsonException error)
        {
            throw new CheckpointFormatException($"{path}: is not valid JSON.", error);
        }
    }
}
