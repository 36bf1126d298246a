namespace ModelExporter.Demo;

/// <summary>Lives the story into a log that an exporter elsewhere follows, and says what happens.</summary>
/// <param name="simulation">What happens.</param>
/// <param name="narrator">Who says it.</param>
/// <param name="time">The clock.</param>
sealed class LiveLog(Simulation simulation, Narrator narrator, TimeProvider time)
{
    /// <summary>
    /// Simulated seconds a second until the story begins. Nobody says what was read: a window of six hours leaves an exporter three seconds, before the labels that
    /// it reads behind their predictions are late.
    /// </summary>
    const double PastSpeed = 7200;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task RunAsync(double speed, CancellationToken cancellation)
    {
        var pace = new Pace(simulation, stopping => Task.Delay(Pause, time, stopping), time);
        await pace.RunToAsync(Story.Start + Story.Past, Math.Max(speed, PastSpeed), cancellation);
        var end = Story.Start;
        foreach (var (i, chapter) in Story.Chapters.Index())
        {
            narrator.Announce(i + 1, chapter, simulation.Now);
            end = end.AddHours(chapter.Hours);
            await pace.RunToAsync(end, speed, cancellation);
        }
        double afterwards = Math.Min(speed, Pace.SpeedAfterwards);
        narrator.End(afterwards);
        await pace.RunToAsync(DateTime.MaxValue, afterwards, cancellation);
    }
}
