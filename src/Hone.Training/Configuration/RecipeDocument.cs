using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Hone.Training.Configuration;

/// <summary>
/// A parsed recipe file with its <c>key=value</c> overrides applied, and where each node came from. One YAML document with
/// a mapping at its root; a key that comes twice is refused.
/// </summary>
internal sealed class RecipeDocument
{
    private readonly string _file;
    private readonly Dictionary<YamlNode, string> _overrides = new(ReferenceEqualityComparer.Instance);

    private RecipeDocument(string file, YamlMappingNode root)
    {
        _file = file;
        Root = root;
    }

    internal YamlMappingNode Root { get; }

    internal static RecipeDocument Parse(string text, string file, IEnumerable<string> overrides)
    {
        YamlNode? root = ParseYaml(text, (line, column) => $"{file}:{line}:{column}");
        if (root is not (null or YamlMappingNode)) throw new RecipeException($"{file}:1:1: a recipe is a mapping of keys to values");
        var document = new RecipeDocument(file, root as YamlMappingNode ?? new YamlMappingNode());
        foreach (string text2 in overrides) document.Override(text2);
        return document;
    }

    /// <summary>Where a node stands, for the start of a message.</summary>
    internal string Where(YamlNode node)
    {
        if (_overrides.TryGetValue(node, out string? text)) return $"override '{text}'";
        return node.Start.Line == 0 ? _file : $"{_file}:{node.Start.Line}:{node.Start.Column}";
    }

    // "optimizer.momentum=0.9": names for mappings, numbers from 0 for lists; what is not there is made.
    private void Override(string text)
    {
        int equals = text.IndexOf('=');
        if (equals <= 0) throw new RecipeException($"override '{text}': write key=value");
        string[] path = text[..equals].Trim().Split('.');
        YamlNode value = ParseYaml(text[(equals + 1)..], (_, _) => $"override '{text}'") ?? new YamlScalarNode("");
        YamlNode node = Root;
        for (int i = 0; i < path.Length; i++)
        {
            bool last = i == path.Length - 1;
            YamlNode child;
            switch (node)
            {
                case YamlMappingNode mapping:
                    if (path[i].Length == 0) throw new RecipeException($"override '{text}': an empty name in the path");
                    YamlNode? key = mapping.Children.Keys.FirstOrDefault(k => k is YamlScalarNode s && s.Value == path[i]);
                    if (key is null) mapping.Children.Add(Mark(new YamlScalarNode(path[i]), text), last ? value : Mark(new YamlMappingNode(), text));
                    else if (last) mapping.Children[key] = value;
                    child = mapping.Children[key ?? new YamlScalarNode(path[i])];
                    break;
                case YamlSequenceNode list:
                    if (!int.TryParse(path[i], out int index) || index < 0 || index >= list.Children.Count)
                        throw new RecipeException($"override '{text}': '{path[i]}' is not an index of a list of {list.Children.Count}");
                    if (last) list.Children[index] = value;
                    child = list.Children[index];
                    break;
                default:
                    throw new RecipeException($"override '{text}': '{string.Join('.', path[..i])}' is a value, nothing lies below it");
            }

            node = child;
        }

        MarkAll(value, text);
    }

    private YamlNode Mark(YamlNode node, string text)
    {
        _overrides[node] = text;
        return node;
    }

    private void MarkAll(YamlNode node, string text)
    {
        if (!_overrides.TryAdd(node, text)) return;
        switch (node)
        {
            case YamlMappingNode mapping:
                foreach ((YamlNode key, YamlNode value) in mapping.Children)
                {
                    MarkAll(key, text);
                    MarkAll(value, text);
                }

                break;
            case YamlSequenceNode list:
                foreach (YamlNode child in list.Children) MarkAll(child, text);
                break;
        }
    }

    private static YamlNode? ParseYaml(string text, Func<long, long, string> where)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            string message = e.Message.ReplaceLineEndings(" ");
            int colon = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
            throw new RecipeException($"{where(e.Start.Line, e.Start.Column)}: {(colon < 0 ? message : message[(colon + 3)..])}", e);
        }

        if (stream.Documents.Count > 1) throw new RecipeException($"{where(stream.Documents[1].RootNode.Start.Line, 1)}: a recipe is one document");
        return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
    }
}
