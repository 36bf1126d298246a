using Confluent.Kafka;
using ModelExporter.Benchmarks.Logs;

namespace ModelExporter.Benchmarks.Kafka;

/// <summary>librdkafka's mock cluster with a generated log in it, for another process. It lives until its standard input ends.</summary>
static class Broker
{
    /// <summary>Topics of four partitions, which is what the mock makes of a new one; each partition holds 5 MiB.</summary>
    public const int Topics = 16;

    const int Chunk = 1_000;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(int records, CancellationToken cancellation)
    {
        var settings = new Dictionary<string, string> { ["test.mock.num.brokers"] = "1", ["compression.type"] = "zstd", ["linger.ms"] = "50", ["queue.buffering.max.messages"] = "1000000" };
        using var producer = new ProducerBuilder<Null, byte[]>(settings).SetLogHandler((_, _) => { }).Build();
        var log = new LogGenerator(LogForm.Compact);
        for (int written = 0; written < records;)
        {
            var rest = log.Next(Chunk);
            for (; !rest.IsEmpty && written < records; written++)
            {
                int length = rest.Span.IndexOf((byte)'\n');
                producer.Produce($"{BrokerProcess.Prefix}{written % Topics}", new Message<Null, byte[]> { Value = rest[..length].ToArray() });
                rest = rest[(length + 1)..];
            }
            producer.Poll(TimeSpan.Zero);
        }
        producer.Flush(Patience);
        using var admin = new DependentAdminClientBuilder(producer.Handle).Build();
        var broker = admin.GetMetadata(Patience).Brokers[0];
        await Console.Out.WriteLineAsync($"{broker.Host}:{broker.Port}");
        await Console.In.ReadToEndAsync(cancellation);
    }
}
