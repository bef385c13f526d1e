using System.Text.Json;
using Xunit;

namespace Hone.ParityTests;

/// <summary>
/// Where recorded reference values lie: the small copy in the repository, or the folder of the same layout that the
/// environment variable HONE_REFERENCE names. Tests read sizes and options from the files, so that other recordings of the
/// same kind pass as well.
/// </summary>
internal static class ReferenceFolder
{
    private const string Variable = "HONE_REFERENCE";

    public static string Root => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : Included;

    private static string Included
    {
        get
        {
            string? folder = AppContext.BaseDirectory;
            while (folder is not null && !File.Exists(Path.Combine(folder, "Hone.slnx"))) folder = Path.GetDirectoryName(folder);
            return Path.Combine(folder ?? AppContext.BaseDirectory, "tests", "Hone.ParityTests", "Data", "reference");
        }
    }

    /// <summary>The path of a file or folder; skips the test when the folder has none.</summary>
    public static string Find(params string[] parts)
    {
        string relative = Path.Combine(parts);
        string path = Path.Combine(Root, relative);
        if (!Path.Exists(path))
            Assert.Skip($"{relative} is not in the reference folder; set {Variable} to a folder that has it.");
        return path;
    }

    /// <summary>A JSON file of the folder, as an element that outlives its document.</summary>
    public static JsonElement Json(params string[] parts)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Find(parts)));
        return document.RootElement.Clone();
    }

    /// <summary>The sub-folders of a folder, by name; empty where there is none.</summary>
    public static IReadOnlyList<string> Folders(string parent)
    {
        string path = Path.Combine(Root, parent);
        if (!Directory.Exists(path)) return [];
        return [.. Directory.GetDirectories(path).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)];
    }
}

/// <summary>Short forms for reading recorded numbers.</summary>
internal static class JsonElementExtensions
{
    public static double[] Numbers(this JsonElement element) => [.. element.EnumerateArray().Select(e => e.GetDouble())];

    public static double[][] Matrix(this JsonElement element) => [.. element.EnumerateArray().Select(Numbers)];

    public static double Number(this JsonElement element, string name, double fallback = 0) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : fallback;

    public static double? NumberOrNull(this JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public static bool Flag(this JsonElement element, string name, bool fallback = false) =>
        element.TryGetProperty(name, out JsonElement value) ? value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => fallback,
        } : fallback;
}
