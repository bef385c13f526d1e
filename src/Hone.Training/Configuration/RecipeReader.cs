using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Hone.Training.Configuration;

/// <summary>A key that a recipe may have.</summary>
/// <param name="Name">The key, with the sections around it and dots between.</param>
/// <param name="Type">What it holds: text, integer, number, true|false, the choices, or a section.</param>
/// <param name="Default">The value without it, as a recipe writes it; "required" where there is none.</param>
/// <param name="Description">One line.</param>
public sealed record RecipeKey(string Name, string Type, string Default, string Description);

/// <summary>
/// Typed access to a recipe: every getter names the key, its default and what it means, and so makes the key known.
/// <see cref="Finish"/> then refuses the keys that nobody asked for, with the nearest known name. The same getters over no
/// file list the keys for help (<see cref="Describe"/>). Messages give file, line and column.
/// </summary>
public sealed class RecipeReader
{
    private readonly RecipeDocument? _document;
    private readonly YamlMappingNode _node;
    private readonly string _prefix;
    private readonly List<RecipeKey> _keys;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<RecipeReader> _sections = [];

    private RecipeReader(RecipeDocument? document, YamlMappingNode node, string prefix, List<RecipeKey> keys)
    {
        _document = document;
        _node = node;
        _prefix = prefix;
        _keys = keys;
    }

    /// <summary>The keys asked for so far, in that order, those of sections included.</summary>
    public IReadOnlyList<RecipeKey> Keys => _keys;

    /// <summary>Reads a file.</summary>
    /// <param name="path">A YAML file.</param>
    /// <param name="overrides">Entries <c>key=value</c>, dotted into sections and lists; the last one of a key wins over the file.</param>
    /// <exception cref="RecipeException">The file cannot be read or is not a recipe.</exception>
    public static RecipeReader Load(string path, IEnumerable<string>? overrides = null)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException($"{path}: cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }

        return Parse(text, path, overrides);
    }

    /// <summary>Reads text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">The name that messages give.</param>
    /// <param name="overrides">As for <see cref="Load"/>.</param>
    /// <exception cref="RecipeException">The text is not a recipe.</exception>
    public static RecipeReader Parse(string text, string file, IEnumerable<string>? overrides = null)
    {
        RecipeDocument document = RecipeDocument.Parse(text, file, overrides ?? []);
        return new RecipeReader(document, document.Root, "", []);
    }

    /// <summary>The keys that a reading function asks for.</summary>
    /// <param name="read">A function such as <c>RlConfig.Read</c>.</param>
    public static IReadOnlyList<RecipeKey> Describe<T>(Func<RecipeReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var reader = new RecipeReader(null, new YamlMappingNode(), "", []);
        _ = read(reader);
        return reader.Keys;
    }

    /// <summary>Text; null where neither the recipe nor the default has any.</summary>
    /// <exception cref="RecipeException">The value is a list or a section.</exception>
    public string? Text(string key, string? fallback, string description) =>
        Scalar(key, "text", fallback ?? "null", description) is { } scalar ? scalar.Value : fallback;

    /// <summary>Text that the recipe must have.</summary>
    /// <exception cref="RecipeException">The key is missing or empty.</exception>
    public string RequiredText(string key, string description)
    {
        YamlScalarNode? scalar = Scalar(key, "text", "required", description);
        if (scalar?.Value is { Length: > 0 } value) return value;
        return _document is null ? "" : throw Missing(key);
    }

