using ModelExporter.Engine.Config;
using ModelExporter.Engine.Tests.DataSets;
using ModelExporter.Engine.Tests.Scenarios;

namespace ModelExporter.Engine.Tests.Monitoring;

public class UntimedRecordTests
{
    // Years before the clock of the replay: were the label's time that of its arrival, its prediction would have expired.
    const string Prediction = """{"id":"a","ts":"2021-06-01T00:00:00Z","prediction":1}""";

    [Theory]
    [InlineData(ClockKind.Event, 1)]
    [InlineData(ClockKind.Wall, 0)]
    public void Apply_LabelWithoutATime_ComesWhenTheClockIs(ClockKind clock, double joined)
    {
        var engine = new EngineHarness(new ModelConfig { Name = "churn", Task = TaskKind.Binary, Clock = clock });
        engine.Apply(Prediction, DataSet.Now);
        engine.Apply("""{"id":"a","label":1}""", DataSet.Now);
        Assert.Equal(joined, engine.Snapshot(DataSet.Now).Read("model_labels_joined_total") ?? 0);
    }

    [Fact]
    public void Apply_FirstRecordWithoutATime_ComesNow()
    {
        var engine = new EngineHarness(new ModelConfig { Name = "churn", Task = TaskKind.Binary, Clock = ClockKind.Event });
        engine.Apply("""{"id":"a","prediction":1}""", DataSet.Now);
        Assert.Equal(DataSet.Now, engine.Monitor.Now);
    }
}
