using System.IO.Compression;
using System.Text.Json;
using Xunit;

namespace Hone.UnitTests.Tokenizers;

/// <summary>Real tokenizers with recorded cases, where the checkout lies beside a folder shared/data; tests skip without it.</summary>
internal static class SharedData
{
    public static string Require(string relative)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string path = Path.Combine(at.FullName, "shared", "data", relative);
            if (Path.Exists(path)) return path;
        }
        Assert.Skip($"shared/data/{relative} is not beside this checkout");
        return "";
    }

    /// <summary>A file committed beside these tests.</summary>
    public static string Fixture(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string path = Path.Combine(at.FullName, "tests", "Hone.UnitTests", "Tokenizers", "Fixtures", name);
            if (File.Exists(path)) return path;
        }
        throw new FileNotFoundException("The fixture is not in this checkout.", name);
    }

    public static byte[] Unzip(string path)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var all = new MemoryStream();
        gzip.CopyTo(all);
        return all.ToArray();
    }

    public static IEnumerable<JsonElement> Lines(string path)
    {
        foreach (string line in System.Text.Encoding.UTF8.GetString(Unzip(path)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }
}
