using System.CommandLine;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using ModelExporter.Http;
using ModelExporter.Logging;
using ModelExporter.Pipeline;
using ModelExporter.Telemetry;

namespace ModelExporter.Commands;

/// <summary><c>modelexporter run</c>: serves until it is told to stop.</summary>
static partial class RunCommand
{
    public static Command Build()
    {
        var logs = new Argument<string[]>("LOG") { Description = "Prediction logs and label files, as paths or globs, that are read without a config.", Arity = ArgumentArity.ZeroOrMore };
        var config = ConfigOption.New(required: false);
        var discovery = new DiscoveryFlags();
        var listen = new Option<string[]>("--web.listen-address") { Description = "Where models' metrics and pushes are served; repeatable.", DefaultValueFactory = _ => [$":{WebOptions.DefaultPort}"], HelpName = "ADDRESS" };
        var telemetry = new Option<string[]>("--web.telemetry-address") { Description = "Where the exporter's own metrics are served; repeatable.", DefaultValueFactory = _ => [$":{WebOptions.DefaultTelemetryPort}"], HelpName = "ADDRESS" };
        var path = new Option<string>("--web.telemetry-path") { Description = "The path of the metrics, on both.", DefaultValueFactory = _ => WebOptions.DefaultPath, HelpName = "PATH" };
        var lifecycle = new Option<bool>("--web.enable-lifecycle") { Description = "Answers POST /-/reload." };
        var (level, format) = LogFlags.New();
        var command = new Command("run", "Serves metrics until it is told to stop. SIGHUP reads the config again.") { logs, config, listen, telemetry, path, lifecycle, level, format };
        discovery.AddTo(command, config);
        command.Validators.Add(result =>
        {
            bool hasLogs = result.GetValue(logs) is { Length: > 0 };
            bool hasConfig = result.GetResult(config) is not null;
            if (hasLogs && hasConfig) result.AddError("Give logs or --config.file, not both: with a config, the logs stand in its sources");
            if (!hasLogs && !hasConfig) result.AddError("Give --config.file, or logs to find out from: modelexporter run predictions.jsonl labels.jsonl");
            foreach (var option in new[] { listen, telemetry })
                foreach (string address in result.GetValue(option) ?? [])
                    if (!ListenAddress.TryParse(address, out _)) result.AddError($"{option.Name}: \"{address}\" is no address; write :10955, 127.0.0.1:10955 or [::1]:10955");
            if (result.GetValue(path) is { } text && !text.StartsWith('/')) result.AddError($"--web.telemetry-path: \"{text}\" must begin with /");
        });
        command.SetAction((parsed, cancellation) =>
        {
            string? file = parsed.GetValue(config);
            (Plan Plan, string Hash)? loaded;
            if (file is not null) loaded = ConfigOption.Load(file);
            else
            {
                var found = discovery.Discover(parsed, parsed.GetRequiredValue(logs));
                if (found is { } printed && discovery.IsPrinting(parsed))
                {
                    Console.Out.Write(printed.Yaml);
                    return Task.FromResult(ExitCodes.Ok);
                }
                loaded = found is { } known ? (known.Plan, DiscoveryFlags.HashOf(known.Yaml)) : null;
            }
            if (loaded is not { } start) return Task.FromResult(ExitCodes.Usage);
            var web = new WebOptions
            {
                Main = Addresses(parsed.GetRequiredValue(listen)),
                Telemetry = Addresses(parsed.GetRequiredValue(telemetry)),
                Path = parsed.GetRequiredValue(path),
                EnableLifecycle = parsed.GetValue(lifecycle),
            };
            return RunAsync(file, start.Plan, start.Hash, web, LogFlags.Of(parsed, level, format), cancellation);
        });
        return command;
    }

    static ListenAddress[] Addresses(string[] texts) => [.. texts.Select(text => ListenAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text))];

    static async Task<int> RunAsync(string? configFile, Plan plan, string hash, WebOptions web, LogOptions logging, CancellationToken cancellation)
    {
        using var loggers = LoggerFactory.Create(builder => builder.AddExporterLogging(logging));
        var logger = loggers.CreateLogger("ModelExporter");
        var exporter = new Exporter(configFile, TimeProvider.System, loggers);
        await using var app = WebServer.Build(web, logging, exporter, plan.Names, TimeProvider.System);
        Log.Starting(logger, BuildInfo.Current.Version, configFile ?? "discovered");
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            Log.CannotListen(logger, e.Message);
            return ExitCodes.Usage;
        }
        exporter.Start(plan, hash);
        foreach (string address in WebServer.Addresses(app)) Log.Listening(logger, address);
        using var hangUp = OnHangUp(exporter, logger);
        await app.WaitForShutdownAsync(cancellation);
        await exporter.StopAsync();
        Log.Stopped(logger);
        return ExitCodes.Ok;
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

        [LoggerMessage(Level = LogLevel.Error, Message = "Reading the config again failed. Please report this")]
        public static partial void ReloadFailed(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Information, Message = "Stopped")]
        public static partial void Stopped(ILogger logger);
    }
}
