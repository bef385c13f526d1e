using Hone.Models;
using Hone.Tensors;

namespace Hone.Training.Benchmarking;

/// <summary>
/// Weights to measure speed with: one block of normal draws over and over, made in a fraction of the time that as many
/// draws take. The model computes nonsense, in range.
/// </summary>
/// <param name="backend">Where the values are.</param>
internal sealed class RepeatingSource(Backend backend) : ParameterSource(backend)
{
    private const int BlockElements = 64 * 1024;
    private readonly float[] _block = Draw();

    /// <inheritdoc/>
    protected override void Fill(string fullName, Tensor target, Initializer initializer)
    {
        if (initializer.Kind == InitializerKind.Zeros)
            return;
        if (initializer.Kind == InitializerKind.Ones)
        {
            Backend.Fill(target, 1f);
            return;
        }
        var values = new float[BlockElements];
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)(initializer.StandardDeviation * _block[i]);
        var flat = target.Reshape(new Shape(checked((int)target.ElementCount)));
        for (int at = 0; at < flat[0]; at += BlockElements)
        {
            int count = Math.Min(BlockElements, flat[0] - at);
            Backend.Upload(values.AsSpan(0, count), flat.Slice(at, count));
        }
    }

    private static float[] Draw()
    {
        var values = new float[BlockElements];
        var philox = new Philox(1, RandomPurpose.Initialization);
        for (int i = 0; i < values.Length; i += 2)
        {
            (double first, double second) = philox.Block(0, 0, (uint)i).Normals();
            (values[i], values[i + 1]) = ((float)first, (float)second);
        }
        return values;
    }
}
