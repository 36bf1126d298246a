using System.Threading.Channels;
using ModelExporter.Engine.Metrics;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Records;
using ModelExporter.Sources;

namespace ModelExporter.Pipeline;

/// <summary>One model, one channel of batches, one loop: the only thread that touches the model's state.</summary>
public sealed partial class ModelLoop
{
    /// <summary>Batches that wait; a source that brings more has to wait itself.</summary>
    public const int Capacity = 8;

    readonly Channel<Message> _channel = Channel.CreateBounded<Message>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    readonly TimeProvider _time;
    readonly ILogger _logger;
    readonly Task _running;
    long _failures;
    long _records;

    public ModelLoop(ModelMonitor monitor, TimeProvider time, ILogger<ModelLoop> logger)
    {
        Monitor = monitor;
        _time = time;
        _logger = logger;
        _running = Task.Run(RunAsync);
    }

    public ModelMonitor Monitor { get; }

    public string Model => Monitor.Config.Name;

    /// <summary>Batches that wait in the channel.</summary>
    public int Queued => _channel.Reader.Count;

    public bool IsFull => Queued >= Capacity;

    /// <summary>Batches that could not be applied because of a fault in the program.</summary>
    public long Failures => Interlocked.Read(ref _failures);

    /// <summary>Rows applied.</summary>
    public long Records => Interlocked.Read(ref _records);

    /// <summary>The last snapshot, for a scrape that cannot wait for a new one.</summary>
    public Snapshot? LastSnapshot { get; private set; }

    public ValueTask PostAsync(RecordBatch batch, CancellationToken cancellation) => _channel.Writer.WriteAsync(new Message(batch, null), cancellation);

    /// <summary>The model's samples, after everything that was posted before.</summary>
    public async Task<Snapshot> SnapshotAsync(CancellationToken cancellation)
    {
        var reply = new TaskCompletionSource<Snapshot>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _channel.Writer.WriteAsync(new Message(null, reply), cancellation);
        return await reply.Task.WaitAsync(cancellation);
    }

    /// <summary>Takes in what is queued and stops; the monitor is then the caller's.</summary>
    public Task StopAsync()
    {
        _channel.Writer.TryComplete();
        return _running;
    }

    async Task RunAsync()
    {
        await foreach (var message in _channel.Reader.ReadAllAsync())
        {
            try
            {
                if (message.Batch is { } batch) Apply(batch);
                else message.Reply!.TrySetResult(LastSnapshot = TakeSnapshot());
            }
            catch (Exception e)
            {
                // A fault in the program must cost this batch at most, not the model, and never the other models.
                Interlocked.Increment(ref _failures);
                Log.Failed(_logger, e, Model);
                message.Reply?.TrySetException(e);
            }
        }
    }

    void Apply(RecordBatch batch)
    {
        long now = Clock.Microseconds(_time);
        try
        {
            Monitor.Apply(batch, now);
            Monitor.Advance(now);
            Interlocked.Add(ref _records, batch.Count);
        }
        finally
        {
            batch.Release();
        }
    }

    Snapshot TakeSnapshot()
    {
        Monitor.Advance(Clock.Microseconds(_time));
        return SnapshotBuilder.Build(Monitor);
    }

    readonly record struct Message(RecordBatch? Batch, TaskCompletionSource<Snapshot>? Reply);

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A batch or a snapshot failed; the model goes on without it. Please report this")]
        public static partial void Failed(ILogger logger, Exception exception, string model);
    }
}
