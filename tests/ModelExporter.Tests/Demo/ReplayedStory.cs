using ModelExporter.Demo;
using ModelExporter.Pipeline;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Demo;

/// <summary>The demo's log, replayed through the real engine stretch by stretch, with what the metrics were after each.</summary>
static class ReplayedStory
{
    /// <summary>What was seen at the end of a stretch.</summary>
    /// <param name="Chapter">The number of its chapter, from 0.</param>
    /// <param name="Hour">Hours since the chapter began.</param>
    /// <param name="IsEnd">Whether the chapter ends here.</param>
    /// <param name="Series">The models' series.</param>
    public sealed record Sight(int Chapter, int Hour, bool IsEnd, SeriesTable Series);

    public static async Task<List<Sight>> RunAsync(ulong seed)
    {
        using var folder = new TestFolder();
        using var log = DemoFolder.Create(folder["live"]);
        var simulation = new Simulation(seed, log);
        var (plan, _, errors) = Exporter.Load(Path.Combine(folder["live"], DemoFolder.Config));
        Assert.Empty(errors);
        var replay = new LogReplay(plan!, TimeProvider.System);
        var sights = new List<Sight>();
        long[] read = new long[2];
        foreach (var (number, chapter) in Story.Chapters.Index())
        {
            var begin = simulation.Now;
            for (int hour = 6; hour <= chapter.Hours; hour += 6)
            {
                simulation.RunTo(begin.AddHours(hour));
                string[] fresh = [.. new[] { DemoFolder.Predictions, DemoFolder.Labels }.Select((name, i) => Fresh(folder, name, ref read[i]))];
                await replay.RunAsync(fresh, null, CancellationToken.None);
                sights.Add(new Sight(number, hour, hour == chapter.Hours, new SeriesTable(replay.Snapshots())));
            }
        }
        Assert.Equal(log.Records, replay.Accepted);
        Assert.All(replay.Rejected, count => Assert.Equal(0, count));
        return sights;
    }

    /// <summary>What a log got since it was last looked at, as a file of its own.</summary>
    static string Fresh(TestFolder folder, string name, ref long read)
    {
        using var log = new FileStream(Path.Combine(folder["live"], name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = read;
        byte[] bytes = new byte[log.Length - read];
        log.ReadExactly(bytes);
        read = log.Length;
        return folder.Write(name, bytes);
    }
}
