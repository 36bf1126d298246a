using System.Text;
using ModelExporter.Configuration;
using ModelExporter.Engine.Metrics;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Records;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Exposition;

/// <summary>A model's state that is fed with lines of a log, without a loop or a source.</summary>
sealed class ChurnMonitor
{
    readonly NativeDecoder _decoder = new();
    readonly RecordRouter _router;

    public ChurnMonitor(string config = ChurnLog.Config)
    {
        var loaded = ConfigLoader.Read(Encoding.UTF8.GetBytes(config), Path.GetTempPath());
        Assert.Empty(loaded.Errors);
        var model = loaded.Config!.Models[0];
        Monitor = new ModelMonitor(model, null);
        _router = new RecordRouter([model.Name], null, [], seed: 0);
    }

    public ModelMonitor Monitor { get; }

    public Snapshot Snapshot => SnapshotBuilder.Build(Monitor);

    public void Take(IEnumerable<string> lines)
    {
        long now = (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        foreach (string line in lines)
        {
            _decoder.Decode(Encoding.UTF8.GetBytes(line), new PayloadContext(now), _router);
            if (!_router.TryTake(0, out var batch)) continue;
            Monitor.Apply(batch, now);
            Monitor.Advance(now);
            batch.Release();
        }
    }
}
