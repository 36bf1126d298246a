using System.Net.Sockets;
using System.Runtime.InteropServices;
using ModelExporter.Http;
using ModelExporter.Logging;
using ModelExporter.Pipeline;
using ModelExporter.Telemetry;

namespace ModelExporter.Commands;

/// <summary>Serves what a config says until it is told to stop: what the commands that serve have in common.</summary>
static partial class ExporterServer
{
    /// <param name="config">What it serves.</param>
    /// <param name="options">Where it serves, and how it logs.</param>
    /// <param name="alongside">Runs beside the exporter until that stops; when it fails, the exporter stops. Null = nothing does.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<int> RunAsync(
        ServedConfig config, ServeOptions options, Func<RunningExporter, CancellationToken, Task>? alongside, CancellationToken cancellation)
    {
        if (options.Web.ConfigFile is { } webConfig && !WebConfigOption.IsValid(webConfig)) return ExitCodes.Usage;
        using var loggers = LoggerFactory.Create(builder => builder.AddExporterLogging(options.Logging));
        var logger = loggers.CreateLogger("ModelExporter");
        var exporter = new Exporter(config.File, TimeProvider.System, loggers);
        await using var app = WebServer.Build(options.Web, options.Logging, exporter, config.Plan.Names, TimeProvider.System);
        Log.Starting(logger, BuildInfo.Current.Version, config.File ?? "discovered");
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            Log.CannotListen(logger, e.Message);
            return ExitCodes.Usage;
        }
        try
        {
            exporter.Start(config.Plan, config.Hash);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.CannotKeep(logger, config.Plan.Config.Checkpoint.Path, e.Message);
            return ExitCodes.Usage;
        }
        string[] addresses = [.. WebServer.Addresses(app)];
        foreach (string address in addresses) Log.Listening(logger, address);
        using var hangUp = OnHangUp(exporter, logger);
        var beside = RunAsync(alongside, new RunningExporter(exporter, addresses), app.Lifetime, logger);
        await app.WaitForShutdownAsync(cancellation);
        bool succeeded = await beside;
        await exporter.StopAsync();
        Log.Stopped(logger);
        return succeeded ? ExitCodes.Ok : ExitCodes.Failed;
    }

    static async Task<bool> RunAsync(
        Func<RunningExporter, CancellationToken, Task>? alongside, RunningExporter running, IHostApplicationLifetime lifetime, ILogger logger)
    {
        try
        {
            if (alongside is not null) await alongside(running, lifetime.ApplicationStopping);
            return true;
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception e)
        {
            // Whoever asked for both is not served by half of it.
            Log.AlongsideFailed(logger, e);
            lifetime.StopApplication();
            return false;
        }
    }

    static PosixSignalRegistration? OnHangUp(Exporter exporter, ILogger logger) => OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
    {
        // Without this the signal would end the process.
        context.Cancel = true;
        _ = ReloadAsync(exporter, logger);
    });

    static async Task ReloadAsync(Exporter exporter, ILogger logger)
    {
        try
        {
            await exporter.ReloadAsync();
        }
        catch (Exception e)
        {
            // Nobody waits for the answer to a signal, so this is where a fault in the program is told.
            Log.ReloadFailed(logger, e);
        }
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Starting ModelExporter")]
        public static partial void Starting(ILogger logger, string version, string config);

        [LoggerMessage(Level = LogLevel.Information, Message = "Listening")]
        public static partial void Listening(ILogger logger, string address);

        [LoggerMessage(Level = LogLevel.Error, Message = "Cannot listen; another process may have the port, see --web.listen-address and --web.telemetry-address")]
        public static partial void CannotListen(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "Cannot keep state in the folder of checkpoint.path")]
        public static partial void CannotKeep(ILogger logger, string? folder, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "Reading the config again failed. Please report this")]
        public static partial void ReloadFailed(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Error, Message = "What ran beside the exporter failed, so it stops")]
        public static partial void AlongsideFailed(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Information, Message = "Stopped")]
        public static partial void Stopped(ILogger logger);
    }
}
