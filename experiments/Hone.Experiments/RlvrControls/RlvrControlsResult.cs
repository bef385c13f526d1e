namespace Hone.Experiments;

/// <summary>The cells that are finished.</summary>
/// <param name="Cells">By seed, then by arm.</param>
public sealed record RlvrControlsResult(IReadOnlyList<RlvrCell> Cells)
{
    /// <summary>One summary an arm that has a cell, in the order of the arms.</summary>
    public IReadOnlyList<RlvrSummary> Summaries =>
        [.. RlvrArms.All.Select(arm => Cells.Where(c => c.Arm == arm).ToArray()).Where(c => c.Length > 0).Select(c => RlvrSummary.Of(c[0].Arm, c))];
}
