using ModelExporter.Configuration;
using ModelExporter.Sources.Files;

namespace ModelExporter.Sources;

/// <summary>Follows files and decodes their lines.</summary>
public sealed class FileSource : ISource
{
    readonly FileTail _tail;
    readonly FilePositions _positions;

    public FileSource(SourceConfig config, IModelInlets inlets, SourceCounters counters, SourcePositions resume, ICheckpoints checkpoints, TimeProvider time, ILoggerFactory loggers)
    {
        Name = config.Name;
        Counters = counters;
        _positions = new FilePositions(resume.Files);
        var sink = new LineDecoder(inlets, config, counters, _positions, checkpoints, time, loggers.CreateLogger<LineDecoder>());
        var options = new FileTailOptions
        {
            Paths = config.File.Paths,
            Start = config.File.Start,
            PollInterval = config.File.PollInterval,
            MaxLineBytes = config.File.MaxLineBytes,
            HasHeader = config.Format == RecordFormat.Csv,
            Resume = resume.Files,
        };
        _tail = new FileTail(options, sink, time, loggers.CreateLogger<FileTail>(), Files);
    }

    public string Name { get; }

    public SourceCounters Counters { get; }

    public SourcePositions Positions => new() { Files = _positions.All };

    public FileTailCounters Files { get; } = new();

    public void Kept(SourcePositions positions)
    {
        // A file is not told how far it was read.
    }

    public Task RunAsync(CancellationToken cancellation) => _tail.RunAsync(cancellation);
}
