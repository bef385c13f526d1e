using Hone.Tensors;

namespace Hone.Training.Runs;

/// <summary>What a run is handed from outside: the arithmetic, the clock, where it reports, and the wish to stop.</summary>
public sealed record RunContext
{
    /// <summary>The arithmetic; not owned.</summary>
    public required Backend Backend { get; init; }

    /// <summary>Where it reports.</summary>
    public RunObserver Observer { get; init; } = new();

    /// <summary>The clock of step times and receipts; changes no bit of a result.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>When cancelled, the run finishes its step, saves, and returns.</summary>
    public CancellationToken Interrupt { get; init; }

    /// <summary>The recipe as text for the run directory; null writes none.</summary>
    public string? RecipeText { get; init; }

    /// <summary>Go on from the newest checkpoint of the output directory instead of beginning.</summary>
    public bool Resume { get; init; }

    /// <summary>Program version for the receipt.</summary>
    public string ProgramVersion { get; init; } = typeof(RunContext).Assembly.GetName().Version?.ToString(3) ?? "0";

    internal void Say(string message) => Observer.Message?.Invoke(message);
}
