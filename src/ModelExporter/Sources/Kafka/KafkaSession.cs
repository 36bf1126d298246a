using Confluent.Kafka;

namespace ModelExporter.Sources.Kafka;

/// <summary>
/// One client from its first connection to its last: polls messages, hands what they hold over and commits how far it came. All of it, and every
/// call that the client makes back, is on one thread.
/// </summary>
sealed partial class KafkaSession : IDisposable
{
    /// <summary>How long a poll waits for a message.</summary>
    const int PollMilliseconds = 100;

    /// <summary>Messages after which it hands over, even if they hold nothing.</summary>
    const int MaxMessages = 4096;

    readonly KafkaParts _parts;
    readonly MessageDecoder _decoder;
    readonly PartitionPositions _positions;
    readonly KafkaTroubles _troubles;
    readonly IConsumer<MessageBuffer, MessageBuffer> _consumer;
    readonly StartOffsets _starts;
    readonly OffsetCommits _commits;
    int _messages;

    public KafkaSession(KafkaParts parts, KafkaClientConfig settings, MessageDecoder decoder)
    {
        (_parts, _settings, _decoder, _positions, _troubles) = (parts, settings, decoder, parts.Positions, parts.Troubles);
        _consumer = new ConsumerBuilder<MessageBuffer, MessageBuffer>(settings.Consumer(decoder.Fields))
            .SetKeyDeserializer(decoder.Key)
            .SetValueDeserializer(decoder.Value)
            .SetErrorHandler((_, error) => OnError(error))
            .SetLogHandler((_, line) => OnLog(line))
            .SetStatisticsHandler((_, json) => OnStatistics(json))
            .SetPartitionsAssignedHandler((_, partitions) => OnAssigned(partitions))
            .SetPartitionsRevokedHandler((_, partitions) => OnRevoked(partitions))
            .SetPartitionsLostHandler((_, partitions) => OnLost(partitions))
            .Build();
        _starts = new StartOffsets(_consumer, parts.Config.Start, _positions);
        _commits = new OffsetCommits(_consumer, _positions, _troubles, settings.CommitEvery, parts.Time);
    }

    /// <summary>Reads until cancelled, then leaves the group.</summary>
    /// <exception cref="KafkaException">The client gave up for good.</exception>
    public void Run(CancellationToken cancellation)
    {
        _consumer.Subscribe(_parts.Config.Topics);
        while (!cancellation.IsCancellationRequested)
        {
            bool isDecoded = _messages > 0;
            bool isNew = Poll(isDecoded ? 0 : PollMilliseconds);
            if (_decoder.Router.NeedsDrain || _messages >= MaxMessages || (isDecoded && !isNew)) HandOver(Rest, cancellation);
            if (_fatal is { } fatal) throw new KafkaException(fatal);
            MoveOn(cancellation);
            if (_parts.Checkpoints.AreKept) _commits.CommitSafe(_parts.TakeSafe());
            else _commits.CommitReached();
            Check();
        }
        // It gives the partitions back, and so comes by OnRevoked.
        _consumer.Close();
    }

    public void Dispose()
    {
        _consumer.Dispose();
        using (Enter()) _positions.ReleaseAll();
    }

    /// <summary>Takes a message, if one comes in time, or what the client has to say.</summary>
    bool Poll(int milliseconds)
    {
        ConsumeResult<MessageBuffer, MessageBuffer>? result;
        try
        {
            result = _consumer.Consume(milliseconds);
        }
        catch (ConsumeException e)
        {
            OnConsumeError(e);
            return true;
        }
        if (result is null) return false;
        _decoder.Decode(result);
        _positions.Decoded(_decoder.TopicOf(result), result.Partition.Value, result.Offset.Value + 1);
        _messages++;
        if (_troubles.About(KafkaError.Authorization).Count > 0) _troubles.Over(KafkaError.Authorization, _decoder.TopicOf(result));
        return true;
    }

    /// <summary>Hands over what was decoded, when there is room for it.</summary>
    /// <param name="rest">What to do for a moment while there is none.</param>
    /// <param name="cancellation">Ends the waiting; what was decoded stays for when the partitions are given back.</param>
    void HandOver(Action<CancellationToken> rest, CancellationToken cancellation)
    {
        if (_messages == 0) return;
        while (_parts.Inlets.IsFull && !cancellation.IsCancellationRequested) rest(cancellation);
        Resume();
        if (cancellation.IsCancellationRequested) return;
        using (Enter())
        {
            Completed(_parts.Inlets.TakeAsync(_decoder.Router, CancellationToken.None));
            _decoder.Report();
            _positions.HandedOver();
        }
        _messages = 0;
    }

    IDisposable Enter() => _parts.Checkpoints.EnterAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <summary>Waits on the source's own thread, which has nothing else to do.</summary>
    static void Completed(ValueTask task)
    {
        if (task.IsCompletedSuccessfully) return;
        task.AsTask().GetAwaiter().GetResult();
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "librdkafka")]
        public static partial void Client(ILogger logger, string facility, string message);
    }
}
