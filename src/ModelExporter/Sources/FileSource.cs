using ModelExporter.Configuration;
using ModelExporter.Sources.Files;

namespace ModelExporter.Sources;

/// <summary>Follows files and decodes their lines.</summary>
public sealed class FileSource : ISource
{
    readonly FileTail _tail;

    public FileSource(SourceConfig config, IModelInlets inlets, SourceCounters counters, FilePositions positions, TimeProvider time, ILoggerFactory loggers)
    {
        Name = config.Name;
        Counters = counters;
        Positions = positions;
        var sink = new LineDecoder(inlets, config, counters, positions, time, loggers.CreateLogger<LineDecoder>());
        var options = new FileTailOptions
        {
            Paths = config.File.Paths,
            Start = config.File.Start,
            PollInterval = config.File.PollInterval,
            MaxLineBytes = config.File.MaxLineBytes,
            HasHeader = config.Format == RecordFormat.Csv,
            Resume = positions.All,
        };
        _tail = new FileTail(options, sink, time, loggers.CreateLogger<FileTail>(), Files);
    }

    public string Name { get; }

    public SourceCounters Counters { get; }

    public FilePositions Positions { get; }

    public FileTailCounters Files { get; } = new();

    public Task RunAsync(CancellationToken cancellation) => _tail.RunAsync(cancellation);
}
