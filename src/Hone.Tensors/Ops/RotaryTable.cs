namespace Hone.Tensors;

/// <summary>
/// Cosines and sines of rotary position embedding (arXiv 2104.09864) for positions 0 to P - 1: angle = position * frequency_i,
/// computed in float64 by <see cref="DeterministicMath"/> and rounded once, when a sequence first reaches them. Owns its storage.
/// </summary>
public sealed class RotaryTable : IDisposable
{
    private const int BlockRows = 256;

    private readonly Backend _backend;
    private readonly RotaryTablePart[] _parts;
    private readonly bool[] _made;
    private readonly float[] _cosine, _sine;
    private readonly Lock _lock = new();

    /// <summary>A table for the given frequencies.</summary>
    /// <param name="backend">Where it lives.</param>
    /// <param name="positions">P, the longest context.</param>
    /// <param name="frequencies">R / 2 angles a position, in radians.</param>
    /// <param name="scale">Factor on every cosine and sine, applied in float64: the attention factor of a scaled table. Default 1.</param>
    public RotaryTable(Backend backend, int positions, ReadOnlySpan<double> frequencies, double scale = 1.0)
        : this(backend, [new RotaryTablePart(positions, frequencies.ToArray(), _ => scale)])
    {
    }

    /// <summary>A table of several parts, one below the other: a sequence uses one of them by where its positions begin.</summary>
    /// <param name="backend">Where it lives.</param>
    /// <param name="parts">At least one, with as many frequencies each.</param>
    /// <exception cref="ArgumentException">There is no part, or they differ in their frequencies' number.</exception>
    public RotaryTable(Backend backend, IReadOnlyList<RotaryTablePart> parts)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(parts);
        _backend = backend;
        if (parts.Count == 0)
            throw new ArgumentException("A table has at least one part.", nameof(parts));
        int half = parts[0].Frequencies.Count, positions = 0;
        foreach (RotaryTablePart part in parts)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(part.Positions, nameof(parts));
            ArgumentOutOfRangeException.ThrowIfNotEqual(part.Frequencies.Count, half, nameof(parts));
            positions = checked(positions + part.Positions);
        }
        Cosine = backend.CreateTensor(new Shape(positions, half));
        Sine = backend.CreateTensor(new Shape(positions, half));
        _parts = [.. parts];
        _made = new bool[(positions + BlockRows - 1) / BlockRows];
        _cosine = new float[half];
        _sine = new float[half];
    }

    /// <summary>
    /// Makes rows <paramref name="first"/> to <paramref name="end"/> - 1, a block at a time and each once; others stay 0 until
    /// somebody needs them. May be called from several threads.
    /// </summary>
    /// <param name="first">0 or more.</param>
    /// <param name="end">At most <see cref="Positions"/>.</param>
    internal void Reserve(int first, int end)
    {
        for (int block = first / BlockRows; block * BlockRows < end; block++)
        {
            if (Volatile.Read(ref _made[block]))
                continue;
            lock (_lock)
            {
                if (_made[block])
                    continue;
                int row = block * BlockRows, stop = Math.Min(Positions, row + BlockRows), before = 0;
                foreach (RotaryTablePart part in _parts)
                {
                    for (; row < Math.Min(stop, before + part.Positions); row++)
                        Fill(row, part, row - before);
                    before += part.Positions;
                }
                Volatile.Write(ref _made[block], true);
            }
        }
    }

    private void Fill(int row, RotaryTablePart part, int position)
    {
        double scale = part.Scale(position);
        for (int i = 0; i < _cosine.Length; i++)
        {
            double angle = position * part.Frequencies[i];
            _cosine[i] = (float)(DeterministicMath.Cos(angle) * scale);
            _sine[i] = (float)(DeterministicMath.Sin(angle) * scale);
        }
        _backend.Upload(_cosine, Cosine.Slice(row, 1));
        _backend.Upload(_sine, Sine.Slice(row, 1));
    }

    /// <summary>[P, R / 2], as far as <see cref="ComputeContext.Rotate"/> has needed it.</summary>
    public Tensor Cosine { get; }

    /// <summary>[P, R / 2], as far as <see cref="ComputeContext.Rotate"/> has needed it.</summary>
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

/// <summary>Some rows of a <see cref="RotaryTable"/>: positions 0 to P - 1 with their own frequencies.</summary>
/// <param name="Positions">P.</param>
/// <param name="Frequencies">R / 2 angles a position, in radians; negative ones turn the other way.</param>
/// <param name="Scale">Factor on cosines and sines of a position.</param>
public sealed record RotaryTablePart(int Positions, IReadOnlyList<double> Frequencies, Func<int, double> Scale);
