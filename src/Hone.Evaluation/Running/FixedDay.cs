namespace Hone.Evaluation.Running;

/// <summary>A clock that stands still on 26 July 2024, UTC: chat templates that write the date give the same text in every run.</summary>
public sealed class FixedDay : TimeProvider
{
    private FixedDay() { }

    /// <summary>The clock.</summary>
    public static FixedDay Instance { get; } = new();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(2024, 7, 26, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
}
