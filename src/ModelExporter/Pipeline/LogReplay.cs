using ModelExporter.Engine.Config;
using ModelExporter.Engine.Metrics;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Records;
using ModelExporter.Sources;

namespace ModelExporter.Pipeline;

/// <summary>Reads logs to their end, merged by event time, through the very engine that runs live. Time is the records' own.</summary>
public sealed class LogReplay(Plan plan, TimeProvider time)
{
    readonly ModelMonitor[] _monitors =
    [
        .. plan.Config.Models.Select((model, i) => new ModelMonitor(model with { Clock = ClockKind.Event }, plan.Baselines[i])),
    ];

    public IReadOnlyList<ModelMonitor> Monitors => _monitors;

    public long Accepted { get; private set; }

    /// <summary>Records rejected, by reason.</summary>
    public long[] Rejected { get; } = new long[Enum.GetValues<RejectReason>().Length];

    /// <summary>Files that could not be read to the end, with the reason.</summary>
    public List<(string Path, string Fault)> Faults { get; } = [];

    /// <param name="logs">Logs and label files; gzip too.</param>
    /// <param name="progress">Told of the share read, now and then.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be opened.</exception>
    public async Task RunAsync(IReadOnlyList<string> logs, Action<double>? progress, CancellationToken cancellation)
    {
        long now = Clock.Microseconds(time);
        var files = new List<ReplayFile>();
        try
        {
            // In the order of their names, not of the arguments: of records of the same moment the first file's come first.
            foreach (string log in logs.Order(StringComparer.Ordinal)) files.Add(Open(log, now));
            await MergeAsync(files, now, progress, cancellation);
            foreach (var file in files)
            {
                Accepted += file.Accepted;
                for (int i = 0; i < Rejected.Length; i++) Rejected[i] += file.Rejected[i];
                if (file.Fault is { } fault) Faults.Add((file.Path, fault));
            }
        }
        finally
        {
            foreach (var file in files) file.Dispose();
        }
    }

    public IEnumerable<Snapshot> Snapshots() => _monitors.Select(SnapshotBuilder.Build);

    ReplayFile Open(string log, long now)
    {
        var format = ReplayFormat.Of(log, plan.Config.Sources, now);
        return ReplayFile.Open(log, plan.NewRouter(format.Source?.Model, seed: 0), format);
    }

    async Task MergeAsync(List<ReplayFile> files, long now, Action<double>? progress, CancellationToken cancellation)
    {
        const int ReportEvery = 10_000;
        var queue = new PriorityQueue<ReplayFile, (long, bool, int)>();
        for (int i = 0; i < files.Count; i++)
            if (await files[i].MoveNextAsync(cancellation)) queue.Enqueue(files[i], (files[i].Order.Time, files[i].Order.IsLabel, i));
        for (long taken = 1; queue.TryDequeue(out var file, out var order); taken++)
        {
            foreach (var (model, batch) in file.Next)
            {
                _monitors[model].Apply(batch, now);
                _monitors[model].Advance(now);
                batch.Release();
            }
            if (await file.MoveNextAsync(cancellation)) queue.Enqueue(file, (file.Order.Time, file.Order.IsLabel, order.Item3));
            if (taken % ReportEvery == 0) progress?.Invoke(Share(files));
        }
    }

    static double Share(List<ReplayFile> files) =>
        files.Sum(f => (double)f.Progress.Read) / Math.Max(1, files.Sum(f => f.Progress.Length));
}
