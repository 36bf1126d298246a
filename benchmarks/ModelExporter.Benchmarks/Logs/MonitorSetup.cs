using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Records;

namespace ModelExporter.Benchmarks.Logs;

/// <summary>The engine as it is set up for the generated log: everything on, limits as by default.</summary>
static class MonitorSetup
{
    const long Seed = 0x5EED;

    public static ModelConfig Config(string model) => new()
    {
        Name = model,
        Task = TaskKind.Binary,
        PositiveLabel = LogGenerator.Positive,
        NegativeLabel = LogGenerator.Negative,
    };

    public static ModelMonitor NewMonitor(int maxPending) => new(Config(LogGenerator.DefaultModel) with { Labels = new LabelConfig { MaxPending = maxPending } }, baseline: null);

    public static RecordRouter NewRouter() => new([LogGenerator.DefaultModel], LogGenerator.DefaultModel, [], Seed);
}
