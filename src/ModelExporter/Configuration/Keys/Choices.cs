using ModelExporter.Engine.Config;
using ModelExporter.Engine.Records;
using ModelExporter.Statistics.Drift;

namespace ModelExporter.Configuration.Keys;

/// <summary>The words that keys choose between.</summary>
static class Choices
{
    public static readonly ChoiceType<TaskKind> Task =
        new("task", [("binary", TaskKind.Binary), ("multiclass", TaskKind.Multiclass), ("regression", TaskKind.Regression)]);

    public static readonly ChoiceType<FeatureType> FeatureType =
        new("type of feature", [("numeric", Engine.Config.FeatureType.Numeric), ("categorical", Engine.Config.FeatureType.Categorical)]);

    public static readonly ChoiceType<ClockKind> Clock = new("clock", [("wall", ClockKind.Wall), ("event", ClockKind.Event)]);

    public static readonly ChoiceType<WindowBy> WindowBy =
        new("time", [("label", Engine.Config.WindowBy.Label), ("prediction", Engine.Config.WindowBy.Prediction)]);

    public static readonly ChoiceType<DriftStatistic> Statistic = new("statistic", [.. DriftStatistics.All.Select(s => (s.Key, s))]);

    public static readonly ChoiceType<RecordFormat> Format = new("format", [("json", RecordFormat.Json), ("csv", RecordFormat.Csv)]);

    public static readonly ChoiceType<RecordKinds> Records =
        new("kind of records", [("all", RecordKinds.All), ("predictions", RecordKinds.Predictions), ("labels", RecordKinds.Labels)]);

    public static readonly ChoiceType<FileStart> Start = new("start", [("beginning", FileStart.Beginning), ("end", FileStart.End)]);
}
