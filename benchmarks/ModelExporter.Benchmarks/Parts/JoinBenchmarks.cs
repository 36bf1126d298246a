using BenchmarkDotNet.Attributes;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Join;
using ModelExporter.Engine.Records;

namespace ModelExporter.Benchmarks.Parts;

/// <summary>One prediction that is added and one label that finds its prediction, in a table that is full and lets the oldest go.</summary>
public class JoinBenchmarks
{
    const int Pairs = 1_000;

    LabelJoin _join = null!;
    uint _next;

    [Params(100_000, 2_000_000)]
    public int MaxPending { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _join = new LabelJoin(new LabelConfig { MaxPending = MaxPending }, scoresPerEntry: 0);
        for (_next = 0; _next < 2 * MaxPending;) Predict(_next++);
    }

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void AddAndTake()
    {
        uint late = (uint)MaxPending / 2;
        for (int i = 0; i < Pairs; i++)
        {
            Predict(_next++);
            Label(_next - late);
        }
    }

    void Predict(uint id) => _join.AddPrediction(Key(id), new PendingEntry { Time = Time(id), State = PendingState.Predicted }, out _);

    void Label(uint id)
    {
        if (_join.AddLabel(Key(id), new PendingEntry { Time = Time(_next), State = PendingState.Labelled }, out var match) == LabelOutcome.Joined)
            match.Entry.State = PendingState.Joined;
    }

    static uint Time(uint id) => 1_700_000_000 + id / 1_000;

    // As well spread as a hash.
    static RecordKey Key(uint id)
    {
        ulong mixed = (id + 1) * 0x9E37_79B9_7F4A_7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
        return new RecordKey(mixed ^ (mixed >> 27));
    }
}
