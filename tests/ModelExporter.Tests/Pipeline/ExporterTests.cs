using Microsoft.Extensions.Logging.Abstractions;
using ModelExporter.Engine.Records;
using ModelExporter.Pipeline;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Pipeline;

public sealed class ExporterTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Stop_WhileAReloadWaitsForPushes_EndsAllTheSame()
    {
        // Both take every place of the same gate, and two pushes are in it.
        var exporter = Start(_folder.Write("config.yml", ChurnLog.Config));
        var first = await exporter.Pushes.EnterAsync(TimeSpan.Zero, CancellationToken.None);
        var second = await exporter.Pushes.EnterAsync(TimeSpan.Zero, CancellationToken.None);
        var (reloading, stopping) = (exporter.ReloadAsync(), exporter.StopAsync());
        first!.Dispose();
        second!.Dispose();
        await Task.WhenAll(reloading, stopping).WaitAsync(BuiltProgram.Patience);
        Assert.False(exporter.IsRunning);
    }

    [Fact]
    public async Task Reload_Stopped_ChangesNothing()
    {
        var exporter = Start(_folder.Write("config.yml", ChurnLog.Config));
        await exporter.StopAsync();
        Assert.NotEmpty(await exporter.ReloadAsync());
        Assert.False(exporter.IsRunning);
    }

    [Fact]
    public async Task Reload_AgainAndAgainWhileAFileIsRead_CountsEveryLineOnce()
    {
        // Records without an id: nothing but the position keeps them from being counted twice.
        const int Lines = 300_000;
        string log = _folder.Write("log.jsonl", Enumerable.Repeat("""{"model":"churn","version":"v1","prediction":{"score":0.5}}""", Lines));
        var exporter = Start(_folder.Write("config.yml", ChurnLog.Following(log)));
        int reloads = 0;
        for (long read = 0; read < Lines; reloads++)
        {
            read = await Eventually.GetAsync(() => Read(exporter), now => now > read);
            Assert.Empty(await exporter.ReloadAsync());
        }
        var monitor = exporter.Pipeline.Loops[0].Monitor;
        await exporter.StopAsync();

        Assert.True(reloads > 1, "the file was read before a reload came");
        var predictions = Engine.Metrics.SnapshotBuilder.Build(monitor).Samples.Single(f => f.Key.Name == "model_predictions_total").Value;
        Assert.Equal(Lines, predictions.Sum(s => s.Value));
    }

    [Fact]
    public async Task Reload_SourceIsTakenOut_KeepsItsCounters()
    {
        string log = _folder.Write("log.jsonl", ChurnLog.Predictions(0, 100));
        string config = _folder.Write("config.yml", ChurnLog.Following(log));
        var exporter = Start(config);
        await Eventually.GetAsync(() => Read(exporter), read => read == 100);
        _folder.Write("config.yml", ChurnLog.Config);
        Assert.Empty(await exporter.ReloadAsync());

        Assert.Equal(100, Read(exporter));
        Assert.False(exporter.Pipeline.Counters.Single(c => c.Name == "log").IsUp);
        await exporter.StopAsync();
    }

    [Fact]
    public async Task Reload_SourceIsTakenOutAndComesBackUnderAnotherName_DoesNotReadItsFileAnew()
    {
        string log = _folder.Write("log.jsonl", ChurnLog.Predictions(0, 100));
        var exporter = Start(_folder.Write("config.yml", ChurnLog.Following(log)));
        await Eventually.GetAsync(() => Read(exporter), read => read == 100);
        _folder.Write("config.yml", ChurnLog.Config);
        Assert.Empty(await exporter.ReloadAsync());
        _folder.Write("config.yml", ChurnLog.Following(log).Replace("name: log", "name: again", StringComparison.Ordinal));
        Assert.Empty(await exporter.ReloadAsync());
        _folder.Append("log.jsonl", ChurnLog.Predictions(100, 50));

        var again = exporter.Pipeline.Counters.Single(c => c.Name == "again");
        await Eventually.GetAsync(() => again.Accepted, read => read >= 50);
        Assert.Equal(50, again.Accepted);
        await exporter.StopAsync();
    }

    [Fact]
    public async Task Reload_AnotherFolderForCheckpoints_KeepsStateThereFromThenOn()
    {
        string Keeping(string folder) => $"checkpoint: {{path: {folder}}}\n{ChurnLog.Config}";
        var exporter = Start(_folder.Write("config.yml", Keeping(_folder["first"])));
        await exporter.Pipeline.Lanes.TakeAsync(System.Text.Encoding.UTF8.GetBytes(ChurnLog.Prediction(0)), null, new PayloadContext(0));
        _folder.Write("config.yml", Keeping(_folder.Write("file", "")));
        Assert.Contains("cannot keep state there", Assert.Single(await exporter.ReloadAsync()), StringComparison.Ordinal);
        Assert.False(exporter.LastReloadSuccessful);

        _folder.Write("config.yml", Keeping(_folder["second"]));
        Assert.Empty(await exporter.ReloadAsync());
        await exporter.StopAsync();

        exporter = Start(_folder["config.yml"]);
        Assert.Equal(1, exporter.Pipeline.Loops[0].Monitor.PredictionsPending);
        await exporter.StopAsync();
    }

    [Fact]
    public async Task Reload_FileWentOnGrowing_GoesOnWhereItWas()
    {
        string log = _folder.Write("log.jsonl", ChurnLog.Predictions(0, 100));
        var exporter = Start(_folder.Write("config.yml", ChurnLog.Following(log)));
        await Eventually.GetAsync(() => Read(exporter), read => read == 100);
        Assert.Empty(await exporter.ReloadAsync());
        _folder.Append("log.jsonl", ChurnLog.Predictions(100, 50));
        await Eventually.GetAsync(() => Read(exporter), read => read >= 150);
        Assert.Equal(150, Read(exporter));
        await exporter.StopAsync();
    }

    [Fact]
    public async Task Push_MoreThanTheQueueHolds_WaitsUntilAllIsTaken()
    {
        var exporter = Start(_folder.Write("config.yml", ChurnLog.Config));
        byte[] body = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', ChurnLog.Predictions(0, 5000)));
        var result = await exporter.Pipeline.Lanes.TakeAsync(body, null, new PayloadContext(0));
        var monitor = exporter.Pipeline.Loops[0].Monitor;
        await exporter.StopAsync();
        Assert.Equal(5000, result.Accepted);
        Assert.Equal(5000, monitor.PredictionsPending);
    }

    static Exporter Start(string config)
    {
        var exporter = new Exporter(config, TimeProvider.System, NullLoggerFactory.Instance);
        var (plan, hash, errors) = Exporter.Load(config);
        Assert.Empty(errors);
        exporter.Start(plan!, hash);
        return exporter;
    }

    static long Read(Exporter exporter) => exporter.Pipeline.Counters.Where(c => c.Name == "log").Sum(c => c.Accepted);
}
