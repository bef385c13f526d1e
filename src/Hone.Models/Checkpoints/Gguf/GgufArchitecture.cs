namespace Hone.Models;

/// <summary>
/// An architecture of llama.cpp: how its GGUF files name and lay out what a family here computes, and what they leave unsaid. Data
/// only. Source: llama.cpp, its architecture list and conversion scripts.
/// </summary>
public sealed record GgufArchitecture
{
    /// <summary>The value of "general.architecture", which also begins the keys of its settings.</summary>
    public required string Name { get; init; }

    /// <summary>The families whose models it holds; a file is read as the first, unless it says more.</summary>
    public required IReadOnlyList<ModelFamily> Families { get; init; }

    /// <summary>Whether the two halves of every head's query and key rows are interleaved, because llama.cpp rotates neighbours there.</summary>
    public bool InterleavesHeads { get; init; }

    /// <summary>Whether queries, keys and values are one tensor.</summary>
    public bool FusesQkv { get; init; }

    /// <summary>Whether gate and up are one tensor, gate first.</summary>
    public bool FusesGate { get; init; }

    /// <summary>Whether "output.weight" must be there (true), must not (false), or says that the output matrix is not the embedding (null).</summary>
    public bool? HasOutput { get; init; }

    /// <summary>Whether it has windows, "attention.sliding_window"; elsewhere llama.cpp reads all positions.</summary>
    public bool HasWindow { get; init; }

    /// <summary>Of so many layers the last is without a window, where the file does not list them; 0 means that all have one.</summary>
    public int WindowPeriod { get; init; }

    /// <summary>Number of layers of the one size whose scores are divided by the root of width / heads; 0 for none.</summary>
    public int LayersOfWideScale { get; init; }

    /// <summary>Key of the norms' epsilon, without the architecture.</summary>
    public string EpsilonKey { get; init; } = "attention.layer_norm_rms_epsilon";

    /// <summary>From the Transformer's names to those of the file.</summary>
    /// <param name="model">What is stored: fused tensors are split by its sizes.</param>
    public WeightNameMap NamesOf(TransformerConfig model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new WeightNameMap(GgufNames.Of(this, model));
    }
}
