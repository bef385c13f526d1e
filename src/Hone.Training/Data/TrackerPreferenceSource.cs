using Hone.Evaluation.Tasks.Tracker;
using Hone.Tokenizers;

namespace Hone.Training.Data;

/// <summary>Preferences over answers of the tracker task, each made when asked for and never twice.</summary>
public sealed class TrackerPreferenceSource : IPreferenceSource
{
    private readonly Tokenizer _tokenizer;
    private readonly TrackerOptions _options;
    private readonly bool _paired, _heldOut;
    private readonly int _maximumLength;

    /// <summary>A source.</summary>
    /// <param name="tokenizer">Makes ids of text.</param>
    /// <param name="seed">Of the problems.</param>
    /// <param name="paired">Pairs; else each pair is two labelled answers, one after the other.</param>
    /// <param name="heldOut">Whether the problems are held out.</param>
    /// <param name="maximumLength">Longer prompts with answers are cut at the end.</param>
    public TrackerPreferenceSource(Tokenizer tokenizer, ulong seed, bool paired, bool heldOut, int maximumLength)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        (_tokenizer, _options, _paired, _heldOut, _maximumLength) = (tokenizer, new TrackerOptions { Seed = seed }, paired, heldOut, maximumLength);
    }

    /// <inheritdoc/>
    public string Description => TrackerTask.Name;

    /// <inheritdoc/>
    public (long Number, PreferenceExample Example) At(long position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        TrackerPreference made = TrackerPreferences.At(_options, _paired ? position : position / 2, _heldOut);
        PreferenceExample example = _paired
            ? new PreferenceExample([Answer(made.Prompt, made.Chosen), Answer(made.Prompt, made.Rejected)])
            : new PreferenceExample([Answer(made.Prompt, position % 2 == 0 ? made.Chosen : made.Rejected)], IsDesirable: position % 2 == 0);
        return (position, example);
    }

    private TrainingSequence Answer(string prompt, string answer) => JsonlPreferences.Answer(prompt, answer, _tokenizer, _maximumLength);
}
