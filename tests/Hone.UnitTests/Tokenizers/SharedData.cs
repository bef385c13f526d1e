using System.IO.Compression;
using System.Text.Json;

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
