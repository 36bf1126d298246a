using System.CommandLine;
using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Records;
using ModelExporter.Pipeline;

namespace ModelExporter.Commands;

/// <summary><c>modelexporter baseline</c>: makes the baseline of a model from logs, or from its training or held-out data.</summary>
static class BaselineCommand
{
    const int DefaultMaxRows = 1_000_000;
    const string Stdout = "-";

    public static Command Build()
    {
        var logs = new Argument<string[]>("LOG") { Description = "Logs, labels, or training or held-out data: JSON Lines or CSV, plain or gzip.", Arity = ArgumentArity.OneOrMore };
        var options = new BaselineOptions();
        var output = new Option<string>("--output", "-o") { Description = "The file to write; - is stdout.", Required = true, HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Replaces a file that is there." };
        var maxRows = new Option<int>("--max-rows") { Description = "Rows that are read at most: every value of them is held in memory, 8 bytes a number.", DefaultValueFactory = _ => DefaultMaxRows, HelpName = "N" };
        maxRows.Validators.Add(result =>
        {
            if (result.GetValue(maxRows) < 1) result.AddError("--max-rows: must be at least 1");
        });
        var command = new Command("baseline", "Makes the baseline of a model from logs or from its training or held-out data.") { logs, output, force, maxRows, BaselineDiffCommand.Build() };
        foreach (var option in options.All) command.Add(option);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (options.Read(parsed) is not { } read) return ExitCodes.Usage;
            var target = (parsed.GetRequiredValue(output), parsed.GetValue(force));
            return await RunAsync(new LogBaseline(read.Model, read.Sources, parsed.GetValue(maxRows), TimeProvider.System), parsed.GetRequiredValue(logs), target, cancellation);
        });
        return command;
    }

    static async Task<int> RunAsync(LogBaseline logs, string[] paths, (string Path, bool Force) target, CancellationToken cancellation)
    {
        try
        {
            var bar = new ProgressBar();
            var baseline = await logs.RunAsync(paths, bar.Show, cancellation);
            bar.End();
            Report(logs);
            if (baseline.Features.Count == 0)
            {
                Console.Error.WriteLine("there is nothing in these logs to make a baseline of");
                return ExitCodes.Failed;
            }
            byte[] json = BaselineJson.Write(baseline);
            if (!TryWrite(json, target.Path, target.Force)) return ExitCodes.Usage;
            var page = target.Path == Stdout ? Console.Error : Console.Out;
            page.Write(BaselineText.Of(BaselineJson.Read(json)));
            return logs.Faults.Count == 0 ? ExitCodes.Ok : ExitCodes.Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Usage;
        }
    }

    static bool TryWrite(byte[] json, string path, bool force)
    {
        if (path == Stdout)
        {
            using var output = Console.OpenStandardOutput();
            output.Write(json);
            return true;
        }
        if (File.Exists(path) && !force && !File.ReadAllBytes(path).AsSpan().SequenceEqual(json))
        {
            Console.Error.WriteLine($"{path} is there already and holds something else; give another name, or --force to replace it");
            return false;
        }
        // Whoever reads it meanwhile reads the old or the new one.
        string unfinished = path + ".tmp";
        File.WriteAllBytes(unfinished, json);
        File.Move(unfinished, path, overwrite: true);
        return true;
    }

    static void Report(LogBaseline logs)
    {
        var builder = logs.Builder;
        Say(builder.RowsLeft, $"more rows left out: --max-rows is {builder.Rows}");
        Say(builder.Duplicates, "predictions left out: their id came before");
        Say(builder.ValuesLeft, "feature values left out: their names are more than limits.features, or came twice in a row");
        Say(builder.LabelsInvalid, "labels left out: they are none of this task");
        Say(builder.LabelsAlone, "labels left out: their prediction is not in these logs");
        foreach (var reason in RejectReasons.All) Say(logs.Rejected[(int)reason], $"records rejected: {reason.Sentence()}");
        foreach (var (path, fault) in logs.Faults) Console.Error.WriteLine($"{path}: not read to its end: {fault}");
    }

    static void Say(long count, string what)
    {
        if (count > 0) Console.Error.WriteLine($"{count} {what}");
    }
}
