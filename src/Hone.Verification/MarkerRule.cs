namespace Hone.Verification;

/// <summary>Which marker counts when a completion holds several.</summary>
public enum MarkerRule
{
    /// <summary>Several markers are incorrect: a completion commits to one answer. The default, and the rule for training.</summary>
    Only,

    /// <summary>The answer stands between the first marker and the next one, or the end: what is said first counts.</summary>
    First,

    /// <summary>The answer stands between the last marker and the end: earlier ones may be corrected.</summary>
    Last,
}
