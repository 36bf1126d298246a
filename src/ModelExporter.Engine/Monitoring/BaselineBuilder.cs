using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Join;
using ModelExporter.Engine.Monitoring.Outcomes;
using ModelExporter.Engine.Records;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Engine.Monitoring;

/// <summary>Makes one baseline of all the rows it is given, whenever they happened and whatever version predicted them. It keeps every value, so it stops at a number of rows.</summary>
/// <remarks>Rows without a prediction, as training data are, make a baseline of features and labels alone.</remarks>
public sealed class BaselineBuilder
{
    // Labels find their predictions however much later they came: to the join, everything happens at once.
    const uint Always = 1;

    readonly ModelConfig _config;
    readonly long _maxRows;
    readonly ClassMap _classes;
    readonly PredictionJudge _judge;
    readonly PendingCodec _codec;
    readonly LabelJoin _join;
    readonly BaselineLearner _learner;
    readonly OutcomeLayout _layout;
    readonly CellTotals _outcomes;
    readonly IncrementBuffer _outcome;
    readonly Half[] _scores;
    readonly long[] _predicted;
    readonly long[] _actual;

    public BaselineBuilder(ModelConfig config, int maxRows)
    {
        _config = config;
        _maxRows = maxRows;
        _classes = new ClassMap(config, []);
        _judge = new PredictionJudge(config, _classes);
        _codec = new PendingCodec(config.Task, _classes);
        _scores = new Half[config.Task == TaskKind.Multiclass ? _classes.Capacity : 0];
        _join = new LabelJoin(config.Labels with { MaxPending = Math.Max(config.Labels.MaxPending, maxRows) }, _scores.Length);
        _learner = new BaselineLearner(config);
        _layout = OutcomeLayout.For(config.Task, _classes.Capacity);
        _outcomes = new CellTotals(_layout.Counts, _layout.Sums);
        _outcome = new IncrementBuffer(_layout.Width.Cells, _layout.Width.Terms);
        _predicted = new long[_classes.Capacity];
        _actual = new long[_classes.Capacity];
    }

    /// <summary>Rows that are part of the baseline.</summary>
    public long Rows => _learner.Rows;

    /// <summary>Rows left out because there were enough.</summary>
    public long RowsLeft { get; private set; }

    /// <summary>Predictions left out because their id came before.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Feature values left out, because their names were too many or came twice in a row.</summary>
    public long ValuesLeft { get; private set; }

    /// <summary>Labels that are of no class or are no number, as the task asks.</summary>
    public long LabelsInvalid { get; private set; }

    /// <summary>Labels whose prediction never came.</summary>
    public int LabelsAlone => _join.LabelsPending;

    public void Add(RecordBatch batch)
    {
        foreach (ref readonly var row in batch.Rows)
        {
            if (!row.IsPrediction) AddLabel(batch, row);
            else if (Rows < _maxRows) AddPrediction(batch, row);
            else RowsLeft++;
        }
    }

    /// <summary>The baseline of the rows so far.</summary>
    public BaselineProfile Build()
    {
        var window = new OutcomeWindow(_layout, _classes, _outcomes);
        bool isClassification = window.IsClassification;
        var predicted = LabelBaseline.OfClasses(OutputFeatures.Label, _classes, _predicted, Rows - _predicted.Sum());
        var truth = isClassification ? LabelBaseline.OfClasses(OutputFeatures.Truth, _classes, _actual, missing: 0) : _learner.BuildLabel();
        return new BaselineProfile
        {
            Model = _config.Name,
            Rows = Rows,
            Labels = window.Labels,
            Classes = [.. isClassification ? window.Classes.Select(c => _classes[c]!) : []],
            Features = [.. _learner.BuildFeatures(), .. new[] { predicted, truth }.OfType<FeatureBaseline>()],
            Performance = window.Labels == 0 ? new Dictionary<string, double>() : LabelBaseline.PerformanceOf(window, _config.Task),
            PerformanceBounds = window.Labels == 0 ? new Dictionary<string, PerformanceBounds>() : LabelBaseline.BoundsOf(window, _config.Task),
        };
    }

