using System.CommandLine;

namespace ModelExporter.Commands;

/// <summary><c>modelexporter run</c>: serves until it is told to stop.</summary>
static class RunCommand
{
    public static Command Build()
    {
        var logs = new Argument<string[]>("LOG") { Description = "Prediction logs and label files, as paths or globs, that are read without a config.", Arity = ArgumentArity.ZeroOrMore };
        var config = ConfigOption.New(required: false);
        var discovery = new DiscoveryFlags();
        var web = new WebFlags();
        var (level, format) = LogFlags.New();
        var command = new Command("run", "Serves metrics until it is told to stop. SIGHUP reads the config again.") { logs, config };
        web.AddTo(command);
        command.Add(level);
        command.Add(format);
        discovery.AddTo(command, config);
        command.Validators.Add(result =>
        {
            bool hasLogs = result.GetValue(logs) is { Length: > 0 };
            bool hasConfig = result.GetResult(config) is not null;
            if (hasLogs && hasConfig) result.AddError("Give logs or --config.file, not both: with a config, the logs stand in its sources");
            if (!hasLogs && !hasConfig) result.AddError("Give --config.file, or logs to find out from: modelexporter run predictions.jsonl labels.jsonl");
        });
        command.SetAction((parsed, cancellation) =>
        {
            string? file = parsed.GetValue(config);
            ServedConfig? served = null;
            if (file is null)
            {
                var found = discovery.Discover(parsed, parsed.GetRequiredValue(logs));
                if (found is { } printed && discovery.IsPrinting(parsed))
                {
                    Console.Out.Write(printed.Yaml);
                    return Task.FromResult(ExitCodes.Ok);
                }
                if (found is { } known) served = new ServedConfig(null, known.Plan, DiscoveryFlags.HashOf(known.Yaml));
            }
            else if (ConfigOption.Load(file) is { } loaded) served = new ServedConfig(file, loaded.Plan, loaded.Hash);
            return served is null
                ? Task.FromResult(ExitCodes.Usage)
                : ExporterServer.RunAsync(served, new ServeOptions(web.Of(parsed), LogFlags.Of(parsed, level, format)), alongside: null, cancellation);
        });
        return command;
    }
}
