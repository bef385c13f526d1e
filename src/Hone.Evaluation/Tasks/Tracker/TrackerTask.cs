using System.Globalization;
using System.Text.RegularExpressions;
using Hone.Verification;

namespace Hone.Evaluation.Tasks.Tracker;

/// <summary>
/// Word problems about a number that changes step by step, with an integer answer after <c>#</c>:
/// <c>Q: Tom has 45 hats. gets 5. loses 5. doubles. wins 3 ? A:</c> is answered by <c> #93</c>, or with its
/// chain by <c> 45+5=50.50-5=45.45*2=90.90+3=93. #93</c>. A problem is held out if and only if the hash of
/// its start and steps modulo 10 is 0; the wording does not count. Everything is a function of (seed, index).
/// </summary>
/// <remarks>
/// Numbers in chains are not separated by spaces, and a space stands before the chain and before the
/// marker. So, with a pre-tokenizer of the GPT-2 or Llama 3 kind and single digits, the prompt's last token
/// is <c>:</c> in every document, <c> #</c> is one token in both answer styles, and every sign of an
/// equation is one token. An answer written directly after the colon would merge with it.
/// </remarks>
public static partial class TrackerTask
{
    /// <summary>The task's name in recipes.</summary>
    public const string Name = "tracker";

    /// <summary>Changes whenever a prompt, an answer, the split or a verdict does.</summary>
    public const string Version = "1";

    /// <summary>A pattern for <see cref="RegexFormatVerifier"/>: some answer is marked, whether right or wrong.</summary>
    public const string FormatPattern = @"[^#]*#[0-9]{1,2}";

    internal const int MinStart = 3;
    internal const int MaxStart = 60;

    /// <summary>Makes the task: training prompts that show nothing held out, and held-out test prompts.</summary>
    /// <param name="options">The settings; null takes the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public static EvalTask Create(TrackerOptions? options = null)
    {
        options ??= new TrackerOptions();
        options.Validate();
        var train = new TaskExample[options.TrainCount];
        for (int i = 0; i < train.Length; i++) train[i] = TrainExample(options, i);

        var test = new List<TaskExample>(options.TestCount);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (long i = 0; test.Count < options.TestCount; i++)
        {
            TaskExample example = TestExample(options, i);
            if (seen.Add(example.SplitKey)) test.Add(example);
        }
        return new EvalTask(Name, Version, train, test, new MarkedIntegerVerifier(), ContainsChain);
    }

    /// <summary>The training prompt of an index; any index, without the ones before it.</summary>
    /// <param name="options">The settings; counts do not matter here.</param>
    /// <param name="index">Zero or more.</param>
    public static TaskExample TrainExample(TrackerOptions options, long index) =>
        Example(options, index, TaskStream.TrackerTrain, heldOut: false);

    /// <summary>The held-out prompt of an index; two indices may give the same problem, of which
    /// <see cref="Create"/> keeps the first.</summary>
    /// <param name="options">The settings; counts do not matter here.</param>
    /// <param name="index">Zero or more.</param>
    public static TaskExample TestExample(TrackerOptions options, long index) =>
        Example(options, index, TaskStream.TrackerTest, heldOut: true);

    /// <summary>The plain prompt of a story: <c>Q: ... ? A:</c>. Its answers are mostly direct in the corpus.</summary>
    /// <param name="story">The story without its question mark.</param>
    public static string Prompt(string story) => $"Q: {story} ? A:";

    /// <summary>
    /// The forced-chain prompt of a story, <c>T: ... ? A:</c>: the textbook form of the same problem, which
    /// the corpus always answers with a chain. What a model scores here it can do; what it scores on
    /// <see cref="Prompt"/> it does by default.
    /// </summary>
    /// <param name="story">The story without its question mark.</param>
    public static string ForcedChainPrompt(string story) => $"T: {story} ? A:";

    /// <summary>The direct answer to a prompt: a space, the marker and the number.</summary>
    public static string DirectAnswer(TrackerProblem problem) =>
        string.Create(CultureInfo.InvariantCulture, $" #{problem.Answer}");

    /// <summary>The answer with its chain: a space, the equations, then the direct answer.</summary>
    public static string ChainAnswer(TrackerProblem problem) => " " + problem.Equations() + DirectAnswer(problem);

    /// <summary>Whether a completion contains a chain: an equation, true or not, before any marker.</summary>
    /// <param name="completion">What the model wrote.</param>
    public static bool ContainsChain(string completion) => ChainBeforeMarker().IsMatch(completion);

    private static TaskExample Example(TrackerOptions options, long index, TaskStream stream, bool heldOut)
    {
        (TrackerProblem problem, string story) = Draw(options, index, stream, heldOut);
        return new TaskExample(
            Prompt(story), problem.Answer.ToString(CultureInfo.InvariantCulture), ForcedChainPrompt(story), problem.Key,
            new Dictionary<string, string> { ["steps"] = problem.Steps.Count.ToString(CultureInfo.InvariantCulture) });
    }

    /// <summary>The problem and story of an example's index.</summary>
    internal static (TrackerProblem Problem, string Story) Draw(TrackerOptions options, long index, TaskStream stream, bool heldOut)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        options.Validate();
        var random = new CounterRandom(options.Seed, stream, (ulong)index);
        int steps = options.MinSteps + random.Next(options.MaxSteps - options.MinSteps + 1);
        TrackerProblem problem = heldOut
            ? TrackerSampler.DrawHeldOut(steps, MinStart, MaxStart, ref random)
            : TrackerSampler.DrawTraining(steps, MinStart, MaxStart, ref random);
        return (problem, TrackerWording.Story(problem, ref random));
    }

    [GeneratedRegex(@"\A[^#]*[0-9][+\-*/][0-9]{1,9}=[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex ChainBeforeMarker();
}
