using System.Text.Json;
using Hone.Models;
using Hone.Tensors;

namespace Hone.ParityTests.Models;

/// <summary>One recorded model: its folder and what the library computed from it.</summary>
internal sealed class ReferenceModel
{
    private ReferenceModel(string name, string folder)
    {
        Name = name;
        Folder = folder;
        using SafetensorsFile expected = SafetensorsFile.Open(Path.Combine(folder, "expected.safetensors"));
        InputIds = Integers(expected, "input_ids");
        Logits = expected.ReadFloats("logits");
        GreedyPrompt = Integers(expected, "greedy_prompt")[0];
        GreedyTokens = Integers(expected, "greedy_tokens")[0];
        HiddenStates = [.. Enumerable.Range(0, int.MaxValue).Select(i => $"hidden_states.{i}")
            .TakeWhile(n => expected.TryGet(n, out _)).Select(expected.ReadFloats)];
        Info = Json("info.json");
    }

    public string Name { get; }
    public string Folder { get; }
    public int[][] InputIds { get; }
    public float[] Logits { get; }
    public IReadOnlyList<float[]> HiddenStates { get; }
    public int[] GreedyPrompt { get; }
    public int[] GreedyTokens { get; }
    public JsonElement Info { get; }
    public JsonElement Gradients => Json("gradients.json");

    /// <summary>Names of all recorded models whose family the loader knows; others are refused by name, which is tested apart.</summary>
    public static IEnumerable<string> SupportedNames() => ReferenceFolder.Folders("models").Where(IsSupported);

    public static bool IsSupported(string name)
    {
        try
        {
            HuggingFaceConfig.Read(Path.Combine(ReferenceFolder.Root, "models", name, "config.json"));
            return File.Exists(Path.Combine(ReferenceFolder.Root, "models", name, "gradients.json"));
        }
        catch (CheckpointFormatException)
        {
            return false;
        }
    }

    public static ReferenceModel Open(string name) => new(name, ReferenceFolder.Find("models", name));

    public IEnumerable<string> ConfigFiles() =>
        new[] { "config.json", "config.v4.json" }.Select(f => Path.Combine(Folder, f)).Where(File.Exists);

    private JsonElement Json(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file)));
        return document.RootElement.Clone();
    }

    /// <summary>An integer tensor [rows, columns] as rows.</summary>
    public static int[][] Integers(SafetensorsFile file, string name)
    {
        long[] values = file.ReadIntegers(name);
        int columns = (int)file.Get(name).Shape[^1];
        return [.. values.Select(v => (int)v).Chunk(columns)];
    }

    public static float[] Download(Backend backend, Tensor tensor)
    {
        var values = new float[tensor.ElementCount];
        backend.Download(tensor, values);
        return values;
    }
}
