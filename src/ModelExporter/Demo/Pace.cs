namespace ModelExporter.Demo;

/// <summary>Lets as much happen at a time as the clock and whoever follows the log allow.</summary>
/// <param name="simulation">What happens.</param>
/// <param name="rest">What is waited for before more happens.</param>
/// <param name="time">The clock.</param>
sealed class Pace(Simulation simulation, Func<CancellationToken, Task> rest, TimeProvider time)
{
    /// <summary>Simulated seconds a second after the story: enough to see life, and a log that grows by a few megabytes an hour.</summary>
    public const double SpeedAfterwards = 60;

    /// <summary>The most that is written before the exporter has read it. One window: the labels of a longer stretch, read behind its predictions, would be late.</summary>
    static readonly TimeSpan Stretch = TimeSpan.FromHours(6);

    /// <summary>Lives until a simulated moment, at a speed.</summary>
    public async Task RunToAsync(DateTime until, double speed, CancellationToken cancellation)
    {
        var from = simulation.Now;
        long started = time.GetTimestamp();
        while (simulation.Now < until)
        {
            var target = from.AddSeconds(Math.Min((until - from).TotalSeconds, time.GetElapsedTime(started).TotalSeconds * speed));
            if (target > simulation.Now + Stretch) target = simulation.Now + Stretch;
            // Nothing happens after now.
            if (time.GetUtcNow().UtcDateTime is var now && target > now) target = now;
            simulation.RunTo(target);
            await rest(cancellation);
        }
    }
}
