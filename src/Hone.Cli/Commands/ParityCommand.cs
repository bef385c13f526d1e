using System.CommandLine;
using System.Globalization;
using Hone.Evaluation.Parity;
using Hone.Models;
using Hone.Tensors;

namespace Hone.Cli.Commands;

/// <summary><c>hone parity</c>: a model beside what another library computed from the same weights.</summary>
internal static class ParityCommand
{
    internal static Command Create(CliContext context)
    {
        var model = new Argument<string>("MODEL") { Description = "Model folder, .gguf file (decoded to float32), or a built-in model." };
        var expected = new Argument<string>("EXPECTED") { Description = "Recorded values (.safetensors): input_ids, logits or last_hidden_state, hidden_states.i, greedy_prompt, greedy_tokens." };
        var gradients = new Option<string?>("--gradients") { Description = "Recorded gradients of the next-token loss (.json): norm, sum, first and last values of each tensor." };
        var tolerance = new Option<double>("--tolerance") { Description = "Largest difference of a value; of a gradient, in parts of its tensor's norm.", DefaultValueFactory = _ => 1e-4 };
        var threads = new Option<int>("--threads") { Description = "Compute threads; 0 is one a processor." };
        var command = new Command("parity", "Compare a model with recorded values of another library.") { model, expected, gradients, tolerance, threads };
        command.SetAction(parsed => Compare(
            context.Models.Resolve(parsed.GetRequiredValue(model)), parsed.GetRequiredValue(expected), parsed.GetValue(gradients),
            parsed.GetValue(tolerance), parsed.GetValue(threads), context));
        return command;
    }

    private static int Compare(string path, string expected, string? gradients, double tolerance, int threads, CliContext context)
    {
        if (!(tolerance >= 0 && double.IsFinite(tolerance)))
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance is 0 or more");
        ParityReference reference = ParityReference.Open(expected);
        ModelFiles files = ModelFiles.Open(path);
        using var backend = new CpuBackend(threads);
        using Transformer model = ModelLoader.Load(files, backend);
        List<ParityLine> lines = [.. ModelParity.Compare(model, reference, tolerance).Lines];
        if (gradients is not null)
            lines.AddRange(GradientParity.Compare(model, files.Config.Names, reference, gradients, tolerance).Lines);
        context.Terminal.Table(["compared", "largest", "difference", ""], [.. lines.Select(Row)]);
        var report = new ParityReport(lines);
        if (report.FirstDifferent is not { } first)
            return ExitCode.Success;
        context.Terminal.Error.WriteLine($"differs first in {first.What}, {first.FirstPlace}");
        return ExitCode.Failure;
    }

    private static IReadOnlyList<string> Row(ParityLine line) =>
        [line.What, Number(line.Largest), Number(line.Difference), line.Holds ? (line.FirstPlace is null ? "" : "tie") : "differs"];

    private static string Number(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
