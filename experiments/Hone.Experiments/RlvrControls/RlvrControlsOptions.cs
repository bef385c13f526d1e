using Hone.Evaluation.Tasks;
using Hone.Training.Configuration;

namespace Hone.Experiments;

/// <summary>What <see cref="RlvrControls"/> runs.</summary>
public sealed record RlvrControlsOptions
{
    /// <summary>The recipe of every arm; model, seed and folder are set by cell, checkpoints are left out.</summary>
    public required RlConfig Sharpen { get; init; }

    /// <summary>The recipe of the bases that are made here; seed and folder are set by base.</summary>
    public required PretrainConfig Pretrain { get; init; }

    /// <summary>Prompts, references and verifier, with the completions' form as its verifier reads it.</summary>
    public required EvalTask Task { get; init; }

    /// <summary>The form that the format-only reward asks for: a pattern of the whole completion.</summary>
    public required string FormatPattern { get; init; }

    /// <summary>Seeds, each with a base of its own. Default 0, 1, 2.</summary>
    public IReadOnlyList<int> Seeds { get; init; } = [0, 1, 2];

    /// <summary>Model folders, one a seed; empty, the default, makes them.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>Where bases, runs, cells and tables go. What is finished there is not run again.</summary>
    public required string OutputDirectory { get; init; }

    /// <exception cref="ArgumentException">Seeds and bases do not pair up, or nothing would be measured.</exception>
    internal void Validate()
    {
        if (Seeds.Count == 0 || Seeds.Distinct().Count() != Seeds.Count || Seeds.Any(s => s < 0))
            throw new ArgumentException($"Seeds are different numbers of at least 0; got {string.Join(", ", Seeds)}.");
        if (Bases.Count != 0 && Bases.Count != Seeds.Count)
            throw new ArgumentException($"There are {Bases.Count} bases for {Seeds.Count} seeds; give one base a seed, or none.");
        if (Sharpen.EvalProblems == 0)
            throw new ArgumentException("An experiment measures; eval_problems must be at least 1.");
    }
}
