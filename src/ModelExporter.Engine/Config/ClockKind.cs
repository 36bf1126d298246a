namespace ModelExporter.Engine.Config;

/// <summary>What moves the time windows on.</summary>
public enum ClockKind
{
    /// <summary>The wall clock: a window is empty when nothing came in it. For everything live.</summary>
    Wall,

    /// <summary>The newest event time seen: windows stand still when the log does. For logs of the past.</summary>
    Event,
}