    /// <summary>A list of plain values; one value stands for a list of one.</summary>
    /// <exception cref="RecipeException">The value is a section, or a list of other than plain values.</exception>
    public IReadOnlyList<string> TextList(string key, IReadOnlyList<string> fallback, string description)
    {
        YamlNode? node = Find(key, "list", fallback.Count == 1 ? fallback[0] : $"[{string.Join(", ", fallback)}]", description);
        return node switch
        {
            null => fallback,
            YamlScalarNode { Value.Length: > 0 } one => [one.Value],
            YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode { Value.Length: > 0 }) => [.. list.Children.Select(c => ((YamlScalarNode)c).Value!)],
            _ => throw Wrong(node, key, "a value or a list of values"),
        };
    }

    /// <summary>An integer.</summary>
    /// <exception cref="RecipeException">The value is no integer or outside <paramref name="min"/> to <paramref name="max"/>.</exception>
    public int Integer(string key, int fallback, string description, int min = int.MinValue, int max = int.MaxValue) =>
        OptionalInteger(key, description, min, max, fallback.ToString(CultureInfo.InvariantCulture)) ?? fallback;

    /// <summary>An integer, or null without the key.</summary>
    /// <exception cref="RecipeException">As for <see cref="Integer"/>.</exception>
    public int? OptionalInteger(string key, string description, int min = int.MinValue, int max = int.MaxValue) =>
        OptionalInteger(key, description, min, max, "null");

    /// <summary>A finite number.</summary>
    /// <exception cref="RecipeException">The value is no number or outside <paramref name="min"/> to <paramref name="max"/>.</exception>
    public double Number(string key, double fallback, string description, double min = double.NegativeInfinity, double max = double.PositiveInfinity) =>
        OptionalNumber(key, description, min, max, fallback.ToString("R", CultureInfo.InvariantCulture)) ?? fallback;

    /// <summary>A finite number, or null without the key.</summary>
    /// <exception cref="RecipeException">As for <see cref="Number"/>.</exception>
    public double? OptionalNumber(string key, string description, double min = double.NegativeInfinity, double max = double.PositiveInfinity) =>
        OptionalNumber(key, description, min, max, "null");

    /// <summary>true or false.</summary>
    /// <exception cref="RecipeException">The value is neither.</exception>
    public bool Flag(string key, bool fallback, string description)
    {
        YamlScalarNode? scalar = Scalar(key, "true|false", fallback ? "true" : "false", description);
        if (scalar is null) return fallback;
        if (scalar.Style == ScalarStyle.Plain && scalar.Value is "true" or "True") return true;
        if (scalar.Style == ScalarStyle.Plain && scalar.Value is "false" or "False") return false;
        throw Wrong(scalar, key, "true or false");
    }

    /// <summary>One of several names.</summary>
    /// <param name="key">The key.</param>
    /// <param name="fallback">The value without the key.</param>
    /// <param name="description">One line.</param>
    /// <param name="choices">Names and values; two names may share a value, the first is shown.</param>
    /// <exception cref="RecipeException">The value is none of them.</exception>
    public T Choice<T>(string key, T fallback, string description, params ReadOnlySpan<(string Name, T Value)> choices)
    {
        string[] names = new string[choices.Length];
        string shown = "";
        for (int i = 0; i < choices.Length; i++)
        {
            names[i] = choices[i].Name;
            if (shown.Length == 0 && EqualityComparer<T>.Default.Equals(choices[i].Value, fallback)) shown = names[i];
        }

        YamlScalarNode? scalar = Scalar(key, string.Join('|', names), shown.Length == 0 ? "required" : shown, description);
        if (scalar is null) return fallback;
        foreach ((string name, T value) in choices)
            if (string.Equals(scalar.Value, name, StringComparison.Ordinal)) return value;
        string? nearest = NearestName.Of(scalar.Value ?? "", names);
        throw Wrong(scalar, key, nearest is null ? $"one of {string.Join(", ", names)}" : $"one of {string.Join(", ", names)}; '{nearest}' is the nearest");
    }

    /// <summary>A text or a list of texts; empty without the key.</summary>
    /// <returns>The texts, and whether they stood in a list.</returns>
    /// <exception cref="RecipeException">An entry is no text.</exception>
    public (IReadOnlyList<string> Texts, bool IsList) Texts(string key, string shown, string description)
    {
        if (Find(key, "text or list", shown, description) is not YamlSequenceNode list)
            return Scalar(key, "text or list", shown, description)?.Value is { Length: > 0 } one ? ([one], false) : ([], false);
        return ([.. list.Children.Select(child => child is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Wrong(child, key, "a list of names"))], true);
    }

    /// <summary>A section: a mapping below a key, empty without it.</summary>
    /// <exception cref="RecipeException">The value is not a mapping.</exception>
    public RecipeReader Section(string key, string description)
    {
        YamlNode? node = Find(key, "section", "", description);
        if (node is not (null or YamlMappingNode)) throw Wrong(node, key, "a section, keys with values below it");
        var section = new RecipeReader(_document, node as YamlMappingNode ?? new YamlMappingNode(), $"{_prefix}{key}.", _keys);
        _sections.Add(section);
        return section;
    }

    /// <summary>A list of sections, empty without the key. Its entries' keys are described once.</summary>
    /// <exception cref="RecipeException">The value is not a list of mappings.</exception>
    public IReadOnlyList<T> List<T>(string key, string description, Func<RecipeReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        YamlNode? node = Find(key, "list of sections", "[]", description);
        if (node is not (null or YamlSequenceNode)) throw Wrong(node, key, "a list, its entries begin with '- '");
        // Described over nothing, so that help lists them although the default list is empty.
        _ = read(new RecipeReader(null, new YamlMappingNode(), $"{_prefix}{key}[].", _keys));
        var items = new List<T>();
        foreach (YamlNode child in node is YamlSequenceNode list ? list.Children : [])
        {
            if (child is not YamlMappingNode mapping) throw Wrong(child, key, "a list of sections such as '- name: ...'");
            var reader = new RecipeReader(_document, mapping, $"{_prefix}{key}[].", []);
            _sections.Add(reader);
            items.Add(read(reader));
        }

        return items;
    }

    /// <summary>Refuses keys that no getter asked for, in the file's order.</summary>
    /// <exception cref="RecipeException">There is one; the message names the nearest known key.</exception>
    public void Finish()
    {
        foreach (YamlNode key in _node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name }) throw new RecipeException($"{_document!.Where(key)}: a key is a plain name");
            if (_known.Contains(name)) continue;
            string? nearest = NearestName.Of(name, _known);
            string hint = nearest is not null ? $"did you mean '{_prefix}{nearest}'?" : $"known here: {string.Join(", ", _known.Order(StringComparer.Ordinal))}";
            throw new RecipeException($"{_document!.Where(key)}: unknown key '{_prefix}{name}'; {hint}");
        }

        foreach (RecipeReader section in _sections) section.Finish();
    }

    /// <summary>The exception for a value that is well-formed but does not fit; placed at the key, or at the file where the key is absent.</summary>
    /// <param name="key">A key of this section.</param>
    /// <param name="problem">What is wrong and what to write, one line.</param>
    public RecipeException Error(string key, string problem)
    {
        YamlNode? value = Value(key);
        string where = _document is null ? "recipe" : _document.Where(value ?? _node);
        return new RecipeException($"{where}: {_prefix}{key}: {problem}");
    }

    /// <summary>Whether this reader only lists keys; checks across keys are skipped then.</summary>
    public bool DescribesOnly => _document is null;

    private int? OptionalInteger(string key, string description, int min, int max, string shown)
    {
        if (Scalar(key, "integer", shown, description) is not { } scalar) return null;
        if (scalar.Style != ScalarStyle.Plain || !int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value))
            throw Wrong(scalar, key, "an integer");
        if (value < min || value > max)
            throw Wrong(scalar, key, max == int.MaxValue ? $"an integer of at least {min}" : $"an integer from {min} to {max}");
        return value;
    }

    private double? OptionalNumber(string key, string description, double min, double max, string shown)
    {
        if (Scalar(key, "number", shown, description) is not { } scalar) return null;
        if (scalar.Style != ScalarStyle.Plain
            || !double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
            throw Wrong(scalar, key, "a number");
        if (value < min || value > max)
        {
            string from = min.ToString("R", CultureInfo.InvariantCulture), to = max.ToString("R", CultureInfo.InvariantCulture);
            throw Wrong(scalar, key, double.IsPositiveInfinity(max) ? $"a number of at least {from}" : $"a number from {from} to {to}");
        }

        return value;
    }

    // Null, '~' and nothing stand for "not given".
    private YamlScalarNode? Scalar(string key, string type, string shown, string description)
    {
        YamlNode? node = Find(key, type, shown, description);
        if (node is null) return null;
        if (node is not YamlScalarNode scalar) throw Wrong(node, key, "one value");
        bool isNull = scalar.Style is ScalarStyle.Plain or ScalarStyle.Any && scalar.Value is null or "" or "~" or "null" or "Null" or "NULL";
        return isNull ? null : scalar;
    }

    private YamlNode? Find(string key, string type, string shown, string description)
    {
        if (_known.Add(key)) _keys.Add(new RecipeKey(_prefix + key, type, shown, description));
        return Value(key);
    }

    private YamlNode? Value(string key)
    {
        foreach ((YamlNode name, YamlNode value) in _node.Children)
            if (name is YamlScalarNode scalar && string.Equals(scalar.Value, key, StringComparison.Ordinal)) return value;
        return null;
    }

    private RecipeException Missing(string key) =>
        new($"{_document!.Where(_node)}: {_prefix}{key} is missing; add '{key}: ...'");

    private RecipeException Wrong(YamlNode node, string key, string expected)
    {
        string got = node switch
        {
            YamlScalarNode { Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted } s => $"the quoted text \"{s.Value}\"",
            YamlScalarNode s => $"'{s.Value}'",
            YamlSequenceNode => "a list",
            _ => "a section",
        };
        return new RecipeException($"{_document!.Where(node)}: {_prefix}{key} is {got.ReplaceLineEndings(" ")}; write {expected}");
    }
}
