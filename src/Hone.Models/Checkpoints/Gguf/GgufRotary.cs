using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// Rotary positions of a GGUF file: keys under "ARCH.rope", and divisors of the frequencies as tensors ("rope_freqs.weight" of
/// Llama 3, "rope_factors_long.weight" and "rope_factors_short.weight" of LongRoPE).
/// </summary>
internal sealed class GgufRotary(GgufContent content, GgufArchitecture architecture, int headDim)
{
    /// <summary>One divisor for each frequency.</summary>
    public const string Factors = "rope_freqs.weight";

    /// <summary>Divisors of long sequences.</summary>
    public const string LongFactors = "rope_factors_long.weight";

    /// <summary>Divisors of the others.</summary>
    public const string ShortFactors = "rope_factors_short.weight";

    // Other converters compute the divisors in binary32.
    private const double Tolerance = 3e-5;

    private string? File => content.Metadata.File;

    /// <summary>Keys of config.json but for the scaling.</summary>
    public void AddKeys(SortedDictionary<string, string> keys, ModelFamily family)
    {
        if (!family.HasRotary)
            return;
        int rotated = content.Metadata.Int(Key("dimension_count")) ?? headDim;
        if (family.DefaultPartialRotary is not null)
            keys["partial_rotary_factor"] = ConfigJson.Value((double)rotated / Math.Max(headDim, 1));
        else if (rotated != headDim)
            throw CheckpointErrors.Setting(File, Key("dimension_count"), "is not supported with this value", $"{headDim}", $"{rotated}", "It would change what the model computes.");
        double theta = GgufConfigReader.Decimal(content.Metadata.Number(Key("freq_base")) ?? 10000.0);
        keys["rope_theta"] = ConfigJson.Value(theta);
        keys["rope_scaling"] = "null";
        if (!family.HasLocalRotary)
            return;
        double missing = family.DefaultLocalRopeTheta ?? theta;
        keys["rope_local_base_freq"] = ConfigJson.Value(content.Metadata.Number(Key("freq_base_swa")) is { } local ? GgufConfigReader.Decimal(local) : missing);
    }

    /// <summary>The scaling; null for none.</summary>
    /// <param name="model">The model without it.</param>
    public RopeScaling? ReadScaling(TransformerConfig model)
    {
        string type = content.Metadata.Text(Key("scaling.type")) ?? "none";
        double factor = GgufConfigReader.Decimal(content.Metadata.Number(Key("scaling.factor")) ?? 1);
        RopeScaling? scaling = type switch
        {
            "none" => null,
            "linear" => factor is 0 or 1 ? null : new RopeScaling(RopeScalingKind.Linear) { Factor = factor },
            "yarn" => Yarn(model, factor),
            "longrope" => LongRope(model),
            _ => throw CheckpointErrors.Setting(File, Key("scaling.type"), "is not supported", "none, linear, yarn or longrope", type),
        };
        // Phi-3's converter leaves the type out where it writes the divisors.
        if (scaling is null && content.ShapeOf(LongFactors) is not null)
            scaling = LongRope(model);
        if (content.ShapeOf(Factors) is null)
            return scaling;
        return scaling is null ? FromFactors(model)
            : throw CheckpointErrors.Tensor(File, Factors, "is in the file beside another scaling of positions, which is not supported");
    }

    private string Key(string name) => architecture.Name + ".rope." + name;

    private int Original(TransformerConfig model) => content.Metadata.Int(Key("scaling.original_context_length")) ?? model.ContextLength;

    private RopeScaling Yarn(TransformerConfig model, double factor)
    {
        double log = GgufConfigReader.Decimal(content.Metadata.Number(Key("scaling.yarn_log_multiplier")) ?? 0);
        double beta = GgufConfigReader.Decimal(content.Metadata.Number(architecture.Name + ".attention.temperature_scale") ?? 0);
        var scaling = new RopeScaling(RopeScalingKind.Yarn)
        {
            Factor = factor,
            OriginalContextLength = Original(model),
            BetaFast = GgufConfigReader.Decimal(content.Metadata.Number(Key("scaling.yarn_beta_fast")) ?? 32),
            BetaSlow = GgufConfigReader.Decimal(content.Metadata.Number(Key("scaling.yarn_beta_slow")) ?? 1),
            Magnitude = log == 0 ? 0 : 1,
            MagnitudeAllDimensions = log,
            QueryScaleBeta = beta,
        };
        // Converters copy the factor of the paper there, which llama.cpp computes by itself.
        double attention = content.Metadata.Number(Key("scaling.yarn_attn_factor")) ?? 1;
        double usual = RotaryFrequencies.Of(new RotaryConfig(model.RopeTheta, model.RotaryDim) { Scaling = scaling with { Magnitude = 0 } }, isLong: false).Factor;
        if (Math.Abs(attention - 1) > 1e-5 && Math.Abs(attention - usual) > 1e-5)
            throw CheckpointErrors.Setting(File, Key("scaling.yarn_attn_factor"), "is not supported with this value", $"1 or {usual}", $"{attention}", "It would change what the model computes.");
        return scaling;
    }

