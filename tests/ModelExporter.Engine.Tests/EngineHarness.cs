using System.Text;
using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Metrics;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Monitoring.State;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests;

/// <summary>The engine from bytes to snapshot, as a source and a model's loop drive it.</summary>
sealed class EngineHarness
{
    readonly NativeDecoder _decoder = new();
    readonly ModelConfig _config;
    readonly BaselineProfile? _baseline;

    public EngineHarness(ModelConfig config, BaselineProfile? baseline = null)
    {
        (_config, _baseline) = (config, baseline);
        Monitor = new ModelMonitor(config, baseline);
        Router = new RecordRouter([config.Name], null, [], seed: 42);
    }

    public ModelMonitor Monitor { get; private set; }

    public RecordRouter Router { get; }

    /// <summary>Rows that reached the monitor and are predictions; some of them are labels too.</summary>
    public long PredictionRows { get; private set; }

    public long LabelRows { get; private set; }

    public void Apply(string json, long now) => Apply(Encoding.UTF8.GetBytes(json), now);

    public void Apply(ReadOnlySpan<byte> json, long now)
    {
        Decode(json, now);
        Drain(now);
    }

    public void Decode(ReadOnlySpan<byte> json, long now) => _decoder.Decode(json, new PayloadContext(now), Router);

    public void Drain(long now)
    {
        if (!Router.TryTake(0, out var batch)) return;
        foreach (ref readonly var row in batch.Rows)
        {
            if (row.IsPrediction) PredictionRows++;
            if (row.IsLabel) LabelRows++;
        }
        Monitor.Apply(batch, now);
        batch.Release();
    }

    /// <summary>Goes on with a new monitor, which knows what the old one saved.</summary>
    public void Restart()
    {
        var restore = new StateRestore(new MemoryState(Monitor.Capture()));
        Monitor = new ModelMonitor(_config, _baseline);
        Assert.True(Monitor.Restore(restore));
        Assert.Empty(restore.Drops);
    }

    public Snapshot Snapshot(long now)
    {
        Monitor.Advance(now);
        return SnapshotBuilder.Build(Monitor);
    }
}
