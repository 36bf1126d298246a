namespace ModelExporter.Configuration;

/// <summary>Where a partition is read from when nobody has read it before: its first message, what comes from now on, or the first message from a time on.</summary>
/// <param name="AtEnd">Only what comes from now on.</param>
/// <param name="Time">The time of the first message; null = no time was given.</param>
public sealed record KafkaStart(bool AtEnd, DateTimeOffset? Time)
{
    public static KafkaStart Earliest { get; } = new(false, null);

    public static KafkaStart Latest { get; } = new(true, null);
}
