using ModelExporter.Configuration;
using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Records;
using ModelExporter.Sources;

namespace ModelExporter.Pipeline;

/// <summary>Reads logs to their end into the baseline of one model.</summary>
/// <param name="model">The model.</param>
/// <param name="sources">How its logs are read, where a source follows them.</param>
/// <param name="maxRows">Rows that the baseline is made of at most.</param>
/// <param name="time">The time of records that have none.</param>
public sealed class LogBaseline(ModelConfig model, IReadOnlyList<SourceConfig> sources, int maxRows, TimeProvider time)
{
    public BaselineBuilder Builder { get; } = new(model, maxRows);

    /// <summary>Records rejected, by reason.</summary>
    public long[] Rejected { get; } = new long[Enum.GetValues<RejectReason>().Length];

    /// <summary>Files that could not be read to the end, with the reason.</summary>
    public List<(string Path, string Fault)> Faults { get; } = [];

    /// <param name="logs">Logs and label files; gzip too.</param>
    /// <param name="progress">Told of the share read, now and then.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be opened.</exception>
    public async Task<BaselineProfile> RunAsync(IReadOnlyList<string> logs, Action<double>? progress, CancellationToken cancellation)
    {
        long now = Clock.Microseconds(time);
        // In the order of their names, not of the arguments: the same logs make the same baseline.
        foreach (var (index, log) in logs.Order(StringComparer.Ordinal).Index())
        {
            using var file = ReplayFile.Open(log, NewRouter(), ReplayFormat.Of(log, sources, now));
            await ReadAsync(file, share => progress?.Invoke((index + share) / logs.Count), cancellation);
            for (int i = 0; i < Rejected.Length; i++) Rejected[i] += file.Rejected[i];
            if (file.Fault is { } fault) Faults.Add((log, fault));
        }
        return Builder.Build();
    }

    RecordRouter NewRouter() => new(
        [model.Name], model.Name, model.Features.Keys, seed: 0, model.Features.Where(f => f.Value == FeatureType.Categorical).Select(f => f.Key));

    async Task ReadAsync(ReplayFile file, Action<double> progress, CancellationToken cancellation)
    {
        const int ReportEvery = 10_000;
        for (long taken = 1; await file.MoveNextAsync(cancellation); taken++)
        {
            foreach (var (_, batch) in file.Next)
            {
                Builder.Add(batch);
                batch.Release();
            }
            if (taken % ReportEvery == 0) progress(file.Progress.Read / Math.Max(1.0, file.Progress.Length));
        }
    }
}
