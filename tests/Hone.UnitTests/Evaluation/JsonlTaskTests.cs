using System.Text;
using Hone.Evaluation.Tasks;
using Xunit;

namespace Hone.UnitTests.Evaluation;

public sealed class JsonlTaskTests
{
    private static EvalTask Read(string text, JsonlTaskOptions? options = null) => JsonlTask.Read(new StringReader(text), "t.jsonl", options);

    [Fact]
    public void Columns_are_found_by_their_usual_names()
    {
        EvalTask task = Read("""
            {"prompt": "1+1?", "answer": 2, "level": "easy", "n": 7, "ok": true, "list": [1]}

            {"question": "2+2?", "answer": "4"}
            {"prompt": "1+1?", "answer": 2, "level": "repeated"}
            """, new JsonlTaskOptions { TestShare = 0, PromptTemplate = "Q: {prompt}\nA:" });
        Assert.Equal(["Q: 1+1?\nA:", "Q: 2+2?\nA:"], task.Train.Select(e => e.Prompt));
        Assert.Equal(["2", "4"], task.Train.Select(e => e.Answer));
        Assert.Equal(["level=easy", "n=7", "ok=true"], task.Train[0].Metadata.Select(p => $"{p.Key}={p.Value}"));
        Assert.Empty(task.Test);
        Assert.True(task.Verifier.Verify(" 4 ", "4").IsCorrect);
    }

    [Fact]
    public void Columns_and_verifier_can_be_named()
    {
        EvalTask task = Read("""{"in": "x", "prompt": "not this", "out": "12"}""", new JsonlTaskOptions
        {
            Name = "mine", PromptField = "in", AnswerField = "out", Verifier = "last_integer", TestShare = 1,
        });
        Assert.Equal("mine", task.Name);
        Assert.Equal("x", Assert.Single(task.Test).Prompt);
        Assert.True(task.Verifier.Verify("it is 12.", "12").IsCorrect);
    }

    [Theory]
    [InlineData("""{"prompt": "a"}""", "t.jsonl:2: no column 'answer'; there is 'prompt'")]
    [InlineData("""{"answer": "a"}""", "t.jsonl:2: no column 'prompt' or 'question'; there is 'answer'")]
    [InlineData("""{}""", "t.jsonl:2: no column 'prompt' or 'question'; there is none")]
    [InlineData("""{"prompt": "a", "answer": null}""", "t.jsonl:2: column 'answer' must be a string or a number, got null")]
    [InlineData("""{"prompt": ["a"], "answer": "b"}""", "t.jsonl:2: column 'prompt' must be a string or a number, got an array")]
    [InlineData("""[1]""", "t.jsonl:2: expected a JSON object, got an array")]
    [InlineData("""{"prompt": "a", """, "t.jsonl:2: not JSON, at byte ")]
    [InlineData("""{"prompt": "a", "prompt": "b", "answer": "c"}""", "t.jsonl:2: not JSON, at byte ")]
    [InlineData("""{"prompt": "\ud800", "answer": "c"}""", "t.jsonl:2: a string in it is not Unicode text")]
    public void Bad_lines_are_named_in_one_line(string line, string message)
    {
        var e = Assert.Throws<TaskFormatException>(() => Read("{\"prompt\": \"a\", \"answer\": \"b\"}\n" + line));
        Assert.StartsWith(message, e.Message);
        Assert.DoesNotContain('\n', e.Message);
        Assert.Equal(2, e.Line);
    }

    [Fact]
    public void Empty_files_and_bad_settings_are_refused()
    {
        Assert.Equal("t.jsonl: no example in it", Assert.Throws<TaskFormatException>(() => Read("\n \n")).Message);
        const string line = """{"prompt": "a", "answer": "b"}""";
        Assert.Throws<ArgumentException>(() => Read(line, new JsonlTaskOptions { PromptTemplate = "x" }));
        Assert.Throws<ArgumentException>(() => Read(line, new JsonlTaskOptions { Verifier = "exact" }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Read(line, new JsonlTaskOptions { TestShare = 1.5 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Read(line, new JsonlTaskOptions { TestShare = double.NaN }));
    }

    [Fact]
    public void Split_follows_the_content_whatever_the_order()
    {
        string[] lines = [.. Enumerable.Range(0, 2000).Select(i => $$"""{"prompt": "p{{i}}", "answer": "{{i}}"}""")];
        EvalTask task = Read(string.Join('\n', lines));
        EvalTask shuffled = Read(string.Join('\n', lines.Reverse().Where((_, i) => i % 3 != 0)));
        Assert.InRange(task.Test.Count, 150, 250);
        Assert.Equal(2000, task.Train.Count + task.Test.Count);
        var test = task.Test.Select(e => e.Id).ToHashSet();
        Assert.All(shuffled.Test, e => Assert.Contains(e.Id, test));
        Assert.All(shuffled.Train, e => Assert.DoesNotContain(e.Id, test));
        Assert.NotEqual(task.Version, shuffled.Version);
        Assert.Equal(task.Version, Read(string.Join("\n\n", lines)).Version);

        // Two answers to one prompt stay on one side.
        EvalTask twins = Read(string.Join('\n', lines.Concat(lines.Select(l => l.Replace("\"answer\": \"", "\"answer\": \"x", StringComparison.Ordinal)))));
        Assert.Equal(task.Test.Count * 2, twins.Test.Count);
    }

    [Fact]
    public void A_file_is_read_and_its_encoding_checked()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("hone-jsonl").FullName, "mine.jsonl");
        try
        {
            File.WriteAllText(path, "{\"prompt\": \"é\", \"answer\": \"b\"}\r\n", new UTF8Encoding(true));
            EvalTask task = JsonlTask.Load(path, new JsonlTaskOptions { TestShare = 0 });
            Assert.Equal(("mine", "é"), (task.Name, task.Train[0].Prompt));
            File.WriteAllBytes(path, [.. "{\"prompt\": \""u8, 0xff, 0xfe, .. "\", \"answer\": \"b\"}\n"u8]);
            Assert.StartsWith("mine.jsonl: not UTF-8", Assert.Throws<TaskFormatException>(() => JsonlTask.Load(path)).Message);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [Fact]
    public void A_task_refuses_a_problem_on_both_sides()
    {
        var verifier = new Hone.Verification.ExactMatchVerifier();
        TaskExample[] one = [new("p", "1", splitKey: "k")], two = [new("q", "1", splitKey: "k")];
        Assert.Throws<ArgumentException>(() => new EvalTask("n", "1", one, two, verifier));
        Assert.NotEqual(new TaskExample("ab", "c").Id, new TaskExample("a", "bc").Id);
    }
}
