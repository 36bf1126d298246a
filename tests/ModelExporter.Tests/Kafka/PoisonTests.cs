using System.Text;
using System.Text.Json;
using Confluent.Kafka;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Kafka;

/// <summary>Messages that are no records: each is counted by its reason, copied where the config says, and holds nothing up.</summary>
public sealed class PoisonTests : IDisposable
{
    const string Predictions = "model_predictions_total";
    const string Records = "modelexporter_records_total";
    const string Lag = "modelexporter_kafka_consumer_lag_records";
    const string Letters = "modelexporter_kafka_dead_letters_total";

    static readonly byte[] Malformed = "{\"id\":"u8.ToArray();

    readonly TestFolder _folder = new();
    readonly MockKafka _kafka = new();

    public void Dispose()
    {
        _kafka.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_PoisonAmongRecords_IsCountedAndWrittenToTheFile()
    {
        _kafka.CreateTopic("log", 1);
        _kafka.Produce("log", 1, ChurnLog.Predictions(0, 10));
        Produce(null, [], Malformed, new byte[20 << 20], Encoding.UTF8.GetBytes(ChurnLog.Label(3)));
        _kafka.Produce("log", 1, ChurnLog.Predictions(10, 10));
        await using var exporter = await ExporterProcess.StartAsync(
            _folder.Write("config.yml", KafkaConfig.Of(_kafka, keys: $"records: predictions\n      dead_letter: {{file: {_folder["dead.jsonl"]}}}")));

        Assert.Equal(20, (await exporter.ScrapeUntilAsync(s => s.Sum(Predictions) >= 20)).Sum(Predictions));
        var own = await exporter.OwnUntilAsync(s => s.Sum(Letters, "written") >= 5);
        Assert.Equal(
            (2, 1, 1, 1, 20), (own.Sum(Records, "no_value"), own.Sum(Records, "malformed_json"), own.Sum(Records, "too_long"), own.Sum(Records, "not_a_prediction"), own.Sum(Records, "accepted")));
        Assert.Equal((5, 0), (own.Sum(Letters, "written"), own.Sum(Letters, "dropped")));
        // As old as the client's last statistics.
        Assert.Equal(0, (await exporter.OwnUntilAsync(s => s.Sum(Lag) == 0)).Sum(Lag));

        var letters = File.ReadLines(_folder["dead.jsonl"]).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["no_value", "no_value", "malformed_json", "too_long", "not_a_prediction"], letters.Select(l => l.GetProperty("reason").GetString()));
        Assert.Equal([10, 11, 12, 13, 14], letters.Select(l => l.GetProperty("offset").GetInt64()));
        Assert.All(letters, l => Assert.Equal(("log", 0), (l.GetProperty("topic").GetString(), l.GetProperty("partition").GetInt32())));
        Assert.Equal(Malformed, letters[2].GetProperty("payload").GetBytesFromBase64());
        Assert.False(letters[3].TryGetProperty("payload", out _));
        Assert.True(letters[2].GetProperty("timestamp").GetDateTime() > DateTime.UtcNow.AddHours(-1));
    }

    [Fact]
    public async Task Run_DeadLetterTopic_HasTheMessage()
    {
        _kafka.CreateTopic("log", 1);
        _kafka.CreateTopic("dead", 1);
        Produce(Malformed);
        await using var exporter = await ExporterProcess.StartAsync(_folder.Write("config.yml", KafkaConfig.Of(_kafka, keys: "dead_letter: {topic: dead}")));

        Assert.Equal(1, (await exporter.OwnUntilAsync(s => s.Sum(Letters, "written") >= 1)).Sum(Letters, "written"));
        var letter = JsonDocument.Parse(Assert.Single(_kafka.Read("dead", 1))).RootElement;
        Assert.Equal(("malformed_json", Convert.ToBase64String(Malformed)), (letter.GetProperty("reason").GetString(), letter.GetProperty("payload").GetString()));
    }

    [Fact]
    public async Task Run_DeadLetterFileCannotBeWritten_DropsAndReadsOn()
    {
        _kafka.CreateTopic("log", 1);
        Produce(Malformed, Malformed);
        _kafka.Produce("log", 1, ChurnLog.Predictions(0, 10));
        await using var exporter = await ExporterProcess.StartAsync(_folder.Write("config.yml", KafkaConfig.Of(_kafka, keys: $"dead_letter: {{file: {_folder["missing/dead.jsonl"]}}}")));

        Assert.Equal(10, (await exporter.ScrapeUntilAsync(s => s.Sum(Predictions) >= 10)).Sum(Predictions));
        Assert.Equal(2, (await exporter.OwnUntilAsync(s => s.Sum(Letters, "dropped") >= 2)).Sum(Letters, "dropped"));
        await exporter.LoggedAsync("cannot be copied to the file", "level=WARN");
    }

    void Produce(params byte[]?[] values) =>
        _kafka.Produce(values.Select(v => (new TopicPartition("log", 0), new Message<byte[]?, byte[]?> { Value = v })));
}
