using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hone.Training.Schedules;
using Xunit;

namespace Hone.ParityTests.Schedules;

public sealed partial class ScheduleParityTests
{
    public static TheoryData<int, string> Cases()
    {
        var data = new TheoryData<int, string>();
        if (!File.Exists(Path.Combine(ReferenceFolder.Root, "numerics", "schedules.json")))
        {
            data.Add(-1, "absent");
            return data;
        }

        int index = 0;
        foreach (JsonElement entry in ReferenceFolder.Json("numerics", "schedules.json").GetProperty("cases").EnumerateArray())
            data.Add(index++, entry.GetProperty("name").GetString()!);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void RatesAreTheRecordedOnes(int index, string name)
    {
        JsonElement root = ReferenceFolder.Json("numerics", "schedules.json");
        JsonElement entry = root.GetProperty("cases")[index], options = entry.GetProperty("options");
        // The run's shape is told in words: "base lr 1e-3, warm-up 8 of 50 steps".
        Match words = Shape().Match(root.GetProperty("source").GetString()!);
        Assert.True(words.Success, "the source names rate, warm-up and steps");
        double rate = double.Parse(words.Groups[1].Value, CultureInfo.InvariantCulture);

        var schedule = new LearningRateSchedule
        {
            Kind = name switch
            {
                "linear" => ScheduleKind.Linear,
                "cosine" => ScheduleKind.Cosine,
                "cosine_with_restarts" => ScheduleKind.CosineWithRestarts,
                "polynomial" => ScheduleKind.Polynomial,
                "constant" => ScheduleKind.Constant,
                "constant_with_warmup" => ScheduleKind.ConstantWithWarmup,
                "inverse_sqrt" => ScheduleKind.InverseSqrt,
                "cosine_with_min_lr" => ScheduleKind.CosineWithMinLr,
                "warmup_stable_decay" => ScheduleKind.WarmupStableDecay,
                _ => throw new InvalidDataException($"unknown schedule {name}"),
            },
            LearningRate = rate,
            WarmupSteps = (int)options.Number("num_warmup_steps", double.Parse(words.Groups[2].Value, CultureInfo.InvariantCulture)),
            TotalSteps = (int)options.Number("num_training_steps", double.Parse(words.Groups[3].Value, CultureInfo.InvariantCulture)),
            NumCycles = options.NumberOrNull("num_cycles"),
            Power = options.Number("power", 1),
            LrEnd = options.Number("lr_end", 1e-7),
            MinLrRate = options.NumberOrNull("min_lr_rate"),
            MinLr = options.NumberOrNull("min_lr"),
            MinLrRatio = options.Number("min_lr_ratio"),
            NumStableSteps = (int?)options.NumberOrNull("num_stable_steps"),
            NumDecaySteps = (int)options.Number("num_decay_steps"),
            Timescale = (int?)options.NumberOrNull("timescale"),
            DecayType = Ramp(options, "decay_type", RampShape.Cosine),
            WarmupType = Ramp(options, "warmup_type", RampShape.Linear),
        };

        double[] expected = entry.GetProperty("lr").Numbers();
        for (int step = 0; step < expected.Length; step++)
            Assert.True(Math.Abs(expected[step] - schedule.At(step)) <= 1e-9 * rate, $"step {step}: expected {expected[step]:R}, got {schedule.At(step):R}");
    }

    private static RampShape Ramp(JsonElement options, string key, RampShape fallback) =>
        options.TryGetProperty(key, out JsonElement shape) ? shape.GetString() switch
        {
            "linear" => RampShape.Linear,
            "cosine" => RampShape.Cosine,
            "1-sqrt" => RampShape.OneMinusSqrt,
            string other => throw new InvalidDataException($"unknown shape {other}"),
            null => fallback,
        } : fallback;

    [GeneratedRegex(@"lr\s+([0-9.eE+-]+[0-9]).*?warm-up\s+(\d+)\s+of\s+(\d+)\s+steps")]
    private static partial Regex Shape();
}
