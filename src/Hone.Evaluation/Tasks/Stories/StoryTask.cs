using System.Globalization;
using System.Text;
using Hone.Verification;

namespace Hone.Evaluation.Tasks.Stories;

/// <summary>
/// Questions to an assistant that take one or two additions or subtractions: <c>Anna has 8 cards. Anna gives away 2 cards.
/// How many cards does Anna have now?</c> The last integer of the completion is the answer. A problem is held out if and only
/// if the hash of its numbers modulo 10 is 0; names and things do not count. Everything is a function of (seed, index).
/// </summary>
public static class StoryTask
{
    /// <summary>The task's name in recipes.</summary>
    public const string Name = "stories";

    /// <summary>Changes whenever a prompt, an answer, the split or a verdict does.</summary>
    public const string Version = "1";

    internal static readonly string[] Names = ["Anna", "Ben", "Clara", "David", "Emma", "Tom"];
    internal static readonly string[] Things = ["apples", "books", "cards", "coins", "marbles", "pencils"];

    /// <summary>Makes the task: training prompts that show nothing held out, and held-out test prompts, all different.</summary>
    /// <param name="options">The settings; null takes the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public static EvalTask Create(StoryOptions? options = null)
    {
        options ??= new StoryOptions();
        options.Validate();
        var train = new TaskExample[options.TrainCount];
        for (int i = 0; i < train.Length; i++) train[i] = TrainExample(options.Seed, i);
        var test = new List<TaskExample>(options.TestCount);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (long i = 0; test.Count < options.TestCount; i++)
        {
            TaskExample example = TestExample(options.Seed, i);
            if (seen.Add(example.Id)) test.Add(example);
        }
        return new EvalTask(Name, Version, train, test, new LastIntegerVerifier()) { AsksAssistant = true };
    }

    /// <summary>The training prompt of an index; any index, without the ones before it.</summary>
    /// <param name="seed">Seed of problems and wordings.</param>
    /// <param name="index">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public static TaskExample TrainExample(ulong seed, long index) => Example(seed, index, TaskStream.StoryTrain, heldOut: false);

    /// <summary>The held-out prompt of an index. Prompts may repeat; <see cref="Create"/> keeps the first.</summary>
    /// <param name="seed">Seed of problems and wordings.</param>
    /// <param name="index">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public static TaskExample TestExample(ulong seed, long index) => Example(seed, index, TaskStream.StoryTest, heldOut: true);

    /// <summary>A problem in words.</summary>
    /// <param name="problem">The numbers.</param>
    /// <param name="name">Who has the things.</param>
    /// <param name="things">What is counted, in the plural.</param>
    public static string Prompt(StoryProblem problem, string name, string things)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{name} has {problem.Start} {things}.");
        foreach (int change in problem.Changes)
        {
            if (change > 0) text.Append(CultureInfo.InvariantCulture, $" {name} gets {change} more {things}.");
            else text.Append(CultureInfo.InvariantCulture, $" {name} gives away {-change} {things}.");
        }
        return text.Append(CultureInfo.InvariantCulture, $" How many {things} does {name} have now?").ToString();
    }

    private static TaskExample Example(ulong seed, long index, TaskStream stream, bool heldOut)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var random = new CounterRandom(seed, stream, (ulong)index);
        StoryProblem problem = StoryProblem.Draw(heldOut, ref random);
        string name = Names[random.Next(Names.Length)], things = Things[random.Next(Things.Length)];
        return new TaskExample(
            Prompt(problem, name, things), problem.Answer.ToString(CultureInfo.InvariantCulture), splitKey: problem.Key,
            metadata: new Dictionary<string, string> { ["steps"] = problem.Changes.Count.ToString(CultureInfo.InvariantCulture) });
    }
}
