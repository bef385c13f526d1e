using System.Globalization;
using System.Text.RegularExpressions;
using Hone.Evaluation.Tasks;
using Hone.Evaluation.Tasks.Stories;
using Xunit;

namespace Hone.UnitTests.Evaluation;

public sealed partial class StoryTests
{
    [Fact]
    public void Stories_read_back_are_right_and_split_by_their_numbers()
    {
        EvalTask task = StoryTask.Create();
        Assert.Equal((4096, 512), (task.Train.Count, task.Test.Count));
        Assert.Equal(512, task.Test.Select(e => e.Prompt).Distinct().Count());
        Assert.True(task.AsksAssistant);
        foreach ((TaskExample example, bool heldOut) in task.Train.Select(e => (e, false)).Concat(task.Test.Select(e => (e, true))))
        {
            // Nothing of the generator is used here: the text is read as a person would.
            Match story = Story().Match(example.Prompt);
            Assert.True(story.Success, example.Prompt);
            int start = Number(story.Groups["start"]), state = start;
            string key = story.Groups["start"].Value;
            foreach (Capture step in story.Groups["step"].Captures)
            {
                int count = int.Parse(Digits().Match(step.Value).Value, CultureInfo.InvariantCulture);
                bool goes = step.Value.Contains("gives away", StringComparison.Ordinal);
                Assert.InRange(count, 2, 9);
                state += goes ? -count : count;
                key += (goes ? "-" : "+") + count.ToString(CultureInfo.InvariantCulture);
                Assert.True(state >= 0, example.Prompt);
            }
            Assert.InRange(start, 5, 20);
            Assert.InRange(story.Groups["step"].Captures.Count, 1, 2);
            Assert.Equal(story.Groups["step"].Captures.Count.ToString(CultureInfo.InvariantCulture), example.Metadata["steps"]);
            Assert.Equal(state.ToString(CultureInfo.InvariantCulture), example.Answer);
            Assert.Equal(key, example.SplitKey);
            Assert.Equal(heldOut, ContentHash.Number(key) % 10 == 0);
            Assert.True(task.Verifier.Verify($"{example.Prompt} So there are {state}.", example.Answer).IsCorrect);
            Assert.False(task.Verifier.Verify($"{state}, no, {state + 1}.", example.Answer).IsCorrect);
        }
    }

    [Fact]
    public void A_tenth_of_all_problems_is_held_out_and_each_is_one_of_them()
    {
        var all = new List<StoryProblem>();
        for (int start = StoryProblem.MinStart; start <= StoryProblem.MaxStart; start++)
        {
            foreach (int first in Changes(start))
            {
                all.Add(new StoryProblem(start, first));
                all.AddRange(Changes(start + first).Select(second => new StoryProblem(start, first, second)));
            }
        }
        Assert.InRange(all.Count(p => p.IsHeldOut) / (double)all.Count, 0.08, 0.12);
        var keys = all.Select(p => p.Key).ToHashSet();
        Assert.Equal(all.Count, keys.Count);
        Assert.All(StoryTask.Create().Train, e => Assert.Contains(e.SplitKey, keys));
    }

    [Fact]
    public void Every_wording_direction_and_length_occurs_as_often_as_said()
    {
        TaskExample[] examples = [.. Enumerable.Range(0, 20_000).Select(i => StoryTask.TrainExample(3, i))];
        foreach (string word in StoryTask.Names.Concat(StoryTask.Things))
            Assert.Equal(1 / 6.0, examples.Count(e => e.Prompt.Contains(word, StringComparison.Ordinal)) / 20_000.0, 0.015);
        Assert.Equal(0.5, examples.Count(e => e.Metadata["steps"] == "1") / 20_000.0, 0.02);
        Assert.Equal(0.5, examples.Count(e => Digits().Matches(e.Prompt).Count == 2 && e.Prompt.Contains("gives")) / (double)examples.Count(e => e.Metadata["steps"] == "1"), 0.06);
    }

    [Fact]
    public void Any_index_can_be_made_alone_and_the_task_is_the_recorded_one()
    {
        EvalTask task = StoryTask.Create(new StoryOptions { TrainCount = 100, TestCount = 100 });
        Assert.Equal(task.Train[57].Prompt, StoryTask.TrainExample(0, 57).Prompt);
        Assert.NotEqual(task.Train[57].Prompt, StoryTask.TrainExample(1, 57).Prompt);
        // A change here makes earlier results incomparable: raise StoryTask.Version with it.
        Assert.Equal("aa8189192b3a72d0ed2aeaa1849bc18a", ContentHash.Id(string.Join('\n', task.Train.Concat(task.Test).Select(e => e.Id))));
    }

    [Theory]
    [InlineData(4, 2, 0)]
    [InlineData(21, 2, 0)]
    [InlineData(5, 1, 0)]
    [InlineData(5, 10, 0)]
    [InlineData(5, -6, 0)]
    [InlineData(5, -5, -2)]
    public void A_problem_out_of_range_is_refused(int start, int first, int second) =>
        Assert.ThrowsAny<ArgumentException>(() => second == 0 ? new StoryProblem(start, first) : new StoryProblem(start, first, second));

    private static IEnumerable<int> Changes(int state) =>
        Enumerable.Range(2, 8).Concat(Enumerable.Range(2, 8).Where(b => b <= state).Select(b => -b));

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<who>\w+) has (?<start>\d+) (?<what>\w+)\.(?<step> \k<who> gets \d+ more \k<what>\.| \k<who> gives away \d+ \k<what>\.){1,2} How many \k<what> does \k<who> have now\?$")]
    private static partial Regex Story();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
