using System.Text;
using System.Text.Json;
using Hone.Evaluation.Results;
using Hone.Evaluation.Statistics;
using Hone.Evaluation.Tasks;
using Hone.Evaluation.Tasks.Tracker;
using Hone.Verification;
using Xunit;

namespace Hone.UnitTests.Evaluation;

public sealed class EvalResultsTests
{
    private static readonly EvalTask Task = TrackerTask.Create(new TrackerOptions { TrainCount = 4, TestCount = 8 });

    [Fact]
    public void Metrics_are_those_of_the_samples()
    {
        TaskExample first = Task.Test[0], second = Task.Test[1];
        EvalResults results = Results(
            (first, [$" #{first.Answer}", " #100", $" 1+2=3. #{first.Answer}", "nothing"]),
            (second, [" 9+9=18. #101", " #102", " #103", " #104"]));
        EvalMetrics m = EvalMetrics.Of(results);
        Assert.Equal((2, 8, 0), (m.Problems, m.Samples, m.Undecidable));
        Assert.Equal(0.25, m.Accuracy.Value, 1e-15);
        Assert.Equal([1, 2, 4], m.PassAt.Keys.Order());
        Assert.Equal(0.25, m.PassAt[1].Value, 1e-15);
        Assert.Equal((1 - 1 / 6.0) / 2, m.PassAt[2].Value, 1e-15);
        Assert.Equal(0.5, m.PassAt[4].Value, 1e-15);
        Assert.Equal(0.5, m.Majority!.Value.Value, 1e-15);
        Assert.Equal(0.25, m.WorkShare!.Value, 1e-15);
        Assert.Equal(0.5, m.AccuracyGivenWork!.Value, 1e-15);
        Assert.Equal(4.5, m.MeanTokens, 1e-15);
        Assert.Equal(7 / 8.0, m.TerminatedShare, 1e-15);
        Assert.Equal([2], EvalMetrics.Of(results, [2, 8]).PassAt.Keys);
    }

    [Fact]
    public void One_sample_a_problem_takes_the_wilson_interval()
    {
        EvalMetrics m = EvalMetrics.Of(Results([.. Task.Test.Select((e, i) => (e, new[] { i < 3 ? " #" + e.Answer : " #" }))]));
        Assert.Equal(Intervals.Wilson(3, 8), m.Accuracy);
        Assert.Null(m.Majority);
        Assert.Equal([1], m.PassAt.Keys);
        Assert.Null(m.AccuracyGivenWork);
    }

    [Fact]
    public void Undecidable_samples_count_for_nothing_else()
    {
        var bad = new TaskExample("p", "no integer");
        EvalMetrics m = EvalMetrics.Of(Results((bad, [" #5", " #6"]), (Task.Test[0], [" #" + Task.Test[0].Answer, " #"])));
        Assert.Equal((1, 2, 2), (m.Problems, m.Samples, m.Undecidable));
        Assert.Equal(0.5, m.Accuracy.Value);
        Assert.Throws<ArgumentException>(() => EvalMetrics.Of(Results((bad, [" #5"]))));
    }

    [Fact]
    public void Difference_pairs_problems_by_id()
    {
        EvalResults before = Results([.. Task.Test.Select((e, i) => (e, new[] { i == 0 ? " #" + e.Answer : " #" }))]);
        EvalResults after = Results([.. Task.Test.Reverse().Skip(2).Select(e => (e, new[] { " #" + e.Answer }))]);
        Estimate d = after.DifferenceFrom(before);
        Assert.Equal(5 / 6.0, d.Value, 1e-15);
        Assert.Throws<ArgumentException>(() => after.DifferenceFrom(before with { TaskVersion = "0" }));
        Assert.Throws<ArgumentException>(() => after.DifferenceFrom(before with { Examples = [] }));
    }

    [Fact]
    public void Samples_come_back_from_their_file()
    {
        EvalResults results = Results(
            (Task.Test[0], [" #1\n\"quoted\" é 😀 <b>", ""]), (Task.Test[1], [" 1+1=2. #" + Task.Test[1].Answer]));
        using var stream = new MemoryStream();
        EvalResultsJson.WriteSamples(results, stream);
        string text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Equal(2, text.Count(c => c == '\n'));
        EvalResults read = EvalResultsJson.ReadSamples(new StringReader(text), "s.jsonl");
        Assert.Equal((results.Task, results.TaskVersion), (read.Task, read.TaskVersion));
        foreach ((EvalExampleResult a, EvalExampleResult b) in results.Examples.Zip(read.Examples))
        {
            Assert.Equal((a.ExampleId, a.Prompt, a.Reference), (b.ExampleId, b.Prompt, b.Reference));
            Assert.Equal(a.Samples, b.Samples);
        }
        foreach (string bad in new[] { "{}", "[]", "x", text.Replace("\"correct\"", "\"right\"", StringComparison.Ordinal) })
            Assert.StartsWith("s.jsonl:", Assert.Throws<InvalidDataException>(() => EvalResultsJson.ReadSamples(new StringReader(bad), "s.jsonl")).Message);
    }

    [Fact]
    public void Metrics_file_is_json_even_without_finite_numbers()
    {
        EvalResults results = Results((Task.Test[0], [" #1"]));
        results = results with { Examples = [results.Examples[0] with { Samples = [results.Examples[0].Samples[0] with { MeanLogProb = double.NaN }] }] };
        using var stream = new MemoryStream();
        EvalResultsJson.WriteMetrics(results, EvalMetrics.Of(results), [new("temperature", "1")], stream);
        using JsonDocument json = JsonDocument.Parse(stream.ToArray());
        Assert.Equal("tracker", json.RootElement.GetProperty("task").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("metrics").GetProperty("mean_log_prob").ValueKind);
        Assert.Equal(0, json.RootElement.GetProperty("metrics").GetProperty("pass@1").GetProperty("value").GetDouble());
    }

    internal static EvalResults Results(params (TaskExample Example, string[] Completions)[] problems) => new(
        Task.Name, Task.Version,
        [.. problems.Select(p => new EvalExampleResult(p.Example.Id, p.Example.Prompt, p.Example.Answer, [.. p.Completions.Select(
            (c, i) => EvalSample.Judge(Task, p.Example, c, tokenCount: 3 + i, meanLogProb: -0.5 * i, terminated: c != "nothing"))]))]);
}
