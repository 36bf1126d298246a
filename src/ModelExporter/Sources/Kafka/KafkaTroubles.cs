namespace ModelExporter.Sources.Kafka;

/// <summary>What keeps a source from its records at the moment. Each trouble is counted whenever it is met, and logged once when it comes and once when it is over.</summary>
sealed partial class KafkaTroubles(SourceCounters counters, KafkaCounters kafka, ILogger logger)
{
    readonly Dictionary<(KafkaError Error, string About), string> _standing = [];
    readonly HashSet<(KafkaError Error, string About)> _recent = [];
    bool _isConnected;

    /// <param name="error">What it is.</param>
    /// <param name="about">What it is about, such as a topic; empty = the whole source.</param>
    /// <param name="message">What the client says.</param>
    public void Met(KafkaError error, string about, string message)
    {
        kafka.Failed(error);
        _recent.Add((error, about));
        if (_standing.TryAdd((error, about), message)) Log.Trouble(logger, counters.Name, error.Key(), message);
        Judge();
    }

    /// <summary>Something that is over as soon as it has happened.</summary>
    public void Happened(KafkaError error, string message)
    {
        kafka.Failed(error);
        Log.Trouble(logger, counters.Name, error.Key(), message);
    }

    public void Over(KafkaError error, string about = "")
    {
        if (_standing.Count > 0 && _standing.Remove((error, about)))
        {
            string reason = error.Key();
            Log.Recovered(logger, counters.Name, reason, about);
        }
        Judge();
    }

    /// <summary>A broker answers: what kept the source from all of them is over.</summary>
    public void Connected()
    {
        if (!_isConnected) Log.Connected(logger, counters.Name);
        _isConnected = true;
        foreach (var error in new[] { KafkaError.BrokersDown, KafkaError.Authentication, KafkaError.Tls, KafkaError.Client }) Over(error);
    }

    /// <summary>Takes the troubles of a kind for over that were not met since it was last called.</summary>
    public void Sweep(KafkaError error)
    {
        foreach (string about in About(error))
            if (!_recent.Contains((error, about))) Over(error, about);
        _recent.Clear();
    }

    /// <summary>What the troubles of a kind are about.</summary>
    public IReadOnlyList<string> About(KafkaError error) => _standing.Count == 0 ? [] : [.. _standing.Keys.Where(k => k.Error == error).Select(k => k.About)];

    void Judge() => counters.IsUp = _isConnected && (_standing.Count == 0 || !_standing.Keys.Any(k => k.Error.IsDown()));

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Kafka is in trouble; it is tried again")]
        public static partial void Trouble(ILogger logger, string source, string reason, string problem);

        [LoggerMessage(Level = LogLevel.Information, Message = "Kafka has recovered")]
        public static partial void Recovered(ILogger logger, string source, string reason, string about);

        [LoggerMessage(Level = LogLevel.Information, Message = "Connected to Kafka")]
        public static partial void Connected(ILogger logger, string source);
    }
}
