using Hone.Evaluation.Reports;

namespace Hone.Training.Recipes;

/// <summary>How a reinforcement learning run ended.</summary>
/// <param name="Training">Steps, paths, seconds.</param>
/// <param name="Report">What was measured; also written to the run directory.</param>
public sealed record RlResult(RecipeResult Training, RunReport Report);
