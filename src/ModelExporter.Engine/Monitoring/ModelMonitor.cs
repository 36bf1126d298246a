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
}