    private RopeScaling LongRope(TransformerConfig model)
    {
        int original = Original(model);
        var scaling = new RopeScaling(RopeScalingKind.LongRope)
        {
            OriginalContextLength = original,
            Factor = (double)model.ContextLength / Math.Max(original, 1),
            LongFactors = Divisors(LongFactors, model),
            ShortFactors = Divisors(ShortFactors, model),
        };
        if (content.Metadata.Number(Key("scaling.attn_factor")) is not { } attention)
            return scaling;
        double usual = RotaryFrequencies.Of(new RotaryConfig(model.RopeTheta, model.RotaryDim) { Scaling = scaling }, isLong: false).Factor;
        return Math.Abs(attention - usual) <= 1e-6 * usual ? scaling : scaling with { AttentionFactor = GgufConfigReader.Decimal(attention) };
    }

    private double[] Divisors(string name, TransformerConfig model)
    {
        int count = model.RotaryDim / 2;
        IReadOnlyList<long> shape = content.ShapeOf(name) ?? throw CheckpointErrors.Tensor(File, name, "is not in the file", expected: $"{count} divisors of the rotary frequencies");
        if (shape is not [var length] || length != count)
            throw CheckpointErrors.Tensor(File, name, "has the wrong shape", expected: $"[{count}]", got: CheckpointErrors.Shape(shape));
        double[] divisors = Array.ConvertAll(content.Read(name), value => GgufConfigReader.Decimal(value));
        return Array.TrueForAll(divisors, value => value > 0 && double.IsFinite(value)) ? divisors
            : throw CheckpointErrors.Tensor(File, name, "has a divisor that is not above 0");
    }

    // Llama 3's rule where one fits, because then the numbers are its own in float64; else the divisors as they are.
    private RopeScaling FromFactors(TransformerConfig model)
    {
        double[] divisors = Divisors(Factors, model);
        double[] plain = RotaryTable.Frequencies(model.RopeTheta, model.RotaryDim);
        foreach (RopeScaling candidate in Candidates(divisors, plain, model.ContextLength))
        {
            double[] wanted = Llama3Divisors(candidate, model.RopeTheta, model.RotaryDim);
            if (divisors.Zip(wanted).All(pair => Math.Abs(pair.First - pair.Second) <= Tolerance * pair.Second))
                return candidate;
        }
        return new RopeScaling(RopeScalingKind.LongRope)
        {
            OriginalContextLength = model.ContextLength,
            AttentionFactor = 1,
            LongFactors = divisors,
            ShortFactors = divisors,
        };
    }

    private static IEnumerable<RopeScaling> Candidates(double[] divisors, double[] plain, int contextLength)
    {
        double factor = divisors.Max();
        if (factor < 1)
            yield break;
        var originals = new List<int> { 8192, contextLength };
        for (int i = 0; i < divisors.Length; i++)
        {
            // Between the two wavelengths a divisor tells the original length; 1 and 4 are what every published model has.
            if (divisors[i] <= 1 || divisors[i] >= factor)
                continue;
            double smooth = ((1 / divisors[i]) - (1 / factor)) / (1 - (1 / factor));
            double estimate = 2 * Math.PI / plain[i] * (1 + (3 * smooth));
            if (estimate < int.MaxValue)
                originals.Add((int)Math.Round(estimate));
        }
        for (int power = 16; power <= 1 << 20; power *= 2)
            originals.Add(power);
        foreach (int original in originals.Distinct().Where(length => length >= 1))
            yield return new RopeScaling(RopeScalingKind.Llama3) { Factor = factor, LowFrequencyFactor = 1, HighFrequencyFactor = 4, OriginalContextLength = original };
    }

    /// <summary>The divisors that Llama 3's rule comes to.</summary>
    public static double[] Llama3Divisors(RopeScaling scaling, double theta, int dim)
    {
        double[] plain = RotaryTable.Frequencies(theta, dim);
        (double[] scaled, _) = RotaryFrequencies.Of(new RotaryConfig(theta, dim) { Scaling = scaling }, isLong: false);
        return [.. plain.Zip(scaled, (before, after) => before / after)];
    }
}
