using ModelExporter.Checkpoints;
using ModelExporter.Configuration;
using ModelExporter.Sources;

namespace ModelExporter.Pipeline;

/// <summary>The running exporter: one pipeline at a time, and what is known of reloads. A reload swaps the pipeline while nobody pushes.</summary>
/// <param name="configFile">What a reload reads; null = there is no such file.</param>
/// <param name="time">The clock.</param>
/// <param name="loggers">Where it says what happens.</param>
public sealed partial class Exporter(string? configFile, TimeProvider time, ILoggerFactory loggers)
{
    public const int PushesAtOnce = 8;

    readonly ILogger<Exporter> _logger = loggers.CreateLogger<Exporter>();
    readonly SemaphoreSlim _reloading = new(1);
    CheckpointStore? _store;
    volatile MonitoringPipeline? _pipeline;

    public MonitoringPipeline Pipeline => _pipeline ?? throw new InvalidOperationException("The exporter has not been started.");

    public bool IsRunning => _pipeline is not null;

    /// <summary>Lets pushes in, a few at a time: each has a body in memory.</summary>
    public Gate Bodies { get; } = new(PushesAtOnce);

    /// <summary>Lets those whose body is there into the pipeline, and none while it is swapped. A client that sends slowly holds no reload up.</summary>
    public Gate Pushes { get; } = new(PushesAtOnce);

    /// <summary>What became of the checkpoints.</summary>
    public CheckpointCounters Checkpoints { get; } = new();

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

    /// <summary>Begins, where a checkpoint is kept from what it holds.</summary>
    /// <exception cref="IOException">The folder of the checkpoints cannot be written to, or another process has it.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder of the checkpoints may not be written to.</exception>
    public void Start(Plan plan, string hash)
    {
        _store = StoreOf(plan);
        using var saved = _store?.Load((path, reason) => Log.CheckpointRefused(_logger, path, reason));
        var state = saved is null ? PipelineState.Fresh() : PipelineState.Of(saved, saved.IsOlder);
        _pipeline = MonitoringPipeline.Start(plan, state, _store, time, loggers);
        if (saved is not null) TellRestored(saved);
        else if (_store is null) Log.NothingKept(_logger);
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
            if (plan is null) return Refused(errors);
            var store = _store;
            try
            {
                _store = StoreOf(plan);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return Refused([$"checkpoint.path: cannot keep state there: {e.Message}"]);
            }
            using (await Pushes.CloseAsync())
            {
                var state = await Pipeline.StopAsync();
                _pipeline = MonitoringPipeline.Start(plan, state, _store, time, loggers);
            }
            if (store != _store) store?.Dispose();
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
                _store?.Dispose();
            }
        }
        finally
        {
            _reloading.Release();
        }
    }

    CheckpointStore? StoreOf(Plan plan) => plan.Config.Checkpoint.Path switch
    {
        null => null,
        var folder when folder == _store?.Folder => _store,
        var folder => CheckpointStore.Open(folder, Checkpoints),
    };

    IReadOnlyList<string> Refused(IReadOnlyList<string> errors)
    {
        LastReloadSuccessful = false;
        foreach (string error in errors) Log.ReloadRefused(_logger, error);
        return errors;
    }

    void TellRestored(CheckpointReader saved)
    {
        var written = DateTimeOffset.UnixEpoch.AddMicroseconds(saved.Time);
        Log.Restored(_logger, written);
        foreach (string section in saved.Unasked)
        {
            Checkpoints.Fail(CheckpointFailure.Misfit);
            Log.NotWanted(_logger, section);
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

        [LoggerMessage(Level = LogLevel.Error, Message = "A checkpoint was refused and set aside")]
        public static partial void CheckpointRefused(ILogger logger, string path, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "Went on from a checkpoint")]
        public static partial void Restored(ILogger logger, DateTimeOffset written);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A part of the checkpoint belongs to nothing in the config and is left")]
        public static partial void NotWanted(ILogger logger, string section);

        [LoggerMessage(Level = LogLevel.Information, Message = "A restart begins anew: no folder for checkpoints is configured as checkpoint.path")]
        public static partial void NothingKept(ILogger logger);

        [LoggerMessage(Level = LogLevel.Error, Message = "The config was refused and nothing changed")]
        public static partial void ReloadRefused(ILogger logger, string reason);
    }
}
