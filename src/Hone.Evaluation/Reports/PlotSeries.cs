namespace Hone.Evaluation.Reports;

/// <summary>One line of a plot.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Points">The points, by ascending x. One whose coordinates are not finite interrupts the line.</param>
public sealed record PlotSeries(string Name, IReadOnlyList<(double X, double Y)> Points);
