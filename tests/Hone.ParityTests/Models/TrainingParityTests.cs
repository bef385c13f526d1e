using System.Text.Json;
using Hone.Models;
using Hone.Tensors;
using Hone.Training.Optimizers;
using Xunit;

namespace Hone.ParityTests.Models;

/// <summary>Ten optimizer steps on recorded batches give the recorded losses, gradient norms and final parameter norms.</summary>
public sealed class TrainingParityTests
{
    public static TheoryData<string, string> Runs
    {
        get
        {
            var runs = new TheoryData<string, string>();
            string folder = Path.Combine(ReferenceFolder.Root, "training");
            if (!Directory.Exists(folder))
                return runs;
            foreach (string file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
            {
                string[] parts = Path.GetFileNameWithoutExtension(file).Split('.');
                if (ReferenceModel.IsSupported(parts[0]))
                    runs.Add(parts[0], parts[1]);
            }
            return runs;
        }
    }

    [Theory, MemberData(nameof(Runs))]
    public void TenSteps(string family, string optimizerName)
    {
        JsonElement recorded = ReferenceFolder.Json("training", $"{family}.{optimizerName}.json");
        using SafetensorsFile batches = SafetensorsFile.Open(ReferenceFolder.Find("training", $"{family}.batches.safetensors"));
        int[][] ids = ReferenceModel.Integers(batches, "input_ids"), masks = ReferenceModel.Integers(batches, "loss_mask");
        double[] losses = recorded.GetProperty("losses").Numbers(), factors = recorded.GetProperty("lr_factor").Numbers();
        double[] norms = recorded.GetProperty("gradient_norms_before_clipping").Numbers();
        int rows = ids.Length / losses.Length;
        double tolerance = optimizerName.StartsWith("muon", StringComparison.Ordinal) ? 1e-2 : 1e-5;

        using var backend = new CpuBackend();
        ModelDirectory directory = ModelDirectory.Open(ReferenceFolder.Find("models", family));
        Transformer model = ModelLoader.Load(directory, backend);
        using (model)
        using (IOptimizer optimizer = Create(optimizerName, backend, model))
        using (var context = new ComputeContext(backend))
        using (var tape = new Tape(backend))
        using (var gradients = new Gradients(backend))
        {
            for (int step = 0; step < losses.Length; step++)
            {
                gradients.Clear();
                double loss = NextTokenLoss.Backward(
                    model, context, tape, gradients, ids[(step * rows)..((step + 1) * rows)], masks[(step * rows)..((step + 1) * rows)]);
                Assert.True(Math.Abs(losses[step] - loss) <= tolerance, $"step {step}: loss {loss}, recorded {losses[step]}");
                double norm = GradientClipping.GlobalNorm(backend, gradients, model.Parameters);
                Assert.True(Math.Abs(norms[step] - norm) <= Math.Max(1e-4, tolerance) * norms[step], $"step {step}: norm {norm}, recorded {norms[step]}");
                optimizer.Step(gradients, GradientClipping.Factor(norm, 1.0), factors[step]);
            }
            // Norms are of the checkpoint's tensors, which may hold several parameters.
            foreach (FileTensor tensor in FileTensors.Of(directory.Config.Names, model.Parameters, parameter => ReferenceModel.Download(backend, parameter.Value)))
            {
                float[] values = tensor.Read();
                double norm = Math.Sqrt(values.Sum(v => (double)v * v));
                double expected = recorded.GetProperty("parameter_norms").GetProperty(tensor.Name).GetDouble();
                // A key's bias has no gradient but rounding, which Adam makes a whole step of: float32 itself is that far off.
                double rounding = recorded.Number("float32_largest_parameter_difference") * Math.Sqrt(values.Length);
                double allowed = Math.Max(Math.Max(1e-5, tolerance) * expected, rounding);
                Assert.True(Math.Abs(expected - norm) <= allowed, $"{tensor.Name}: norm {norm}, recorded {expected}");
            }
        }
    }

    private static IOptimizer Create(string name, Backend backend, Transformer model)
    {
        bool IsInner(Parameter p) => p.Value.Shape.Rank == 2 && p != model.Embedding && p != model.Head.Weight;
        AdamWOptimizer Rest() => new(
            backend, model.Parameters.Where(p => !IsInner(p)), new AdamWSettings(1e-3, 0.9, 0.95, 1e-8, 0.1));
        MuonOptimizer Muon(MuonSettings settings) => new(backend, model.Parameters.Where(IsInner), settings, Rest());
        return name switch
        {
            "adamw" => new AdamWOptimizer(backend, model.Parameters, new AdamWSettings(1e-3, 0.9, 0.95, 1e-8, 0.1)),
            "adamw_sched" => new AdamWOptimizer(
                backend, model.Parameters, new AdamWSettings(3e-3, 0.9, 0.999, 1e-8, 0.1), p => p.Value.Shape.Rank == 2),
            "sgd" => new SgdOptimizer(backend, model.Parameters, 0.05, 0.9, nesterov: true),
            "muon" => Muon(new MuonSettings(0.02, 0.95, true, 0.1)),
            "muon_rms" => Muon(new MuonSettings(1e-3, 0.95, true, 0.1, MuonRateAdjustment.MatchRmsAdamW)),
            _ => throw new InvalidOperationException($"No settings are recorded for the optimizer {name}."),
        };
    }
}
