using ModelExporter.Pipeline;

namespace ModelExporter.Demo;

/// <summary>Lives the story beside a running exporter, which follows the log, and has it told.</summary>
/// <param name="simulation">What happens.</param>
/// <param name="log">Where it is logged.</param>
/// <param name="exporter">What follows the log.</param>
/// <param name="narrator">Who tells it.</param>
/// <param name="time">The clock.</param>
sealed class LiveDemo(Simulation simulation, LogWriter log, Exporter exporter, Narrator narrator, TimeProvider time)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>How long the exporter may take to read a stretch. A config that was edited may have turned its source off: the story goes on.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly SeriesReader _series = new(exporter);

    public async Task RunAsync(double speed, CancellationToken cancellation)
    {
        var pace = new Pace(simulation, ReadAllAsync, time);
        await pace.RunToAsync(Story.Start + Story.Past, double.PositiveInfinity, cancellation);
        var end = Story.Start;
        foreach (var (i, chapter) in Story.Chapters.Index())
        {
            var begin = simulation.Now;
            end = end.AddHours(chapter.Hours);
            var before = await _series.ReadAsync(chapter.Watches, cancellation);
            narrator.Begin(i + 1, chapter, begin, before);
            foreach (var moment in new[] { begin + (end - begin) / 2, end })
            {
                await pace.RunToAsync(moment, speed, cancellation);
                narrator.Report(chapter, moment, before, await _series.ReadAsync(chapter.Watches, cancellation));
            }
        }
        double afterwards = Math.Min(speed, Pace.SpeedAfterwards);
        narrator.End(afterwards);
        await pace.RunToAsync(DateTime.MaxValue, afterwards, cancellation);
    }

    /// <summary>Sees to it that the exporter has read all that is written.</summary>
    async Task ReadAllAsync(CancellationToken cancellation)
    {
        long started = time.GetTimestamp();
        do await Task.Delay(Pause, time, cancellation);
        while (exporter.Pipeline.Counters.Sum(c => c.Accepted) < log.Records && time.GetElapsedTime(started) < Patience);
    }
}
