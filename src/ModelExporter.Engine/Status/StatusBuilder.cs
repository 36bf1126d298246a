using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Metrics;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Monitoring.Join;
using ModelExporter.Engine.Monitoring.Outcomes;

namespace ModelExporter.Engine.Status;

/// <summary>Reads the status of a model from the same scopes as its metrics, and notes since when what is wrong has been.</summary>
public static class StatusBuilder
{
    public static ModelStatus Build(ModelMonitor monitor)
    {
        VersionStatus[] versions = [.. monitor.Versions.OrderByDescending(v => v.LastPrediction).Select(v => VersionOf(monitor, v))];
        monitor.Troubles.Keep(versions.Select(v => v.Version).ToHashSet());
        return new ModelStatus
        {
            Model = monitor.Config.Name,
            Task = monitor.Config.Task.ToString().ToLowerInvariant(),
            Now = Seconds(monitor.Now),
            Verdict = versions.Length == 0 ? new Verdict(VerdictLevel.Waiting, "No prediction yet.") : versions[0].Verdict,
            Join = JoinOf(monitor),
            Versions = versions,
        };
    }

    static JoinStatus JoinOf(ModelMonitor monitor) => new()
    {
        PredictionsPending = monitor.PredictionsPending,
        LabelsPending = monitor.LabelsPending,
        Limit = monitor.Config.Labels.MaxPending,
        Labels = monitor.JoinCounters.Labels,
        PredictionsExpired = monitor.JoinCounters.PredictionsExpired,
        PredictionsEvicted = monitor.JoinCounters.PredictionsEvicted,
        Dropped = Nonzero(Enum.GetValues<LabelDrop>().Select(reason => (LabelDropScope.KeyOf(reason), monitor.JoinCounters.Dropped[(int)reason]))),
    };

    static VersionStatus VersionOf(ModelMonitor monitor, VersionMonitor version)
    {
        var scope = new VersionScope(monitor, version);
        WindowStatus[] windows = [.. Enumerable.Range(0, monitor.Config.Windows.Count).Select(w => WindowOf(new WindowScope(scope, w), monitor))];
        var baseline = BaselineOf(scope);
        var counters = version.Counters;
        return new VersionStatus
        {
            Version = version.Name,
            Verdict = VerdictText.Of(windows, baseline, scope.Predictions, Seconds(monitor.Now) ?? 0),
            Predictions = scope.Predictions,
            Labels = scope.Outcomes.Labels,
            LastPrediction = Seconds(version.LastPrediction),
            LastLabel = Seconds(version.LastLabel),
            LabelDelayP50 = version.LabelDelay.Quantile(0.5),
            LabelDelayP90 = version.LabelDelay.Quantile(0.9),
            Baseline = baseline,
            Windows = windows,
            Faults = Nonzero(
            [
                ("duplicate", counters.Duplicates), ("future", counters.Future), ("late", counters.Late), ("labels_late", counters.LabelsLate),
                ("labels_corrected", counters.LabelsCorrected), ("labels_unseen_class", counters.LabelsUnseen),
                ("unjoinable", counters.Unjoinable), ("unexpected_features", counters.UnexpectedFeatures),
            ]),
        };
    }

    static BaselineStatus BaselineOf(VersionScope scope)
    {
        var baseline = scope.Version.Baseline;
        return new BaselineStatus
        {
            IsGiven = scope.Monitor.GivenBaseline is not null,
            First = scope.Config.Baseline.First,
            SpanSeconds = scope.Config.Baseline.Span?.TotalSeconds,
            Rows = baseline?.Rows ?? 0,
            Labels = baseline?.Labels ?? 0,
            Hash = baseline?.Hash ?? "",
            Features = [.. (baseline?.Features ?? []).Select(f => new BaselineFeatureStatus
            {
                Feature = f.Name,
                Type = f.Type.ToString().ToLowerInvariant(),
                IsOutput = OutputFeatures.IsOutput(f.Name),
                Groups = f.GroupNames,
                Ratios = Ratios(f.GroupCounts),
                MissingRatio = f.Total + f.Missing == 0 ? null : (double)f.Missing / (f.Total + f.Missing),
            })],
        };
    }

