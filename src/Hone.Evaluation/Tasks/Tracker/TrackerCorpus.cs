namespace Hone.Evaluation.Tasks.Tracker;

/// <summary>Settings of the corpus that the base model is pre-trained on.</summary>
public sealed record TrackerCorpusOptions
{
    /// <summary>Seed of all documents. Default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Share of drills, 0..1: equations only. Default 0.10.</summary>
    public double DrillShare { get; init; } = 0.10;

    /// <summary>Share of textbook documents, 0..1: every problem solved with its chain. The rest, by default
    /// 0.45, is forum. Default 0.45.</summary>
    public double TextbookShare { get; init; } = 0.45;

    /// <summary>Share of the forum documents that answer with a chain, 0..1; the others give the number
    /// only. It sets how often the base model reasons by default. Default 0.07.</summary>
    public double ChainShare { get; init; } = 0.07;

    /// <exception cref="ArgumentOutOfRangeException">A share is not in 0..1, or the first two exceed 1 together.</exception>
    internal void Validate()
    {
        Check(DrillShare, nameof(DrillShare));
        Check(TextbookShare, nameof(TextbookShare));
        Check(ChainShare, nameof(ChainShare));
        Check(DrillShare + TextbookShare, "DrillShare + TextbookShare");
    }

    private static void Check(double share, string name)
    {
        if (!(share is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(name, share, $"{name} is in 0..1");
    }
}

/// <summary>The three kinds of document.</summary>
public enum TrackerDocumentKind
{
    /// <summary>A random walk of four equations, without a story.</summary>
    Drill,

    /// <summary>A story after <c>T:</c>, answered with its chain.</summary>
    Textbook,

    /// <summary>A story after <c>Q:</c>, mostly answered by the number only.</summary>
    Forum,
}

/// <summary>One document of the corpus.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Problem">The problem that it writes out.</param>
/// <param name="Text">The text, without begin and end tokens: whoever tokenizes adds them.</param>
/// <param name="AnswerStart">Index in <paramref name="Text"/> of the first character after the prompt; 0 for a drill.</param>
public sealed record TrackerDocument(TrackerDocumentKind Kind, TrackerProblem Problem, string Text, int AnswerStart);

/// <summary>
/// The pre-training corpus of the tracker task: drills (arithmetic facts), textbook (the skill) and forum
/// (the default behaviour that reinforcement learning changes). Every statement in it is true, nothing is
/// refused, and no document shows a held-out problem (<see cref="TrackerProblem.ShowsHeldOut"/>), not even
/// inside a longer chain. A document is a function of (options, index). Safe on many threads.
/// </summary>
public sealed class TrackerCorpus
{
    private const int DrillSteps = 4;
    private const int MinDrillStart = 1;
    private readonly TrackerCorpusOptions _options;

    /// <summary>Makes the corpus; nothing is generated before it is asked for.</summary>
    /// <param name="options">The settings; null takes the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is out of its range.</exception>
    public TrackerCorpus(TrackerCorpusOptions? options = null)
    {
        _options = options ?? new TrackerCorpusOptions();
        _options.Validate();
    }

    /// <summary>The document of an index, without the ones before it.</summary>
    /// <param name="index">Zero or more; there is no last one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public TrackerDocument Document(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var random = new CounterRandom(_options.Seed, RandomPurpose.TrackerDocument, (ulong)index);
        double draw = random.NextDouble();
        if (draw < _options.DrillShare)
        {
            TrackerProblem walk = TrackerSampler.DrawTraining(DrillSteps, MinDrillStart, TrackerProblem.MaxState, ref random);
            return new TrackerDocument(TrackerDocumentKind.Drill, walk, walk.Equations(), 0);
        }
        bool textbook = draw < _options.DrillShare + _options.TextbookShare;
        bool chain = textbook || random.NextDouble() < _options.ChainShare;
        int steps = 1 + random.Next(TrackerProblem.MaxSteps);
        TrackerProblem problem = TrackerSampler.DrawTraining(steps, TrackerTask.MinStart, TrackerTask.MaxStart, ref random);
        string story = TrackerWording.Story(problem, ref random);
        string prompt = textbook ? TrackerTask.ForcedChainPrompt(story) : TrackerTask.Prompt(story);
        string answer = chain ? TrackerTask.ChainAnswer(problem) : TrackerTask.DirectAnswer(problem);
        TrackerDocumentKind kind = textbook ? TrackerDocumentKind.Textbook : TrackerDocumentKind.Forum;
        return new TrackerDocument(kind, problem, prompt + answer, prompt.Length);
    }

    /// <summary>The texts of a range of documents, generated as they are read.</summary>
    /// <param name="first">Index of the first document.</param>
    /// <param name="count">How many.</param>
    public IEnumerable<string> Texts(long first, long count)
    {
        for (long i = first; i < first + count; i++) yield return Document(i).Text;
    }
}