    void AddPrediction(RecordBatch batch, in RecordRow row)
    {
        var prediction = _judge.Read(batch, row);
        if (!prediction.CanBeJudged)
        {
            Learn(batch, row, prediction);
            var alone = default(PendingEntry);
            if (row.IsLabel && TryReadTruth(batch, row, ref alone)) CountTruth(alone);
            return;
        }
        var entry = PendingCodec.Encode(prediction, 0, Always);
        bool hasTruth = row.IsLabel && TryReadTruth(batch, row, ref entry);
        for (int i = 0; i < _scores.Length; i++) _scores[i] = ScoreCode.Encode(_judge.Scores[i]);
        if (row.Key.IsNone)
        {
            Learn(batch, row, prediction);
            if (hasTruth) AddOutcome(entry, _scores);
            return;
        }
        if (hasTruth) entry.State = PendingState.Joined;
        var outcome = _join.AddPrediction(row.Key, entry, out var match);
        if (outcome == PredictionOutcome.Duplicate)
        {
            Duplicates++;
            return;
        }
        Learn(batch, row, prediction);
        _scores.CopyTo(match.Scores);
        if (outcome == PredictionOutcome.LabelWaited && !hasTruth)
        {
            _codec.CopyTruth(match.Before, ref match.Entry);
            match.Entry.State = PendingState.Joined;
            hasTruth = true;
        }
        if (hasTruth) AddOutcome(match.Entry, match.Scores);
    }

    void Learn(RecordBatch batch, in RecordRow row, in Prediction prediction)
    {
        // Classes are counted by number: the name of one may only come with a label.
        if (prediction.Class >= 0) _predicted[prediction.Class]++;
        ValuesLeft += _learner.AddPrediction(batch, row, prediction.Score, null, prediction.Value);
    }

    void AddLabel(RecordBatch batch, in RecordRow row)
    {
        var label = new PendingEntry { Time = Always, State = PendingState.Labelled };
        if (!TryReadTruth(batch, row, ref label)) return;
        switch (_join.AddLabel(row.Key, label, out var match))
        {
            case LabelOutcome.Joined:
                _codec.CopyTruth(label, ref match.Entry);
                match.Entry.State = PendingState.Joined;
                AddOutcome(match.Entry, match.Scores);
                break;
            case LabelOutcome.Again when !_codec.SameTruth(label, match.Entry):
                Correct(label, match);
                break;
        }
    }

    /// <summary>The last label of a prediction wins; the distribution of a regression's labels keeps the first.</summary>
    void Correct(in PendingEntry label, in JoinMatch match)
    {
        _outcomes.Subtract(Increment(match.Entry, match.Scores));
        if (_config.Task != TaskKind.Regression)
        {
            _actual[match.Entry.ActualClass]--;
            _actual[label.ActualClass]++;
        }
        _codec.CopyTruth(label, ref match.Entry);
        _outcomes.Add(Increment(match.Entry, match.Scores));
    }

    bool TryReadTruth(RecordBatch batch, in RecordRow row, ref PendingEntry entry)
    {
        if (_codec.TryReadTruth(batch, row, ref entry)) return true;
        LabelsInvalid++;
        return false;
    }

    void AddOutcome(in PendingEntry entry, ReadOnlySpan<Half> scores)
    {
        CountTruth(entry);
        _outcomes.Add(Increment(entry, scores));
    }

    void CountTruth(in PendingEntry entry)
    {
        if (_config.Task == TaskKind.Regression) _learner.AddLabel(entry.ActualValue);
        else _actual[entry.ActualClass]++;
    }

    Increment Increment(in PendingEntry entry, ReadOnlySpan<Half> scores)
    {
        _outcome.Clear();
        _layout.Write(_codec.OutcomeOf(entry, scores), _outcome);
        return _outcome.Increment;
    }
}
