using ModelExporter.Checkpoints;
using ModelExporter.Configuration;
using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Monitoring.State;
using ModelExporter.Sources;

namespace ModelExporter.Pipeline;

/// <summary>Sources, loops and what lies between: built from a plan and a state, and stopped to give the state back. Start and reload are the same thing.</summary>
public sealed partial class MonitoringPipeline
{
    /// <summary>The source that pushed records count under.</summary>
    public const string PushSource = "http";

    readonly List<ModelLoop> _loops = [];
    readonly List<ISource> _sources = [];
    readonly List<Task> _running = [];
    readonly Checkpoints _checkpoints;
    readonly CheckpointStore? _store;
    readonly Dictionary<string, SourceCounters> _counters;
    readonly CancellationTokenSource _stop = new();
    readonly ILogger<MonitoringPipeline> _logger;
    readonly long _seed;
    readonly IReadOnlyDictionary<string, SourcePositions> _former;
    readonly Task _keeping;

    MonitoringPipeline(Plan plan, PipelineState state, CheckpointStore? store, TimeProvider time, ILoggerFactory loggers)
    {
        Plan = plan;
        _store = store;
        _logger = loggers.CreateLogger<MonitoringPipeline>();
        _seed = state.Seed;
        _former = state.Positions;
        // Counters of a source that is no longer configured stay, so that none goes down.
        _counters = state.Counters.ToDictionary();
        for (int i = 0; i < plan.Config.Models.Count; i++) _loops.Add(new ModelLoop(MonitorOf(i, state), time, loggers.CreateLogger<ModelLoop>()));
        _checkpoints = new Checkpoints(this, store, plan.Config.Sources.Count + Exporter.PushesAtOnce, time, loggers.CreateLogger<Checkpoints>());
        Inlets = new LoopInlets(_loops, model => plan.NewRouter(model, _seed));
        Pushed = CountersOf(PushSource);
        Lanes = new PushLanes(Inlets, Pushed, _checkpoints);
        foreach (var config in plan.Config.Sources)
        {
            var resume = ResumeOf(config, state);
            _sources.Add(config.Kafka is null
                ? new FileSource(config, Inlets, CountersOf(config.Name), resume, _checkpoints, time, loggers)
                : new KafkaSource(config, Inlets, CountersOf(config.Name), resume, _checkpoints, time, loggers));
        }
        Pushed.IsUp = true;
        foreach (var source in _sources) _running.Add(Task.Run(() => RunAsync(source)));
        _keeping = Task.Run(() => KeepAsync(plan.Config.Checkpoint.Interval));
    }

    public Plan Plan { get; }

    public IReadOnlyList<ModelLoop> Loops => _loops;

    public IReadOnlyList<ISource> Sources => _sources;

    public IModelInlets Inlets { get; }

    /// <summary>Grows with every record that was read, and not otherwise.</summary>
    public long Progress => _counters.Values.Sum(c => c.Accepted + c.RejectedInAll);

    /// <summary>Counters of the records that were pushed.</summary>
    public SourceCounters Pushed { get; }

    /// <summary>Takes pushed bodies in.</summary>
    public PushLanes Lanes { get; }

    /// <summary>Counters of every source there ever was.</summary>
    public IReadOnlyCollection<SourceCounters> Counters => _counters.Values;

    /// <param name="plan">What it does.</param>
    /// <param name="state">What it begins with.</param>
    /// <param name="store">Where its checkpoints are kept; null = they are not.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where it says what happens.</param>
    public static MonitoringPipeline Start(Plan plan, PipelineState state, CheckpointStore? store, TimeProvider time, ILoggerFactory loggers) =>
        new(plan, state, store, time, loggers);

    /// <summary>Stops the sources, lets the loops take in what is queued, and gives the state back.</summary>
    public async Task<PipelineState> StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        await _keeping;
        await _checkpoints.WriteAsync(CancellationToken.None);
        await Task.WhenAll(_loops.Select(l => l.StopAsync()));
        _stop.Dispose();
        Pushed.IsUp = false;
        return new PipelineState(_seed)
        {
            Monitors = _loops.ToDictionary(l => l.Model, l => l.Monitor),
            Positions = Positions(),
            Counters = _counters,
        };
    }

    /// <summary>Marks this moment in every loop. Only while nothing passes into them.</summary>
    internal async Task<Cut> CutAsync()
    {
        var models = new List<Task<ModelCapture>>();
        foreach (var loop in _loops) models.Add(await loop.PostCaptureAsync());
        var positions = Positions();
        var capture = new StateCapture();
        PipelineState.Capture(capture, _seed, positions, _counters.Values);
        return new Cut(models, positions, capture.Sections);
    }

    /// <summary>How far the sources came, and those that are no longer configured: they may be again.</summary>
    Dictionary<string, SourcePositions> Positions()
    {
        var positions = _former.ToDictionary();
        foreach (var source in _sources) positions[source.Name] = source.Positions;
        return positions;
    }

    /// <summary>Where a source goes on. A file that any source has read is not read anew because a source has another name now; its own position counts first.</summary>
    static SourcePositions ResumeOf(SourceConfig config, PipelineState state)
    {
        var own = state.Positions.GetValueOrDefault(config.Name) ?? SourcePositions.None;
        return own with { Files = [.. state.Positions.Where(p => p.Key != config.Name).SelectMany(p => p.Value.Files), .. own.Files] };
    }

    async Task KeepAsync(TimeSpan interval)
    {
        try
        {
            await _checkpoints.RunAsync(interval, _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Told to stop; the last one is written when the sources are silent.
        }
    }

    SourceCounters CountersOf(string source)
    {
        if (!_counters.TryGetValue(source, out var counters)) _counters.Add(source, counters = new SourceCounters(source));
        return counters;
    }

    ModelMonitor MonitorOf(int model, PipelineState state)
    {
        var (config, baseline) = (Plan.Config.Models[model], Plan.Baselines[model]);
        if (state.Monitors.TryGetValue(config.Name, out var kept))
        {
            if (!kept.CanTake(config, baseline)) return Restored(config, baseline, new MemoryState(kept.Capture()));
            kept.Take(config);
            return kept;
        }
        return state.Saved is { } saved ? Restored(config, baseline, saved) : new ModelMonitor(config, baseline);
    }

    ModelMonitor Restored(ModelConfig config, BaselineProfile? baseline, ISavedState saved)
    {
        var monitor = new ModelMonitor(config, baseline);
        var restore = new StateRestore(saved);
        monitor.Restore(restore);
        foreach (var drop in restore.Drops)
        {
            _store?.Counters.Fail(CheckpointFailure.Misfit);
            Log.StateDropped(_logger, drop.Section, drop.Reason);
        }
        return monitor;
    }

    async Task RunAsync(ISource source)
    {
        source.Counters.IsUp = true;
        try
        {
            await source.RunAsync(_stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Told to stop.
        }
        catch (Exception e)
        {
            // The other sources go on; the gauge says that this one does not.
            Log.SourceFailed(_logger, e, source.Name);
        }
        finally
        {
            source.Counters.IsUp = false;
        }
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A part of the state does not fit the config and starts anew")]
        public static partial void StateDropped(ILogger logger, string section, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "The source stopped")]
        public static partial void SourceFailed(ILogger logger, Exception exception, string source);
    }
}
