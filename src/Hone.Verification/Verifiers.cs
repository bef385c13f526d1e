namespace Hone.Verification;

/// <summary>Makes verifiers from the names that recipes and task files use.</summary>
public static class Verifiers
{
    /// <summary>The known names; a word in capitals stands for a setting.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "marked_integer", "marked_integer_first", "marked_integer_last", "marked_integer:MARKER", "last_integer", "exact_match", "exact_match:ignore_case",
        "exact_match:no_trim", "exact_match:no_trim,ignore_case", "regex:PATTERN",
    ];

    /// <summary>
    /// Makes the verifier of a name: <c>marked_integer</c> (marker <c>#</c>), <c>marked_integer:MARKER</c>,
    /// the same with <c>marked_integer_first</c> and <c>marked_integer_last</c> (see <see cref="MarkerRule"/>),
    /// <c>last_integer</c>, <c>exact_match</c>, <c>exact_match:ignore_case</c>, <c>exact_match:no_trim</c>,
    /// <c>regex:PATTERN</c>. <see cref="IVerifier.Name"/> of the result is the name again.
    /// </summary>
    /// <param name="name">The name, in lower case.</param>
    /// <exception cref="ArgumentException">The name is unknown (the message lists the known ones), or its setting is bad.</exception>
    public static IVerifier Create(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        int colon = name.IndexOf(':');
        string kind = colon < 0 ? name : name[..colon];
        string? setting = colon < 0 ? null : name[(colon + 1)..];
        return (kind, setting) switch
        {
            ("marked_integer", _) => new MarkedIntegerVerifier(setting ?? "#"),
            ("marked_integer_first", _) => new MarkedIntegerVerifier(setting ?? "#", MarkerRule.First),
            ("marked_integer_last", _) => new MarkedIntegerVerifier(setting ?? "#", MarkerRule.Last),
            ("last_integer", null) => new LastIntegerVerifier(),
            ("exact_match", null) => new ExactMatchVerifier(),
            ("exact_match", "ignore_case") => new ExactMatchVerifier(ignoreCase: true),
            ("exact_match", "no_trim") => new ExactMatchVerifier(trim: false),
            ("exact_match", "no_trim,ignore_case") => new ExactMatchVerifier(trim: false, ignoreCase: true),
            ("regex", { Length: > 0 } pattern) => new RegexFormatVerifier(pattern),
            _ => throw new ArgumentException($"unknown verifier '{name}'; known: {string.Join(", ", Names)}", nameof(name)),
        };
    }
}
