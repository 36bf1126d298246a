using ModelExporter.Engine.Config;

namespace ModelExporter.Engine.Monitoring.Outcomes;

/// <summary>One figure of performance: a row of <see cref="PerformanceMetrics"/>, from which its gauge, its baseline and its threshold get their names.</summary>
/// <param name="Key">The key in the config and in a baseline, and the stem of its metrics.</param>
/// <param name="Unit">What its metrics end in; empty where the figure has no unit.</param>
/// <param name="Help">What it is, with its convention.</param>
/// <param name="Better">Which way is better.</param>
/// <param name="Tasks">The tasks it is for.</param>
/// <param name="Read">Reads it from a window; NaN = undefined there.</param>
sealed record PerformanceMetric(string Key, string Unit, string Help, Direction Better, Tasks Tasks, Func<OutcomeWindow, double> Read)
{
    /// <summary>The name for people.</summary>
    public string Title { get; init; } = char.ToUpperInvariant(Key[0]) + Key[1..].Replace('_', ' ');

    /// <summary>Reads its 95 % interval; null = it has none.</summary>
    public Func<OutcomeWindow, (double Lower, double Upper)>? Bounds { get; init; }

    /// <summary>Reads it for one class of several; null = it is of the whole model.</summary>
    public Func<OutcomeWindow, int, double>? ReadClass { get; init; }

    /// <summary>How much worse than its baseline counts as broken, unless the config says.</summary>
    public double DefaultThreshold(double baseline) => (Better, Unit) switch
    {
        (Direction.Higher, _) => baseline - 0.05,
        (Direction.Lower, "ratio") => baseline + 0.05,
        (Direction.Lower, _) => baseline * 1.25,
        _ => double.NaN,
    };
}

/// <summary>Which way a figure is better.</summary>
enum Direction
{
    Higher,
    Lower,

    /// <summary>Neither: best at zero, so it has no threshold.</summary>
    None,
}

/// <summary>The tasks that a figure is for.</summary>
[Flags]
enum Tasks
{
    Binary = 1,
    Multiclass = 2,
    Regression = 4,
    Classification = Binary | Multiclass,
}

static class TasksOf
{
    public static bool Covers(this Tasks tasks, TaskKind task) => tasks.HasFlag((Tasks)(1 << (int)task));
}
