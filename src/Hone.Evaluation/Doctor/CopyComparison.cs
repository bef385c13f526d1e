using System.Text.Json;
using Hone.Models;

namespace Hone.Evaluation.Doctor;

/// <summary>Two directories of what should be one model.</summary>
internal static class CopyComparison
{
    private const int ChunkElements = 1 << 16;
    private static readonly string[] TextFiles = ["tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "generation_config.json", "chat_template.jinja"];

    public static void Run(List<DoctorFinding> findings, ModelDirectory first, ModelDirectory second)
    {
        CompareConfigs(findings, first.Config, second.Config);
        using (SafetensorsCheckpoint one = first.OpenWeights())
        using (SafetensorsCheckpoint two = second.OpenWeights())
            CompareWeights(findings, one, two);
        foreach (string name in TextFiles)
        {
            byte[]? one = Read(first.Path, name), two = Read(second.Path, name);
            if (one is null != two is null)
                findings.Add(new DoctorFinding(FindingSeverity.Warning, name, one is null ? "only the second directory has it" : "only the first directory has it"));
            else if (one is not null && !one.AsSpan().SequenceEqual(two))
                findings.Add(new DoctorFinding(FindingSeverity.Warning, name, "differs"));
        }
        if (findings.Count == 0)
            findings.Add(new DoctorFinding(FindingSeverity.Note, "files", "the two hold the same model"));
    }

    private static void CompareConfigs(List<DoctorFinding> findings, HuggingFaceConfig first, HuggingFaceConfig second)
    {
        bool same = first.Family == second.Family && first.Model.Equals(second.Model);
        foreach (string key in first.RawKeys.Keys.Union(second.RawKeys.Keys).Order(StringComparer.Ordinal))
        {
            string one = first.RawKeys.GetValueOrDefault(key, "absent"), two = second.RawKeys.GetValueOrDefault(key, "absent");
            if (one == two || SameJson(one, two))
                continue;
            // Two spellings of one model differ in keys and in nothing else.
            findings.Add(new DoctorFinding(same ? FindingSeverity.Note : FindingSeverity.Warning, "config.json", $"{key} is {Short(one)} and {Short(two)}"));
        }
        if (!same)
            findings.Add(new DoctorFinding(FindingSeverity.Error, "config.json", "the two describe different models"));
    }

    private static void CompareWeights(List<DoctorFinding> findings, SafetensorsCheckpoint first, SafetensorsCheckpoint second)
    {
        var messages = new List<string>();
        foreach (string name in first.Names.Union(second.Names).Order(StringComparer.Ordinal))
        {
            if (!first.TryGet(name, out SafetensorsFile fileOne, out SafetensorsEntry one))
                messages.Add($"{name} is only in the second");
            else if (!second.TryGet(name, out SafetensorsFile fileTwo, out SafetensorsEntry two))
                messages.Add($"{name} is only in the first");
            else if (!one.Shape.SequenceEqual(two.Shape))
                messages.Add($"{one} is {two} in the second");
            else if ((one.Type != two.Type || !fileOne.SameContent(one, fileTwo, two)) && Difference(fileOne, one, fileTwo, two) is { } difference)
                messages.Add(FormattableString.Invariant($"{name} differs by up to {difference:G4}{(one.Type == two.Type ? "" : $" ({one.Type} and {two.Type})")}"));
            else if (one.Type != two.Type)
                findings.Add(new DoctorFinding(FindingSeverity.Note, "weights", $"{name} is {one.Type} and {two.Type}, with the same values"));
        }
        WeightChecks.AddFew(findings, FindingSeverity.Error, "weights", messages, null);
    }

    // Null when all values are the same.
    private static double? Difference(SafetensorsFile fileOne, SafetensorsEntry one, SafetensorsFile fileTwo, SafetensorsEntry two)
    {
        if (one.ElementCount != two.ElementCount)
            return double.PositiveInfinity;
        float[] a = new float[ChunkElements], b = new float[ChunkElements];
        double? worst = null;
        for (long first = 0; first < one.ElementCount; first += ChunkElements)
        {
            int count = (int)Math.Min(ChunkElements, one.ElementCount - first);
            fileOne.Read(one, first, a.AsSpan(0, count));
            fileTwo.Read(two, first, b.AsSpan(0, count));
            for (int i = 0; i < count; i++)
            {
                if (a[i].Equals(b[i]))
                    continue;
                double difference = Math.Abs((double)a[i] - b[i]);
                worst = Math.Max(worst ?? 0, double.IsNaN(difference) ? double.PositiveInfinity : difference);
            }
        }
        return worst;
    }

    private static bool SameJson(string one, string two)
    {
        if (one == "absent" || two == "absent")
            return one == two;
        using JsonDocument first = JsonDocument.Parse(one), second = JsonDocument.Parse(two);
        return JsonElement.DeepEquals(first.RootElement, second.RootElement);
    }

    private static string Short(string json)
    {
        string line = string.Join(' ', json.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 60 ? line : line[..57] + "...";
    }

    private static byte[]? Read(string directory, string name)
    {
        string path = Path.Combine(directory, name);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }
}
