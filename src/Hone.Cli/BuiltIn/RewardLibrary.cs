using Hone.Cli.Errors;
using Hone.Cli.Scripting;
using Hone.Training.Configuration;
using Hone.Training.Rewards;
using Hone.Verification;

namespace Hone.Cli.BuiltIn;

/// <summary>Makes the rewards that a recipe lists: verifiers by name, scripts by path.</summary>
internal static class RewardLibrary
{
    /// <summary>The rewards in the recipe's order; scripts are compiled.</summary>
    /// <param name="rewards">The recipe's list.</param>
    /// <param name="directory">The recipe's folder, where scripts lie.</param>
    /// <exception cref="UserException">A name is unknown, or two rewards would have one name in the metrics.</exception>
    /// <exception cref="RewardScriptException">A script does not compile.</exception>
    internal static IReadOnlyList<NamedReward> Find(IReadOnlyList<RewardConfig> rewards, string directory)
    {
        NamedReward[] found = [.. rewards.Select(r => r.Script is { } script ? FromScript(script, directory, r.Weight) : FromName(r.Name!, r.Weight))];
        if (found.GroupBy(r => r.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new UserException($"the reward '{twice.Key}' is listed twice", "Give it once with the sum of the weights, or another file name to the second script.");
        return found;
    }

    // A relative path begins at the recipe's folder; from the current one it may be given as well. Messages show it short.
    private static NamedReward FromScript(string script, string directory, double weight)
    {
        string beside = Path.Combine(directory, script);
        string path = File.Exists(beside) || !File.Exists(script) ? beside : script;
        string shown = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return new NamedReward(Path.GetFileNameWithoutExtension(script), RewardScript.Load(shown.StartsWith("..", StringComparison.Ordinal) ? path : shown), weight);
    }

    private static NamedReward FromName(string name, double weight)
    {
        IVerifier verifier;
        try
        {
            verifier = Verifiers.Create(name);
        }
        catch (ArgumentException e)
        {
            string? nearest = NearestName.Of(name, Verifiers.Names);
            throw new UserException(
                $"rewards: {name}: {(nearest is null ? e.Message.Split(';')[0] : $"unknown reward '{name}'")}",
                nearest is null ? $"Known: {string.Join(", ", Verifiers.Names)}; or give a script." : $"Did you mean '{nearest}'?", inner: e);
        }
        return NamedReward.From(verifier, weight);
    }
}
