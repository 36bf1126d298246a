using System.Text;
using ModelExporter.Engine.Records;
using ModelExporter.Exposition;
using ModelExporter.Pipeline;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Pipeline;

public sealed class LogReplayTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Replay_LogsInAnyOrder_SaysTheSame()
    {
        string[] logs =
        [
            _folder.Write("a.jsonl", ChurnLog.Predictions(0, 300)),
            // The same moments, other records.
            _folder.Write("b.jsonl", ChurnLog.Predictions(0, 300).Select(l => l.Replace("\"p", "\"q", StringComparison.Ordinal).Replace("basic", "gold", StringComparison.Ordinal))),
            _folder.Write("labels.jsonl", ChurnLog.Labels(0, 300)),
        ];
        string expected = await TextAsync(ChurnLog.Config, logs);
        Assert.Equal(expected, await TextAsync(ChurnLog.Config, [logs[2], logs[1], logs[0]]));
        Assert.Equal(expected, await TextAsync(ChurnLog.Config, [logs[1], logs[0], logs[2]]));
        Assert.Equal(300, Scrape.Parse(expected)["model_labels_joined_total{model=\"churn\",model_version=\"v1\"}"]);
    }

    [Fact]
    public async Task Replay_GzipOfTheLog_SaysTheSame()
    {
        string plain = _folder.Write("log.jsonl", ChurnLog.Both(0, 300));
        string gzip = _folder.Write("log.jsonl.gz", TestFolder.Gzip(ChurnLog.Both(0, 300)));
        Assert.Equal(await TextAsync(ChurnLog.Config, plain), await TextAsync(ChurnLog.Config, gzip));
    }

    [Fact]
    public async Task Replay_GzipIsCut_TakesTheWholeLinesAndSaysSo()
    {
        byte[] whole = TestFolder.Gzip(ChurnLog.Predictions(0, 1000));
        string cut = _folder.Write("cut.gz", whole[..(whole.Length / 2)]);
        var replay = await RunAsync(ChurnLog.Config, cut);
        Assert.Equal(cut, Assert.Single(replay.Faults).Path);
        Assert.InRange(replay.Accepted, 1, 999);
        Assert.All(replay.Rejected, count => Assert.Equal(0, count));
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(300_000)]
    public async Task Replay_LineOverTheLimit_IsRejectedAndTheRestIsRead(int length)
    {
        string config = ChurnLog.Following("elsewhere").Replace("      paths:", "      max_line_bytes: 4KiB\n      paths:", StringComparison.Ordinal);
        string log = _folder.Write("log.jsonl", [ChurnLog.Prediction(0), new string(' ', length) + ChurnLog.Prediction(1), ChurnLog.Prediction(2), new string(' ', length) + ChurnLog.Prediction(3)]);
        var replay = await RunAsync(config, log);
        Assert.Equal((2, 2), (replay.Accepted, replay.Rejected[(int)RejectReason.TooLong]));
        Assert.Empty(replay.Faults);
    }

    [Fact]
    public async Task Replay_LastLineHasNoNewline_IsReadToo()
    {
        string log = _folder.Write("log.jsonl", ChurnLog.Prediction(0) + "\n" + ChurnLog.Prediction(1));
        Assert.Equal(2, (await RunAsync(ChurnLog.Config, log)).Accepted);
    }

    [Fact]
    public async Task Replay_FlatRecordsThatNameNoModel_AreReadAsTheirSourceSays()
    {
        string log = _folder.Write("app-1.jsonl", Enumerable.Range(0, 100).Select(i => $$"""{"age":{{i}},"prediction":{{i % 2}}}"""));
        string config = $$"""
            sources:
              - name: other
                file: {paths: [x]}
              - name: app
                model: churn
                flat: true
                file:
                  paths: [{{_folder["app-*.jsonl"]}}]
            {{ChurnLog.Config}}  - name: another
                task: regression
            """;
        var scrape = Scrape.Parse(await TextAsync(config, log));
        Assert.Equal(100, scrape.Sum("model_predictions_total", "churn"));
        Assert.Equal(50, scrape.Sum("model_feature_baseline_values", "feature=\"age\""));
    }

    async Task<LogReplay> RunAsync(string config, params string[] logs)
    {
        var (plan, _, errors) = Exporter.Load(_folder.Write("config.yml", config));
        Assert.Empty(errors);
        var replay = new LogReplay(plan!, TimeProvider.System);
        await replay.RunAsync(logs, null, CancellationToken.None);
        return replay;
    }

    async Task<string> TextAsync(string config, params string[] logs)
    {
        var replay = await RunAsync(config, logs);
        Assert.Empty(replay.Faults);
        var registry = new ModelRegistry();
        registry.Apply(replay.Snapshots());
        using var text = new MemoryStream();
        await registry.WriteAsync(text, CancellationToken.None);
        return Encoding.UTF8.GetString(text.ToArray());
    }
}
