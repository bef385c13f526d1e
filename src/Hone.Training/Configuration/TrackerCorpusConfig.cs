using Hone.Evaluation.Tasks.Tracker;

namespace Hone.Training.Configuration;

/// <summary>The section <c>tracker</c> of a pre-training recipe.</summary>
public sealed record TrackerCorpusConfig
{
    /// <summary><c>drill_share</c>: documents that are arithmetic only; default 0.10.</summary>
    public double DrillShare { get; init; } = 0.10;

    /// <summary><c>textbook_share</c>: problems that are worked out step by step; default 0.45. The rest are questions.</summary>
    public double TextbookShare { get; init; } = 0.45;

    /// <summary><c>chain_share</c>: of the questions, those answered step by step; default 0.07. The rest are answered at once.</summary>
    public double ChainShare { get; init; } = 0.07;

    /// <summary>Reads the keys from the section that they stand in.</summary>
    /// <exception cref="RecipeException">A share is not in [0, 1].</exception>
    public static TrackerCorpusConfig Read(RecipeReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new TrackerCorpusConfig
        {
            DrillShare = reader.Number("drill_share", 0.10, "documents of arithmetic only", min: 0, max: 1),
            TextbookShare = reader.Number("textbook_share", 0.45, "problems worked out step by step", min: 0, max: 1),
            ChainShare = reader.Number("chain_share", 0.07, "questions answered step by step", min: 0, max: 1),
        };
    }

    /// <summary>The corpus.</summary>
    public TrackerCorpus Build(int seed) => new(new TrackerCorpusOptions
    {
        Seed = (ulong)seed, DrillShare = DrillShare, TextbookShare = TextbookShare, ChainShare = ChainShare,
    });
}
