using ModelExporter.Engine.Monitoring.Join;
using ModelExporter.Engine.Records;

namespace ModelExporter.Engine.Tests.Monitoring.Join;

public class PendingImageTests
{
    const int Scores = 3;
    const int Entries = 50_000;

    readonly Random _random = new(3);
    readonly PendingTable _table = new(Scores);
    readonly List<ulong> _keys = [];

    [Fact]
    public async Task Save_WhileTheTableChanges_WritesWhatThereWas()
    {
        while (_keys.Count < Entries) Add();
        for (int round = 0; round < 20; round++)
        {
            byte[] expected = Saved(_table.Share());
            var image = _table.Share();
            using var started = new ManualResetEventSlim();
            var saving = Task.Run(() =>
            {
                started.Set();
                return Saved(image);
            });
            started.Wait();
            int changes = 0;
            while (!saving.IsCompleted || changes < 1_000)
            {
                Change();
                changes++;
            }
            byte[] saved = await saving;
            Assert.True(expected.AsSpan().SequenceEqual(saved), $"round {round}, {changes} changes");
        }
    }

    [Fact]
    public void Save_BeforeAndAfterItWasSaved_RestoresTheSameTable()
    {
        while (_keys.Count < Entries) Add();
        byte[] saved = Saved(_table.Share());
        var restored = new PendingTable(Scores);
        restored.Restore(new BinaryReader(new MemoryStream(saved)));
        Assert.Equal(_table.Count, restored.Count);
        foreach (ulong key in _keys)
        {
            var (shard, slot) = Find(_table, key);
            var (other, found) = Find(restored, key);
            Assert.Equal((shard[slot].Time, shard[slot].Score), (other[found].Time, other[found].Score));
            Assert.Equal(shard.Scores(slot), other.Scores(found));
        }
        Assert.Equal(saved, Saved(restored.Share()));
    }

    [Fact]
    public void Length_OfAnyTable_IsWhatIsWritten()
    {
        for (int entries = 0; entries < 200; entries++)
        {
            var image = _table.Share();
            Assert.Equal(image.Length, Saved(image).Length);
            Add();
        }
    }

    [Fact]
    public void Length_OfManyEntries_IsAtMost26BytesEach()
    {
        var table = new PendingTable(scoresPerEntry: 0);
        for (int i = 0; i < 200_000; i++) Put(table, (ulong)_random.NextInt64(1, long.MaxValue));
        Assert.InRange(table.Share().Length / 200_000.0, 24, 26);
    }

    void Change()
    {
        int dice = _random.Next(10_000);
        if (dice == 0)
        {
            uint before = (uint)_random.Next(100);
            _table.RemoveWhere((in PendingEntry entry) => entry.Time < before, keepRoom: _random.Next(2) == 0);
            _keys.RemoveAll(key => Find(_table, key).Slot < 0);
        }
        else if (dice < 3_000) Add();
        else
        {
            var (shard, slot) = Find(_table, _keys[_random.Next(_keys.Count)]);
            shard.Touch(slot);
            Write(shard, slot);
        }
    }

    void Add()
    {
        ulong key = (ulong)_random.NextInt64(1, long.MaxValue);
        _keys.Add(key);
        Put(_table, key);
    }

    void Put(PendingTable table, ulong key)
    {
        var shard = table.ShardOf(new RecordKey(key));
        Write(shard, shard.Add(new RecordKey(key).Value));
    }

    void Write(PendingShard shard, int slot)
    {
        shard[slot] = new PendingEntry { Time = (uint)_random.Next(1_000), Score = _random.NextSingle() };
        foreach (ref var score in shard.Scores(slot)) score = (Half)_random.NextSingle();
    }

    static (PendingShard Shard, int Slot) Find(PendingTable table, ulong key)
    {
        var shard = table.ShardOf(new RecordKey(key));
        return (shard, shard.Find(new RecordKey(key).Value));
    }

    static byte[] Saved(PendingImage image)
    {
        var saved = new MemoryStream();
        image.Save(saved);
        return saved.ToArray();
    }
}
