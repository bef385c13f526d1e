namespace Hone.Evaluation.Parity;

/// <summary>One thing that was compared.</summary>
/// <param name="What">Its name: "hidden_states.2", "logits", "greedy tokens", or a tensor's for a gradient.</param>
/// <param name="Difference">Largest difference; of a gradient, in parts of the tensor's recorded norm.</param>
/// <param name="Largest">Largest recorded magnitude; of a gradient, its norm.</param>
/// <param name="FirstPlace">The first element beyond the tolerance, in words; null where there is none.</param>
/// <param name="Holds">Whether everything is within the tolerance.</param>
public sealed record ParityLine(string What, double Difference, double Largest, string? FirstPlace, bool Holds);

/// <summary>How a model compares with recorded values.</summary>
/// <param name="Lines">What was compared: hidden states from the embedding up, the output, greedy tokens, gradients in the file's order.</param>
public sealed record ParityReport(IReadOnlyList<ParityLine> Lines)
{
    /// <summary>Whether all of it is within the tolerance.</summary>
    public bool Holds => Lines.All(line => line.Holds);

    /// <summary>The first line that is not: where to look. Null when all holds.</summary>
    public ParityLine? FirstDifferent => Lines.FirstOrDefault(line => !line.Holds);
}
