using System.Threading.Channels;
using ModelExporter.Engine.Metrics;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Records;
using ModelExporter.Engine.Status;
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
    readonly TroubleWatch _watch;
    readonly Task _running;
    long _failures;
    long _records;

    public ModelLoop(ModelMonitor monitor, TimeProvider time, ILogger<ModelLoop> logger)
    {
        Monitor = monitor;
        _time = time;
        _logger = logger;
        _watch = new TroubleWatch(time);
        _running = Task.Run(RunAsync);
    }

    public ModelMonitor Monitor { get; }

    public string Model => Monitor.Config.Name;

    /// <summary>Batches that wait in the channel.</summary>
    public int Queued => _channel.Reader.Count;

    public bool IsFull => Queued >= Capacity;

    /// <summary>Batches and answers that came to nothing because of a fault in the program.</summary>
    public long Failures => Interlocked.Read(ref _failures);

    /// <summary>Rows applied.</summary>
    public long Records => Interlocked.Read(ref _records);

    /// <summary>The last snapshot, for a scrape that cannot wait for a new one.</summary>
    public Snapshot? LastSnapshot { get; private set; }

    public ValueTask PostAsync(RecordBatch batch, CancellationToken cancellation) => _channel.Writer.WriteAsync(new Message(batch, null), cancellation);

    /// <summary>The model's samples, after everything that was posted before.</summary>
    public Task<Snapshot> SnapshotAsync(CancellationToken cancellation) => AskAsync(monitor => LastSnapshot = SnapshotBuilder.Build(monitor), cancellation);

    /// <summary>What people want to know of the model, after everything that was posted before.</summary>
    public Task<ModelStatus> StatusAsync(CancellationToken cancellation) => AskAsync(StatusBuilder.Build, cancellation);

    /// <summary>Asks for the model's state as it will be after everything that was posted before. What this ends with is the capture, which may take a while.</summary>
    public async ValueTask<Task<ModelCapture>> PostCaptureAsync()
    {
        var question = new Question<ModelCapture>(monitor =>
        {
            long started = _time.GetTimestamp();
            return new ModelCapture(monitor.Capture(), _time.GetElapsedTime(started));
        });
        await _channel.Writer.WriteAsync(new Message(null, question));
        return question.Reply;
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
                else Answer(message.Question!);
            }
            catch (Exception e)
            {
                // A fault in the program must cost this batch at most, not the model, and never the other models.
                Interlocked.Increment(ref _failures);
                Log.Failed(_logger, e, Model);
                message.Question?.Fail(e);
            }
        }
    }

    void Apply(RecordBatch batch)
    {
        long now = Clock.Microseconds(_time);
        long started = _time.GetTimestamp();
        try
        {
            Monitor.Apply(batch, now);
            Monitor.Advance(now);
            Interlocked.Add(ref _records, batch.Count);
            _watch.Applied(Monitor, _time.GetElapsedTime(started));
        }
        finally
        {
            batch.Release();
        }
    }

    void Answer(IQuestion question)
    {
        Monitor.Advance(Clock.Microseconds(_time));
        question.Answer(Monitor);
    }

    async Task<T> AskAsync<T>(Func<ModelMonitor, T> read, CancellationToken cancellation)
    {
        var question = new Question<T>(read);
        await _channel.Writer.WriteAsync(new Message(null, question), cancellation);
        return await question.Reply.WaitAsync(cancellation);
    }

    readonly record struct Message(RecordBatch? Batch, IQuestion? Question);

    /// <summary>Something that only the loop may read from the monitor.</summary>
    interface IQuestion
    {
        void Answer(ModelMonitor monitor);

        void Fail(Exception exception);
    }

    sealed class Question<T>(Func<ModelMonitor, T> read) : IQuestion
    {
        readonly TaskCompletionSource<T> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<T> Reply => _reply.Task;

        public void Answer(ModelMonitor monitor) => _reply.TrySetResult(read(monitor));

        public void Fail(Exception exception) => _reply.TrySetException(exception);
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A batch, a snapshot or a status failed; the model goes on without it. Please report this")]
        public static partial void Failed(ILogger logger, Exception exception, string model);
    }
}
