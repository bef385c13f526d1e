using Hone.Models;
using Hone.Tokenizers;

namespace Hone.Evaluation.Doctor;

/// <summary>
/// Checks the files of a model directory against each other: configuration, weights, tokenizer, special tokens, ends of
/// text, chat template, element types. Changes nothing.
/// </summary>
public static class ModelDoctor
{
    /// <summary>Everything found in a directory, in the order in which it was looked at; empty if there is nothing to say.</summary>
    /// <param name="path">A model directory.</param>
    public static IReadOnlyList<DoctorFinding> Examine(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var findings = new List<DoctorFinding>();
        HuggingFaceConfig? config = null;
        try
        {
            ModelDirectory directory = ModelDirectory.Open(path);
            config = directory.Config;
            findings.Add(new DoctorFinding(FindingSeverity.Note, "config.json",
                FormattableString.Invariant($"{config.Family.ModelType}, {config.Model.ParameterCount():N0} parameters, {config.Model.LayerCount} layers, context {config.Model.ContextLength}")));
            using SafetensorsCheckpoint weights = directory.OpenWeights();
            WeightChecks.Run(findings, config, weights);
        }
        catch (CheckpointFormatException error)
        {
            findings.Add(FromError(path, config is null ? "config.json" : "weights", error));
        }
        TokenizerChecks.Run(findings, path, config);
        return findings;
    }

    /// <summary>A directory compared with a second copy of the model, or with an adapter for it (a directory with adapter_config.json).</summary>
    /// <param name="path">A model directory.</param>
    /// <param name="other">The other directory.</param>
    public static IReadOnlyList<DoctorFinding> Compare(string path, string other)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(other);
        var findings = new List<DoctorFinding>();
        try
        {
            ModelDirectory directory = ModelDirectory.Open(path);
            if (File.Exists(Path.Combine(other, AdapterChecks.ConfigFileName)))
                AdapterChecks.Run(findings, directory, other);
            else
                CopyComparison.Run(findings, directory, ModelDirectory.Open(other));
        }
        catch (CheckpointFormatException error)
        {
            findings.Add(FromError(path, "files", error));
        }
        return findings;
    }

    // The directory is known to whoever asked; its name is left out of what is said.
    internal static DoctorFinding FromError(string path, string subject, CheckpointFormatException error)
    {
        string message = error.Message;
        if (error.Hint is { Length: > 0 } hint && message.EndsWith(" " + hint, StringComparison.Ordinal))
            message = message[..^(hint.Length + 1)];
        string prefix = Path.TrimEndingDirectorySeparator(path);
        if (message.StartsWith(prefix, StringComparison.Ordinal))
            message = message[prefix.Length..].TrimStart('/', '\\', ':', ' ');
        return new DoctorFinding(FindingSeverity.Error, subject, message.TrimEnd('.'), error.Hint);
    }
}
