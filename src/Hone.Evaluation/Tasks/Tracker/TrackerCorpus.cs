namespace Hone.Evaluation.Tasks.Tracker;

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
        var random = new CounterRandom(_options.Seed, TaskStream.TrackerDocument, (ulong)index);
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
