namespace Hone.Tensors;

/// <summary>
/// Cosines and sines of rotary position embedding (arXiv 2104.09864) for positions 0 to P - 1: angle = position * frequency_i,
/// computed in float64 by <see cref="DeterministicMath"/> and rounded once. Owns its storage.
/// </summary>
public sealed class RotaryTable : IDisposable
{
    /// <summary>A table for the given frequencies.</summary>
    /// <param name="backend">Where it lives.</param>
    /// <param name="positions">P, the longest context.</param>
    /// <param name="frequencies">R / 2 angles a position, in radians.</param>
    public RotaryTable(Backend backend, int positions, ReadOnlySpan<double> frequencies)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(positions);
        int half = frequencies.Length;
        Cosine = backend.CreateTensor(new Shape(positions, half));
        Sine = backend.CreateTensor(new Shape(positions, half));
        var cosine = new float[half];
        var sine = new float[half];
        for (int p = 0; p < positions; p++)
        {
            for (int i = 0; i < half; i++)
            {
                double angle = p * frequencies[i];
                cosine[i] = (float)DeterministicMath.Cos(angle);
                sine[i] = (float)DeterministicMath.Sin(angle);
            }
            backend.Upload(cosine, Cosine.Slice(p, 1));
            backend.Upload(sine, Sine.Slice(p, 1));
        }
    }

    /// <summary>[P, R / 2].</summary>
    public Tensor Cosine { get; }

    /// <summary>[P, R / 2].</summary>
    public Tensor Sine { get; }

    /// <summary>P.</summary>
    public int Positions => Cosine[0];

    /// <summary>The plain frequencies theta^(-2i / R), i below R / 2.</summary>
    /// <param name="theta">Base, 10000 in the paper.</param>
    /// <param name="rotaryDim">R, even.</param>
    public static double[] Frequencies(double theta, int rotaryDim)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(theta);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rotaryDim);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rotaryDim % 2, 0);
        var frequencies = new double[rotaryDim / 2];
        for (int i = 0; i < frequencies.Length; i++)
            frequencies[i] = 1.0 / DeterministicMath.Pow(theta, 2.0 * i / rotaryDim);
        return frequencies;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        Cosine.Storage.Dispose();
        Sine.Storage.Dispose();
    }
}
