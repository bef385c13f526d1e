using System.Text;
using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// Parameters drawn from a seed. Every element depends on the seed, its full name and its index only: neither the order
/// of construction nor a layer added elsewhere changes it. Elements 2p and 2p + 1 of a normal parameter are the two
/// numbers of <see cref="PhiloxBlock.Normals"/> at (FNV-1a hash of the UTF-8 name, p div 2^32, p mod 2^32), each times the
/// standard deviation in float64 and rounded to float32; those of a uniform one are bound * (2 u - 1), u the block's two doubles.
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
            case InitializerKind.Constant:
                Backend.Fill(target, initializer.Value);
                return;
            case InitializerKind.Uniform:
                FillDrawn(fullName, target, block => (initializer.Value * ((2 * block.Double(0)) - 1), initializer.Value * ((2 * block.Double(1)) - 1)));
                return;
            default:
                FillDrawn(fullName, target, block =>
                {
                    (double first, double second) = block.Normals();
                    return (initializer.StandardDeviation * first, initializer.StandardDeviation * second);
                });
                return;
        }
    }

    private void FillDrawn(string fullName, Tensor target, Func<PhiloxBlock, (double First, double Second)> draw)
    {
        var philox = new Philox(Seed, RandomPurpose.Initialization);
        ulong id = Hash(fullName);
        var chunks = new TensorChunks(target, ChunkElements);
        var buffer = new float[chunks.LargestCount];
        (double First, double Second) pair = default;
        long index = 0;
        while (chunks.Next(out Tensor part))
        {
            Span<float> values = buffer.AsSpan(0, (int)part.ElementCount);
            for (int i = 0; i < values.Length; i++, index++)
            {
                // A chunk of odd length ends inside a pair, whose second number the next chunk takes.
                if ((index & 1) == 0)
                    pair = draw(philox.Block(id, (uint)(index >> 33), (uint)(index >> 1)));
                values[i] = (float)((index & 1) == 0 ? pair.First : pair.Second);
            }
            Backend.Upload(values, part);
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
