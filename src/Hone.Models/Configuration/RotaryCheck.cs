using System.Globalization;

namespace Hone.Models;

/// <summary>What a rotary position embedding must satisfy.</summary>
internal static class RotaryCheck
{
    public static void Check(List<string> problems, string at, RotaryConfig rotary)
    {
        if (!(rotary.Theta > 0 && double.IsFinite(rotary.Theta)))
            Add(problems, $"{at}The rotary base is {rotary.Theta}; it must be above 0 and finite.");
        if (rotary.Dim < 0 || rotary.Dim % 2 != 0)
            Add(problems, $"{at}The rotary dimension is {rotary.Dim}; it must be an even number, 0 or more.");
        if (rotary.Scaling is { } scaling && rotary.Dim > 0)
            CheckScaling(problems, at, rotary, scaling);
    }

    private static void CheckScaling(List<string> problems, string at, RotaryConfig rotary, RopeScaling scaling)
    {
        bool usesFactor = scaling.Kind is not (RopeScalingKind.None or RopeScalingKind.LongRope);
        bool usesOriginal = scaling.Kind is RopeScalingKind.Yarn or RopeScalingKind.Llama3 or RopeScalingKind.LongRope || scaling.QueryScaleBeta != 0;
        if (usesFactor && !(scaling.Factor >= 1 && double.IsFinite(scaling.Factor)))
            Add(problems, $"{at}The factor of the rotary scaling is {scaling.Factor}; it must be 1 or more.");
        if (usesOriginal && scaling.OriginalContextLength < 1)
            Add(problems, $"{at}The original context length of the rotary scaling is {scaling.OriginalContextLength}; it must be 1 or more.");
        if (scaling.AttentionFactor is { } attention && !(attention > 0 && double.IsFinite(attention)))
            Add(problems, $"{at}The attention factor of the rotary scaling is {attention}; it must be above 0.");
        if (!double.IsFinite(scaling.QueryScaleBeta) || scaling.QueryScaleBeta < 0)
            Add(problems, $"{at}The query scale of the rotary scaling is {scaling.QueryScaleBeta}; it must be 0 or more.");
        if (scaling.Kind == RopeScalingKind.Yarn && (!(scaling.BetaFast > 0 && scaling.BetaSlow > 0) || rotary.Theta == 1
            || !double.IsFinite(scaling.BetaFast) || !double.IsFinite(scaling.BetaSlow)))
        {
            Add(problems, $"{at}YaRN has beta_fast {scaling.BetaFast}, beta_slow {scaling.BetaSlow} and base {rotary.Theta}; betas are above 0 and the base is not 1.");
        }
        if (scaling.Kind == RopeScalingKind.Llama3 && !(scaling.LowFrequencyFactor > 0 && scaling.HighFrequencyFactor > scaling.LowFrequencyFactor))
            Add(problems, $"{at}The frequency factors of the rotary scaling are {scaling.LowFrequencyFactor} and {scaling.HighFrequencyFactor}; both are above 0 and the second is larger.");
        if (scaling.Kind == RopeScalingKind.LongRope)
        {
            CheckFactors(problems, at, "short", scaling.ShortFactors, rotary.Dim / 2);
            CheckFactors(problems, at, "long", scaling.LongFactors, rotary.Dim / 2);
        }
    }

    private static void CheckFactors(List<string> problems, string at, string name, IReadOnlyList<double> factors, int count)
    {
        if (factors.Count != count)
            Add(problems, $"{at}LongRoPE has {factors.Count} {name} factors for {count} frequencies.");
        if (factors.Any(factor => !(factor > 0 && double.IsFinite(factor))))
            Add(problems, $"{at}A {name} factor of LongRoPE is not above 0.");
    }

    private static void Add(List<string> problems, FormattableString text) =>
        problems.Add(text.ToString(CultureInfo.InvariantCulture));
}
