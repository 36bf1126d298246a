using Confluent.Kafka;

namespace ModelExporter.Sources.Kafka;

// What the client reports, and what is done about it.
sealed partial class KafkaSession
{
    static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Partitions whose place is not there, to go on elsewhere.</summary>
    readonly HashSet<TopicPartition> _astray = [];
    readonly KafkaClientConfig _settings;
    long _checked;
    Error? _fatal;

    /// <summary>What of it matters comes as an error as well.</summary>
    void OnLog(LogMessage line)
    {
        string message = _settings.Cleared(line.Message);
        Log.Client(_parts.Logger, line.Facility, message);
    }

    /// <summary>An error of the client as a whole.</summary>
    void OnError(Error error)
    {
        if (error.IsFatal) _fatal = error;
        var kind = KafkaErrors.Of(error.Code);
        _troubles.Met(kind, kind == KafkaError.Other ? error.Code.ToString() : "", _settings.Cleared(error.Reason));
    }

    /// <summary>An error that came in the place of a message.</summary>
    void OnConsumeError(ConsumeException exception)
    {
        var (error, kind) = (exception.Error, KafkaErrors.Of(exception.Error.Code));
        string topic = exception.ConsumerRecord is { } record ? _decoder.TopicOf(record) : "";
        if (error.IsFatal) _fatal = error;
        if (kind == KafkaError.OffsetOutOfRange) _astray.Add(new TopicPartition(topic, exception.ConsumerRecord!.Partition));
        else if (kind is KafkaError.UnknownTopic or KafkaError.Authorization && error.Code != ErrorCode.GroupAuthorizationFailed) _troubles.Met(kind, topic, _settings.Cleared(error.Reason));
        else OnError(error);
    }

    /// <summary>Goes on where there is something to read, in partitions whose place is not there.</summary>
    void MoveOn(CancellationToken cancellation)
    {
        if (_astray.Count == 0) return;
        // What was read of them counts before their position is another one.
        HandOver(Rest, cancellation);
        foreach (var partition in _messages == 0 ? _astray.ToList() : [])
        {
            try
            {
                MoveOn(partition);
                _astray.Remove(partition);
            }
            catch (KafkaException e)
            {
                OnError(e.Error);
            }
        }
    }

    void MoveOn(TopicPartition partition)
    {
        long had = _positions.Next(partition);
        var start = had >= 0 ? _starts.First(partition) : _starts.New(partition);
        using (Enter()) _positions.Assigned(partition, start.Offset.Value);
        Restart(start);
        if (had >= 0)
            _troubles.Happened(KafkaError.OffsetOutOfRange, $"{partition.Topic} [{partition.Partition.Value}] has no offset {had} any more; it goes on at {start.Offset.Value}, the first there is");
    }

    /// <summary>Lets the client fetch a partition that it has given up on; it refuses to seek in one.</summary>
    void Restart(TopicPartitionOffset start)
    {
        if (_settings.IsIncremental)
        {
            _consumer.IncrementalUnassign([start.TopicPartition]);
            _consumer.IncrementalAssign([start]);
            return;
        }
        _consumer.Assign(_consumer.Assignment.Select(p => p == start.TopicPartition ? start : new TopicPartitionOffset(p, _positions.Next(p) is >= 0 and var next ? next : Offset.Unset)).ToList());
    }

    void OnStatistics(string json)
    {
        var statistics = KafkaStatistics.Read(json);
        if (statistics.IsConnected) _troubles.Connected();
        // When all were tried in vain the client rests, and a broker that nobody tries is no longer as it was.
        bool? unasked = _troubles.About(KafkaError.BrokersDown).Count > 0 ? false : null;
        foreach (var (broker, isUp) in statistics.Brokers) _parts.Kafka.SetBroker(broker, isUp ?? unasked);
        if (statistics.IsConnected && _parts.Kafka.Brokers.All(b => b.Value)) _troubles.Over(KafkaError.Connection);
        var lags = new Dictionary<(string, int), long>();
        foreach (var partition in _consumer.Assignment)
        {
            if (!statistics.Partitions.TryGetValue((partition.Topic, partition.Partition.Value), out var held)) continue;
            lags[(partition.Topic, partition.Partition.Value)] = Math.Max(0, held.End - Math.Max(_positions.Next(partition), held.First));
        }
        _parts.Kafka.SetLags(lags);
    }

    /// <summary>Looks now and then whether troubles are over whose end the client does not tell.</summary>
    void Check()
    {
        if (_checked != 0 && _parts.Time.GetElapsedTime(_checked) < CheckEvery) return;
        _checked = _parts.Time.GetTimestamp();
        _troubles.Sweep(KafkaError.Other);
        foreach (string topic in _troubles.About(KafkaError.UnknownTopic))
            if (Exists(topic)) _troubles.Over(KafkaError.UnknownTopic, topic);
    }

    bool Exists(string topic)
    {
        try
        {
            using var admin = new DependentAdminClientBuilder(_consumer.Handle).Build();
            return admin.GetMetadata(topic, Patience).Topics is [{ Error.Code: ErrorCode.NoError }];
        }
        catch (KafkaException)
        {
            // It is not known then.
            return false;
        }
    }
}
