using Hone.Verification;

namespace Hone.Evaluation.Tasks;

/// <summary>
/// A task: examples, split into training and test, and the verifier that judges answers. Evaluation and
/// reinforcement learning use the same object, so they cannot drift apart. Immutable.
/// </summary>
public sealed class EvalTask
{
    /// <summary>Makes a task of examples that are already split.</summary>
    /// <param name="name">Short name, as in a recipe.</param>
    /// <param name="version">Changes whenever prompts, answers, the split or the verdicts change.</param>
    /// <param name="train">What training may see, in order.</param>
    /// <param name="test">What is held out, in order.</param>
    /// <param name="verifier">Judges completions.</param>
    /// <param name="showsWork">See <see cref="ShowsWork"/>.</param>
    /// <exception cref="ArgumentException">The name or version is empty, or a split key occurs on both sides.</exception>
    public EvalTask(
        string name, string version, IReadOnlyList<TaskExample> train, IReadOnlyList<TaskExample> test,
        IVerifier verifier, Func<string, bool>? showsWork = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(version);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(verifier);
        var heldOut = new HashSet<string>(test.Select(e => e.SplitKey), StringComparer.Ordinal);
        if (train.FirstOrDefault(e => heldOut.Contains(e.SplitKey)) is { } leak)
            throw new ArgumentException($"task {name}: '{leak.SplitKey}' is in training and in test", nameof(train));
        Name = name;
        Version = version;
        Train = train;
        Test = test;
        Verifier = verifier;
        ShowsWork = showsWork;
    }

    /// <summary>Short name, as in a recipe.</summary>
    public string Name { get; }

    /// <summary>Changes whenever prompts, answers, the split or the verdicts change.</summary>
    public string Version { get; }

    /// <summary>What training may see, in order.</summary>
    public IReadOnlyList<TaskExample> Train { get; }

    /// <summary>What is held out, in order.</summary>
    public IReadOnlyList<TaskExample> Test { get; }

    /// <summary>Judges completions.</summary>
    public IVerifier Verifier { get; }

    /// <summary>Whether a completion shows its work (a chain of steps), for the shares in the report; null
    /// where the task does not say.</summary>
    public Func<string, bool>? ShowsWork { get; }

    /// <summary>Whether prompts are what a person says to an assistant, and so stand as a user's turn in the model's chat template
    /// unless a recipe or command says otherwise. Default false: prompts are texts to continue.</summary>
    public bool AsksAssistant { get; init; }

    /// <summary>
    /// Makes a task of examples in one list, split by the hash of each example's
    /// <see cref="TaskExample.SplitKey"/>, never by position.
    /// </summary>
    /// <param name="name">Short name.</param>
    /// <param name="version">Version.</param>
    /// <param name="examples">All examples; the order within each side is kept.</param>
    /// <param name="testShare">Expected share of the test side, 0..1.</param>
    /// <param name="verifier">Judges completions.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in 0..1.</exception>
    public static EvalTask Split(
        string name, string version, IEnumerable<TaskExample> examples, double testShare, IVerifier verifier)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ILookup<bool, TaskExample> sides = examples.ToLookup(e => ContentHash.IsHeldOut(e.SplitKey, testShare));
        return new EvalTask(name, version, [.. sides[false]], [.. sides[true]], verifier);
    }
}
