using ModelExporter.Configuration;
using ModelExporter.Sources;

namespace ModelExporter.Pipeline;

/// <summary>The running exporter: one pipeline at a time, and what is known of reloads. A reload swaps the pipeline while nobody pushes.</summary>
/// <param name="configFile">What a reload reads; null = there is no such file.</param>
/// <param name="time">The clock.</param>
/// <param name="loggers">Where it says what happens.</param>
public sealed partial class Exporter(string? configFile, TimeProvider time, ILoggerFactory loggers)
{
    const int PushesAtOnce = 8;

    readonly ILogger<Exporter> _logger = loggers.CreateLogger<Exporter>();
    readonly SemaphoreSlim _reloading = new(1);
    volatile MonitoringPipeline? _pipeline;

    public MonitoringPipeline Pipeline => _pipeline ?? throw new InvalidOperationException("The exporter has not been started.");

    public bool IsRunning => _pipeline is not null;

    /// <summary>Lets pushes in, a few at a time: each has a body in memory.</summary>
    public Gate Bodies { get; } = new(PushesAtOnce);

    /// <summary>Lets those whose body is there into the pipeline, and none while it is swapped. A client that sends slowly holds no reload up.</summary>
    public Gate Pushes { get; } = new(PushesAtOnce);

    public bool LastReloadSuccessful { get; private set; }

    /// <summary>Unix seconds of the last config that was taken.</summary>
    public double LastReloadSuccess { get; private set; }

    public string ConfigHash { get; private set; } = "";

    /// <summary>Reads a config and all it refers to.</summary>
    /// <returns>The plan, or everything that is wrong, a line each.</returns>
    public static (Plan? Plan, string Hash, IReadOnlyList<string> Errors) Load(string configFile)
    {
        var loaded = ConfigLoader.Load(configFile);
        var errors = loaded.Errors.ToList();
        var plan = loaded.Config is { } config && errors.Count == 0 ? Plan.Make(config, loaded.Lines, errors) : null;
        return (plan is null ? null : plan with { Yaml = loaded.Text }, loaded.Hash, [.. errors.Select(e => e.Describe(configFile))]);
    }

    public void Start(Plan plan, string hash)
    {
        _pipeline = MonitoringPipeline.Start(plan, PipelineState.Fresh(), time, loggers);
        Taken(hash);
    }

    /// <summary>Reads the config again and goes on with it. A bad one changes nothing.</summary>
    /// <returns>The errors; none = it was taken.</returns>
    public async Task<IReadOnlyList<string>> ReloadAsync()
    {
        await _reloading.WaitAsync();
        try
        {
            if (!IsRunning) return ["ModelExporter is not running."];
            if (configFile is null)
            {
                Log.NothingToReload(_logger);
                return ["There is no config file to read again: the config was discovered in the logs at the start. Nothing changed."];
            }
            var (plan, hash, errors) = Load(configFile);
            if (plan is null)
            {
                LastReloadSuccessful = false;
                foreach (string error in errors) Log.ReloadRefused(_logger, error);
                return errors;
            }
            using (await Pushes.CloseAsync())
            {
                var state = await Pipeline.StopAsync();
                _pipeline = MonitoringPipeline.Start(plan, state, time, loggers);
            }
            Taken(hash);
            Log.Reloaded(_logger, configFile);
            return [];
        }
        finally
        {
            _reloading.Release();
        }
    }

    /// <summary>Stops for good, after a reload that is under way.</summary>
    public async Task StopAsync()
    {
        // Two at once that close the gate would each hold some of its places and wait for the rest for ever.
        await _reloading.WaitAsync();
        try
        {
            using (await Pushes.CloseAsync())
            {
                if (_pipeline is not { } pipeline) return;
                _pipeline = null;
                await pipeline.StopAsync();
            }
        }
        finally
        {
            _reloading.Release();
        }
    }

    void Taken(string hash)
    {
        ConfigHash = hash;
        LastReloadSuccessful = true;
        LastReloadSuccess = Clock.Microseconds(time) / 1e6;
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Took over the config")]
        public static partial void Reloaded(ILogger logger, string path);

        [LoggerMessage(Level = LogLevel.Warning, Message = "There is no config file to read again, and nothing changed: the config was discovered in the logs at the start")]
        public static partial void NothingToReload(ILogger logger);

        [LoggerMessage(Level = LogLevel.Error, Message = "The config was refused and nothing changed")]
        public static partial void ReloadRefused(ILogger logger, string reason);
    }
}
