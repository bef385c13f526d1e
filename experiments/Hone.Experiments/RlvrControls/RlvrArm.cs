namespace Hone.Experiments;

/// <summary>What the completions of a run are rewarded for, all else being equal.</summary>
public enum RlvrArm
{
    /// <summary>The task's verifier: the answer is right. The treatment.</summary>
    Verifiable,

    /// <summary>The answer has the form that the verifier can read, right or wrong. A control.</summary>
    FormatOnly,

    /// <summary>A fair coin. A control.</summary>
    Random,

    /// <summary>No policy loss: the correct completions are learned as text. The baseline.</summary>
    RejectionSampling,
}

/// <summary>Names of the arms in files and tables.</summary>
public static class RlvrArms
{
    /// <summary>All arms, in the order in which they run.</summary>
    public static IReadOnlyList<RlvrArm> All { get; } = [RlvrArm.Verifiable, RlvrArm.FormatOnly, RlvrArm.Random, RlvrArm.RejectionSampling];

    /// <summary>The name of an arm.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none.</exception>
    public static string NameOf(RlvrArm arm) => arm switch
    {
        RlvrArm.Verifiable => "verifiable",
        RlvrArm.FormatOnly => "format-only",
        RlvrArm.Random => "random",
        RlvrArm.RejectionSampling => "rejection-sampling",
        _ => throw new ArgumentOutOfRangeException(nameof(arm), arm, "This is no arm."),
    };

    /// <summary>The arm of a name; null where there is none.</summary>
    public static RlvrArm? Find(string? name) => All.Where(a => NameOf(a) == name).Select(a => (RlvrArm?)a).FirstOrDefault();
}
