using System.Diagnostics;
using System.Diagnostics.Metrics;
using ModelExporter.Checkpoints;
using System.Globalization;
using ModelExporter.Engine.Records;
using ModelExporter.Pipeline;
using ModelExporter.Sources;
using ModelExporter.Sources.Files;
using ModelExporter.Sources.Kafka;

namespace ModelExporter.Telemetry;

/// <summary>Every metric of the exporter itself, in the order a reader wants. A new one is a row here.</summary>
public static class ExporterMetrics
{
    public const string MeterName = "ModelExporter";

    public static IReadOnlyList<ExporterMetric> All { get; } =
    [
        Gauge("modelexporter_build_info", "Always 1; says which program runs.", ["version", "revision", "runtime"],
            v => [new(1, Tag("version", v.Build.Version), Tag("revision", v.Build.Revision), Tag("runtime", v.Build.Runtime))]),
        Counter("modelexporter_records_total", "Records read, by what became of them.", ["source", "outcome", "reason"], Records),
        Gauge("modelexporter_source_up", "1 while the source runs and, with Kafka, reaches all that it is to read, else 0.", ["source"],
            v => Counters(v).Select(c => Of(c.IsUp ? 1 : 0, "source", c.Name))),
        Gauge("modelexporter_source_lag_bytes", "Bytes of followed files not read yet.", ["source"],
            v => Files(v).Select(s => Of(s.Files.LagBytes, "source", s.Name))),
        Gauge("modelexporter_source_files", "Files held open.", ["source"],
            v => Files(v).Select(s => Of(s.Files.FilesOpen, "source", s.Name))),
        Counter("modelexporter_source_read_bytes_total", "Bytes of followed files read, since the config was last taken over.", ["source"],
            v => Files(v).Select(s => Of(s.Files.BytesRead, "source", s.Name))),
        Counter("modelexporter_source_rotations_total", "Times a new file took the name of a followed one.", ["source"],
            v => Files(v).Select(s => Of(s.Files.Rotations, "source", s.Name))),
        Counter("modelexporter_source_truncations_total", "Times a followed file was cut or rewritten in place.", ["source"],
            v => Files(v).Select(s => Of(s.Files.Truncations, "source", s.Name))),
        Counter("modelexporter_source_lines_too_long_total", "Lines dropped because they are longer than max_line_bytes.", ["source"],
            v => Files(v).Select(s => Of(s.Files.LinesTooLong, "source", s.Name))),
        Counter("modelexporter_source_errors_total", "Failures to read a file, by reason; one that lasts counts once.", ["source", "reason"],
            v => Files(v).SelectMany(s => Enum.GetValues<FileError>().Select(e => new Measurement<double>(s.Files.Errors(e), Tag("source", s.Name), Tag("reason", e.ToString().ToLowerInvariant()))))),
        Gauge("modelexporter_kafka_consumer_lag_records", "Messages of the partition that were not read yet; 0 for one that is not this exporter's any more.", ["source", "topic", "partition"],
            v => Kafka(v).SelectMany(s => s.Kafka.Lags.Select(l => new Measurement<double>(l.Value, Tag("source", s.Name), Tag("topic", l.Key.Topic), Tag("partition", l.Key.Partition.ToString(CultureInfo.InvariantCulture)))))),
        Gauge("modelexporter_kafka_broker_up", "0 while the broker is needed and not reached, else 1.", ["source", "broker"],
            v => Kafka(v).SelectMany(s => s.Kafka.Brokers.Select(b => new Measurement<double>(b.Value ? 1 : 0, Tag("source", s.Name), Tag("broker", b.Key))))),
        Counter("modelexporter_kafka_rebalances_total", "Times partitions were given to the source or taken from it.", ["source"],
            v => Kafka(v).Select(s => Of(s.Kafka.Rebalances, "source", s.Name))),
        Counter("modelexporter_kafka_errors_total", "Errors of the client, by reason.", ["source", "reason"],
            v => Kafka(v).SelectMany(s => KafkaErrors.All.Select(e => new Measurement<double>(s.Kafka.Errors(e), Tag("source", s.Name), Tag("reason", e.Key()))))),
        Counter("modelexporter_kafka_dead_letters_total", "Copies of rejected messages, by what became of them: written or dropped.", ["source", "outcome"],
            v => Kafka(v).SelectMany(s => Letters(s.Name, s.Kafka))),
        Counter("modelexporter_model_records_total", "Rows applied to the model.", ["model"],
            v => Loops(v).Select(l => Of(l.Records, "model", l.Model))),
        Counter("modelexporter_model_failures_total", "Batches, snapshots and looks that failed because of a fault in the program.", ["model"],
            v => Loops(v).Select(l => Of(l.Failures, "model", l.Model))),
        Gauge("modelexporter_queue_batches", "Batches that wait for the model's loop.", ["model"],
            v => Loops(v).Select(l => Of(l.Queued, "model", l.Model))),
        Gauge("modelexporter_queue_limit_batches", "Batches that may wait; a source that brings more has to wait itself.", [], _ => [new(ModelLoop.Capacity)]),
        Gauge("modelexporter_series", "Series of the model at the last scrape.", ["model"],
            v => v.Scrapes.Series.Select(s => Of(s.Value, "model", s.Key))),
        Gauge("modelexporter_last_scrape_duration_seconds", "How long the last scrape of the model metrics took.", [], v => [new(v.Scrapes.LastDuration)]),
        Counter("modelexporter_stale_snapshots_total", "Times a model's last snapshot was served because a new one did not come in time.", [], v => [new(v.Scrapes.Stale)]),
        Gauge("modelexporter_config_last_reload_successful", "1 if the last attempt to take over a config succeeded, else 0.", [],
            v => [new(v.Exporter.LastReloadSuccessful ? 1 : 0)]),
        Gauge("modelexporter_config_last_reload_success_timestamp_seconds", "When a config was last taken over.", [],
            v => [new(v.Exporter.LastReloadSuccess)]),
        // A label would be the usual form, but the library goes on exposing what is no longer measured: the old hash would stay beside the new one.
        Gauge("modelexporter_config_hash", "Hash of the config in force as a number: it differs between exporters with different configs.", [],
            v => v.Exporter.ConfigHash is { Length: >= 12 } hash ? [new(Convert.ToInt64(hash[..12], 16))] : []),
        Gauge("modelexporter_checkpoint_last_success_timestamp_seconds", "When the last checkpoint was written; absent before the first.", [],
            v => Checkpoint(v, c => c.Time)),
        Gauge("modelexporter_checkpoint_size_bytes", "Size of the last checkpoint.", [], v => Checkpoint(v, c => c.Bytes)),
        Gauge("modelexporter_checkpoint_duration_seconds", "How long the last checkpoint took, until it was on disk.", [], v => Checkpoint(v, c => c.Duration.TotalSeconds)),
        Gauge("modelexporter_checkpoint_pause_seconds", "How long the last checkpoint held records up, at most.", [], v => Checkpoint(v, c => c.Pause.TotalSeconds)),
        Counter("modelexporter_checkpoint_failures_total", "Checkpoints that could not be written, that were refused at the start, and parts of one that did not fit the config, by reason.", ["reason"],
            v => Enum.GetValues<CheckpointFailure>().Select(f => Of(v.Exporter.Checkpoints.Failures(f), "reason", f.ToString().ToLowerInvariant()))),
        Gauge("process_start_time_seconds", "When the process started.", [],
            _ => [new((Process.GetCurrentProcess().StartTime.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds)]),
        Counter("process_cpu_seconds_total", "Processor time used.", [], _ => [new(Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds)]),
        Gauge("process_resident_memory_bytes", "Resident memory.", [], _ => [new(Environment.WorkingSet)]),
        Gauge("process_open_fds", "File descriptors open. Linux.", [],
            _ => Directory.Exists("/proc/self/fd") ? [new(Directory.EnumerateFileSystemEntries("/proc/self/fd").Count())] : []),
    ];

    /// <summary>The row of a name; null if it is not one of ours.</summary>
    public static ExporterMetric? Row(string name) => All.FirstOrDefault(row => row.Name == name);

    /// <summary>Registers every row with a meter.</summary>
    public static void Register(Meter meter, ExporterView view)
    {
        foreach (var row in All)
        {
            if (row.IsCounter) meter.CreateObservableCounter(row.Name, () => row.Read(view), description: row.Help);
            else meter.CreateObservableGauge(row.Name, () => row.Read(view), description: row.Help);
        }
    }

    static ExporterMetric Gauge(string name, string help, string[] labels, Func<ExporterView, IEnumerable<Measurement<double>>> read) => new(name, false, help, labels, read);

    static ExporterMetric Counter(string name, string help, string[] labels, Func<ExporterView, IEnumerable<Measurement<double>>> read) => new(name, true, help, labels, read);

    static IEnumerable<Measurement<double>> Records(ExporterView view)
    {
        foreach (var source in Counters(view))
        {
            yield return Record(source.Accepted, source.Name, "accepted", "");
            foreach (var reason in RejectReasons.All) yield return Record(source.Rejected(reason), source.Name, "rejected", reason.Key());
        }
    }

    static Measurement<double> Record(long count, string source, string outcome, string reason) =>
        new(count, Tag("source", source), Tag("outcome", outcome), Tag("reason", reason));

    static IEnumerable<SourceCounters> Counters(ExporterView view) => view.Pipeline?.Counters ?? [];

    /// <summary>The file sources, those that a reload took out too: what is no longer measured would stay as it was.</summary>
    static IEnumerable<(string Name, FileTailCounters Files)> Files(ExporterView view)
    {
        var running = view.Pipeline?.Sources.OfType<FileSource>().ToDictionary(s => s.Name, s => s.Files) ?? [];
        return Counters(view).Where(c => c.Name != MonitoringPipeline.PushSource && c.Kafka is null)
            .Select(c => (c.Name, running.TryGetValue(c.Name, out var files) ? files : new FileTailCounters()));
    }

    static IEnumerable<Measurement<double>> Checkpoint(ExporterView view, Func<WrittenCheckpoint, double> read) =>
        view.Exporter.Checkpoints.Last is { } last ? [new(read(last))] : [];

    static IEnumerable<(string Name, KafkaCounters Kafka)> Kafka(ExporterView view) =>
        Counters(view).Where(c => c.Kafka is not null).Select(c => (c.Name, c.Kafka!));

    static IEnumerable<Measurement<double>> Letters(string source, KafkaCounters kafka) =>
    [
        new(kafka.LettersWritten, Tag("source", source), Tag("outcome", "written")),
        new(kafka.LettersDropped, Tag("source", source), Tag("outcome", "dropped")),
    ];

    static IEnumerable<ModelLoop> Loops(ExporterView view) => view.Pipeline?.Loops ?? [];

    static Measurement<double> Of(double value, string label, string text) => new(value, Tag(label, text));

    static KeyValuePair<string, object?> Tag(string label, string text) => new(label, text);
}
