using System.Text.RegularExpressions;
using Confluent.Kafka;
using ModelExporter.Configuration;

namespace ModelExporter.Sources.Kafka;

/// <summary>The settings of a source's client: the exporter's own, those of its config over them, and over all those that what is counted depends on.</summary>
sealed partial class KafkaClientConfig
{
    const string ResultFields = "dotnet.consumer.consume.result.fields";
    const string CommitInterval = "auto.commit.interval.ms";

    // Small queues that are filled again soon: a third of the usual memory under a backlog, at several times the rate.
    static readonly (string Name, string Value)[] Defaults =
    [
        ("client.id", "modelexporter"),
        ("fetch.queue.backoff.ms", "5"),
        ("queued.min.messages", "1000"),
        ("queued.max.messages.kbytes", "8192"),
        ("statistics.interval.ms", "5000"),
    ];

    static readonly (string Name, string Value)[] Fixed =
    [
        ("enable.auto.commit", "false"),
        ("enable.auto.offset.store", "false"),
        // Where to go on is for the source to decide, and to tell.
        ("auto.offset.reset", "error"),
        ("enable.partition.eof", "false"),
    ];

    readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    readonly IReadOnlyCollection<string> _secrets;

    /// <param name="config">The source's config; its files and environment variables are read.</param>
    /// <exception cref="IOException">One of them cannot be.</exception>
    public KafkaClientConfig(KafkaSourceConfig config)
    {
        foreach (var (name, value) in Defaults) _settings[name] = value;
        foreach (var (name, setting) in config.Config) _settings[name] = Read(name, setting);
        foreach (var (name, value) in Fixed) _settings[name] = value;
        // The protocol of KIP-848 has the broker assign.
        if (_settings.GetValueOrDefault("group.protocol") is not "consumer") _settings.TryAdd("partition.assignment.strategy", "cooperative-sticky");
        _secrets = [.. _settings.Where(s => s.Value.Length > 0 && KafkaSetting.IsSecret(s.Key)).Select(s => s.Value)];
    }

    /// <summary>Whether partitions come and go one by one, rather than all at every rebalance.</summary>
    public bool IsIncremental =>
        !_settings.TryGetValue("partition.assignment.strategy", out string? strategy) || strategy.Contains("cooperative", StringComparison.Ordinal);

    /// <summary>How often offsets are committed where no checkpoint says when: <c>auto.commit.interval.ms</c>, 5 seconds unless set.</summary>
    public TimeSpan CommitEvery => TimeSpan.FromMilliseconds(int.TryParse(_settings.GetValueOrDefault(CommitInterval), out int given) ? given : 5000);

    /// <summary>For a consumer.</summary>
    /// <param name="fields">Which fields of a message are wanted.</param>
    public IEnumerable<KeyValuePair<string, string>> Consumer(string fields) => _settings.Append(new(ResultFields, fields));

    /// <summary>For a producer to the same brokers that never holds much.</summary>
    public IEnumerable<KeyValuePair<string, string>> Producer() => new Dictionary<string, string>(
        _settings.Where(s => s.Key is "bootstrap.servers" or "client.id" || Shared().IsMatch(s.Key)))
    {
        ["queue.buffering.max.messages"] = "1000",
        ["queue.buffering.max.kbytes"] = "16384",
        ["message.timeout.ms"] = "30000",
        ["message.max.bytes"] = "100000000",
    };

    /// <summary>What is wrong with the settings as the client sees them; null = nothing. No broker is asked.</summary>
    public static string? Problem(KafkaSourceConfig config)
    {
        KafkaClientConfig? settings = null;
        try
        {
            settings = new KafkaClientConfig(config);
            if (settings._settings["bootstrap.servers"].Trim(',', ' ').Length == 0) return "\"bootstrap.servers\" is empty";
            var offline = settings.Consumer("none").Where(s => s.Key != "bootstrap.servers");
            using var client = new ConsumerBuilder<Ignore, Ignore>(offline).SetLogHandler((_, _) => { }).SetErrorHandler((_, _) => { }).Build();
            return null;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or ArgumentException or KafkaException)
        {
            return settings?.Cleared(e.Message) ?? e.Message;
        }
    }

    /// <summary>A message of the client without secrets, should it quote one.</summary>
    public string Cleared(string message) => _secrets.Aggregate(message, (text, secret) => text.Replace(secret, "***", StringComparison.Ordinal));

    static string Read(string name, KafkaSetting setting)
    {
        try
        {
            return setting.Read();
        }
        catch (IOException e)
        {
            throw new IOException($"\"{name}\": {e.Message}", e);
        }
    }

    [GeneratedRegex(@"^(security\.|sasl\.|ssl\.|enable\.ssl|broker\.address|socket\.|reconnect\.|client\.dns|https\.)")]
    private static partial Regex Shared();
}
