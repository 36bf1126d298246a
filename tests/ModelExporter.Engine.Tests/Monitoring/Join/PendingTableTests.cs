using System.Runtime.CompilerServices;
using ModelExporter.Engine.Monitoring.Join;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Monitoring.Join;

public class PendingTableTests
{
    const int Million = 1_000_000;

    [Fact]
    public void PendingEntry_InMemory_TakesSixteenBytes() => Assert.Equal(16, Unsafe.SizeOf<PendingEntry>());

    [Fact]
    public void PendingEntry_EachField_LeavesTheOthersAlone()
    {
        var entry = new PendingEntry
        {
            Time = uint.MaxValue,
            Score = 0.25f,
            State = PendingState.Joined,
            Version = PendingEntry.MaxVersions - 1,
            Pane = 0xABCDEF,
            PredictedClass = 40_000,
            ActualClass = 50_000,
        };
        entry.State = PendingState.Labelled;
        entry.Pane = 0x123456;
        entry.ActualClass = 7;
        Assert.Equal(uint.MaxValue, entry.Time);
        Assert.Equal(0.25f, entry.Score);
        Assert.Equal(PendingState.Labelled, entry.State);
        Assert.Equal(63, entry.Version);
        Assert.Equal(0x123456u, entry.Pane);
        Assert.Equal(40_000, entry.PredictedClass);
        Assert.Equal(7, entry.ActualClass);
    }

    [Fact]
    public void Table_AMillionEntries_FindsEachInAtMost32Bytes()
    {
        var table = new PendingTable(0);
        ulong[] keys = Keys(seed: 1, Million);
        for (int i = 0; i < keys.Length; i++)
        {
            Put(table, keys[i], (uint)i);
            if (i + 1 is 100_000 or 300_000 or 700_000) Assert.InRange((double)table.Bytes / table.Count, 24, 32);
        }
        Assert.Equal(Million, table.Count);
        Assert.InRange((double)table.Bytes / Million, 24, 32);
        Assert.Equal(0, keys.Select((key, i) => TimeOf(table, key) == (uint)i ? 0 : 1).Sum());
        Assert.DoesNotContain(Keys(seed: 2, 100_000), stranger => TimeOf(table, stranger) is not null);
    }

    [Fact]
    public void Table_AfterChurn_FindsWhatIsLeftInAtMost32Bytes()
    {
        var table = new PendingTable(0);
        var twin = new Dictionary<ulong, uint>();
        uint time = 0;
        for (int round = 0; round < 12; round++)
        {
            foreach (ulong key in Keys(seed: 10 + round, 60_000))
            {
                Put(table, key, time);
                twin.Add(key, time++);
            }
            uint remainder = (uint)round;
            table.RemoveWhere((in PendingEntry entry) => entry.Time % 12 == remainder || entry.Time % 2 == 0);
            foreach (var (key, _) in twin.Where(e => e.Value % 12 == remainder || e.Value % 2 == 0).ToList()) twin.Remove(key);
            Assert.Equal(twin.Count, table.Count);
            Assert.InRange((double)table.Bytes / table.Count, 24, 32);
        }
        foreach (var (key, value) in twin) Assert.Equal(value, TimeOf(table, key));
        foreach (ulong gone in Keys(seed: 10, 60_000).Where(k => !twin.ContainsKey(k))) Assert.Null(TimeOf(table, gone));
    }

    [Fact]
    public void Table_EverythingRemoved_GivesItsMemoryBack()
    {
        var table = new PendingTable(0);
        foreach (ulong key in Keys(seed: 3, 100_000)) Put(table, key, 1);
        table.RemoveWhere((in PendingEntry _) => true);
        Assert.Equal(0, table.Count);
        Assert.InRange(table.Bytes, 0, 64 * 1024);
    }

    [Fact]
    public void Table_WithScores_MovesThemAlongWhenItGrows()
    {
        var table = new PendingTable(3);
        ulong[] keys = Keys(seed: 4, 5_000);
        for (int i = 0; i < keys.Length; i++)
        {
            var (shard, slot) = Put(table, keys[i], (uint)i);
            for (int c = 0; c < 3; c++) shard.Scores(slot)[c] = (Half)(i % 1000 + c);
        }
        table.RemoveWhere((in PendingEntry entry) => entry.Time % 3 == 0);
        for (int i = 0; i < keys.Length; i++)
        {
            var shard = table.ShardOf(new RecordKey(keys[i]));
            int slot = shard.Find(keys[i]);
            Assert.Equal(i % 3 == 0, slot < 0);
            if (slot >= 0) Assert.Equal([(Half)(i % 1000), (Half)(i % 1000 + 1), (Half)(i % 1000 + 2)], shard.Scores(slot).ToArray());
        }
    }

    static ulong[] Keys(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => RecordKey.Of(BitConverter.GetBytes(random.NextInt64()), 42).Value)];
    }

    static (PendingShard Shard, int Slot) Put(PendingTable table, ulong key, uint time)
    {
        var shard = table.ShardOf(new RecordKey(key));
        int slot = shard.Add(key);
        shard[slot].Time = time;
        return (shard, slot);
    }

    static uint? TimeOf(PendingTable table, ulong key)
    {
        var shard = table.ShardOf(new RecordKey(key));
        int slot = shard.Find(key);
        return slot < 0 ? null : shard[slot].Time;
    }
}
