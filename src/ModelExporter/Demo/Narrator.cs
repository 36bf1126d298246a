using System.Globalization;
using ModelExporter.Http;

namespace ModelExporter.Demo;

/// <summary>Tells the story: what happens, what to look for, and what the exporter says of it at that moment.</summary>
sealed class Narrator(TextWriter output)
{
    public void Introduce(DemoAddresses addresses, string folder, double speed)
    {
        Say($"""
            ModelExporter demo: {Story.Chapters.Count} chapters in the life of {SimulatedModels.All.Count} models; {Amount(speed)} simulated seconds a second.

              Start page             {addresses.Main}{LandingPage.Path}
              Status                 {addresses.Main}{StatusEndpoints.Page}
              Models' metrics        {addresses.Main}{addresses.MetricsPath}
              Exporter's own metrics {addresses.Telemetry}{addresses.MetricsPath}
              Config and logs        {folder}

            Ctrl-C ends it.
            """);
    }

    /// <summary>Says what happens in a chapter, and what to look for.</summary>
    public void Announce(int number, Chapter chapter, DateTime time) => Say($"""

        == {number} of {Story.Chapters.Count}: {chapter.Name} == {Moment(time)}, {chapter.Hours} hours
        {chapter.Event}
        {chapter.Sign}
        """);

    public void Begin(int number, Chapter chapter, DateTime time, double?[] values)
    {
        Announce(number, chapter, time);
        Tell(chapter.Watches, values, values);
    }

    public void Report(Chapter chapter, DateTime time, double?[] before, double?[] now)
    {
        Say($"-- {Moment(time)}");
        Tell(chapter.Watches, before, now);
    }

    public void End(double speed) => Say($"""

        == The end == {Moment(Story.End)}
        The models go on as they are, at {Amount(speed)} simulated seconds a second. Look around; Ctrl-C ends it.
        """);

    void Tell(IReadOnlyList<Watch> watches, double?[] before, double?[] now)
    {
        int width = watches.Max(w => w.ToString().Length);
        for (int i = 0; i < watches.Count; i++)
        {
            string value = Value(now[i]);
            string change = Value(before[i]) == value ? value : $"{Value(before[i])} -> {value}";
            Say($"   {watches[i].ToString().PadRight(width)}  {change}");
        }
    }

    void Say(string text)
    {
        output.WriteLine(text);
        output.Flush();
    }

    static string Moment(DateTime time) => time.ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    static string Amount(double number) => number.ToString("#,0.###", CultureInfo.InvariantCulture);

    static string Value(double? value) => value?.ToString(value == Math.Floor(value.Value) ? "0" : "0.00", CultureInfo.InvariantCulture) ?? "absent";
}