    static WindowStatus WindowOf(WindowScope scope, ModelMonitor monitor) => new()
    {
        Window = scope.Name,
        Predictions = scope.Predictions,
        Labels = scope.Outcomes.Labels,
        Figures = scope.Outcomes.Labels == 0 ? [] : [.. PerformanceMetrics.For(monitor.Config.Task).Select(m => FigureOf(m, scope, monitor)).OfType<FigureStatus>()],
        Features = [.. WatchedFeatures.In(scope).Select(f => FeatureOf(f, scope, monitor)).OrderByDescending(f => f.DriftScore ?? -1)],
    };

    static FigureStatus? FigureOf(PerformanceMetric metric, WindowScope scope, ModelMonitor monitor)
    {
        double value = metric.Read(scope.Outcomes);
        var (lower, upper) = metric.Bounds?.Invoke(scope.Outcomes) ?? (double.NaN, double.NaN);
        double baseline = scope.Version.BaselineOf(metric);
        double threshold = metric.Better == Direction.None ? double.NaN : scope.Version.ThresholdOf(metric);
        bool isJudged = double.IsFinite(value) && double.IsFinite(threshold) && scope.Outcomes.Labels >= monitor.Config.Performance.MinLabels;
        bool isBeyond = metric.Better == Direction.Higher ? value < threshold : value > threshold;
        bool isBroken = isJudged && isBeyond && Evidence.Of(value, lower, upper, scope.Outcomes.Labels, double.IsFinite(baseline) ? baseline : threshold, scope.Version.Version.Baseline?.Labels ?? 0);
        long? since = monitor.Troubles.Note(new Trouble(scope.Version.Version.Name, scope.Name, null, metric.Key), isJudged ? isBroken : null, monitor.Now);
        if (!double.IsFinite(value)) return null;
        return new FigureStatus
        {
            Figure = metric.Key,
            Title = metric.Title,
            IsRatio = metric.Unit == "ratio",
            Better = metric.Better switch { Direction.Higher => 1, Direction.Lower => -1, _ => 0 },
            Value = value,
            Lower = Finite(lower),
            Upper = Finite(upper),
            Baseline = Finite(baseline),
            Threshold = Finite(threshold),
            IsBeyond = isJudged && isBeyond,
            IsBroken = isBroken,
            BrokenSince = Seconds(since),
        };
    }

    static FeatureStatus FeatureOf(FeatureWindowScope feature, WindowScope scope, ModelMonitor monitor)
    {
        var counts = feature.Counts;
        bool isDrifted = feature.Score >= 1;
        long? since = monitor.Troubles.Note(
            new Trouble(scope.Version.Version.Name, scope.Name, feature.Baseline.Name, null), double.IsNaN(feature.Score) ? null : isDrifted, monitor.Now);
        return new FeatureStatus
        {
            Feature = feature.Baseline.Name,
            IsOutput = OutputFeatures.IsOutput(feature.Baseline.Name),
            Values = feature.Total,
            DriftScore = Finite(feature.Score),
            IsDrifted = isDrifted,
            DriftedSince = Seconds(since),
            Ratios = Ratios(feature.Groups),
            Faults = Nonzero(
            [
                ("missing", counts.Missing), ("absent", counts.Absent), ("wrong_type", counts.WrongType), ("not_finite", counts.NotFinite),
                ("unseen", counts.Unseen), ("out_of_range", counts.OutOfRange),
            ]),
        };
    }

    static double[] Ratios(long[] counts)
    {
        long total = counts.Sum();
        return [.. counts.Select(c => total == 0 ? 0 : Math.Round((double)c / total, 5))];
    }

    static SortedDictionary<string, long> Nonzero(IEnumerable<(string Key, long Count)> counts) =>
        new(counts.Where(c => c.Count > 0).ToDictionary(c => c.Key, c => c.Count), StringComparer.Ordinal);

    static double? Seconds(long? microseconds) => microseconds is null or long.MinValue ? null : microseconds / 1e6;

    static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
