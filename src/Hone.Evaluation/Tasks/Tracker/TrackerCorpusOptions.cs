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
