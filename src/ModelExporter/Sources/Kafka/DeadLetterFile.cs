using System.Threading.Channels;
using ModelExporter.Configuration;
using ModelExporter.Engine.Records;

namespace ModelExporter.Sources.Kafka;

/// <summary>Copies rejected messages to a file, a JSON object a line. What comes faster than it can be written, or would make the file too large, is dropped.</summary>
sealed partial class DeadLetterFile : IDeadLetters
{
    const int MaxQueued = 1000;
    const long MaxQueuedBytes = 16 << 20;

    readonly string _path;
    readonly int _maxBytes;
    readonly KafkaCounters _counters;
    readonly ILogger _logger;
    readonly Channel<ReadOnlyMemory<byte>> _queue = Channel.CreateBounded<ReadOnlyMemory<byte>>(MaxQueued);
    readonly Task _writing;
    long _queuedBytes;
    bool _isTold;

    public DeadLetterFile(DeadLetterConfig config, KafkaCounters counters, ILogger logger)
    {
        (_path, _maxBytes, _counters, _logger) = (config.File!, config.MaxBytes, counters, logger);
        _writing = WriteAsync();
    }

    public void Add(Message message, RejectReason reason, ReadOnlySpan<byte> payload)
    {
        var letter = Interlocked.Read(ref _queuedBytes) < MaxQueuedBytes ? DeadLetter.Of(message, reason, payload) : default;
        Interlocked.Add(ref _queuedBytes, letter.Length);
        if (!letter.IsEmpty && _queue.Writer.TryWrite(letter)) return;
        Interlocked.Add(ref _queuedBytes, -letter.Length);
        _counters.LetterDropped();
    }

    public void Dispose()
    {
        _queue.Writer.Complete();
        _writing.Wait();
    }

    async Task WriteAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            ReadOnlyMemory<byte> letter = default;
            try
            {
                // Opened for every burst, so that whoever rotates it need not say so.
                await using var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
                while (_queue.Reader.TryRead(out letter)) await WriteAsync(file, letter);
                await file.FlushAsync();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (!_isTold) Log.NotWritten(_logger, _path, e.Message);
                _isTold = true;
                if (!letter.IsEmpty) Drop(letter);
                while (_queue.Reader.TryRead(out letter)) Drop(letter);
            }
        }
    }

    async Task WriteAsync(FileStream file, ReadOnlyMemory<byte> letter)
    {
        if (file.Position + letter.Length >= _maxBytes)
        {
            Drop(letter);
            return;
        }
        await file.WriteAsync(letter);
        file.WriteByte((byte)'\n');
        Interlocked.Add(ref _queuedBytes, -letter.Length);
        _counters.LetterWritten();
    }

    void Drop(ReadOnlyMemory<byte> letter)
    {
        Interlocked.Add(ref _queuedBytes, -letter.Length);
        _counters.LetterDropped();
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Rejected messages cannot be copied to the file")]
        public static partial void NotWritten(ILogger logger, string path, string reason);
    }
}
