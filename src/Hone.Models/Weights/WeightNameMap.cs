namespace Hone.Models;

/// <summary>
/// Reversible rules between the parameters of a model and the tensors of a checkpoint, as data: names, and how a tensor
/// is laid out there. The first rule whose pattern matches is applied; a name that none matches stays as it is.
/// </summary>
public sealed class WeightNameMap
{
    private readonly WeightNameRule[] _rules;

    /// <summary>A map of rules, the most specific first.</summary>
    /// <exception cref="ArgumentException">The two sides of a rule have different placeholders.</exception>
    public WeightNameMap(IEnumerable<WeightNameRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = [.. rules];
        foreach (WeightNameRule rule in _rules)
            rule.Validate();
    }

    /// <summary>Names are the same on both sides.</summary>
    public static WeightNameMap Identity { get; } = new([]);

    /// <summary>The rules in the order in which they are tried.</summary>
    public IReadOnlyList<WeightNameRule> Rules => _rules;

    /// <summary>The checkpoint's name of a parameter.</summary>
    /// <exception cref="ArgumentException">The way back gives another name: the rules are not reversible there.</exception>
    public string ToFile(string modelName) => Place(modelName).File;

    /// <summary>Where a parameter lies in a checkpoint.</summary>
    /// <exception cref="ArgumentException">The way back gives another name: the rules are not reversible there.</exception>
    public WeightPlace Place(string modelName)
    {
        ArgumentException.ThrowIfNullOrEmpty(modelName);
        var place = new WeightPlace(modelName, null);
        foreach (WeightNameRule rule in _rules)
        {
            if (!WeightNameRule.TryMatch(rule.Model, modelName, out List<string> parts))
                continue;
            place = new WeightPlace(WeightNameRule.Fill(rule.File, parts), rule);
            break;
        }
        // The parts of a fused tensor all go back to its name; any of them is a way back.
        string back = place.File;
        foreach (WeightNameRule rule in _rules)
        {
            if (!WeightNameRule.TryMatch(rule.File, place.File, out List<string> parts))
                continue;
            back = WeightNameRule.Fill(rule.Model, parts);
            if (back == modelName || !rule.IsFused)
                break;
        }
        Reversible(modelName, place.File, back);
        return place;
    }

    /// <summary>The model's name of a tensor of a checkpoint; of a fused one, that of its first part.</summary>
    /// <exception cref="ArgumentException">The way back gives another name: the rules are not reversible there.</exception>
    public string ToModel(string fileName)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        string modelName = Apply(fileName, rule => rule.File, rule => rule.Model);
        return Reversible(fileName, modelName, Apply(modelName, rule => rule.Model, rule => rule.File));
    }

    /// <summary>The same rules with the sides exchanged; only of rules that rename and nothing else.</summary>
    /// <exception cref="InvalidOperationException">A rule changes the layout.</exception>
    public WeightNameMap Invert() => Array.Exists(_rules, rule => rule.IsFused || rule.IsTransposed || rule.IsScalar || rule.InterleavedRows > 0 || rule.AddsOne)
        ? throw new InvalidOperationException("A map that changes layouts has no inverse of the same kind.")
        : new(_rules.Select(rule => new WeightNameRule(rule.File, rule.Model)));

    private string Apply(string name, Func<WeightNameRule, string> from, Func<WeightNameRule, string> to)
    {
        foreach (WeightNameRule rule in _rules)
        {
            if (WeightNameRule.TryMatch(from(rule), name, out List<string> parts))
                return WeightNameRule.Fill(to(rule), parts);
        }
        return name;
    }

    private static string Reversible(string name, string mapped, string back) => back == name
        ? mapped
        : throw new ArgumentException($"The name rules are not reversible: '{name}' becomes '{mapped}', which goes back to '{back}'.");
}
