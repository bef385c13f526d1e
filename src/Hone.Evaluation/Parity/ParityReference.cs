using Hone.Models;

namespace Hone.Evaluation.Parity;

/// <summary>
/// What another library computed from a model: a safetensors file with <c>input_ids</c> [B, T], <c>logits</c> [B, T, V] or
/// <c>last_hidden_state</c> [B, T, D], and where recorded <c>hidden_states.i</c> [1, T, D] of the first sequence (0 what the
/// first layer reads, i the output of layer i, the last after the final norm), <c>greedy_prompt</c> [1, P] and
/// <c>greedy_tokens</c> [1, G].
/// </summary>
public sealed class ParityReference
{
    private ParityReference(string path) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The sequences, all of one length.</summary>
    public IReadOnlyList<int[]> InputIds { get; private init; } = [];

    /// <summary>Logits of all positions, sequences one after the other; null for an encoder.</summary>
    public float[]? Logits { get; private init; }

    /// <summary>Hidden states after the last layer and norm, sequences one after the other; null where logits are recorded.</summary>
    public float[]? LastHiddenState { get; private init; }

    /// <summary>Hidden states of the first sequence, stage by stage; empty where none are recorded.</summary>
    public IReadOnlyList<float[]> HiddenStates { get; private init; } = [];

    /// <summary>Prompt of the greedy continuation; null where none is recorded.</summary>
    public int[]? GreedyPrompt { get; private init; }

    /// <summary>Its tokens; null where none are recorded.</summary>
    public int[]? GreedyTokens { get; private init; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="CheckpointFormatException">It is no such file.</exception>
    public static ParityReference Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using SafetensorsFile file = SafetensorsFile.Open(path);
        var stages = new List<float[]>();
        while (file.TryGet($"hidden_states.{stages.Count}", out SafetensorsEntry stage))
            stages.Add(file.ReadFloats(stage.Name));
        bool hasLogits = file.TryGet("logits", out _);
        bool hasGreedy = file.TryGet("greedy_prompt", out _) && file.TryGet("greedy_tokens", out _);
        return new ParityReference(path)
        {
            InputIds = Integers(file, "input_ids"),
            Logits = hasLogits ? file.ReadFloats("logits") : null,
            LastHiddenState = hasLogits ? null : file.ReadFloats("last_hidden_state"),
            HiddenStates = stages,
            GreedyPrompt = hasGreedy ? Integers(file, "greedy_prompt")[0] : null,
            GreedyTokens = hasGreedy ? Integers(file, "greedy_tokens")[0] : null,
        };
    }

    // [rows, columns] as rows.
    private static int[][] Integers(SafetensorsFile file, string name)
    {
        long[] values = file.ReadIntegers(name);
        IReadOnlyList<long> shape = file.Get(name).Shape;
        int columns = shape.Count == 0 || values.Length == 0 ? 1 : (int)Math.Max(1, shape[^1]);
        return [.. values.Select(value => checked((int)value)).Chunk(columns)];
    }
}
