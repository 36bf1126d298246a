using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Join;
using ModelExporter.Engine.Monitoring.Outcomes;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Monitoring;

// The way of a row: a prediction is counted and remembered, a label finds its prediction, and the pair is counted where it belongs in time.
public sealed partial class ModelMonitor
{
    void Apply(RecordBatch batch, in RecordRow row, long now)
    {
        long time = row.Time;
        bool future = time > now + (long)ClockTolerance.TotalMicroseconds;
        if (Config.Clock == ClockKind.Wall) _clock = Math.Max(_clock, now);
        // One wrong timestamp must not carry the event clock of an old log to today: every record behind it would be late.
        if (future) time = Config.Clock == ClockKind.Event && _clock != long.MinValue ? _clock : now;
        // Where the log is the clock, a record without a time comes when the log is.
        if (row.IsUntimed && Config.Clock == ClockKind.Event && _clock != long.MinValue) time = Math.Min(time, _clock);
        if (time > _clock)
        {
            _clock = time;
            if (Config.Clock == ClockKind.Event) _join.Expire(Seconds(time));
        }
        if (row.IsPrediction) ApplyPrediction(batch, row, time, future);
        else
        {
            if (future) _join.Counters.LabelsFuture++;
            ApplyLabel(batch, row, time);
        }
    }

    void ApplyPrediction(RecordBatch batch, in RecordRow row, long time, bool future)
    {
        var version = _versions.Find(batch, row.Version, _clock, out int number);
        version.LastSeen = _clock;
        if (future) version.Counters.Future++;
        var prediction = _judge.Read(batch, row);
        if (row.Key.IsNone || !prediction.CanBeJudged)
        {
            version.AddPrediction(batch, row, prediction, time);
            if (!row.IsLabel || !TryAddPair(version, batch, row, prediction, time)) version.Counters.Unjoinable++;
            return;
        }
        var entry = PendingCodec.Encode(prediction, number, Seconds(time));
        bool hasTruth = row.IsLabel && _pending.TryReadTruth(batch, row, ref entry);
        if (hasTruth) Settle(ref entry, time);
        var outcome = _join.AddPrediction(row.Key, entry, out var match);
        if (outcome == PredictionOutcome.Duplicate)
        {
            version.Counters.Duplicates++;
            if (row.IsLabel) ApplyLabel(batch, row, time);
            return;
        }
        KeepScores(match);
        version.AddPrediction(batch, row, prediction, time);
        if (row.IsLabel)
        {
            _join.Counters.Labels++;
            if (!hasTruth) _join.Counters.Drop(LabelDrop.Invalid);
        }
        if (hasTruth)
        {
            if (outcome == PredictionOutcome.LabelWaited) _join.Counters.Drop(LabelDrop.Repeated);
            AddOutcome(version, entry, match.Scores, time, 0);
        }
        else if (outcome == PredictionOutcome.LabelWaited)
        {
            _pending.CopyTruth(match.Before, ref match.Entry);
            long labelTime = match.Before.Time * Second;
            long counted = CountedAt(labelTime, time);
            Settle(ref match.Entry, counted);
            AddOutcome(version, match.Entry, match.Scores, counted, (labelTime - time) / (double)Second);
        }
    }

    void ApplyLabel(RecordBatch batch, in RecordRow row, long time)
    {
        _join.Counters.Labels++;
        var label = new PendingEntry
        {
            Time = Seconds(time),
            State = row.IsUnaddressed ? PendingState.LabelledUnaddressed : PendingState.Labelled,
        };
        if (!_pending.TryReadTruth(batch, row, ref label))
        {
            // Offered to every model, it is most likely the answer of another one.
            _join.Counters.Drop(row.IsUnaddressed ? LabelDrop.Unclaimed : LabelDrop.Invalid);
            return;
        }
        switch (_join.AddLabel(row.Key, label, out var match))
        {
            case LabelOutcome.TooLate:
                _join.Counters.Drop(LabelDrop.TooLate);
                break;
            case LabelOutcome.Replaced:
                _join.Counters.Drop(LabelDrop.Repeated);
                break;
            case LabelOutcome.Joined:
                long counted = CountedAt(time, match.Before.Time * Second);
                _pending.CopyTruth(label, ref match.Entry);
                Settle(ref match.Entry, counted);
                AddOutcome(_versions[match.Before.Version], match.Entry, match.Scores, counted, (double)label.Time - match.Before.Time);
                break;
            case LabelOutcome.Again:
                Correct(label, match, time);
                break;
        }
    }

    void Correct(in PendingEntry label, in JoinMatch match, long time)
    {
        ref var entry = ref match.Entry;
        if (_pending.SameTruth(label, entry))
        {
            _join.Counters.Drop(LabelDrop.Repeated);
            return;
        }
        long before = _panes.TimeOf(entry.Pane, _clock);
        long counted = CountedAt(time, entry.Time * Second);
        _pending.CopyTruth(label, ref entry);
        Settle(ref entry, counted);
        var old = _pending.OutcomeOf(match.Before, match.Scores);
        var version = _versions[entry.Version];
        version.LastSeen = _clock;
        version.Correct(before, old, counted, _pending.OutcomeOf(entry, match.Scores));
    }

    /// <summary>A pair in one record without an id: nothing can come back to it.</summary>
    bool TryAddPair(VersionMonitor version, RecordBatch batch, in RecordRow row, in Prediction prediction, long time)
    {
        _join.Counters.Labels++;
        var entry = PendingCodec.Encode(prediction, 0, Seconds(time));
        if (!prediction.CanBeJudged || !_pending.TryReadTruth(batch, row, ref entry))
        {
            _join.Counters.Drop(LabelDrop.Invalid);
            return false;
        }
        for (int i = 0; i < _scores.Length; i++) _scores[i] = ScoreCode.Encode(_judge.Scores[i]);
        AddOutcome(version, entry, _scores, time, 0);
        return true;
    }

    void KeepScores(in JoinMatch match)
    {
        var kept = match.Scores;
        for (int i = 0; i < kept.Length; i++) kept[i] = ScoreCode.Encode(_judge.Scores[i]);
    }

    void Settle(ref PendingEntry entry, long counted)
    {
        entry.State = PendingState.Joined;
        entry.Pane = _panes.Of(counted);
    }

    long CountedAt(long labelTime, long predictionTime) => Config.Performance.WindowBy == WindowBy.Label ? labelTime : predictionTime;

    void AddOutcome(VersionMonitor version, in PendingEntry entry, ReadOnlySpan<Half> scores, long counted, double delaySeconds)
    {
        version.LastSeen = _clock;
        version.AddOutcome(counted, _pending.OutcomeOf(entry, scores), delaySeconds);
    }
}
