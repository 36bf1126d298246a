using Confluent.Kafka;
using ModelExporter.Configuration;
using ModelExporter.Engine.Records;
using ModelExporter.Sources.Kafka;

namespace ModelExporter.Sources;

/// <summary>Consumes topics of Kafka as a member of a group, and decodes their messages.</summary>
public sealed class KafkaSource : ISource
{
    static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    readonly SourceConfig _config;
    readonly IRecordDecoder _decoder;
    readonly KafkaParts _parts;

    public KafkaSource(SourceConfig config, IModelInlets inlets, SourceCounters counters, SourcePositions resume, ICheckpoints checkpoints, TimeProvider time, ILoggerFactory loggers)
        : this(config, RecordFormats.NewDecoder(config.Format, config), inlets, counters, resume, checkpoints, time, loggers)
    {
    }

    internal KafkaSource(
        SourceConfig config, IRecordDecoder decoder, IModelInlets inlets, SourceCounters counters, SourcePositions resume, ICheckpoints checkpoints, TimeProvider time,
        ILoggerFactory loggers)
    {
        (_config, _decoder, Counters) = (config, decoder, counters);
        var logger = loggers.CreateLogger<KafkaSource>();
        counters.Kafka ??= new KafkaCounters();
        _parts = new KafkaParts
        {
            Name = config.Name,
            Config = config.Kafka ?? throw new ArgumentException($"The source {config.Name} has no topics.", nameof(config)),
            Inlets = inlets,
            Checkpoints = checkpoints,
            Kafka = counters.Kafka,
            Troubles = new KafkaTroubles(counters, counters.Kafka, logger),
            Positions = new PartitionPositions(resume),
            Time = time,
            Logger = logger,
        };
    }

    public string Name => _config.Name;

    public SourceCounters Counters { get; }

    public SourcePositions Positions => _parts.Positions.All;

    public void Kept(SourcePositions positions) => _parts.Keep(positions.Partitions);

    /// <summary>The client's calls block, so they have a thread of their own.</summary>
    public Task RunAsync(CancellationToken cancellation) =>
        Task.Factory.StartNew(() => Run(cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    void Run(CancellationToken cancellation)
    {
        // It runs, but reaches nothing yet.
        Counters.IsUp = false;
        for (var pause = FirstPause; !cancellation.IsCancellationRequested; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (!TryRun(cancellation)) cancellation.WaitHandle.WaitOne(pause);
        }
    }

    /// <summary>Runs a client until it is told to stop; false = it could not be made, or gave up.</summary>
    bool TryRun(CancellationToken cancellation)
    {
        KafkaSession session;
        KafkaClientConfig? settings = null;
        IDeadLetters? letters = null;
        try
        {
            settings = new KafkaClientConfig(_parts.Config);
            letters = NewLetters(settings);
            var decoder = new MessageDecoder(_parts.Config, _decoder, _parts.Inlets.NewRouter(_config.Model), Counters, letters, _parts.Time);
            session = new KafkaSession(_parts, settings, decoder);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or ArgumentException or KafkaException)
        {
            letters?.Dispose();
            _parts.Troubles.Met(KafkaError.Client, "", settings?.Cleared(e.Message) ?? e.Message);
            return false;
        }
        using (letters)
        using (session)
        {
            try
            {
                session.Run(cancellation);
                return true;
            }
            catch (KafkaException e)
            {
                _parts.Troubles.Met(KafkaError.Client, "", settings.Cleared(e.Error.Reason));
                return false;
            }
        }
    }

    IDeadLetters? NewLetters(KafkaClientConfig settings) => _parts.Config.DeadLetter switch
    {
        { File: not null } file => new DeadLetterFile(file, _parts.Kafka, _parts.Logger),
        { Topic: { } topic } => new DeadLetterTopic(topic, settings, _parts.Kafka),
        _ => null,
    };
}
