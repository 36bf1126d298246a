using System.Text;
using ModelExporter.Engine.Metrics;
using ModelExporter.Exposition;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Exposition;

public class ModelRegistryTests
{
    readonly ModelRegistry _registry = new();

    [Fact]
    public async Task Registry_FreshModel_SaysOnlyWhatTheSnapshotSays()
    {
        var churn = new ChurnMonitor();
        churn.Take(ChurnLog.Both(0, 200));
        var snapshot = churn.Snapshot;
        Assert.Equal(snapshot.Series, (await ApplyAsync(snapshot)).Values.Count);
    }

    [Fact]
    public void Snapshot_HostileNames_HasEverySeriesOnce()
    {
        var monitor = new ChurnMonitor(HostileLog.Config);
        monitor.Take(HostileLog.Records);
        foreach (var (family, samples) in monitor.Snapshot.Samples)
            Assert.All(samples.GroupBy(s => string.Join('\0', s.LabelValues)), g => Assert.True(g.Count() == 1, $"{family.Name} {g.Key} is there {g.Count()} times"));
    }

    [Fact]
    public async Task Registry_VersionFellSilentForTheLongestWindow_EndsItsSeriesAndKeepsTheOthers()
    {
        var churn = new ChurnMonitor();
        churn.Take(ChurnLog.Predictions(0, 60).Select(l => l.Replace("\"v1\"", "\"old\"", StringComparison.Ordinal)));
        var before = await ApplyAsync(churn.Snapshot);
        churn.Take(ChurnLog.Predictions(4000, 60));
        var after = await ApplyAsync(churn.Snapshot);

        Assert.Equal(60, before["model_predictions_total{model=\"churn\",model_version=\"old\"}"]);
        Assert.DoesNotContain(after.Values.Keys, k => k.Contains("\"old\"", StringComparison.Ordinal));
        Assert.Equal(60, after["model_predictions_total{model=\"churn\",model_version=\"v1\"}"]);
    }

    [Fact]
    public async Task Registry_VersionComesBackAfterItFellSilent_GoesOnCountingWhereItWas()
    {
        var churn = new ChurnMonitor();
        churn.Take(ChurnLog.Predictions(0, 60));
        await ApplyAsync(churn.Snapshot);
        churn.Take(ChurnLog.Predictions(4000, 1).Select(l => l.Replace("\"v1\"", "\"v2\"", StringComparison.Ordinal)));
        await ApplyAsync(churn.Snapshot);
        churn.Take(ChurnLog.Predictions(4001, 5));

        Assert.Equal(65, (await ApplyAsync(churn.Snapshot))["model_predictions_total{model=\"churn\",model_version=\"v1\"}"]);
    }

    [Fact]
    public async Task Registry_RoundAfterRound_NeverLetsACounterGoDown()
    {
        var churn = new ChurnMonitor();
        var counters = MetricCatalogue.All.Where(f => f.Type == MetricType.Counter).Select(f => f.Name + "{").ToList();
        var last = new Scrape();
        foreach (var lines in ChurnLog.Both(0, 600).Chunk(37))
        {
            churn.Take(lines);
            var now = await ApplyAsync(churn.Snapshot);
            foreach (var (series, value) in now.Values)
                if (counters.Any(c => series.StartsWith(c, StringComparison.Ordinal)) && last[series] is { } before)
                    Assert.True(value >= before, $"{series}: {before} then {value}");
            last = now;
        }
    }

    [Fact]
    public async Task Registry_StateBeganAnew_CountsFromZeroAgain()
    {
        var before = new ChurnMonitor();
        before.Take(ChurnLog.Both(0, 300));
        await ApplyAsync(before.Snapshot);
        var after = new ChurnMonitor();
        after.Take(ChurnLog.Both(1000, 80));
        var scrape = await ApplyAsync(after.Snapshot);

        Assert.Equal(80, scrape["model_predictions_total{model=\"churn\",model_version=\"v1\"}"]);
        Assert.Equal(80, scrape["model_prediction_latency_seconds_count{model=\"churn\",model_version=\"v1\"}"]);
        Assert.Equal(80, scrape.Sum("model_confusion_total"));
    }

    [Fact]
    public async Task Registry_ModelIsGone_EndsItsSeries()
    {
        var churn = new ChurnMonitor();
        churn.Take(ChurnLog.Both(0, 100));
        await ApplyAsync(churn.Snapshot);
        Assert.Empty((await ApplyAsync()).Values);
    }

    async Task<Scrape> ApplyAsync(params Snapshot[] snapshots)
    {
        _registry.Apply(snapshots);
        using var text = new MemoryStream();
        await _registry.WriteAsync(text, CancellationToken.None);
        return Scrape.Parse(Encoding.UTF8.GetString(text.ToArray()));
    }
}
