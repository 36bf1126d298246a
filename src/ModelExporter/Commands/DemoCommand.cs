using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ModelExporter.Demo;

namespace ModelExporter.Commands;

/// <summary><c>modelexporter demo</c>: three simulated models live through a story, and the exporter tells it.</summary>
static class DemoCommand
{
    const double DefaultSpeed = 3600;
    const double MaxSpeed = 1_000_000;

    public static Command Build()
    {
        var speed = new Option<double>("--speed")
        {
            Description = "Simulated seconds a second, 1 to 1000000; at 3600 the story takes a hundred seconds.",
            DefaultValueFactory = _ => DefaultSpeed,
            CustomParser = ReadSpeed,
            HelpName = "N",
        };
        var seed = new Option<uint>("--seed")
        {
            Description = "What chance begins with, a whole number: the same seed writes the same log.",
            DefaultValueFactory = _ => 1,
            CustomParser = ReadSeed,
            HelpName = "N",
        };
        var logOnly = new Option<string?>("--log-only") { Description = "Writes the logs of the whole story and the config into this folder, and exits.", HelpName = "DIR" };
        var liveLog = new Option<string?>("--live-log")
        {
            Description = "Writes the logs into this folder as the story goes, for an exporter that runs elsewhere, and serves nothing.", HelpName = "DIR",
        };
        var brokers = new Option<string?>("--kafka.brokers")
        {
            Description = $"With --live-log: what {KafkaTarget.Model} logs goes to these brokers, topics {KafkaTarget.Predictions} and {KafkaTarget.Labels}.", HelpName = "HOST:PORT",
        };
        var web = new WebFlags();
        // The story is on the screen; what goes as it should need not stand between its lines.
        var (level, format) = LogFlags.New(defaultLevel: "warn");
        var command = new Command("demo", "Simulates three models that live through drift, a broken feature and a new version, and serves their metrics.") { speed, seed, logOnly, liveLog, brokers };
        web.AddTo(command);
        command.Add(level);
        command.Add(format);
        command.Validators.Add(result =>
        {
            bool isLive = result.GetResult(liveLog) is not null;
            if (isLive && result.GetResult(logOnly) is not null) result.AddError("give either --log-only or --live-log");
            if (!isLive && result.GetResult(brokers) is not null) result.AddError("--kafka.brokers is for --live-log");
        });
        command.SetAction((parsed, cancellation) =>
            parsed.GetValue(logOnly) is { } folder ? Task.FromResult(WriteLogs(folder, parsed.GetValue(seed)))
            : parsed.GetValue(liveLog) is { } live ? DemoLiveLog.RunAsync(live, parsed.GetValue(brokers), parsed.GetValue(speed), parsed.GetValue(seed), cancellation)
            : RunAsync(parsed.GetValue(speed), parsed.GetValue(seed), new ServeOptions(web.Of(parsed), LogFlags.Of(parsed, level, format)), cancellation));
        return command;
    }

    static double ReadSpeed(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double speed) && speed is >= 1 and <= MaxSpeed) return speed;
        result.AddError($"--speed: \"{text}\" is not a number from 1 to 1000000");
        return DefaultSpeed;
    }

    static uint ReadSeed(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out uint seed)) return seed;
        result.AddError($"--seed: \"{text}\" is not a whole number from 0 to {uint.MaxValue}");
        return 0;
    }

    static int WriteLogs(string folder, uint seed)
    {
        try
        {
            using var log = DemoFolder.Create(folder);
            new Simulation(seed, log).RunTo(Story.End);
            string config = Path.Combine(folder, DemoFolder.Config);
            Console.WriteLine($"{log.Records} records written. Read them with\n  modelexporter replay {Path.Combine(folder, DemoFolder.Predictions)} {Path.Combine(folder, DemoFolder.Labels)} --config.file {config}");
            return ExitCodes.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"--log-only: {e.Message}");
            return ExitCodes.Usage;
        }
    }

    static async Task<int> RunAsync(double speed, uint seed, ServeOptions options, CancellationToken cancellation)
    {
        DirectoryInfo folder;
        try
        {
            folder = Directory.CreateTempSubdirectory("modelexporter-demo-");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"No folder for the log: {e.Message}");
            return ExitCodes.Usage;
        }
        try
        {
            using var log = DemoFolder.Create(folder.FullName);
            string config = Path.Combine(folder.FullName, DemoFolder.Config);
            if (ConfigOption.Load(config) is not { } loaded) return ExitCodes.Failed;
            return await ExporterServer.RunAsync(new ServedConfig(config, loaded.Plan, loaded.Hash), options, TellAsync, cancellation);

            async Task TellAsync(RunningExporter running, CancellationToken stopping)
            {
                var narrator = new Narrator(Console.Out);
                var addresses = running.Addresses.Select(DemoAddresses.ForBrowser).ToList();
                narrator.Introduce(new DemoAddresses(addresses[0], addresses[options.Web.Main.Count], options.Web.Path), folder.FullName, speed);
                await new LiveDemo(new Simulation(seed, log), log, running.Exporter, narrator, TimeProvider.System).RunAsync(speed, stopping);
            }
        }
        finally
        {
            // It grows as long as the demo runs; --log-only writes one that stays.
            folder.Delete(recursive: true);
        }
    }
}
