using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using Xunit;

namespace Hone.ParityTests.Quantization;

/// <summary>
/// What ggml makes of some real weights: an index and a binary a recording, in the repository or in folder ggml_quant of the
/// folder that the environment variable HONE_DATA names.
/// </summary>
internal static class GgmlVectors
{
    public sealed record Case(string Name, float[] Input, byte[] Blocks, float[] Decoded, double MeanSquaredError);

    private static string Folder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("HONE_DATA") is { Length: > 0 } named && Directory.Exists(Path.Combine(named, "ggml_quant")))
                return Path.Combine(named, "ggml_quant");
            string? folder = AppContext.BaseDirectory;
            while (folder is not null && !File.Exists(Path.Combine(folder, "Hone.slnx")))
                folder = Path.GetDirectoryName(folder);
            return Path.Combine(folder ?? AppContext.BaseDirectory, "tests", "Hone.ParityTests", "Data", "ggml_quant");
        }
    }

    /// <summary>The recordings of one type, by ggml's name; at least one.</summary>
    public static IReadOnlyList<Case> Read(string type)
    {
        var cases = new List<Case>();
        foreach (string index in Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(index));
            byte[] bytes = Unzip(Path.ChangeExtension(index, ".bin.gz"));
            float[] input = Floats(bytes, document.RootElement.GetProperty("input"));
            foreach (JsonElement entry in document.RootElement.GetProperty("types").EnumerateArray())
            {
                if (!string.Equals(entry.GetProperty("name").GetString(), type, StringComparison.OrdinalIgnoreCase))
                    continue;
                cases.Add(new Case(Path.GetFileName(index), input, Part(bytes, entry.GetProperty("quantized")).ToArray(),
                    Floats(bytes, entry.GetProperty("dequantized_f32")), entry.GetProperty("mean_squared_error").GetDouble()));
            }
        }
        Assert.NotEmpty(cases);
        return cases;
    }

    private static byte[] Unzip(string path)
    {
        using var zipped = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zipped.CopyTo(plain);
        return plain.ToArray();
    }

    private static Span<byte> Part(byte[] bytes, JsonElement place) =>
        bytes.AsSpan(place.GetProperty("offset").GetInt32(), place.GetProperty("bytes").GetInt32());

    private static float[] Floats(byte[] bytes, JsonElement place) => MemoryMarshal.Cast<byte, float>(Part(bytes, place)).ToArray();
}
