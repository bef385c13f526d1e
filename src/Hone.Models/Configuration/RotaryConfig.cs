namespace Hone.Models;

/// <summary>The rotary position embedding of some layers (arXiv 2104.09864).</summary>
/// <param name="Theta">Base of the frequencies theta^(-2i / R).</param>
/// <param name="Dim">Leading channels of every head that are rotated, R: even, at most the head's width; 0 means no rotation at all.</param>
public sealed record RotaryConfig(double Theta, int Dim)
{
    /// <summary>No rotation: layers without positions (NoPE, arXiv 2305.19466).</summary>
    public static RotaryConfig None { get; } = new(10000.0, 0);

    /// <summary>How the frequencies are stretched to longer contexts; null, the default, means not at all.</summary>
    public RopeScaling? Scaling { get; init; }

    /// <summary>Whether angles turn the other way (nanochat). Default false.</summary>
    public bool Reversed { get; init; }
}

/// <summary>Rules that stretch rotary frequencies to contexts longer than the one they were trained for.</summary>
public enum RopeScalingKind : byte
{
    /// <summary>The plain frequencies.</summary>
    None,

    /// <summary>All frequencies divided by the factor (arXiv 2306.15595).</summary>
    Linear,

    /// <summary>A base that grows with sequences longer than the context length. Those are refused, so that this is <see cref="None"/> within it.</summary>
    Dynamic,

    /// <summary>Interpolation of low frequencies only, by a ramp (YaRN, arXiv 2309.00071).</summary>
    Yarn,

    /// <summary>Interpolation of low frequencies only, by wavelength (Llama 3.1, arXiv 2407.21783).</summary>
    Llama3,

    /// <summary>A divisor for every frequency, one list up to the original context length and one beyond (LongRoPE, arXiv 2402.13753).</summary>
    LongRope,
}

/// <summary>The numbers of a <see cref="RopeScalingKind"/>; those of other kinds keep their defaults.</summary>
/// <param name="Kind">The rule.</param>
public sealed record RopeScaling(RopeScalingKind Kind)
{
    /// <summary>How many times longer the context becomes. Default 1.</summary>
    public double Factor { get; init; } = 1.0;

    /// <summary>Context length that the frequencies were trained for, in tokens; of Yarn, Llama3, LongRope and <see cref="QueryScaleBeta"/>.</summary>
    public int OriginalContextLength { get; init; }

    /// <summary>Factor on all cosines and sines; null, the default, means what the rule's paper says.</summary>
    public double? AttentionFactor { get; init; }

    /// <summary>Yarn: rotations over the original context above which a frequency is kept. Default 32.</summary>
    public double BetaFast { get; init; } = 32.0;

    /// <summary>Yarn: rotations below which a frequency is interpolated. Default 1.</summary>
    public double BetaSlow { get; init; } = 1.0;

    /// <summary>Yarn: with <see cref="MagnitudeAllDimensions"/>, the numerator's weight of the attention factor; 0, the default, means neither.</summary>
    public double Magnitude { get; init; }

    /// <summary>Yarn: the denominator's weight of the attention factor.</summary>
    public double MagnitudeAllDimensions { get; init; }

    /// <summary>Yarn: whether the ramp's ends are rounded to whole channels. Default true.</summary>
    public bool Truncate { get; init; } = true;

    /// <summary>Llama3: wavelengths above original / this are interpolated. Default 1.</summary>
    public double LowFrequencyFactor { get; init; } = 1.0;

    /// <summary>Llama3: wavelengths below original / this are kept. Default 4.</summary>
    public double HighFrequencyFactor { get; init; } = 4.0;

    /// <summary>LongRope: divisors of the R / 2 frequencies for sequences declared up to the original context length.</summary>
    public IReadOnlyList<double> ShortFactors { get; init; } = [];

    /// <summary>LongRope: divisors for longer sequences.</summary>
    public IReadOnlyList<double> LongFactors { get; init; } = [];

    /// <summary>b in the factor 1 + b log(1 + floor(position / original)) on queries (llama_4_scaling_beta); 0, the default, means none.</summary>
    public double QueryScaleBeta { get; init; }

    /// <summary>Equal in every value; lists are compared element by element.</summary>
    public bool Equals(RopeScaling? other) =>
        ReferenceEquals(this, other) || (other is not null
            && Kind == other.Kind && Factor.Equals(other.Factor) && OriginalContextLength == other.OriginalContextLength
            && Nullable.Equals(AttentionFactor, other.AttentionFactor) && BetaFast.Equals(other.BetaFast) && BetaSlow.Equals(other.BetaSlow)
            && Magnitude.Equals(other.Magnitude) && MagnitudeAllDimensions.Equals(other.MagnitudeAllDimensions) && Truncate == other.Truncate
            && LowFrequencyFactor.Equals(other.LowFrequencyFactor) && HighFrequencyFactor.Equals(other.HighFrequencyFactor)
            && ShortFactors.SequenceEqual(other.ShortFactors) && LongFactors.SequenceEqual(other.LongFactors)
            && QueryScaleBeta.Equals(other.QueryScaleBeta));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Factor, OriginalContextLength, ShortFactors.Count, QueryScaleBeta);
}
