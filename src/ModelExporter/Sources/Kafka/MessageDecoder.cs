using Confluent.Kafka;
using ModelExporter.Configuration;
using ModelExporter.Engine.Records;

namespace ModelExporter.Sources.Kafka;

/// <summary>Decodes messages into a router. One thread.</summary>
sealed class MessageDecoder
{
    const int MaxKeyBytes = 1 << 20;

    readonly KafkaSourceConfig _config;
    readonly IRecordDecoder _decoder;
    readonly RecordRouter _router;
    readonly RouterMeter _meter;
    readonly SourceCounters _counters;
    readonly IDeadLetters? _letters;
    readonly TimeProvider _time;
    readonly Message _message = new();
    readonly string? _onlyTopic;
    RejectReason _rejected;

    public MessageDecoder(KafkaSourceConfig config, IRecordDecoder decoder, RecordRouter router, SourceCounters counters, IDeadLetters? letters, TimeProvider time)
    {
        (_config, _decoder, _router, _counters, _letters, _time) = (config, decoder, router, counters, letters, time);
        _meter = new RouterMeter(router, counters);
        _router.OnReject += reason => _rejected = reason;
        _onlyTopic = config.Topics is [var topic] && !topic.StartsWith('^') ? topic : null;
        Value = new MessageBuffer(config.MaxMessageBytes);
    }

    /// <summary>Where the client puts the keys.</summary>
    public MessageBuffer Key { get; } = new(MaxKeyBytes);

    /// <summary>Where the client puts the values.</summary>
    public MessageBuffer Value { get; }

    /// <summary>Which fields the client is to give with a message: each costs time and memory.</summary>
    public string Fields => (_onlyTopic is null ? "timestamp,topic" : "timestamp") + (_decoder.ReadsHeaders ? ",headers" : "");

    public RecordRouter Router => _router;

    /// <summary>The topic of a message; it is not told where there is only one.</summary>
    public string TopicOf<TKey, TValue>(ConsumeResult<TKey, TValue> result) => _onlyTopic ?? result.Topic ?? "";

    /// <summary>Decodes the message whose key and value the buffers hold.</summary>
    public void Decode(ConsumeResult<MessageBuffer, MessageBuffer> result)
    {
        Fill(result);
        var context = new PayloadContext(Clock.Microseconds(_time), _config.Records) { Message = _message };
        if (Value.IsTooLong) _router.Reject(RejectReason.TooLong);
        else if (Value.Bytes.IsEmpty) _router.Reject(RejectReason.NoValue);
        else _decoder.Decode(Value.Bytes, context, _router);
        if (_rejected == RejectReason.None) return;
        _counters.Examples.Note(_rejected, Value.Bytes);
        _letters?.Add(_message, _rejected, Value.Bytes);
        _rejected = RejectReason.None;
    }

    /// <summary>Carries what was counted over to the source's counters.</summary>
    public void Report() => _meter.Report();

    void Fill(ConsumeResult<MessageBuffer, MessageBuffer> result)
    {
        _message.Topic = TopicOf(result);
        _message.Partition = result.Partition.Value;
        _message.Offset = result.Offset.Value;
        var timestamp = result.Message.Timestamp;
        _message.Timestamp = timestamp.Type == TimestampType.NotAvailable ? null : timestamp.UnixTimestampMs * 1000;
        if (Key.Length < 0) _message.ClearKey();
        else _message.SetKey(Key.Bytes);
        _message.ClearHeaders();
        if (!_decoder.ReadsHeaders) return;
        foreach (var header in result.Message.Headers) _message.AddHeader(header.Key, header.GetValueBytes());
    }
}
