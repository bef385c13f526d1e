using System.Text.Json;

namespace Hone.AcceptanceTests;

/// <summary>`hone bench` from end to end, and the allocation gate. Times are never tested.</summary>
public sealed class BenchTests(TinyModel model)
{
    [Fact]
    public void BenchMeasuresAShape()
    {
        HoneOutput output = HoneProcess.Run(
            model.Root, "bench", "--shape", "tiny", "-p", "32,16", "-n", "4", "-npl", "2", "-r", "2", "-t", "1,2", "-o", "json").AssertSucceeded();
        using JsonDocument document = JsonDocument.Parse(output.Out);
        JsonElement[] rows = [.. document.RootElement.EnumerateArray()];
        Assert.Equal(["pp32", "pp16", "tg4", "tg4 B2", "train 2x16"], rows[..5].Select(r => r.GetProperty("test").GetString()));
        Assert.Equal(10, rows.Length);
        Assert.Equal([1, 1, 1, 1, 1, 2, 2, 2, 2, 2], rows.Select(r => r.GetProperty("n_threads").GetInt32()));
        Assert.All(rows, r =>
        {
            Assert.Equal(2, r.GetProperty("samples_ts").GetArrayLength());
            Assert.True(r.GetProperty("avg_ts").GetDouble() > 0);
            Assert.True(r.GetProperty("best_share").GetDouble() > 0);
        });
        Assert.Contains("tiny tg4 B2, cpu ", output.Error);
    }

    [Fact]
    public void BenchMeasuresAModelFolderBeyondItsContext()
    {
        string output = HoneProcess.Run(
            model.Root, "bench", "tiny", "-p", $"{TinyModel.ContextLength + 10}", "-n", "0", "--train", "2x8", "-r", "1", "-t", "1").AssertSucceeded().Out;
        Assert.Contains($"pp{TinyModel.ContextLength + 10}", output);
        Assert.Contains("| tiny F32 |", output);
        Assert.Contains("train 2x8", output);
        Assert.Contains("limits on 1 thread: FMA", output);
    }

    [Theory]
    [InlineData("unknown shape 'smollm2-135'", "Did you mean 'smollm2-135m'?", "--shape", "smollm2-135")]
    [InlineData("'1,x' is no list of numbers", "-t 1,2", "-t", "1,x")]
    [InlineData("'16' is no training batch", "--train 16x256", "--train", "16")]
    [InlineData("unknown output 'xml'", "md, csv or json", "-o", "xml")]
    [InlineData("'0' repetitions", "1 or more", "-r", "0")]
    [InlineData("both a model and a shape", "Give MODEL or --shape", "tiny", "--shape", "tiny")]
    public void WrongOptionsAreNamed(string what, string hint, params string[] options) =>
        HoneProcess.Run(model.Root, ["bench", .. options]).AssertRefused(2, what, hint);

    [Fact]
    public void NothingAllocatesMoreThanExpected()
    {
        HoneOutput output = HoneProcess.RunLibrary("Hone.Benchmarks.dll", model.Root, "allocations");
        Assert.True(output.ExitCode == 0, $"A figure is above benchmarks/expected-allocations.json. If it has to be, write the new ones with\n  dotnet run -c Release --project benchmarks/Hone.Benchmarks -- allocations --update\n{output.Out}{output.Error}");
        Assert.Contains("| training_step ", output.Out);
    }
}
