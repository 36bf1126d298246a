using System.CommandLine;
using ModelExporter.Engine.Records;
using ModelExporter.Exposition;
using ModelExporter.Pipeline;

namespace ModelExporter.Commands;

/// <summary><c>modelexporter replay</c>: what the metrics would be at the end of these logs.</summary>
static class ReplayCommand
{
    public static Command Build()
    {
        var logs = new Argument<string[]>("LOG") { Description = "Prediction logs and label files, plain or gzip; merged by event time. Without a config also globs.", Arity = ArgumentArity.OneOrMore };
        var config = ConfigOption.New(required: false);
        var discovery = new DiscoveryFlags();
        var command = new Command("replay", "Reads logs to their end and prints the metrics as they then are.") { logs, config };
        discovery.AddTo(command, config);
        command.SetAction((parsed, cancellation) =>
        {
            string[] named = parsed.GetRequiredValue(logs);
            if (parsed.GetValue(config) is { } file)
                return ConfigOption.Load(file) is { } loaded ? RunAsync(loaded.Plan, named, cancellation) : Task.FromResult(ExitCodes.Usage);
            if (discovery.Discover(parsed, named) is not { } found) return Task.FromResult(ExitCodes.Usage);
            if (!discovery.IsPrinting(parsed)) return RunAsync(found.Plan, found.Files, cancellation);
            Console.Out.Write(found.Yaml);
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    static async Task<int> RunAsync(Plan plan, IReadOnlyList<string> logs, CancellationToken cancellation)
    {
        var replay = new LogReplay(plan, TimeProvider.System);
        var bar = new ProgressBar();
        try
        {
            await replay.RunAsync(logs, bar.Show, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Usage;
        }
        bar.End();
        Report(replay);
        var registry = new ModelRegistry();
        registry.Apply(replay.Snapshots());
        await using var output = Console.OpenStandardOutput();
        await registry.WriteAsync(output, cancellation);
        return replay.Faults.Count == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    static void Report(LogReplay replay)
    {
        Console.Error.WriteLine($"{replay.Accepted} records read");
        foreach (var reason in RejectReasons.All)
            if (replay.Rejected[(int)reason] is > 0 and long count) Console.Error.WriteLine($"{count} records rejected: {reason.Sentence()}");
        foreach (var (path, fault) in replay.Faults) Console.Error.WriteLine($"{path}: not read to its end: {fault}");
    }
}
