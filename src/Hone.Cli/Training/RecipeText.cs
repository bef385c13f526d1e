using Hone.Cli.BuiltIn;
using Hone.Training.Configuration;
using YamlDotNet.RepresentationModel;

namespace Hone.Cli.Training;

/// <summary>The recipe as it is run, for the run directory.</summary>
internal static class RecipeText
{
    /// <summary>The file's own text; with overrides, the values that they led to, without the file's comments.</summary>
    internal static string AsRun(RecipeSource source, IReadOnlyList<string> overrides)
    {
        if (overrides.Count == 0) return source.Text;
        using var writer = new StringWriter { NewLine = "\n" };
        writer.WriteLine($"# {source.Label} with {string.Join(' ', overrides).ReplaceLineEndings(" ")}");
        new YamlStream(new YamlDocument(RecipeDocument.Parse(source.Text, source.Label, overrides).Root)).Save(writer, assignAnchors: false);
        return writer.ToString();
    }
}
