using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring.Join;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Monitoring.Join;

public class LabelJoinTests
{
    [Theory]
    [InlineData(1, 50)]
    [InlineData(2, 2_000)]
    [InlineData(3, 1_000_000)]
    public void Join_RandomStream_AgreesWithItsTwin(int seed, int ids)
    {
        const uint Horizon = 60;
        var random = new Random(seed);
        var join = new LabelJoin(Config(Horizon, 1_000_000), 0);
        var twin = new JoinTwin(Horizon);
        uint now = 1_700_000_000;
        for (int step = 0; step < 60_000; step++)
        {
            ulong key = RecordKey.Of(BitConverter.GetBytes(random.Next(ids)), seed).Value;
            uint time = now - (uint)random.Next(random.Next(10) == 0 ? 100 : 5);
            if (random.Next(2) == 0) Predict(join, twin, key, time, (float)random.NextDouble());
            else Label(join, twin, key, time, (ushort)random.Next(3), random.Next(5) == 0);
            if (random.Next(40) == 0)
            {
                now += (uint)random.Next(1, random.Next(50) == 0 ? 100 : 4);
                join.Expire(now);
                twin.Expire(now);
            }
            Assert.Equal(twin.PredictionsExpired, join.Counters.PredictionsExpired);
        }
        Assert.Equal(twin.PredictionsPending, join.PredictionsPending);
        Assert.Equal(twin.LabelsPending, join.LabelsPending);
        Assert.Equal(twin.Dropped, join.Counters.Dropped);
        Assert.True(join.Counters.PredictionsExpired > 100);
    }

    [Fact]
    public void Join_PairsAndWaiting_EvictsTheOldestPairsFirst()
    {
        var join = new LabelJoin(Config(86_400, 1_000), 0);
        for (uint i = 1; i <= 1_000; i++)
        {
            Predict(join, i, 1_000 + i);
            if (i % 2 == 0) Label(join, i, 1_000 + i);
        }
        Predict(join, 5_000, 5_000);

        Assert.Equal(0, join.Counters.PredictionsEvicted);
        for (uint i = 1; i <= 1_000; i++)
            if (i > 250 || i % 2 == 1) Assert.Equal(PredictionOutcome.Duplicate, Again(join, i));
        Assert.Equal(PredictionOutcome.Added, Again(join, 2));
        Assert.Equal(PredictionOutcome.Added, Again(join, 250));
    }

    [Fact]
    public void Join_FewPairs_EvictsAllOfThemAndThenTheOldestThatWait()
    {
        var join = new LabelJoin(Config(86_400, 1_000), 0);
        for (uint i = 1; i <= 1_000; i++)
        {
            if (i is > 20 and <= 40) Label(join, i, 1_000 + i);
            else Predict(join, i, 1_000 + i);
            if (i > 990) Label(join, i, 1_000 + i);
        }
        Predict(join, 5_000, 5_000);

        Assert.Equal(95, join.Counters.PredictionsEvicted);
        Assert.Equal(20, join.Counters.Dropped[(int)LabelDrop.Evicted]);
        Assert.Equal(876, join.PredictionsPending);
        Assert.Equal(0, join.LabelsPending);
        for (uint i = 116; i <= 990; i++) Assert.Equal(PredictionOutcome.Duplicate, Again(join, i));
    }

    [Fact]
    public void Join_OneIdOf1970Waits_StillEvictsByAge()
    {
        const uint Start = 1_700_000_000;
        var join = new LabelJoin(Config(86_400, 1_000), 0);
        for (uint i = 1; i <= 999; i++) Predict(join, i, Start + i * 86);
        Predict(join, 1_000, 0);
        Predict(join, 5_000, Start + 86_400);

        Assert.Equal(125, join.Counters.PredictionsEvicted);
        for (uint i = 125; i <= 999; i++) Assert.Equal(PredictionOutcome.Duplicate, Again(join, i));
    }

    [Fact]
    public void Join_FullTable_EvictsInPlace()
    {
        var join = new LabelJoin(Config(86_400, 50_000), 0);
        var random = new Random(17);
        RecordKey[] keys = [.. Enumerable.Range(0, 400_000).Select(_ => new RecordKey((ulong)random.NextInt64()))];
        for (int i = 0; i < 200_000; i++) join.AddPrediction(keys[i], Prediction(1_000 + (uint)i / 10), out _);
        long bytes = join.Bytes;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 200_000; i < 400_000; i++) join.AddPrediction(keys[i], Prediction(1_000 + (uint)i / 10), out _);

