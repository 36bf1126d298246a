using System.Runtime.InteropServices;
using Confluent.Kafka;

namespace ModelExporter.Tests.Kafka;

/// <summary>A cluster that speaks Kafka's protocol on ports of the loopback interface: librdkafka's mock, which other processes can reach and a test can break.</summary>
/// <remarks>
/// A partition keeps 5 MiB or 100,000 batches, the oldest go first. A group that loses a member rebalances after its session timeout less a second: see
/// <see cref="QuickGroup"/>. Not implemented: offsets by time, read_committed, SASL, TLS, compaction.
/// </remarks>
sealed class MockKafka : IDisposable
{
    readonly IntPtr _client;
    readonly IntPtr _cluster;
    readonly int _brokers;
    IProducer<byte[]?, byte[]?>? _producer;

    public MockKafka(int brokers = 1)
    {
        _brokers = brokers;
        _client = NativeMock.NewClient();
        _cluster = NativeMock.rd_kafka_mock_cluster_new(_client, brokers);
        BootstrapServers = Marshal.PtrToStringUTF8(NativeMock.rd_kafka_mock_cluster_bootstraps(_cluster))!;
        NativeMock.rd_kafka_mock_group_initial_rebalance_delay_ms(_cluster, 100);
    }

    /// <summary>Lines for the config of a consumer, so that a group needs a second or two to rebalance, and a lost broker is tried again soon.</summary>
    public static IReadOnlyDictionary<string, string> QuickGroup { get; } = new Dictionary<string, string>
    {
        ["session.timeout.ms"] = "3000",
        ["heartbeat.interval.ms"] = "200",
        ["reconnect.backoff.max.ms"] = "500",
        ["statistics.interval.ms"] = "200",
    };

    /// <summary>What <c>bootstrap.servers</c> takes.</summary>
    public string BootstrapServers { get; }

    public void CreateTopic(string topic, int partitions) => Check(NativeMock.rd_kafka_mock_topic_create(_cluster, topic, partitions, 1));

    /// <summary>Drops the messages of a partition before an offset, as retention does.</summary>
    public void DeleteBefore(string topic, int partition, long offset) => Check(NativeMock.rd_kafka_mock_partition_delete_records(_cluster, topic, partition, offset));

    /// <summary>Writes values, one partition after the other in turn.</summary>
    public void Produce(string topic, int partitions, IEnumerable<string> values) =>
        Produce(values.Select((value, i) => (new TopicPartition(topic, i % partitions), new Message<byte[]?, byte[]?> { Value = System.Text.Encoding.UTF8.GetBytes(value) })));

    /// <summary>Writes messages and returns when the cluster has them all.</summary>
    public void Produce(IEnumerable<(TopicPartition Partition, Message<byte[]?, byte[]?> Message)> messages)
    {
        _producer ??= new ProducerBuilder<byte[]?, byte[]?>(new ProducerConfig
        {
            BootstrapServers = BootstrapServers,
            CompressionType = CompressionType.Zstd,
            MessageMaxBytes = 64 << 20,
            QueueBufferingMaxMessages = 1_000_000,
            LingerMs = 20,
        }).SetKeySerializer(Serializers.ByteArray!).SetValueSerializer(Serializers.ByteArray!).Build();
        string? failure = null;
        foreach (var (partition, message) in messages)
            _producer.Produce(partition, message, report => failure ??= report.Error.IsError ? report.Error.Reason : null);
        if (_producer.Flush(EndToEnd.BuiltProgram.Patience) > 0 || failure is not null) throw new InvalidOperationException($"Not produced: {failure ?? "timed out"}");
    }

    /// <summary>How many messages a partition ever had.</summary>
    public long End(string topic, int partition)
    {
        using var consumer = new ConsumerBuilder<Ignore, Ignore>(new ConsumerConfig { BootstrapServers = BootstrapServers, GroupId = "asks" }).Build();
        return consumer.QueryWatermarkOffsets(new TopicPartition(topic, partition), EndToEnd.BuiltProgram.Patience).High.Value;
    }

    /// <summary>How many messages of a topic a group has read, as it has committed.</summary>
    public long Committed(string group, string topic, int partitions)
    {
        using var consumer = new ConsumerBuilder<Ignore, Ignore>(new ConsumerConfig { BootstrapServers = BootstrapServers, GroupId = group }).Build();
        return consumer.Committed(Enumerable.Range(0, partitions).Select(p => new TopicPartition(topic, p)), EndToEnd.BuiltProgram.Patience).Sum(o => Math.Max(0, o.Offset.Value));
    }

    /// <summary>Reads the first messages of a topic.</summary>
    public List<string> Read(string topic, int count)
    {
        using var consumer = new ConsumerBuilder<Ignore, byte[]>(new ConsumerConfig(QuickGroup.ToDictionary())
        {
            BootstrapServers = BootstrapServers,
            GroupId = "reader",
            AutoOffsetReset = AutoOffsetReset.Earliest,
        }).Build();
        consumer.Subscribe(topic);
        var read = new List<string>();
        while (read.Count < count && consumer.Consume(EndToEnd.BuiltProgram.Patience) is { } result) read.Add(System.Text.Encoding.UTF8.GetString(result.Message.Value));
        consumer.Close();
        return read;
    }

    /// <summary>Closes the brokers' ports; connections break.</summary>
    public void Break()
    {
        for (int broker = 1; broker <= _brokers; broker++) Check(NativeMock.rd_kafka_mock_broker_set_down(_cluster, broker));
    }

    /// <summary>Opens them again.</summary>
    public void Repair()
    {
        // A producer that was connected before may wait for answers that never come.
        _producer?.Dispose();
        _producer = null;
        for (int broker = 1; broker <= _brokers; broker++) Check(NativeMock.rd_kafka_mock_broker_set_up(_cluster, broker));
    }

    /// <summary>Lets the next requests of a kind fail with these errors, one each.</summary>
    public void FailRequests(RequestKind kind, params ErrorCode[] errors) =>
        NativeMock.rd_kafka_mock_push_request_errors_array(_cluster, (short)kind, errors.Length, [.. errors.Select(e => (int)e)]);

    /// <summary>Takes back what <see cref="FailRequests"/> has left.</summary>
    public void StopFailing(RequestKind kind) => NativeMock.rd_kafka_mock_clear_request_errors(_cluster, (short)kind);

    /// <summary>Lets whoever asks for a topic get an error.</summary>
    public void FailTopic(string topic, ErrorCode error) => NativeMock.rd_kafka_mock_topic_set_error(_cluster, topic, (int)error);

    public void Dispose()
    {
        _producer?.Dispose();
        NativeMock.rd_kafka_mock_cluster_destroy(_cluster);
        NativeMock.rd_kafka_destroy(_client);
    }

    static void Check(int error)
    {
        if (error != 0) throw new InvalidOperationException($"The mock cluster refused: {(ErrorCode)error}");
    }
}
