namespace Hone.Training.Recipes;

/// <summary>How a training run ended.</summary>
/// <param name="RunPath">The run directory.</param>
/// <param name="ModelPath">The finished model's directory; null when the run was interrupted before its end.</param>
/// <param name="Steps">Optimizer steps done in all.</param>
/// <param name="Interrupted">Whether somebody stopped it; a checkpoint of the last step is there to resume from.</param>
/// <param name="TrainingSeconds">Wall time of this process's optimizer steps, evaluations and saving not counted.</param>
public sealed record RecipeResult(string RunPath, string? ModelPath, long Steps, bool Interrupted, double TrainingSeconds);
