using System.Globalization;

namespace ModelExporter.Engine.Status;

/// <summary>Says in words what the figures say: the worst that is known, in the shortest window that shows it.</summary>
static class VerdictText
{
    const int FeaturesNamed = 3;

    public static Verdict Of(IReadOnlyList<WindowStatus> windows, BaselineStatus baseline, long predictions, double now)
    {
        if (predictions == 0) return new Verdict(VerdictLevel.Waiting, "No prediction yet.");
        if (baseline.Rows == 0)
        {
            string all = baseline.SpanSeconds is null ? Text($" of {baseline.First:N0}") : "";
            return new Verdict(VerdictLevel.Learning, Text($"Learning its baseline: {predictions:N0}{all} predictions."));
        }
        if (windows.FirstOrDefault(w => w.Figures.Any(f => f.IsBroken)) is { } broken)
            return new Verdict(VerdictLevel.Degraded, $"{Broken(broken, now)} {Moved(broken, windows)}", broken.Window);
        if (windows.FirstOrDefault(w => Drifted(w).Any()) is { } drifted)
            return new Verdict(VerdictLevel.Drifting, $"{Drift(drifted, now)} {Performance(windows, baseline)}", drifted.Window);
        return new Verdict(VerdictLevel.Healthy, $"{Performance(windows, baseline)} No feature has drifted.", Judged(windows)?.Window ?? windows[0].Window);
    }

    static string Broken(WindowStatus window, double now)
    {
        var figure = window.Figures.First(f => f.IsBroken);
        string against = figure.Baseline is { } baseline ? $", {Distance(figure, baseline)} its baseline" : ", beyond its threshold";
        return $"{figure.Title} {Number(figure.Value)} in {In(window)}{against}{Since(figure.BrokenSince, now)}.";
    }

    /// <summary>What has moved may be why: the window itself is asked first, then the others.</summary>
    static string Moved(WindowStatus window, IReadOnlyList<WindowStatus> windows)
    {
        var moved = windows.Prepend(window).Select(w => Drifted(w).Where(f => !f.IsOutput).ToList()).FirstOrDefault(f => f.Count > 0);
        if (moved is null) return "No input has drifted, so what the inputs mean for the label may have changed.";
        return $"{Names(moved)} moved most.";
    }

    static string Drift(WindowStatus window, double now)
    {
        var drifted = Drifted(window).ToList();
        var most = drifted[0];
        string others = drifted.Count == 1 ? "" : $"; so {(drifted.Count == 2 ? "has" : "have")} {Names(drifted.Skip(1).ToList())}";
        return Text($"{most.Feature} has drifted in {In(window)}, {most.DriftScore:0.0} times its threshold{Since(most.DriftedSince, now)}{others}.");
    }

    static string Performance(IReadOnlyList<WindowStatus> windows, BaselineStatus baseline)
    {
        if (Judged(windows) is not { } window) return "Performance is not known yet: no label has come for what the windows hold.";
        var figure = window.Figures[0];
        string against = figure.Baseline is { } value ? $", its baseline is {Number(value)}"
            : baseline.Labels > 0 ? ""
            : baseline.SpanSeconds is null ? Text($"; its baseline is being learnt from the first {baseline.First:N0} labels") : "; its baseline is being learnt";
        return $"{figure.Title} {Number(figure.Value)} in {In(window)}{against}.";
    }

    /// <summary>The shortest window whose performance says something, or the one with most labels.</summary>
    static WindowStatus? Judged(IReadOnlyList<WindowStatus> windows)
    {
        const int Enough = 100;
        var withFigures = windows.Where(w => w.Figures.Count > 0).ToList();
        return withFigures.FirstOrDefault(w => w.Labels >= Enough) ?? withFigures.MaxBy(w => w.Labels);
    }

    static IEnumerable<FeatureStatus> Drifted(WindowStatus window) => window.Features.Where(f => f.IsDrifted);

    static string Names(List<FeatureStatus> features)
    {
        string[] named = [.. features.Take(FeaturesNamed).Select(f => f.Feature)];
        if (features.Count > named.Length) return $"{string.Join(", ", named)} and {features.Count - named.Length} more";
        return named.Length == 1 ? named[0] : $"{string.Join(", ", named[..^1])} and {named[^1]}";
    }

    static string Distance(FigureStatus figure, double baseline)
    {
        string side = figure.Value < baseline ? "under" : "over";
        if (figure.IsRatio)
        {
            double points = Math.Abs(figure.Value - baseline) * 100;
            return Text($"{points:0} {(Math.Round(points) == 1 ? "point" : "points")} {side}");
        }
        return baseline == 0 ? side : Text($"{Math.Abs(figure.Value / baseline - 1) * 100:0} % {side}");
    }

    static string In(WindowStatus window) =>
        window.Window.StartsWith("last_", StringComparison.Ordinal) ? $"the last {window.Window["last_".Length..]} records" : $"the last {window.Window}";

    /// <summary>The time of day, with its date where that is another one.</summary>
    static string Since(double? seconds, double now)
    {
        if (seconds is null) return "";
        var then = DateTimeOffset.FromUnixTimeSeconds((long)seconds);
        bool today = then.Date == DateTimeOffset.FromUnixTimeSeconds((long)now).Date;
        return " since " + then.ToString(today ? "HH:mm 'UTC'" : "yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
    }

    static string Number(double value) => Math.Abs(value) >= 1000
        ? value.ToString("N0", CultureInfo.InvariantCulture)
        : value.ToString(Math.Abs(value) >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
