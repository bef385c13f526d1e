namespace Hone.Experiments;

/// <summary>An experiment that <c>hone lab</c> knows.</summary>
/// <param name="Name">What is typed.</param>
/// <param name="Claim">What it runs against what, in one line.</param>
public sealed record LabExperiment(string Name, string Claim)
{
    /// <summary>All of them, in the order of the list.</summary>
    public static IReadOnlyList<LabExperiment> All { get; } = [RlvrControls.Description];
}
