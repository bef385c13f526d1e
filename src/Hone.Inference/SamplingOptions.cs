namespace Hone.Inference;

/// <summary>
/// How the next token is drawn. The order is the field's: temperature, then top-k, top-p, min-p on what is left.
/// Immutable; the defaults draw from the whole distribution.
/// </summary>
public sealed record SamplingOptions
{
    private const float LeastTemperature = 1e-6f;

    /// <summary>Divides the logits; 0 takes the most likely token (ties: the lowest id), else at least 1e-6. Default 1.</summary>
    public float Temperature { get; init; } = 1f;

    /// <summary>Keeps the k most likely tokens, and those as likely as the k-th; 0, the default, keeps all.</summary>
    public int TopK { get; init; }

    /// <summary>Keeps the most likely tokens whose probabilities reach this sum (arXiv 1904.09751); 1, the default, keeps all.</summary>
    public float TopP { get; init; } = 1f;

    /// <summary>Keeps tokens at least this fraction as likely as the most likely (arXiv 2407.01082); 0, the default, keeps all.</summary>
    public float MinP { get; init; }

    /// <summary>Seed of the run; draws are keyed by it, the prompt, the sample and the position, never by slot or arrival. Default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Takes the most likely token.</summary>
    public static SamplingOptions Greedy { get; } = new() { Temperature = 0f };

    /// <summary>Whether anything is cut from the distribution.</summary>
    public bool Truncates => TopK > 0 || TopP < 1f || MinP > 0f;

    /// <summary>Refuses values out of range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range; the message names it.</exception>
    public void Validate()
    {
        // Below the least temperature the scaled logits could leave the range of float32.
        if (!(Temperature == 0f || (Temperature >= LeastTemperature && float.IsFinite(Temperature))))
            throw new ArgumentOutOfRangeException(nameof(Temperature), Temperature, "temperature must be 0 (greedy) or at least 1e-6.");
        if (TopK < 0)
            throw new ArgumentOutOfRangeException(nameof(TopK), TopK, "top_k must be 0 (off) or more.");
        if (!(TopP is > 0f and <= 1f))
            throw new ArgumentOutOfRangeException(nameof(TopP), TopP, "top_p must be above 0 and at most 1.");
        if (!(MinP is >= 0f and <= 1f))
            throw new ArgumentOutOfRangeException(nameof(MinP), MinP, "min_p must be 0 to 1.");
    }
}
