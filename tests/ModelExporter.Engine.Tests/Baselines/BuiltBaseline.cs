using System.Text;
using ModelExporter.Engine.Baselines;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Baselines;

/// <summary>A baseline in the making, fed with JSON.</summary>
sealed class BuiltBaseline(ModelConfig config, int maxRows = 100_000)
{
    readonly NativeDecoder _decoder = new();
    readonly RecordRouter _router = new([config.Name], null, [], seed: 42);

    public static ModelConfig Binary { get; } = new() { Name = "churn", Task = TaskKind.Binary, PositiveLabel = "yes" };

    public BaselineBuilder Builder { get; } = new(config, maxRows);

    public static BaselineProfile Of(ModelConfig config, IEnumerable<string> records) => new BuiltBaseline(config).Add(records).Builder.Build();

    public BuiltBaseline Add(IEnumerable<string> records)
    {
        foreach (string record in records)
        {
            _decoder.Decode(Encoding.UTF8.GetBytes(record), new PayloadContext(1_700_000_000_000_000), _router);
            if (!_router.TryTake(0, out var batch)) continue;
            Builder.Add(batch);
            batch.Release();
        }
        Assert.Equal(0, _router.Rejected.ToArray().Sum());
        return this;
    }
}
