using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Join;
using ModelExporter.Engine.Monitoring.Outcomes;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Monitoring;

/// <summary>Everything that is known of one model: batches go in, views come out. It is given the time and has no other input. One owner, the model's loop.</summary>
public sealed partial class ModelMonitor
{
    /// <summary>How far a timestamp may lie ahead of the clock before it counts as the future: hosts' clocks differ.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    const long Second = 1_000_000;

    /// <summary>Rows whose pending entries are fetched from memory together.</summary>
    const int FetchedAhead = 32;

    readonly PredictionJudge _judge;
    readonly ClassMap _classes;
    readonly LabelJoin _join;
    readonly BaselineProfile? _baseline;
    readonly VersionSet _versions;
    readonly Half[] _scores;
    readonly PendingCodec _pending;
    readonly PaneNumbers _panes;
    long _clock = long.MinValue;

    public ModelMonitor(ModelConfig config, BaselineProfile? baseline)
    {
        Config = config;
        _baseline = baseline;
        _classes = new ClassMap(config, baseline?.Classes ?? []);
        _judge = new PredictionJudge(config, _classes);
        _scores = new Half[config.Task == TaskKind.Multiclass ? _classes.Capacity : 0];
        _join = new LabelJoin(config.Labels, _scores.Length);
        _versions = new VersionSet(config, name => new VersionMonitor(name, config, _classes, baseline));
        _pending = new PendingCodec(config.Task, _classes);
        _panes = new PaneNumbers(config.Labels.Horizon);
    }

    public ModelConfig Config { get; private set; }

    /// <summary>The baseline that was given, if one was.</summary>
    public BaselineProfile? GivenBaseline => _baseline;

    public JoinCounters JoinCounters => _join.Counters;

    /// <summary>Since when what is wrong with it has been wrong.</summary>
    public TroubleLog Troubles { get; } = new();

    public int PredictionsPending => _join.PredictionsPending;

    public int LabelsPending => _join.LabelsPending;

    /// <summary>What the pending table takes in memory.</summary>
    public long JoinBytes => _join.Bytes;

    /// <summary>The model's own time: the clock, or the newest event time.</summary>
    public long Now => _clock;

    /// <summary>The versions that are to be shown: those that fell silent for the longest window are not.</summary>
    public IEnumerable<VersionMonitor> Versions => _versions.Shown(_clock);

    internal ClassMap Classes => _classes;

    /// <summary>Takes a batch in.</summary>
    /// <param name="batch">Rows of this model.</param>
    /// <param name="now">The wall clock, in microseconds since the epoch. Nothing happened after it.</param>
    public void Apply(RecordBatch batch, long now)
    {
        var rows = batch.Rows;
        for (int i = 0; i < rows.Length; i++)
        {
            if (i % FetchedAhead == 0) _join.Fetch(rows.Slice(i, Math.Min(FetchedAhead, rows.Length - i)));
            Apply(batch, rows[i], now);
        }
    }

    /// <summary>Moves on when nothing came: the clock does, where it rules, and with it what has waited too long is let go.</summary>
    public void Advance(long now)
    {
        if (Config.Clock == ClockKind.Wall) _clock = Math.Max(_clock, now);
        if (_clock == long.MinValue) return;
        _join.Expire(Seconds(_clock));
        _versions.Advance(_clock);
        while (_versions.TryFree(_clock, out int number)) _join.Forget(number);
    }

    /// <summary>Takes over a config that leaves the state as it is: see <see cref="CanTake"/>.</summary>
    public void Take(ModelConfig config) => Config = config;

    /// <summary>Whether a config and a baseline change only what is judged, not what is counted.</summary>
    public bool CanTake(ModelConfig config, BaselineProfile? baseline) => ModelShape.Of(Config, _baseline) == ModelShape.Of(config, baseline);

    static uint Seconds(long time) => (uint)Math.Clamp(time / Second, 0, uint.MaxValue);

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
