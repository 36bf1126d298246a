using System.Diagnostics;
using System.Globalization;
using System.Text;
using ModelExporter.Engine.Metrics;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Rules;

/// <summary>What PromQL makes of the counters of two replicas that share a log is what one exporter says of the whole of it.</summary>
public sealed class FleetTests : IDisposable
{
    const int Rows = 3000;

    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RequiresToolFact(Promtool.Name)]
    public async Task Fleet_TwoReplicasThatShareALog_SayWhatOneExporterSaysOfAllOfIt()
    {
        var log = await DriftingLog.OfCustomersAsync(_folder);
        string[] lines = [.. log.Drifted.Take(Rows).Select(r => r.ToJsonString())];
        string config = await ConfigAsync(log);
        var whole = await ScrapeAsync(config, lines);
        var first = await ScrapeAsync(config, lines.Where((_, i) => i % 3 == 0));
        var second = await ScrapeAsync(config, lines.Where((_, i) => i % 3 != 0));
        // The premise: each of them has a share, and the model is no longer what it was.
        Assert.Equal((Rows, Rows / 3), (whole.Sum("model_labels_joined_total"), first.Sum("model_labels_joined_total")));
        string version = $"model=\"{log.Model}\",model_version=\"{log.Version}\"";
        var expected = new Dictionary<string, double>
        {
            [$"model_version:model_accuracy_ratio:increase1h{{{version}}}"] = whole[$"model_accuracy_ratio{{{version},window=\"last_100000\"}}"]!.Value,
        };
        foreach (string feature in log.Drifted[0]["features"]!.AsObject().Select(f => f.Key).Append("prediction.score").Append("label"))
        {
            string Windowed(string metric) => $"{metric}{{{version},window=\"last_100000\",feature=\"{feature}\"}}";
            expected[$"model_feature:model_feature_psi:increase1h{{{version},feature=\"{feature}\"}}"] = whole[Windowed("model_feature_psi")]!.Value;
            expected[$"model_feature:model_feature_js_distance:increase1h{{{version},feature=\"{feature}\"}}"] = whole[Windowed("model_feature_js_distance")]!.Value;
        }
        Assert.Contains(expected, e => e.Key.Contains("psi", StringComparison.Ordinal) && e.Value > 0.001);

        await AssertRecordedAsync(expected, first, second);
    }

    /// <summary>Lets Prometheus' own engine run the shipped rules over both scrapes: nothing for a while, then all that was counted.</summary>
    async Task AssertRecordedAsync(Dictionary<string, double> expected, params Scrape[] replicas)
    {
        var counters = MetricCatalogue.All.Where(f => f.Type == MetricType.Counter).Select(f => f.Name).ToHashSet();
        var test = new StringBuilder($"rule_files: [{string.Join(", ", RuleFiles.Paths.Where(p => p.Contains("recording", StringComparison.Ordinal)))}]\nevaluation_interval: 1m\ntests:\n  - interval: 1m\n    input_series:\n");
        foreach (var (replica, scrape) in replicas.Index())
            foreach (var (series, value) in scrape.Values.Where(s => double.IsFinite(s.Value)))
            {
                string number = value.ToString("R", CultureInfo.InvariantCulture);
                string values = counters.Contains(series.Split('{')[0]) ? $"0x20 {number}x60" : $"{number}x80";
                test.Append(CultureInfo.InvariantCulture, $"      - series: '{series.Replace("{", $"{{instance=\"{replica}\",", StringComparison.Ordinal)}'\n        values: '{values}'\n");
            }
        test.Append("    promql_expr_test:\n");
        foreach (var (series, value) in expected)
            test.Append(CultureInfo.InvariantCulture, $"      - expr: 'abs({series} - {value:R}) < bool 1e-6'\n        eval_time: 50m\n        exp_samples: [{{labels: '{series[series.IndexOf('{', StringComparison.Ordinal)..]}', value: 1}}]\n");
        var start = new ProcessStartInfo(Promtool.Name, ["test", "rules", _folder.Write("fleet.test.yml", test.ToString())]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var finished = await Finished.RunAsync(start);
        Assert.True(finished.ExitCode == 0, finished.Output + finished.Error);
    }

    async Task<Scrape> ScrapeAsync(string config, IEnumerable<string> lines)
    {
        await using var exporter = await ExporterProcess.StartAsync(config);
        var before = await exporter.ScrapeAsync();
        Assert.Equal(0, before.Sum("model_feature_bin_observations_total"));
        (await exporter.Main.PostAsync("/v1/records", new StringContent(string.Join('\n', lines), Encoding.UTF8, "application/x-ndjson"))).EnsureSuccessStatusCode();
        return await exporter.ScrapeAsync();
    }

    async Task<string> ConfigAsync(DriftingLog log)
    {
        await log.WriteBaselineAsync(_folder);
        return _folder.Write("config.yml", log.Config("clock: event", "windows: [last_100000]"));
    }
}
