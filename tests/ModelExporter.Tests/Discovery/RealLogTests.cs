using System.Text.Json;
using ModelExporter.Engine.Config;

namespace ModelExporter.Tests.Discovery;

public class RealLogTests
{
    /// <summary>A flag is 0 and 1 here and there: one data set calls its flags numeric, the other one categorical.</summary>
    static readonly string[] NumericFlags = ["is_repeated_guest"];

    [SharedDataTheory]
    [InlineData("elec2")]
    [InlineData("hotel_booking")]
    [InlineData("bike_sharing")]
    public void Log_Real_IsUnderstoodAsItsAuthorsMeantIt(string dataSet)
    {
        var truth = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf(dataSet, "dataset.json"))).RootElement;
        var found = Discovered.OfFiles(null, SharedData.PathOf(dataSet, "predictions.jsonl.gz"), SharedData.PathOf(dataSet, "labels.jsonl.gz"));

        Assert.Empty(found.Errors);
        var model = Assert.Single(found.Config!.Models);
        Assert.Equal(truth.GetProperty("model").GetString(), model.Name);
        Assert.Equal(truth.GetProperty("task").GetString(), model.Task.ToString().ToLowerInvariant());
        if (model.Task == TaskKind.Binary)
        {
            Assert.Equal(truth.GetProperty("positive_label").ToString(), model.PositiveLabel);
            Assert.Equal(truth.GetProperty("negative_label").ToString(), model.NegativeLabel);
        }
        Assert.Empty(model.IgnoredFeatures);
        var features = truth.GetProperty("features").EnumerateObject().ToDictionary(f => f.Name, f => TypeOf(f.Name, f.Value.GetString()!));
        Assert.Equal(features.OrderBy(f => f.Key), model.Features.OrderBy(f => f.Key));
        Assert.Equal(ClockKind.Event, model.Clock);
        Assert.Contains(found.Assumptions, a => a.StartsWith("labels.jsonl.gz", StringComparison.Ordinal) && a.Contains("label events", StringComparison.Ordinal) && !a.Contains("predictions", StringComparison.Ordinal));
    }

    static FeatureType TypeOf(string name, string type) =>
        NumericFlags.Contains(name) ? FeatureType.Categorical : Enum.Parse<FeatureType>(type, ignoreCase: true);
}
