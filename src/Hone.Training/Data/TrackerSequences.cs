using Hone.Evaluation.Tasks.Tracker;
using Hone.Tokenizers;

namespace Hone.Training.Data;

/// <summary>Documents of the tracker corpus, each made when asked for and never twice: text and the end-of-text token.</summary>
public sealed class TrackerSequences(TrackerCorpus corpus, Tokenizer tokenizer) : ISequenceSource
{
    private readonly int _endOfText = tokenizer.EosId ?? throw new ArgumentException("The tokenizer has no end-of-text token.", nameof(tokenizer));

    /// <inheritdoc/>
    public string Description => TrackerTask.Name;

    /// <inheritdoc/>
    public TrainingSequence At(long position) => new([.. tokenizer.Encode(corpus.Document(position).Text), _endOfText], 1);
}
