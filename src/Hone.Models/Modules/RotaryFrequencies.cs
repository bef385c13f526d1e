using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// Frequencies and attention factor of a rotary position embedding, with the arithmetic of transformers
/// (modeling_rope_utils.py) in float64.
/// </summary>
internal static class RotaryFrequencies
{
    /// <summary>Angles a position, R / 2 of them, and the factor on cosines and sines.</summary>
    /// <param name="rotary">Base, width and scaling.</param>
    /// <param name="isLong">Which of LongRoPE's lists.</param>
    public static (double[] Frequencies, double Factor) Of(RotaryConfig rotary, bool isLong)
    {
        double[] frequencies = RotaryTable.Frequencies(rotary.Theta, rotary.Dim);
        double factor = 1.0;
        if (rotary.Scaling is { } scaling)
        {
            factor = scaling.AttentionFactor ?? DefaultFactor(scaling);
            Scale(frequencies, rotary, scaling, isLong);
        }
        if (rotary.Reversed)
        {
            for (int i = 0; i < frequencies.Length; i++)
                frequencies[i] = -frequencies[i];
        }
        return (frequencies, factor);
    }

    /// <summary>The factor on the query at a position: 1 + b log(1 + floor(position / original)).</summary>
    public static double QueryScale(RopeScaling scaling, int position) =>
        1.0 + (scaling.QueryScaleBeta * DeterministicMath.Log(1.0 + (position / scaling.OriginalContextLength)));

    private static double DefaultFactor(RopeScaling scaling)
    {
        switch (scaling.Kind)
        {
            case RopeScalingKind.Yarn:
                // arXiv 2309.00071, section 3.4; the quotient is DeepSeek's.
                return scaling.Magnitude != 0 && scaling.MagnitudeAllDimensions != 0
                    ? YarnMagnitude(scaling.Factor, scaling.Magnitude) / YarnMagnitude(scaling.Factor, scaling.MagnitudeAllDimensions)
                    : YarnMagnitude(scaling.Factor, 1.0);
            case RopeScalingKind.LongRope:
                // arXiv 2402.13753, section 3.3.
                return scaling.Factor <= 1 || scaling.OriginalContextLength <= 1 ? 1.0
                    : Math.Sqrt(1.0 + (DeterministicMath.Log(scaling.Factor) / DeterministicMath.Log(scaling.OriginalContextLength)));
            default:
                return 1.0;
        }
    }

    private static double YarnMagnitude(double factor, double weight) =>
        factor <= 1 ? 1.0 : (0.1 * weight * DeterministicMath.Log(factor)) + 1.0;

    private static void Scale(double[] frequencies, RotaryConfig rotary, RopeScaling scaling, bool isLong)
    {
        switch (scaling.Kind)
        {
            case RopeScalingKind.Linear:
                for (int i = 0; i < frequencies.Length; i++)
                    frequencies[i] /= scaling.Factor;
                break;
            case RopeScalingKind.Yarn:
                ScaleYarn(frequencies, rotary, scaling);
                break;
            case RopeScalingKind.Llama3:
                ScaleLlama3(frequencies, scaling);
                break;
            case RopeScalingKind.LongRope:
                IReadOnlyList<double> divisors = isLong ? scaling.LongFactors : scaling.ShortFactors;
                for (int i = 0; i < frequencies.Length; i++)
                    frequencies[i] /= divisors[i];
                break;
        }
    }

    // arXiv 2309.00071, equations 17 to 23: a ramp over channels between the two numbers of rotations.
    private static void ScaleYarn(double[] frequencies, RotaryConfig rotary, RopeScaling scaling)
    {
        double low = CorrectionChannel(scaling.BetaFast, rotary, scaling), high = CorrectionChannel(scaling.BetaSlow, rotary, scaling);
        if (scaling.Truncate)
            (low, high) = (Math.Floor(low), Math.Ceiling(high));
        low = Math.Max(low, 0);
        high = Math.Min(high, rotary.Dim - 1);
        if (low == high)
            high += 0.001;
        for (int i = 0; i < frequencies.Length; i++)
        {
            double ramp = Math.Clamp((i - low) / (high - low), 0.0, 1.0);
            frequencies[i] = (frequencies[i] / scaling.Factor * ramp) + (frequencies[i] * (1.0 - ramp));
        }
    }

    private static double CorrectionChannel(double rotations, RotaryConfig rotary, RopeScaling scaling) =>
        rotary.Dim * DeterministicMath.Log(scaling.OriginalContextLength / (rotations * 2.0 * Math.PI)) / (2.0 * DeterministicMath.Log(rotary.Theta));

    // Llama 3.1's rule: kept, interpolated, or between the two by wavelength.
    private static void ScaleLlama3(double[] frequencies, RopeScaling scaling)
    {
        double original = scaling.OriginalContextLength;
        for (int i = 0; i < frequencies.Length; i++)
        {
            double wavelength = 2.0 * Math.PI / frequencies[i];
            if (wavelength < original / scaling.HighFrequencyFactor)
                continue;
            if (wavelength > original / scaling.LowFrequencyFactor)
            {
                frequencies[i] /= scaling.Factor;
                continue;
            }
            double smooth = ((original / wavelength) - scaling.LowFrequencyFactor) / (scaling.HighFrequencyFactor - scaling.LowFrequencyFactor);
            frequencies[i] = ((1.0 - smooth) * frequencies[i] / scaling.Factor) + (smooth * frequencies[i]);
        }
    }
}
