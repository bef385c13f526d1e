using Hone.Tensors;

namespace Hone.Training.Benchmarking;

/// <summary>Token ids to measure with.</summary>
internal static class BenchIds
{
    /// <summary>Uniform draws from the vocabulary, the same every time.</summary>
    public static int[] Draw(int count, int vocabularySize)
    {
        var stream = new PhiloxStream(1, RandomPurpose.Noise);
        var ids = new int[count];
        for (int i = 0; i < ids.Length; i++)
            ids[i] = stream.NextInt32(vocabularySize);
        return ids;
    }
}
