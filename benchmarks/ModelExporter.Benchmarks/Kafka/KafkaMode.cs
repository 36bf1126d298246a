using System.Globalization;
using Confluent.Kafka;
using Microsoft.Extensions.Logging.Abstractions;
using ModelExporter.Benchmarks.Logs;
using ModelExporter.Configuration;
using ModelExporter.Engine.Config;
using ModelExporter.Pipeline;

namespace ModelExporter.Benchmarks.Kafka;

/// <summary>The exporter's way from Kafka to the windows, against a consumer that does nothing with what it gets. They take turns on the same messages.</summary>
static class KafkaMode
{
    static readonly string[] Stages = ["raw, client's defaults", "raw, exporter's settings", "exporter"];

    static int _groups;

    public static async Task RunAsync(int records, int rounds, CancellationToken cancellation)
    {
        using var broker = await BrokerProcess.StartAsync(records, cancellation);
        var results = Stages.Select(_ => new Consumption[rounds]).ToArray();
        for (int round = -1; round < rounds; round++)
        {
            Consumption[] now = [Raw(broker, records, []), Raw(broker, records, Settings), await ExporterAsync(broker, records)];
            if (round < 0) continue;
            for (int i = 0; i < now.Length; i++) results[i][round] = now[i];
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{records} records in {Broker.Topics * 4} partitions, {rounds} rounds; x raw: of each round to its \"{Stages[1]}\", median"));
        Console.WriteLine($"{"stage",-26}{"records/s",12}{"x raw",8}{"CPU us/record",16}{"x raw",8}");
        for (int i = 0; i < Stages.Length; i++) Print(Stages[i], results[i], results[1]);
    }

    /// <summary>As documented in docs/kafka.md.</summary>
    static IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("fetch.queue.backoff.ms", "5"), new("queued.min.messages", "1000"), new("queued.max.messages.kbytes", "8192"),
        new("partition.assignment.strategy", "cooperative-sticky"),
    ];

    static Consumption Raw(BrokerProcess broker, int records, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var all = new Dictionary<string, string>(settings)
        {
            ["bootstrap.servers"] = broker.BootstrapServers,
            ["group.id"] = $"raw-{_groups++}",
            ["auto.offset.reset"] = "earliest",
            ["enable.auto.commit"] = "false",
        };
        using var consumer = new ConsumerBuilder<Ignore, byte[]>(all).Build();
        consumer.Subscribe($"^{BrokerProcess.Prefix}.*");
        long consumed = 0;
        var result = Consumption.Measure(records, () => consumed += consumer.Consume(100) is null ? 0 : 1);
        consumer.Close();
        return result;
    }

    static async Task<Consumption> ExporterAsync(BrokerProcess broker, int records)
    {
        var kafka = new KafkaSourceConfig
        {
            Topics = [$"^{BrokerProcess.Prefix}.*"],
            Config = new Dictionary<string, KafkaSetting>
            {
                ["bootstrap.servers"] = new(broker.BootstrapServers, null, null),
                ["group.id"] = new($"exporter-{_groups++}", null, null),
            },
        };
        var config = new ExporterConfig
        {
            Sources = [new SourceConfig { Name = "log", Kafka = kafka }],
            Models = [MonitorSetup.Config(LogGenerator.DefaultModel) with { Clock = ClockKind.Event }],
        };
        var pipeline = MonitoringPipeline.Start(new Plan(config, [null]), PipelineState.Fresh(), store: null, TimeProvider.System, NullLoggerFactory.Instance);
        var loop = pipeline.Loops[0];
        var result = Consumption.Measure(records, () =>
        {
            Thread.Sleep(1);
            return loop.Records;
        });
        await pipeline.StopAsync();
        return result;
    }

    static void Print(string stage, Consumption[] own, Consumption[] raw) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{stage,-26}{Median(own.Select(c => c.PerSecond)),12:0}{Median(own.Zip(raw, (o, r) => o.PerSecond / r.PerSecond)),8:0.00}{Median(own.Select(c => c.ProcessorMicroseconds)),16:0.00}{Median(own.Zip(raw, (o, r) => o.ProcessorMicroseconds / r.ProcessorMicroseconds)),8:0.00}"));

    static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
