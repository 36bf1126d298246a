using Confluent.Kafka;
using ModelExporter.Configuration;
using ModelExporter.Engine.Records;
using ModelExporter.Sources;
using ModelExporter.Sources.Kafka;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Kafka;

public sealed class KafkaSourceTests : IDisposable
{
    readonly MockKafka _kafka = new();

    public KafkaSourceTests() => _kafka.CreateTopic("log", 1);

    public void Dispose() => _kafka.Dispose();

    [Fact]
    public async Task Message_WithEverything_IsThereForTheDecoder()
    {
        var time = new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc);
        var headers = new Headers { { "ce_type", "a"u8.ToArray() }, { "ce_id", "1"u8.ToArray() }, { "ce_type", "b"u8.ToArray() } };
        _kafka.Produce([(new TopicPartition("log", 0), new Message<byte[]?, byte[]?> { Key = "key"u8.ToArray(), Value = "value"u8.ToArray(), Headers = headers, Timestamp = new Timestamp(time) })]);
        var decoder = new RecordingDecoder();

        await using var bench = new SourceBench(_kafka, decoder: decoder);
        await Eventually.GetAsync(() => decoder.Seen.Count, n => n > 0);

        Assert.Equal($"log 0 0 {(time - DateTime.UnixEpoch).Ticks / 10} key=key ce_type=a ce_id=1 ce_type=b last=b: value", Assert.Single(decoder.Seen));
    }

    [Fact]
    public async Task Record_WithoutATime_HasThatOfItsMessage()
    {
        var time = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        byte[] record = """{"id":"a","prediction":1}"""u8.ToArray();
        _kafka.Produce([(new TopicPartition("log", 0), new Message<byte[]?, byte[]?> { Value = record, Timestamp = new Timestamp(time) })]);

        await using var bench = new SourceBench(_kafka);
        await bench.ReadAsync(1);

        Assert.Equal([(time - DateTime.UnixEpoch).Ticks / 10], bench.Times);
    }

    /// <summary>The group throws a member out that has not polled for 3 s.</summary>
    [Fact]
    public async Task Inlets_FullForLongerThanTheGroupWaits_KeepsItsPartitionsAndLosesNothing()
    {
        _kafka.Produce("log", 1, ChurnLog.Predictions(0, 20_000));
        await using var bench = new SourceBench(_kafka, SourceBench.Config(_kafka, ("max.poll.interval.ms", "3000"))) { IsFull = true };
        await Eventually.GetAsync(() => bench.Counters.Kafka!.Rebalances, n => n > 0);
        await Task.Delay(TimeSpan.FromSeconds(8));
        Assert.Empty(bench.Times);

        bench.IsFull = false;
        await bench.ReadAsync(20_000);

        Assert.Equal(20_000, bench.Times.Count);
        Assert.Equal((20_000, 1), (bench.Counters.Accepted, bench.Counters.Kafka!.Rebalances));
        Assert.All(KafkaErrors.All, e => Assert.Equal(0, bench.Counters.Kafka.Errors(e)));
    }

    [Fact]
    public async Task Checkpoint_Written_CommitsWhatItHas()
    {
        await using var bench = new SourceBench(_kafka, SourceBench.Config(_kafka, ("auto.commit.interval.ms", "100")), areKept: true);
        _kafka.Produce("log", 1, ChurnLog.Predictions(0, 10));
        await bench.ReadAsync(10);
        Assert.True(bench.Committed() < 0);

        await bench.WriteAsync(default);
        _kafka.Produce("log", 1, ChurnLog.Predictions(10, 10));
        await bench.ReadAsync(20);

        Assert.Equal(10, await Eventually.GetAsync(bench.Committed, n => n >= 10));
        Assert.Equal(10, bench.Committed());
    }

    [Theory]
    [InlineData(true, 10)]
    [InlineData(false, -1001)]
    public async Task Stopped_WithCheckpoints_CommitsOnlyWhatIsSafe(bool canWrite, long committed)
    {
        _kafka.Produce("log", 1, ChurnLog.Predictions(0, 10));
        await using var bench = new SourceBench(_kafka, areKept: true) { CanWrite = canWrite };
        await bench.ReadAsync(10);

        await bench.StopAsync();

        Assert.Equal((canWrite ? 1 : 0, committed), (bench.Written, bench.Committed()));
    }

    [Theory]
    [InlineData(3, 7)]
    [InlineData(7, 3)]
    public async Task Start_KnownToTheCheckpointAndToTheGroup_IsTheFurther(long own, long group)
    {
        _kafka.Produce("log", 1, ChurnLog.Predictions(0, 10));
        using (var consumer = new ConsumerBuilder<Ignore, Ignore>(new ConsumerConfig { BootstrapServers = _kafka.BootstrapServers, GroupId = "exporters" }).Build())
            consumer.Commit([new TopicPartitionOffset("log", 0, group)]);

        await using var bench = new SourceBench(_kafka, resume: new SourcePositions { Partitions = [new PartitionPosition("log", 0, own)] });
        await bench.ReadAsync(3);

        Assert.Equal(3, bench.Times.Count);
    }

    [Fact]
    public async Task Start_FromAnOlderCheckpoint_IsWhereThatWasWhateverTheGroupKnows()
    {
        _kafka.Produce("log", 1, ChurnLog.Predictions(0, 10));
        using (var consumer = new ConsumerBuilder<Ignore, Ignore>(new ConsumerConfig { BootstrapServers = _kafka.BootstrapServers, GroupId = "exporters" }).Build())
            consumer.Commit([new TopicPartitionOffset("log", 0, 7)]);

        await using var bench = new SourceBench(_kafka, resume: new SourcePositions { Partitions = [new PartitionPosition("log", 0, 4)], AreOfAnOlderCheckpoint = true });
        await bench.ReadAsync(6);

        Assert.Equal(6, bench.Times.Count);
    }

    [Fact]
    public async Task Start_Latest_ReadsOnlyWhatComes()
    {
        _kafka.Produce("log", 1, ChurnLog.Predictions(0, 10));
        await using var bench = new SourceBench(_kafka, SourceBench.Config(_kafka) with { Start = KafkaStart.Latest });
        await Eventually.GetAsync(() => bench.Counters.Kafka!.Rebalances, n => n > 0);
        await Eventually.GetAsync(() => bench.Counters.IsUp, up => up);

        _kafka.Produce("log", 1, ChurnLog.Predictions(10, 5));
        await bench.ReadAsync(5);

        Assert.Equal(5, bench.Times.Count);
    }

    sealed class RecordingDecoder : IRecordDecoder
    {
        public List<string> Seen { get; } = [];

        public bool ReadsHeaders => true;

        public void Decode(ReadOnlySpan<byte> payload, in PayloadContext context, RecordRouter rows)
        {
            var message = context.Message!;
            string headers = string.Join(' ', message.Headers.Select(h => $"{h.Name}={Text(h.Value.Span)}"));
            message.TryGetHeader("ce_type", out var last);
            Seen.Add($"{message.Topic} {message.Partition} {message.Offset} {message.Timestamp} key={Text(message.Key)} {headers} last={Text(last.Span)}: {Text(payload)}");
        }

        static string Text(ReadOnlySpan<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes);
    }
}
