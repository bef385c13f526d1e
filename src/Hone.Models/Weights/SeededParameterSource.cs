using System.Text;
using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// Parameters drawn from a seed. Every element depends on the seed, its full name and its index only: neither the order
/// of construction nor a layer added elsewhere changes it. Element i of a normal parameter is the inverse normal
/// distribution function of word pair i mod 2 of Philox4x32-10 with the seed as key and the counter
/// (i div 2, FNV-1a hash of the name), times the standard deviation, rounded to float32.
/// </summary>
/// <param name="backend">Where the values are.</param>
/// <param name="seed">Any number.</param>
public sealed class SeededParameterSource(Backend backend, ulong seed) : ParameterSource(backend)
{
    private const int ChunkElements = 16 * 1024;

    /// <summary>The seed of every draw.</summary>
    public ulong Seed { get; } = seed;

    /// <inheritdoc/>
    protected override void Fill(string fullName, Tensor target, Initializer initializer)
    {
        switch (initializer.Kind)
        {
            case InitializerKind.Zeros:
                return;
            case InitializerKind.Ones:
                Backend.Fill(target, 1f);
                return;
            default:
                FillNormal(fullName, target, initializer.StandardDeviation);
                return;
        }
    }

    private void FillNormal(string fullName, Tensor target, double deviation)
    {
        ulong stream = Hash(fullName);
        var chunks = new TensorChunks(target, ChunkElements);
        var buffer = new float[chunks.LargestCount];
        long first = 0;
        while (chunks.Next(out Tensor part))
        {
            Span<float> values = buffer.AsSpan(0, (int)part.ElementCount);
            SeededNormal.Fill(Seed, stream, first, deviation, values);
            Backend.Upload(values, part);
            first += values.Length;
        }
    }

    // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    private static ulong Hash(string name)
    {
        ulong hash = 14695981039346656037UL;
        foreach (byte value in Encoding.UTF8.GetBytes(name))
            hash = (hash ^ value) * 1099511628211UL;
        return hash;
    }
}
