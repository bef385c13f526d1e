using System.Globalization;
using System.Text.RegularExpressions;

namespace Hone.Models;

/// <summary>
/// Which modules an adapter changes: the rules of PEFT's check_target_module_exists and get_pattern_key. Expressions come from
/// files, so each match is bounded in time.
/// </summary>
internal sealed class LoraTargets(LoraConfig config, string? file)
{
    private static readonly TimeSpan s_longestMatch = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether a projection, the embedding or the output matrix of that name is changed.</summary>
    public bool Contains(string module, bool isHeadOrTable)
    {
        if (config.ExcludePattern is { } exclude ? Fits(exclude, module, "exclude_modules") : EndsInOne(config.ExcludeModules, module))
            return false;
        if (config.TargetPattern == LoraConfig.AllLinear)
            return !isHeadOrTable && IsChosenLayer(module);
        if (config.TargetPattern is { } pattern)
            return Fits(pattern, module, "target_modules");
        return config.TargetModules.Contains(module) || (EndsInOne(config.TargetModules, module) && IsChosenLayer(module));
    }

    /// <summary>Whether the adapter has a whole copy of the module.</summary>
    public bool IsSaved(string module) => config.ModulesToSave.Any(name => module.EndsWith(name, StringComparison.Ordinal));

    /// <summary>The module's rank.</summary>
    public int Rank(string module) => Choose(config.RankPattern, module, config.Rank, "rank_pattern");

    /// <summary>The module's alpha.</summary>
    public double Alpha(string module) => Choose(config.AlphaPattern, module, config.Alpha, "alpha_pattern");

    /// <summary>Whether a name of the list means the module.</summary>
    public static bool Names(string target, string module) =>
        module == target || (module.EndsWith(target, StringComparison.Ordinal) && module[^(target.Length + 1)] == '.');

    private static bool EndsInOne(IReadOnlyList<string> names, string module)
    {
        foreach (string name in names)
        {
            if (name.Length > 0 && Names(name, module))
                return true;
        }
        return false;
    }

    private bool IsChosenLayer(string module)
    {
        if (config.LayersToTransform is not { } layers)
            return true;
        IEnumerable<string> patterns = config.LayersPattern.Count == 0 ? ["[^.]*"] : config.LayersPattern;
        foreach (string pattern in patterns)
        {
            Match match = Match($@"\A.*\.{pattern}\.(?<layer>[0-9]+)\.", module, "layers_pattern");
            if (match.Success)
                return int.TryParse(match.Groups["layer"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int layer) && layers.Contains(layer);
        }
        return false;
    }

    private T Choose<T>(IReadOnlyList<KeyValuePair<string, T>> patterns, string module, T fallback, string key)
    {
        foreach ((string pattern, T value) in patterns)
        {
            if (Match($@"\A(?:.*\.)?(?:{pattern})\z", module, key).Success)
                return value;
        }
        return fallback;
    }

    private bool Fits(string pattern, string module, string key) => Match($@"\A(?:{pattern})\z", module, key).Success;

    private Match Match(string pattern, string module, string key)
    {
        try
        {
            return Regex.Match(module, pattern, RegexOptions.CultureInvariant, s_longestMatch);
        }
        catch (RegexMatchTimeoutException)
        {
            throw CheckpointErrors.Setting(file, key, "is a regular expression that takes too long", got: pattern);
        }
        catch (ArgumentException)
        {
            throw CheckpointErrors.Setting(file, key, "is no regular expression", got: pattern);
        }
    }
}
