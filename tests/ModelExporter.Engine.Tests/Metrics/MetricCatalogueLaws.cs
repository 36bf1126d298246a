using System.Text.RegularExpressions;
using ModelExporter.Engine.Metrics;

namespace ModelExporter.Engine.Tests.Metrics;

/// <summary>What is true of every row of the catalogue.</summary>
public partial class MetricCatalogueLaws
{
    static readonly string[] AllowedLabels =
        ["model", "model_version", "window", "feature", "bin", "class", "actual", "predicted", "reason", "direction"];

    [Fact]
    public void Names_AreUnique() => Assert.Equal(MetricCatalogue.All.Count, MetricCatalogue.All.Select(f => f.Name).Distinct().Count());

    [Fact]
    public void Names_AreValidAndHaveThePrefix() => Assert.All(MetricCatalogue.All, f => Assert.Matches(ValidName(), f.Name));

    [Fact]
    public void Names_EndInTotal_OnlyAndAlwaysOfCounters() =>
        Assert.All(MetricCatalogue.All, f => Assert.Equal(f.Type == MetricType.Counter, f.Name.EndsWith("_total", StringComparison.Ordinal)));

    [Fact]
    public void Names_OfOtherFamilies_AreNoPartOfAHistogram()
    {
        var histograms = MetricCatalogue.All.Where(f => f.Type == MetricType.Histogram).ToList();
        var names = MetricCatalogue.All.Select(f => f.Name).ToHashSet();
        Assert.NotEmpty(histograms);
        Assert.All(histograms, f => Assert.DoesNotContain(names, n => n == f.Name + "_bucket" || n == f.Name + "_sum" || n == f.Name + "_count"));
    }

    [Fact]
    public void Help_IsOneLineOfSentences() => Assert.All(MetricCatalogue.All, f =>
    {
        Assert.Matches(Sentences(), f.Help);
        Assert.DoesNotContain("..", f.Help, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", f.Help, StringComparison.Ordinal);
    });

    [Fact]
    public void Labels_AreAllowedOnesAndBeginWithTheModel() => Assert.All(MetricCatalogue.All, f =>
    {
        Assert.Equal("model", f.Labels[0]);
        Assert.Equal(f.Labels.Count, f.Labels.Distinct().Count());
        Assert.All(f.Labels, label => Assert.Contains(label, AllowedLabels));
    });

    [GeneratedRegex("^model_[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex ValidName();

    [GeneratedRegex(@"^[A-Z0-9][^\\\n\r]*[^.\\\n\r]\.$")]
    private static partial Regex Sentences();
}
