using ModelExporter.Engine.Monitoring;
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
    readonly Dictionary<string, SourceCounters> _counters;
    readonly CancellationTokenSource _stop = new();
    readonly ILogger<MonitoringPipeline> _logger;
    readonly long _seed;

    MonitoringPipeline(Plan plan, PipelineState state, TimeProvider time, ILoggerFactory loggers)
    {
        Plan = plan;
        _logger = loggers.CreateLogger<MonitoringPipeline>();
        _seed = state.Seed;
        // Counters of a source that is no longer configured stay, so that none goes down.
        _counters = state.Counters.ToDictionary();
        for (int i = 0; i < plan.Config.Models.Count; i++) _loops.Add(new ModelLoop(MonitorOf(i, state), time, loggers.CreateLogger<ModelLoop>()));
        Checkpoints = new Checkpoints(plan.Config.Sources.Count);
        Inlets = new LoopInlets(_loops, model => plan.NewRouter(model, _seed));
        Pushed = CountersOf(PushSource);
        Lanes = new PushLanes(Inlets, Pushed);
        foreach (var config in plan.Config.Sources)
        {
            var positions = state.Positions.GetValueOrDefault(config.Name) ?? SourcePositions.None;
            _sources.Add(new FileSource(config, Inlets, CountersOf(config.Name), positions, Checkpoints, time, loggers));
        }
        Pushed.IsUp = true;
        foreach (var source in _sources) _running.Add(Task.Run(() => RunAsync(source)));
    }

    public Plan Plan { get; }

    public IReadOnlyList<ModelLoop> Loops => _loops;

    public IReadOnlyList<ISource> Sources => _sources;

    public IModelInlets Inlets { get; }

    public ICheckpoints Checkpoints { get; }

    /// <summary>Counters of the records that were pushed.</summary>
    public SourceCounters Pushed { get; }

    /// <summary>Takes pushed bodies in.</summary>
    public PushLanes Lanes { get; }

    /// <summary>Counters of every source there ever was.</summary>
    public IReadOnlyCollection<SourceCounters> Counters => _counters.Values;

    public static MonitoringPipeline Start(Plan plan, PipelineState state, TimeProvider time, ILoggerFactory loggers) => new(plan, state, time, loggers);

    /// <summary>Stops the sources, lets the loops take in what is queued, and gives the state back.</summary>
    public async Task<PipelineState> StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        await Task.WhenAll(_loops.Select(l => l.StopAsync()));
        _stop.Dispose();
        Pushed.IsUp = false;
        return new PipelineState(
            _loops.ToDictionary(l => l.Model, l => l.Monitor),
            _sources.ToDictionary(s => s.Name, s => s.Positions),
            _counters,
            _seed);
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
            if (kept.CanTake(config, baseline))
            {
                kept.Take(config);
                return kept;
            }
            Log.StateDropped(_logger, config.Name);
        }
        return new ModelMonitor(config, baseline);
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
        [LoggerMessage(Level = LogLevel.Warning, Message = "The state of the model does not fit its new config and starts anew")]
        public static partial void StateDropped(ILogger logger, string model);

        [LoggerMessage(Level = LogLevel.Error, Message = "The source stopped")]
        public static partial void SourceFailed(ILogger logger, Exception exception, string source);
    }
}
