using Confluent.Kafka;
using Microsoft.Extensions.Logging.Abstractions;
using ModelExporter.Configuration;
using ModelExporter.Engine.Records;
using ModelExporter.Sources;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Kafka;

/// <summary>A Kafka source in this process, with inlets and checkpoints that a test holds in its hands.</summary>
sealed class SourceBench : IModelInlets, ICheckpoints, IAsyncDisposable
{
    readonly MockKafka _kafka;
    readonly KafkaSource _source;
    readonly CancellationTokenSource _stop = new();
    readonly Gate _gate = new(1);
    readonly Task _running;
    readonly List<long> _times = [];

    public SourceBench(MockKafka kafka, KafkaSourceConfig? config = null, bool areKept = false, SourcePositions? resume = null, IRecordDecoder? decoder = null)
    {
        (_kafka, AreKept) = (kafka, areKept);
        Counters = new SourceCounters("k");
        var source = new SourceConfig { Name = "k", Kafka = config ?? Config(kafka) };
        _source = new KafkaSource(source, decoder ?? new NativeDecoder(), this, Counters, resume ?? SourcePositions.None, this, TimeProvider.System, NullLoggerFactory.Instance);
        _running = _source.RunAsync(_stop.Token);
    }

    public SourceCounters Counters { get; }

    public bool AreKept { get; }

    public bool IsFull { get; set; }

    /// <summary>Whether a checkpoint can be written.</summary>
    public bool CanWrite { get; set; } = true;

    public int Written { get; private set; }

    /// <summary>The times of the rows that were handed over.</summary>
    public IReadOnlyList<long> Times
    {
        get { lock (_times) return [.. _times]; }
    }

    public static KafkaSourceConfig Config(MockKafka kafka, params (string Name, string Value)[] settings)
    {
        var all = MockKafka.QuickGroup.ToDictionary(s => s.Key, s => new KafkaSetting(s.Value, null, null));
        foreach (var (name, value) in settings.Append(("bootstrap.servers", kafka.BootstrapServers)).Append(("group.id", "exporters"))) all[name] = new KafkaSetting(value, null, null);
        return new KafkaSourceConfig { Topics = ["log"], Config = all };
    }

    public RecordRouter NewRouter(string? defaultModel) => new(["churn"], defaultModel, [], seed: 1);

    public ValueTask TakeAsync(RecordRouter router, CancellationToken cancellation)
    {
        if (!router.TryTake(0, out var batch)) return ValueTask.CompletedTask;
        lock (_times)
            foreach (ref readonly var row in batch.Rows) _times.Add(row.Time);
        batch.Release();
        return ValueTask.CompletedTask;
    }

    public ValueTask<IDisposable> EnterAsync(CancellationToken cancellation) => _gate.EnterAsync(cancellation);

    /// <summary>As the exporter's checkpoints do: the gate is closed for the positions, and what was written is told.</summary>
    public async Task<bool> WriteAsync(CancellationToken cancellation)
    {
        if (!CanWrite) return false;
        SourcePositions positions;
        using (await _gate.CloseAsync()) positions = _source.Positions;
        _source.Kept(positions);
        Written++;
        return true;
    }

    public Task ReadAsync(int rows) => Eventually.GetAsync(() => Times.Count, n => n >= rows);

    /// <summary>What the group has committed of the topic's first partition; a negative number = nothing.</summary>
    public long Committed()
    {
        using var consumer = new ConsumerBuilder<Ignore, Ignore>(new ConsumerConfig { BootstrapServers = _kafka.BootstrapServers, GroupId = "exporters" }).Build();
        return consumer.Committed([new TopicPartition("log", 0)], BuiltProgram.Patience)[0].Offset.Value;
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(BuiltProgram.Patience);
    }

    public async ValueTask DisposeAsync()
    {
        IsFull = false;
        await StopAsync();
        _stop.Dispose();
    }
}
