using System.Text;
using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Inputs;
using ModelExporter.Engine.Monitoring.Outcomes;
using ModelExporter.Engine.Records;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Engine.Monitoring;

/// <summary>The state of one version of a model: its traffic, inputs and outcomes over the windows. One owner, the model's loop.</summary>
public sealed partial class VersionMonitor
{
    internal static readonly double[] LatencyBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    internal static readonly double[] LabelDelayBounds =
        [1, 10, 60, 300, 900, 3600, 10800, 21600, 43200, 86400, 172800, 345600, 604800, 1209600, 2592000];

    // A hundred years: what is longer is no latency, and would make the sum useless for good.
    const double LongestLatency = 3.2e9;

    static readonly int[] OneRecord = [0];

    readonly ModelConfig _config;
    readonly BaselineProfile? _given;
    readonly ClassMap _classes;
    readonly OutcomeLayout _outcomeLayout;
    readonly IncrementBuffer _outcome;
    readonly byte[]?[] _classNames;
    readonly BaselineExtent _extent;
    readonly BaselineExtent _labelExtent;
    BaselineLearner? _learner;
    BaselineLearner? _labelLearner;

    internal VersionMonitor(string name, ModelConfig config, ClassMap classes, BaselineProfile? baseline)
    {
        Name = name;
        _config = config;
        _given = baseline;
        _classes = classes;
        _outcomeLayout = OutcomeLayout.For(config.Task, classes.Capacity);
        _outcome = new IncrementBuffer(_outcomeLayout.Width.Cells, _outcomeLayout.Width.Terms);
        _classNames = new byte[]?[classes.Capacity];
        Traffic = new WindowedCells(config.Windows, 1, 0);
        Outcomes = new WindowedCells(config.Windows, _outcomeLayout.Counts, _outcomeLayout.Sums);
        (_extent, _labelExtent) = (new BaselineExtent(config.Baseline), new BaselineExtent(config.Baseline));
        if (baseline is not null) Adopt(baseline);
        if (Inputs is null) _learner = new BaselineLearner(config);
        if (Baseline is not { Labels: > 0 }) _labelLearner = new BaselineLearner(config);
    }

    /// <summary>Its name, as the log has it.</summary>
    public string Name { get; }

    /// <summary>What it is compared with; null while it is being learnt.</summary>
    public BaselineProfile? Baseline { get; private set; }

    public VersionCounters Counters { get; } = new();

    /// <summary>Time from asking to answering, in seconds.</summary>
    public BucketCounts Latency { get; } = new(LatencyBounds);

    /// <summary>Time from a prediction to its label, in seconds.</summary>
    public BucketCounts LabelDelay { get; } = new(LabelDelayBounds);

    /// <summary>Newest event times, in microseconds since the epoch; <see cref="long.MinValue"/> = none.</summary>
    public long LastPrediction { get; private set; } = long.MinValue;

    public long LastLabel { get; private set; } = long.MinValue;

    /// <summary>The model's time when its last record came, however old that record was.</summary>
    internal long LastSeen { get; set; }

    internal WindowedCells Traffic { get; private set; }

    internal WindowedCells Outcomes { get; private set; }

    internal InputState? Inputs { get; private set; }

    internal LabelState? Labels { get; private set; }

    internal bool IsLearningInputs => _learner is not null;

    internal OutcomeWindow Read(CellTotals totals) => new(_outcomeLayout, _classes, totals);

    internal void AddPrediction(RecordBatch batch, in RecordRow row, in Prediction prediction, long time)
    {
        if (!Traffic.Add(time, new Increment(OneRecord, []))) Counters.Late++;
        LastPrediction = Math.Max(LastPrediction, time);
        if (row.Latency < LongestLatency) Latency.Add(row.Latency);
        if (_learner is not null && _learner.Rows >= _extent.RecordsBefore(time)) CompleteInputs(_learner);
        if (Inputs is not { } inputs)
        {
            Learn(batch, row, prediction);
            return;
        }
        var increment = inputs.Writer.Write(batch, row, prediction.Score, NameOf(prediction.Class), prediction.Value, out int unexpected);
        Counters.UnexpectedFeatures += unexpected;
        inputs.Cells.Add(time, increment);
    }

