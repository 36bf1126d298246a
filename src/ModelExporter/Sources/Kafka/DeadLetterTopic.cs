using Confluent.Kafka;
using ModelExporter.Engine.Records;

namespace ModelExporter.Sources.Kafka;

/// <summary>Copies rejected messages to a topic of the same brokers. The client's queue is bounded; what does not fit, or cannot be delivered, is dropped.</summary>
sealed class DeadLetterTopic : IDeadLetters
{
    static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(3);

    readonly string _topic;
    readonly KafkaCounters _counters;
    readonly IProducer<Null, byte[]> _producer;

    public DeadLetterTopic(string topic, KafkaClientConfig settings, KafkaCounters counters)
    {
        (_topic, _counters) = (topic, counters);
        // The consumer of the same brokers tells of trouble with them.
        _producer = new ProducerBuilder<Null, byte[]>(settings.Producer()).SetLogHandler((_, _) => { }).SetErrorHandler((_, _) => { }).Build();
    }

    public void Add(Message message, RejectReason reason, ReadOnlySpan<byte> payload)
    {
        try
        {
            _producer.Produce(_topic, new Message<Null, byte[]> { Value = DeadLetter.Of(message, reason, payload).ToArray() }, Delivered);
        }
        catch (KafkaException)
        {
            // The queue is full, or the letter too long.
            _counters.LetterDropped();
        }
    }

    public void Dispose()
    {
        for (int left = _producer.Flush(LastPatience); left > 0; left--) _counters.LetterDropped();
        _producer.Dispose();
    }

    void Delivered(DeliveryReport<Null, byte[]> report)
    {
        if (report.Error.IsError) _counters.LetterDropped();
        else _counters.LetterWritten();
    }
}
