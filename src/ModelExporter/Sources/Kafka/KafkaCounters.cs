using System.Collections.Concurrent;

namespace ModelExporter.Sources.Kafka;

/// <summary>What a Kafka source went through since the process started. It outlives a reload. Written by the source, read by any thread.</summary>
public sealed class KafkaCounters
{
    /// <summary>More are left out: each is a series of its own.</summary>
    public const int MaxPartitions = 1000;

    public const int MaxBrokers = 100;

    readonly long[] _errors = new long[KafkaErrors.All.Count()];
    readonly ConcurrentDictionary<(string Topic, int Partition), long> _lags = new();
    readonly ConcurrentDictionary<string, bool> _brokers = new();
    long _rebalances;
    long _lettersWritten;
    long _lettersDropped;

    /// <summary>Times partitions were given to the source or taken from it.</summary>
    public long Rebalances => Interlocked.Read(ref _rebalances);

    /// <summary>Copies of rejected messages that are where they belong.</summary>
    public long LettersWritten => Interlocked.Read(ref _lettersWritten);

    /// <summary>Copies that were let go, because there were too many at once, or nowhere to write them.</summary>
    public long LettersDropped => Interlocked.Read(ref _lettersDropped);

    /// <summary>Messages of each partition that were not read yet, as of the last statistics; 0 for one that is no longer the source's.</summary>
    public IEnumerable<KeyValuePair<(string Topic, int Partition), long>> Lags => _lags;

    /// <summary>Whether each broker is reached where it is needed.</summary>
    public IEnumerable<KeyValuePair<string, bool>> Brokers => _brokers;

    public long Errors(KafkaError error) => Interlocked.Read(ref _errors[(int)error]);

    public void Failed(KafkaError error) => Interlocked.Increment(ref _errors[(int)error]);

    public void Rebalanced() => Interlocked.Increment(ref _rebalances);

    public void LetterWritten() => Interlocked.Increment(ref _lettersWritten);

    public void LetterDropped() => Interlocked.Increment(ref _lettersDropped);

    /// <summary>Takes the lags of the partitions that are the source's now.</summary>
    public void SetLags(IReadOnlyDictionary<(string Topic, int Partition), long> lags)
    {
        foreach (var partition in _lags.Keys)
            if (!lags.ContainsKey(partition)) _lags[partition] = 0;
        foreach (var (partition, lag) in lags)
            if (_lags.Count < MaxPartitions || _lags.ContainsKey(partition)) _lags[partition] = lag;
    }

    /// <param name="broker">The broker.</param>
    /// <param name="isUp">Whether it is reached; null = as it was, and of a new one nothing bad is known.</param>
    public void SetBroker(string broker, bool? isUp)
    {
        if (isUp is not { } known) _brokers.TryAdd(broker, true);
        else if (_brokers.Count < MaxBrokers || _brokers.ContainsKey(broker)) _brokers[broker] = known;
    }
}
