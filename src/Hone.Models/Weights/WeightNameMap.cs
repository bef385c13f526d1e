using System.Text;

namespace Hone.Models;

/// <summary>
/// Reversible rules between the names of a model's parameters and those of a checkpoint, as data. The first rule whose
/// pattern matches is applied; a name that none matches stays as it is.
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
    public string ToFile(string modelName)
    {
        ArgumentException.ThrowIfNullOrEmpty(modelName);
        string fileName = Apply(modelName, rule => rule.Model, rule => rule.File);
        return Reversible(modelName, fileName, Apply(fileName, rule => rule.File, rule => rule.Model));
    }

    /// <summary>The model's name of a tensor of a checkpoint.</summary>
    /// <exception cref="ArgumentException">The way back gives another name: the rules are not reversible there.</exception>
    public string ToModel(string fileName)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        string modelName = Apply(fileName, rule => rule.File, rule => rule.Model);
        return Reversible(fileName, modelName, Apply(modelName, rule => rule.Model, rule => rule.File));
    }

    /// <summary>The same rules with the sides exchanged.</summary>
    public WeightNameMap Invert() => new(_rules.Select(rule => new WeightNameRule(rule.File, rule.Model)));

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

/// <summary>
/// One renaming between a model's names and a checkpoint's. "*" stands for one or more characters without '.', "**", at the
/// end of a pattern only, for any rest of one or more; placeholders are carried over in order. A prefix is the rule
/// ("model.**", "language_model.model.**").
/// </summary>
/// <param name="Model">Pattern of the model's name.</param>
/// <param name="File">Pattern of the checkpoint's name.</param>
public sealed record WeightNameRule(string Model, string File)
{
    internal void Validate()
    {
        if (!Placeholders(Model).SequenceEqual(Placeholders(File)))
            throw new ArgumentException($"The rule '{Model}' to '{File}' has different placeholders on its two sides.");
    }

    internal static bool TryMatch(string pattern, string name, out List<string> parts)
    {
        parts = [];
        int at = 0;
        for (int i = 0; i < pattern.Length;)
        {
            if (pattern[i] != '*')
            {
                if (at >= name.Length || name[at++] != pattern[i++])
                    return false;
                continue;
            }
            if (i + 1 < pattern.Length && pattern[i + 1] == '*')
            {
                if (at >= name.Length)
                    return false;
                parts.Add(name[at..]);
                return true;
            }
            int end = name.IndexOf('.', at);
            if (end < 0)
                end = name.Length;
            if (end == at)
                return false;
            parts.Add(name[at..end]);
            at = end;
            i++;
        }
        return at == name.Length;
    }

    internal static string Fill(string pattern, List<string> parts)
    {
        var result = new StringBuilder();
        int next = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '*')
            {
                result.Append(pattern[i]);
                continue;
            }
            result.Append(parts[next++]);
            if (i + 1 < pattern.Length && pattern[i + 1] == '*')
                i++;
        }
        return result.ToString();
    }

    private static List<string> Placeholders(string pattern)
    {
        var found = new List<string>();
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '*')
                continue;
            bool rest = i + 1 < pattern.Length && pattern[i + 1] == '*';
            bool followed = i + (rest ? 2 : 1) < pattern.Length;
            if (rest && followed)
                throw new ArgumentException($"In '{pattern}' something follows '**'; it stands at the end only.");
            if (!rest && followed && pattern[i + 1] != '.')
                throw new ArgumentException($"In '{pattern}' a '*' is followed by '{pattern[i + 1]}'; it stands for the rest of a part.");
            found.Add(rest ? "**" : "*");
            if (rest)
                i++;
        }
        return found;
    }
}
