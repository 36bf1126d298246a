using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using ModelExporter.Configuration;
using ModelExporter.Configuration.Keys;
using ModelExporter.Discovery;
using ModelExporter.Engine.Config;
using ModelExporter.Pipeline;
using ModelExporter.Sources;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Commands;

/// <summary>The flags of commands that find out from the logs what no config says, and how what is assumed is shown.</summary>
sealed class DiscoveryFlags
{
    readonly Option<string> _task = new("--task") { Description = "Without a config: what the models predict.", HelpName = "TASK" };
    readonly Option<string> _positive = new("--positive-label") { Description = "Without a config: the class whose probability the score is.", HelpName = "CLASS" };
    readonly Option<string> _model = new("--model") { Description = "Without a config: the model of records that name none.", HelpName = "NAME" };
    readonly Option<string> _windows = new("--windows") { Description = "Without a config: the windows, such as 1h,24h,last_1000.", HelpName = "LIST" };
    readonly Option<string> _clock = new("--clock") { Description = "Without a config: what moves time windows on.", HelpName = "CLOCK" };
    readonly Option<int?> _first = new("--baseline.first") { Description = "Without a config: how many predictions make the baseline.", HelpName = "N" };
    readonly Option<string> _span = new("--baseline.span") { Description = "Without a config: how long predictions make the baseline, such as 1h.", HelpName = "DURATION" };
    readonly Option<bool> _print = new("--print-config") { Description = "Prints the config that would say what is discovered, and exits." };

    public DiscoveryFlags()
    {
        _task.AcceptOnlyFromAmong("binary", "multiclass", "regression");
        _clock.AcceptOnlyFromAmong("wall", "event");
    }

    IReadOnlyList<Option> All => [_task, _positive, _model, _windows, _clock, _first, _span, _print];

    public void AddTo(Command command, Option<string> config)
    {
        foreach (var option in All) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(config) is not null)
            {
                foreach (var option in All.Where(o => result.GetResult(o) is { Implicit: false }))
                    result.AddError($"{option.Name} goes with logs that are read without a config; beside --config.file the config says it");
            }
            else
            {
                Check(result);
            }
        });
    }

    public bool IsPrinting(ParseResult parsed) => parsed.GetValue(_print);

    /// <summary>Finds a config in logs and says on stderr what it assumes; null = there is none, and stderr says why.</summary>
    public (Plan Plan, string Yaml, IReadOnlyList<string> Files)? Discover(ParseResult parsed, string[] logs)
    {
        var found = LogDiscovery.Of(logs, Options(parsed), Clock.Microseconds(TimeProvider.System));
        foreach (string error in found.Errors) Console.Error.WriteLine(error);
        if (found.Config is not { } config) return null;
        Console.Error.WriteLine("No config is given; this is assumed. What stands in brackets says otherwise: a flag, or a key of the config that --print-config prints.");
        foreach (string line in found.Assumptions) Console.Error.WriteLine($"  {line}");
        // What the survey held is many times what the monitors will: it goes back before they start.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        string yaml = ConfigYaml.Of(config);
        var plan = new Plan(config, new Engine.Baselines.BaselineProfile?[config.Models.Count]) { Assumptions = found.Assumptions, Yaml = yaml };
        return (plan, yaml, found.Files);
    }

    public static string HashOf(string yaml) => ConfigHash.Of(Encoding.UTF8.GetBytes(yaml));

    void Check(CommandResult result)
    {
        if (result.GetValue(_windows) is { } windows && WindowsOf(windows) is null)
            result.AddError($"--windows: \"{windows}\" is no list of windows; write durations or last_N with commas between, such as 1h,24h,last_1000");
        if (result.GetValue(_first) is < 50 or > 100_000) result.AddError("--baseline.first: write a number from 50 to 100000");
        if (result.GetValue(_span) is { } span && SpanOf(span) is null) result.AddError($"--baseline.span: \"{span}\" is no duration from 1m to 400d");
        if (result.GetValue(_first) is not null && result.GetValue(_span) is not null) result.AddError("--baseline.first beside --baseline.span: keep one");
        foreach (var option in new[] { _positive, _model })
            if (result.GetValue(option) is { } name && Encoding.UTF8.GetByteCount(name) is 0 or > Engine.Records.RecordLimits.NameBytes) result.AddError($"{option.Name}: write 1 to {Engine.Records.RecordLimits.NameBytes} bytes");
    }

    DiscoveryOptions Options(ParseResult parsed) => new()
    {
        Task = parsed.GetValue(_task) is { } task ? Enum.Parse<TaskKind>(task, ignoreCase: true) : null,
        PositiveLabel = parsed.GetValue(_positive),
        Model = parsed.GetValue(_model),
        Windows = parsed.GetValue(_windows) is { } windows ? WindowsOf(windows) : null,
        Clock = parsed.GetValue(_clock) is { } clock ? Enum.Parse<ClockKind>(clock, ignoreCase: true) : null,
        Baseline = parsed.GetValue(_span) is { } span ? new BaselineConfig(Span: SpanOf(span))
            : parsed.GetValue(_first) is { } first ? new BaselineConfig(First: first) : null,
    };

    /// <summary>Null = it is none.</summary>
    static List<WindowSpec>? WindowsOf(string text)
    {
        var windows = new List<WindowSpec>();
        foreach (string name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!WindowSpec.TryParse(name, out var window) || windows.Contains(window)) return null;
            windows.Add(window);
        }
        return windows.Count <= 8 ? windows : null;
    }

    static TimeSpan? SpanOf(string text) =>
        DurationText.TryParse(text, out var span) && span >= TimeSpan.FromMinutes(1) && span <= TimeSpan.FromDays(400) ? span : null;
}
