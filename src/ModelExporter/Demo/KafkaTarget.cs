using Confluent.Kafka;

namespace ModelExporter.Demo;

/// <summary>Sends what one model logs to Kafka, as a model server far from the exporter does it, and leaves the other models to files.</summary>
/// <remarks>A label has the key of its prediction, so that both are in partitions of the same number.</remarks>
sealed class KafkaTarget : ILogTarget
{
    public const string Model = "churn";

    public const string Predictions = "predictions";

    public const string Labels = "labels";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly string _brokers;
    readonly ILogTarget _others;
    readonly IProducer<string, byte[]> _producer;
    volatile string? _failure;

    /// <exception cref="KafkaException">The brokers are written in a way that the client does not understand.</exception>
    public KafkaTarget(string brokers, ILogTarget others)
    {
        (_brokers, _others) = (brokers, others);
        // What matters of its log comes with the deliveries too.
        _producer = new ProducerBuilder<string, byte[]>(new Dictionary<string, string> { ["bootstrap.servers"] = brokers }).SetLogHandler((_, _) => { }).Build();
    }

    public void Prediction(string model, string id, ReadOnlySpan<byte> line)
    {
        if (model == Model) Send(Predictions, id, line);
        else _others.Prediction(model, id, line);
    }

    public void Label(string model, string id, ReadOnlySpan<byte> line)
    {
        if (model == Model) Send(Labels, id, line);
        else _others.Label(model, id, line);
    }

    public void Flush()
    {
        _others.Flush();
        int left = _producer.Flush(Patience);
        if (_failure is { } failure) throw new IOException($"{_brokers}: {failure}");
        if (left > 0) throw new IOException($"{_brokers}: {left} records were not taken within {Patience.TotalSeconds} seconds");
    }

    public void Dispose()
    {
        _producer.Dispose();
        _others.Dispose();
    }

    void Send(string topic, string id, ReadOnlySpan<byte> line) =>
        _producer.Produce(topic, new Message<string, byte[]> { Key = id, Value = line.ToArray() }, report =>
        {
            if (report.Error.IsError) _failure = report.Error.Reason;
        });
}
