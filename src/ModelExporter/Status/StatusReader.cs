using ModelExporter.Checkpoints;
using ModelExporter.Engine.Records;
using ModelExporter.Engine.Status;
using ModelExporter.Pipeline;
using ModelExporter.Sources;
using ModelExporter.Sources.Files;
using ModelExporter.Sources.Kafka;
using ModelExporter.Telemetry;

namespace ModelExporter.Status;

/// <summary>Gathers the status of everything that runs.</summary>
public sealed class StatusReader(Exporter exporter, TimeProvider time)
{
    /// <summary>A model that is busy for so long is shown as silent; the others do not wait for it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<ExporterStatus> ReadAsync(CancellationToken cancellation)
    {
        var pipeline = exporter.Pipeline;
        var models = await Task.WhenAll(pipeline.Loops.Select(loop => ReadAsync(loop, cancellation)));
        return new ExporterStatus
        {
            Now = time.GetUtcNow().ToUnixTimeMilliseconds() / 1e3,
            Version = BuildInfo.Current.Version,
            Revision = BuildInfo.Current.Revision,
            Models = [.. models.OfType<ModelStatus>()],
            Silent = [.. pipeline.Loops.Where((_, i) => models[i] is null).Select(loop => loop.Model)],
            Sources = [.. pipeline.Counters.Select(counters => SourceOf(counters, pipeline))],
            Checkpoint = new CheckpointStatus
            {
                Folder = pipeline.Plan.Config.Checkpoint.Path,
                WrittenAt = exporter.Checkpoints.Last?.Time,
                Bytes = exporter.Checkpoints.Last?.Bytes,
                Failures = exporter.Checkpoints.Failures(CheckpointFailure.Write) + exporter.Checkpoints.Failures(CheckpointFailure.Fault),
            },
            Config = new ConfigStatus
            {
                Hash = exporter.ConfigHash,
                LastReloadSuccessful = exporter.LastReloadSuccessful,
                TakenAt = exporter.LastReloadSuccess,
                Yaml = pipeline.Plan.Yaml,
                Assumptions = pipeline.Plan.Assumptions,
            },
        };
    }

    static async Task<ModelStatus?> ReadAsync(ModelLoop loop, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await loop.StatusAsync(patience.Token);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            // The loop has logged and counted its own faults.
            return null;
        }
    }

    static SourceStatus SourceOf(SourceCounters counters, MonitoringPipeline pipeline)
    {
        var files = pipeline.Sources.OfType<FileSource>().FirstOrDefault(s => s.Name == counters.Name)?.Files;
        return new SourceStatus
        {
            Source = counters.Name,
            Type = counters.Name == MonitoringPipeline.PushSource ? "http" : counters.Kafka is not null ? "kafka" : "file",
            IsUp = counters.IsUp,
            Accepted = counters.Accepted,
            Rejected = [.. RejectReasons.All.Where(r => counters.Rejected(r) > 0).Select(r => new RejectStatus(r.Key(), r.Sentence(), counters.Rejected(r), counters.Examples.Of(r)))],
            Files = files?.FilesOpen,
            LagBytes = files?.LagBytes,
            LagRecords = counters.Kafka?.Lags.Sum(l => l.Value),
            LinesTooLong = files?.LinesTooLong,
            Errors = counters.Kafka is { } kafka
                ? KafkaErrors.All.Where(e => kafka.Errors(e) > 0).ToDictionary(e => e.Key(), kafka.Errors)
                : Enum.GetValues<FileError>().Where(e => files?.Errors(e) > 0).ToDictionary(e => e.ToString().ToLowerInvariant(), e => files!.Errors(e)),
        };
    }
}
