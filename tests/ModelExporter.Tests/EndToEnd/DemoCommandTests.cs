using ModelExporter.Demo;

namespace ModelExporter.Tests.EndToEnd;

public sealed class DemoCommandTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Demo_AtHighSpeed_TellsTheStoryToItsEndAndGoesOn()
    {
        await using var demo = await ExporterProcess.StartAsync(BuiltProgram.Start("demo", "--speed=1000000", "--log.level=info"));
        await Eventually.GetAsync(() => demo.Output, o => o.Any(l => l.StartsWith("== The end ==", StringComparison.Ordinal)));
        string[] story = demo.Output;
        foreach (var (i, chapter) in Story.Chapters.Index())
            Assert.Single(story, l => l.StartsWith($"== {i + 1} of {Story.Chapters.Count}: {chapter.Name} ==", StringComparison.Ordinal));
        Assert.Contains(story, l => l.Contains($"{demo.Main.BaseAddress}metrics", StringComparison.Ordinal));
        Assert.Contains(story, l => l.Contains($"{demo.Telemetry.BaseAddress}metrics", StringComparison.Ordinal));

        foreach (string page in new[] { "", "status" })
            Assert.Contains("<html", await demo.Main.GetStringAsync($"/{page}"), StringComparison.Ordinal);

        // What is told is what a scrape says; time has gone on a little in between.
        string told = story.Last(l => l.Contains("model_accuracy_ratio{model=\"churn\",model_version=\"2\",window=\"6h\"}", StringComparison.Ordinal));
        var scrape = await demo.ScrapeUntilAsync(s => s.Sum("model_predictions_total", "model_version=\"2\"") > 7000);
        double accuracy = scrape["""model_accuracy_ratio{model="churn",model_version="2",window="6h"}"""]!.Value;
        Assert.Equal(accuracy, double.Parse(told.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture), 0.02);

        string folder = story.Single(l => l.Contains("Config and logs", StringComparison.Ordinal)).Split(' ')[^1];
        Assert.True(File.Exists(Path.Combine(folder, DemoFolder.Config)));
        // Not INT, which means the same: shells have what they start in the background ignore it.
        Assert.Equal(0, await demo.StopAsync());
        Assert.False(Directory.Exists(folder));
        Assert.DoesNotContain(demo.Log, l => l.Contains("level=ERROR", StringComparison.Ordinal) || l.Contains("level=WARN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LogOnly_Asked_WritesWhatReplayReads()
    {
        var written = await BuiltProgram.RunAsync("demo", "--log-only", _folder["story"]);
        Assert.Equal((0, ""), (written.ExitCode, written.Error));
        string replay = written.Output.Split('\n').Single(l => l.Contains("modelexporter replay", StringComparison.Ordinal));
        var read = await BuiltProgram.RunAsync(replay.Trim().Split(' ')[1..]);
        Assert.Equal(0, read.ExitCode);
        Assert.Equal(4, Scrape.Parse(read.Output).Count("model_info"));
        Assert.Equal($"{written.Output.Split(' ')[0]} records read", read.ErrorLines.Single());
    }

    [Fact]
    public async Task LogOnly_FolderHasALog_OverwritesNothing()
    {
        Directory.CreateDirectory(_folder["mine"]);
        string labels = _folder.Write(Path.Combine("mine", DemoFolder.Labels), "mine");
        var finished = await BuiltProgram.RunAsync("demo", "--log-only", _folder["mine"]);
        Assert.Equal(2, finished.ExitCode);
        Assert.Contains("labels.jsonl", Assert.Single(finished.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(labels));
        Assert.Single(Directory.GetFiles(_folder["mine"]));
    }

    [Fact]
    public async Task LiveLog_NoBrokerTakesTheRecords_SaysSo()
    {
        string nobody = $"127.0.0.1:{LoopbackPort.Free()}";
        var finished = await BuiltProgram.RunAsync("demo", "--live-log", _folder["story"], "--kafka.brokers", nobody);
        Assert.Equal(2, finished.ExitCode);
        Assert.Matches($"^--live-log: {nobody}: ", Assert.Single(finished.ErrorLines));
    }

    [Fact]
    public async Task LiveLog_WithLogOnly_IsRefused()
    {
        var finished = await BuiltProgram.RunAsync("demo", "--live-log", _folder["a"], "--log-only", _folder["b"]);
        Assert.NotEqual(0, finished.ExitCode);
        Assert.Contains("give either --log-only or --live-log", finished.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["a"]) || Directory.Exists(_folder["b"]));
    }

    [Theory]
    [InlineData("--speed=0", "--speed: \"0\" is not a number from 1 to 1000000")]
    [InlineData("--speed=fast", "--speed: \"fast\" is not a number from 1 to 1000000")]
    [InlineData("--seed=-1", "--seed: \"-1\" is not a whole number")]
    [InlineData("--web.listen-address=example.org", "is no address")]
    [InlineData("--config.file=x.yml", "--config.file")]
    [InlineData("--kafka.brokers=localhost:9092", "--kafka.brokers is for --live-log")]
    public async Task Demo_BadFlag_IsRefused(string flag, string expected)
    {
        var finished = await BuiltProgram.RunAsync("demo", flag);
        Assert.NotEqual(0, finished.ExitCode);
        Assert.Contains(expected, finished.Error, StringComparison.Ordinal);
    }
}
