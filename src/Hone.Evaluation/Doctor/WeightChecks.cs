using Hone.Models;

namespace Hone.Evaluation.Doctor;

/// <summary>Whether the weights are those of the configuration, and usable.</summary>
internal static class WeightChecks
{
    private const int Shown = 5, ChunkElements = 1 << 16;

    public static void Run(List<DoctorFinding> findings, HuggingFaceConfig config, SafetensorsCheckpoint weights)
    {
        SafetensorsEntry[] entries = [.. weights.Files.SelectMany(file => file.Entries)];
        IGrouping<SafetensorsType, SafetensorsEntry>[] types = [.. entries.GroupBy(entry => entry.Type).OrderByDescending(group => group.Sum(entry => entry.SizeBytes))];
        findings.Add(new DoctorFinding(FindingSeverity.Note, "weights",
            FormattableString.Invariant($"{entries.Length} tensors in {weights.Files.Count} file(s): {string.Join(", ", types.Select(group => $"{group.Count()} {group.Key}"))}")));
        IReadOnlyList<string> problems = CheckpointSurvey.FindProblems(config, weights);
        AddFew(findings, FindingSeverity.Error, "weights", problems, "config.json describes another model than the weights are of, or files are missing.");
        CheckTypes(findings, config, types);
        AddFew(findings, FindingSeverity.Error, "weights", [.. NotFinite(weights)], "The file is damaged, or training diverged before it was saved.");
    }

    /// <summary>The first few of many findings, and how many more there are.</summary>
    public static void AddFew(List<DoctorFinding> findings, FindingSeverity severity, string subject, IReadOnlyList<string> messages, string? hint)
    {
        foreach (string message in messages.Take(Shown))
            findings.Add(new DoctorFinding(severity, subject, message, hint));
        if (messages.Count > Shown)
            findings.Add(new DoctorFinding(severity, subject, $"and {messages.Count - Shown} more of the kind", hint));
    }

    private static void CheckTypes(List<DoctorFinding> findings, HuggingFaceConfig config, IGrouping<SafetensorsType, SafetensorsEntry>[] types)
    {
        SafetensorsType? claimed = config.StoredType switch
        {
            Hone.Tensors.DType.Float32 => SafetensorsType.F32,
            Hone.Tensors.DType.BFloat16 => SafetensorsType.BF16,
            Hone.Tensors.DType.Float16 => SafetensorsType.F16,
            _ => null,
        };
        if (claimed is null)
            findings.Add(new DoctorFinding(FindingSeverity.Note, "config.json", "names no element type of the weights", "The weights decide; nothing needs to be done."));
        else if (types.Length > 0 && types[0].Key != claimed)
            findings.Add(new DoctorFinding(FindingSeverity.Warning, "config.json", $"says that weights are {claimed}, most are {types[0].Key}", "Other programs may convert them on loading; correct dtype in config.json."));
    }

    private static IEnumerable<string> NotFinite(SafetensorsCheckpoint weights)
    {
        var buffer = new float[ChunkElements];
        foreach (SafetensorsFile file in weights.Files)
        {
            foreach (SafetensorsEntry entry in file.Entries.Where(entry => entry.Type is SafetensorsType.F32 or SafetensorsType.BF16 or SafetensorsType.F16))
            {
                long bad = 0;
                for (long first = 0; first < entry.ElementCount; first += ChunkElements)
                {
                    Span<float> part = buffer.AsSpan(0, (int)Math.Min(ChunkElements, entry.ElementCount - first));
                    file.Read(entry, first, part);
                    foreach (float value in part)
                        bad += float.IsFinite(value) ? 0 : 1;
                }
                if (bad > 0)
                    yield return FormattableString.Invariant($"{entry.Name} has {bad} value(s) that are not finite");
            }
        }
    }
}
