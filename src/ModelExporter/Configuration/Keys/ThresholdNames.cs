using ModelExporter.Configuration.Yaml;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Outcomes;

namespace ModelExporter.Configuration.Keys;

/// <summary>Which performance metrics a threshold may be set for.</summary>
static class ThresholdNames
{
    /// <summary>The metrics of every task, in their order.</summary>
    public static readonly IReadOnlyList<string> All = [.. Enum.GetValues<TaskKind>().SelectMany(PerformanceKeys.For).Distinct()];

    /// <summary>What is wrong with the name of a metric, whatever the task.</summary>
    public static (string Problem, string Remedy)? FaultOf(string metric) =>
        All.Contains(metric) ? null : ($"unknown metric {Quoted.Text(metric)}", Suggestion.For(metric, All));

    /// <summary>Whether it is a metric, but of another task.</summary>
    public static bool IsOfAnotherTask(string metric, TaskKind task) => All.Contains(metric) && !PerformanceKeys.For(task).Contains(metric);
}
