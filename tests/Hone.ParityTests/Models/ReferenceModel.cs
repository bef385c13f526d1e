using Hone.Models;
using Hone.Tensors;

namespace Hone.ParityTests.Models;

/// <summary>What tests of recorded models share.</summary>
internal static class ReferenceModel
{
    /// <summary>Whether the family of a recorded model opens here, and it predicts tokens.</summary>
    public static bool IsSupported(string name)
    {
        try
        {
            return HuggingFaceConfig.Read(Path.Combine(ReferenceFolder.Root, "models", name, "config.json")).Model.HasHead;
        }
        catch (CheckpointFormatException)
        {
            return false;
        }
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