        Assert.InRange(join.Bytes, bytes, bytes * 21 / 20);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, bytes);
        Assert.Equal(400_000, join.PredictionsPending + join.Counters.PredictionsEvicted);
    }

    [Fact]
    public void Join_AllOfOneSecond_StaysWithinItsLimit()
    {
        var join = new LabelJoin(Config(86_400, 1_000), 0);
        for (uint i = 1; i <= 20_000; i++) Predict(join, i, 1_700_000_000);
        Assert.InRange(join.PredictionsPending, 875, 1_000);
        Assert.Equal(20_000, join.PredictionsPending + join.Counters.PredictionsEvicted);
    }

    [Fact]
    public void Join_AMillionThatWait_StaysWithin32BytesEach()
    {
        var join = new LabelJoin(Config(86_400, 2_000_000), 0);
        for (uint i = 1; i <= 1_000_000; i++) Predict(join, i, 1_700_000_000 + i / 100);
        Assert.Equal(1_000_000, join.PredictionsPending);
        Assert.InRange(join.Bytes / 1e6, 24, 32);
        for (uint i = 1; i <= 1_000_000; i++) Label(join, i, 1_700_000_000 + i / 100);
        Assert.Equal(0, join.PredictionsPending);
        Assert.InRange(join.Bytes / 1e6, 24, 32);
        join.Expire(1_700_000_000 + 200_000);
        Assert.Equal(0, join.Counters.PredictionsExpired);
        Assert.InRange(join.Bytes, 0, 64 * 1024);
    }

    static LabelConfig Config(uint horizon, int maxPending) => new() { Horizon = TimeSpan.FromSeconds(horizon), MaxPending = maxPending };

    static RecordKey Key(uint id) => RecordKey.Of(BitConverter.GetBytes(id), 7);

    static PendingEntry Prediction(uint time, float score = 0) => new() { Time = time, Score = score, State = PendingState.Predicted };

    static void Predict(LabelJoin join, uint id, uint time) => join.AddPrediction(Key(id), Prediction(time), out _);

    static PredictionOutcome Again(LabelJoin join, uint id) => join.AddPrediction(Key(id), Prediction(6_000), out _);

    static void Label(LabelJoin join, uint id, uint time)
    {
        if (join.AddLabel(Key(id), new PendingEntry { Time = time, State = PendingState.Labelled }, out var match) == LabelOutcome.Joined)
            match.Entry.State = PendingState.Joined;
    }

    static void Predict(LabelJoin join, JoinTwin twin, ulong key, uint time, float score)
    {
        var prediction = Prediction(time, score);
        var outcome = join.AddPrediction(new RecordKey(key), prediction, out var match);
        Assert.Equal(twin.AddPrediction(key, prediction, out var before), outcome);
        Same(before, match.Before);
        if (outcome != PredictionOutcome.LabelWaited) return;
        match.Entry.ActualClass = match.Before.ActualClass;
        match.Entry.State = PendingState.Joined;
        twin.Settle(key, match.Entry);
    }

    static void Label(LabelJoin join, JoinTwin twin, ulong key, uint time, ushort actual, bool unaddressed)
    {
        var label = new PendingEntry { Time = time, ActualClass = actual, State = unaddressed ? PendingState.LabelledUnaddressed : PendingState.Labelled };
        var outcome = join.AddLabel(new RecordKey(key), label, out var match);
        Assert.Equal(twin.AddLabel(key, label, out var before), outcome);
        Same(before, match.Before);
        if (outcome is not (LabelOutcome.Joined or LabelOutcome.Again)) return;
        match.Entry.ActualClass = actual;
        match.Entry.State = PendingState.Joined;
        twin.Settle(key, match.Entry);
    }

    static void Same(in PendingEntry expected, in PendingEntry actual)
    {
        Assert.Equal(expected.State, actual.State);
        Assert.Equal(expected.Time, actual.Time);
        Assert.Equal(expected.Score, actual.Score);
        Assert.Equal(expected.ActualClass, actual.ActualClass);
    }
}
