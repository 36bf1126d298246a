using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Outcomes;

namespace ModelExporter.Engine.Tests.Monitoring.Outcomes;

public sealed class PerformanceKeysTests
{
    [Fact]
    public void For_Regression_LeavesOutTheMetricThatIsBestAtZero()
    {
        Assert.Equal(
            ["mean_absolute_error", "root_mean_squared_error", "median_absolute_error", "mean_absolute_percentage_error", "r2"],
            PerformanceKeys.For(TaskKind.Regression));
    }

    [Fact]
    public void For_BothKindsOfClassification_IsTheSame()
    {
        Assert.Equal("accuracy", PerformanceKeys.For(TaskKind.Binary)[0]);
        Assert.Equal(PerformanceKeys.For(TaskKind.Binary), PerformanceKeys.For(TaskKind.Multiclass));
        Assert.Empty(PerformanceKeys.For(TaskKind.Binary).Intersect(PerformanceKeys.For(TaskKind.Regression)));
    }
}