    internal void AddOutcome(long time, in Outcome outcome, double delaySeconds)
    {
        LastLabel = Math.Max(LastLabel, time);
        LabelDelay.Add(Math.Max(delaySeconds, 0));
        if (_labelLearner is not null) TryCompleteLabels(_labelLearner, _labelExtent.RecordsBefore(time));
        if (!Outcomes.Add(time, Increment(outcome))) Counters.LabelsLate++;
        if (_config.Task == TaskKind.Regression) Labels?.Add(time, outcome.ActualValue);
        else if (outcome.ActualClass == _classes.Other) Counters.LabelsUnseen++;
        LearnLabel(outcome);
    }

    /// <summary>Takes a pair out of the time windows and puts its corrected form in.</summary>
    internal void Correct(long before, in Outcome old, long time, in Outcome corrected)
    {
        Counters.LabelsCorrected++;
        LastLabel = Math.Max(LastLabel, time);
        Outcomes.Retract(before, Increment(old));
        Outcomes.Restate(time, Increment(corrected));
    }

    internal void Advance(long now)
    {
        Traffic.Advance(now);
        Outcomes.Advance(now);
        Inputs?.Cells.Advance(now);
        Labels?.Cells.Advance(now);
    }

    Increment Increment(in Outcome outcome)
    {
        _outcome.Clear();
        _outcomeLayout.Write(outcome, _outcome);
        return _outcome.Increment;
    }

    /// <summary>The name of a class; empty while it is not known, as that of the negative one may be until a label says it.</summary>
    ReadOnlySpan<byte> NameOf(int @class)
    {
        if (@class < 0) return default;
        if (_classNames[@class] is null && _classes[@class] is { } name) _classNames[@class] = Encoding.UTF8.GetBytes(name);
        return _classNames[@class];
    }

    void Learn(RecordBatch batch, in RecordRow row, in Prediction prediction)
    {
        string? label = prediction.Class < 0 ? null : _classes[prediction.Class];
        Counters.UnexpectedFeatures += _learner!.AddPrediction(batch, row, prediction.Score, label, prediction.Value);
        if (_learner.Rows >= _extent.Records) CompleteInputs(_learner);
    }

    void CompleteInputs(BaselineLearner learner)
    {
        var features = learner.BuildFeatures();
        var known = Baseline ?? Empty();
        Adopt(known with { Rows = learner.Rows, Features = [.. features, .. known.Features.Where(f => f.Name == OutputFeatures.Truth)] });
        _learner = null;
    }

    /// <summary>The performance of the first pairs is what later ones are compared with, where no file says better.</summary>
    void LearnLabel(in Outcome outcome)
    {
        if (_labelLearner is null) return;
        if (_config.Task == TaskKind.Regression) _labelLearner.AddLabel(outcome.ActualValue);
        TryCompleteLabels(_labelLearner, _labelExtent.Records);
    }

    void TryCompleteLabels(BaselineLearner learner, long pairs)
    {
        var totals = Outcomes.NewTotalsWhen(pairs, OutcomeLayout.Labels);
        if (totals is null) return;
        var window = Read(totals);
        var label = LabelBaseline.Of(window, learner);
        var known = Baseline ?? Empty();
        Adopt(known with
        {
            Labels = window.Labels,
            Classes = [.. window.IsClassification ? window.Classes.Select(c => _classes[c]!) : []],
            Performance = LabelBaseline.PerformanceOf(window, _config.Task),
            PerformanceBounds = LabelBaseline.BoundsOf(window, _config.Task),
            // A baseline of training data has labels without a prediction to hold against them.
            Features = label is null || known.Feature(OutputFeatures.Truth) is not null ? known.Features : [.. known.Features, label],
        });
        _labelLearner = null;
    }

    BaselineProfile Empty() => new() { Model = _config.Name, Rows = 0, Features = [] };

    void Adopt(BaselineProfile baseline)
    {
        Baseline = baseline;
        _baselineJson = null;
        if (Inputs is null && baseline.Rows > 0)
        {
            var tracked = baseline.Features.Where(f => f.Name != OutputFeatures.Truth && !_config.IgnoredFeatures.Contains(f.Name));
            Inputs = new InputState([.. tracked], _config.IgnoredFeatures, _config.Windows);
        }
        if (Labels is null && _config.Task == TaskKind.Regression && baseline.Feature(OutputFeatures.Truth) is { Type: FeatureType.Numeric } label)
            Labels = new LabelState(label, _config.Windows);
    }
}
