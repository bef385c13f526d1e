using Hone.Models;

namespace Hone.UnitTests.Models;

/// <summary>A configuration from a file that is held in memory.</summary>
internal static class GgufTestContent
{
    /// <summary>The configuration, or the error that says why not.</summary>
    public static HuggingFaceConfig Read(GgufMetadata metadata, Dictionary<string, GgufTensor> tensors, byte[] bytes) =>
        GgufConfigReader.Read(new GgufContent(metadata, name => tensors.GetValueOrDefault(name)?.Shape, name => Floats(tensors[name], bytes))).Config;

    private static float[] Floats(GgufTensor tensor, byte[] bytes)
    {
        var values = new float[tensor.ElementCount];
        for (int i = 0; i < values.Length && tensor.Type == GgmlType.F32; i++)
            values[i] = BitConverter.ToSingle(bytes, checked((int)(tensor.Offset + (i * 4L))));
        return values;
    }
}
