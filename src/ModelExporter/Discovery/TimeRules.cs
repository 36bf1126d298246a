using System.Globalization;
using ModelExporter.Engine.Config;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Discovery;

/// <summary>Decides the clock, the windows, how long labels are waited for, and what the baseline is.</summary>
static class TimeRules
{
    const long Second = 1_000_000;
    const long Minute = 60 * Second;
    const long Hour = 60 * Minute;
    const long Day = 24 * Hour;

    /// <summary>A window with fewer predictions says nothing about drift.</summary>
    const double FewestInWindow = 50;

    /// <summary>Nobody waits for news of a log of the past: its windows may be long enough to be steady.</summary>
    const double FewestInPastWindow = 200;

    /// <summary>The shorter and the longer time window, by how often predictions come.</summary>
    static readonly (long Short, string[] Names)[] Ladder =
    [
        (Hour, ["1h", "24h"]), (6 * Hour, ["6h", "24h"]), (Day, ["24h", "7d"]), (7 * Day, ["7d", "30d"]), (30 * Day, ["30d", "90d"]),
    ];

    public static ModelConfig Apply(
        ModelConfig config, ModelSurvey model, LogSurvey survey, JoinedPairs pairs, DiscoveryOptions options, long now, Action<string, string, string> assume)
    {
        bool isOld = survey.Times is { } times && now - times.Newest > Hour;
        var clock = options.Clock ?? (isOld ? ClockKind.Event : ClockKind.Wall);
        assume("clock", $"{clock.ToString().ToLowerInvariant()}: {WhyClock(survey, options, isOld)}", "--clock");

        var (windows, why) = options.Windows is { } said ? (said, "as said") : WindowsFor(model, clock);
        assume("windows", $"{string.Join(", ", windows)}: {why}", "--windows");

        var baseline = options.Baseline ?? BaselineOf(model, survey, clock);
        assume("baseline", Describe(baseline), "--baseline.first or --baseline.span");

        // Files are read one behind the other, so that a label of the past may come long after its prediction.
        long span = clock == ClockKind.Event && survey.Times is { } seen ? seen.Newest - seen.Oldest : 0;
        var horizon = TimeSpan.FromDays(Math.Clamp(Math.Ceiling(Math.Max(2 * pairs.LongestDelay, span) / (double)Day), 7, 4_000));
        assume("labels", $"{DescribeDelay(pairs)}; they are waited for {horizon.TotalDays:0} days", "labels.horizon");

        return config with { Clock = clock, Windows = windows, Baseline = baseline, Labels = config.Labels with { Horizon = horizon } };
    }

    static string WhyClock(LogSurvey survey, DiscoveryOptions options, bool isOld)
    {
        if (survey.Times is not { } times) return "records have no time, the time at which one is read counts";
        string newest = DateTimeOffset.UnixEpoch.AddTicks(times.Newest * TimeSpan.TicksPerMicrosecond).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        if (options.Clock is not null) return $"as said; the newest record is of {newest}";
        return isOld ? $"the newest record is of {newest}, more than an hour ago" : $"the newest record is of {newest}";
    }

    /// <summary>Windows that predictions fill: the shortest pair of which the shorter one holds enough.</summary>
    static (IReadOnlyList<WindowSpec> Windows, string Why) WindowsFor(ModelSurvey model, ClockKind clock)
    {
        var times = model.Predictions.Select(p => p.Time).OfType<long>().ToList();
        if (times.Count < 2 || times.Max() == times.Min()) return (ModelConfig.DefaultWindows, "the usual ones");
        double perHour = (times.Count - 1) * (double)Hour / (times.Max() - times.Min());
        double fewest = clock == ClockKind.Event ? FewestInPastWindow : FewestInWindow;
        var step = Ladder.FirstOrDefault(l => perHour * l.Short / Hour >= fewest, Ladder[^1]);
        return ([.. step.Names.Append("last_1000").Select(Window)], string.Create(CultureInfo.InvariantCulture, $"about {perHour:0.#} predictions an hour"));
    }

    /// <summary>The first 1,000 predictions; of a log of the past that has fewer than twice as many, the first half.</summary>
    static BaselineConfig BaselineOf(ModelSurvey model, LogSurvey survey, ClockKind clock)
    {
        var usual = new BaselineConfig();
        bool isWhole = survey.Files.All(f => f.IsWhole) && clock == ClockKind.Event;
        return isWhole && model.Predictions.Count < 2 * usual.First ? new BaselineConfig(First: Math.Max(50, model.Predictions.Count / 2)) : usual;
    }

    static string Describe(BaselineConfig baseline) => baseline.Span is { } span
        ? $"the predictions of their first {Rounded((long)span.TotalMicroseconds)}, and the labels of theirs"
        : $"the first {baseline.First} predictions, and the first {baseline.First} labels";

    static string DescribeDelay(JoinedPairs pairs)
    {
        if (pairs.All.Count == 0) return "none was seen for these predictions";
        return string.Create(CultureInfo.InvariantCulture, $"{pairs.All.Count} of these predictions have one, after {Rounded(pairs.LongestDelay)} at most");
    }

    /// <summary>In the unit that leaves few digits.</summary>
    static string Rounded(long microseconds) => microseconds switch
    {
        < 2 * Minute => Text($"{microseconds / (double)Second:0} s"),
        < 2 * Hour => Text($"{microseconds / (double)Minute:0} min"),
        < 2 * Day => Text($"{microseconds / (double)Hour:0.#} h"),
        _ => Text($"{microseconds / (double)Day:0.#} days"),
    };

    static string Text(FormattableString text) => FormattableString.Invariant(text);

    static WindowSpec Window(string name) => WindowSpec.TryParse(name, out var window) ? window : throw new FormatException($"\"{name}\" is no window.");
}
