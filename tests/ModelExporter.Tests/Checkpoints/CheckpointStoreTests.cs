using ModelExporter.Checkpoints;
using ModelExporter.Engine.Monitoring.State;
using ModelExporter.Tests.EndToEnd;

namespace ModelExporter.Tests.Checkpoints;

public sealed class CheckpointStoreTests : IDisposable
{
    readonly TestFolder _folder = new();
    readonly CheckpointCounters _counters = new();
    readonly List<(string Path, string Reason)> _refused = [];
    readonly CheckpointStore _store;

    public CheckpointStoreTests() => _store = CheckpointStore.Open(Folder, _counters);

    string Folder => _folder["state"];

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Load_NothingWritten_IsNothing() => Assert.Null(Loaded());

    [Fact]
    public void Load_WrittenTwice_IsTheLast()
    {
        Write("first");
        Assert.Equal("first", Loaded());
        Write("second");
        Assert.Equal("second", Loaded());
        Assert.Empty(_refused);
    }

    [Fact]
    public void Load_CutOffAnywhere_IsTheOneBefore()
    {
        Write("first");
        Write("second");
        byte[] whole = File.ReadAllBytes(_store.Current);
        byte[] before = File.ReadAllBytes(_store.Previous);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(_store.Current, whole[..length]);
            File.WriteAllBytes(_store.Previous, before);
            Assert.Equal("first", Loaded());
        }
        Assert.Equal(whole.Length, _refused.Count);
        Assert.Equal(whole.Length, _counters.Failures(CheckpointFailure.Refused));
        Assert.Contains("ends too early", _refused[0].Reason, StringComparison.Ordinal);
        Assert.True(File.Exists(_store.Current + ".refused"));
    }

    [Fact]
    public void Load_AnyBitTurned_IsTheOneBefore()
    {
        Write("first");
        Write("second");
        byte[] whole = File.ReadAllBytes(_store.Current);
        for (int bit = 0; bit < whole.Length * 8; bit++)
        {
            byte[] turned = [.. whole];
            turned[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(_store.Current, turned);
            Assert.Equal("first", Loaded());
        }
        Assert.Equal(whole.Length * 8, _refused.Count);
    }

    [Fact]
    public void Load_OfALaterFormat_SaysWhichOne()
    {
        Write("first");
        byte[] whole = File.ReadAllBytes(_store.Current);
        whole[8]++;
        File.WriteAllBytes(_store.Current, whole);
        Assert.Null(Loaded());
        Assert.Equal("it has format 2 of another release, where this one reads format 1", Assert.Single(_refused).Reason);
    }

    [Fact]
    public void Load_SomeOtherFile_SaysSo()
    {
        File.WriteAllText(_store.Current, "sources: []\nmodels: []\n");
        Assert.Null(Loaded());
        Assert.Equal("it is not a checkpoint", Assert.Single(_refused).Reason);
    }

    [Fact]
    public void Load_EndedBetweenTheNames_IsTheUnfinishedOne()
    {
        Write("first");
        Write("second");
        File.Move(_store.Current, Path.Combine(Folder, "checkpoint.unfinished"));
        Assert.Equal("second", Loaded());
    }

    [Fact]
    public void Load_EndedWhileWriting_IsTheLast()
    {
        Write("first");
        File.WriteAllText(Path.Combine(Folder, "checkpoint.unfinished"), "MEXP");
        Assert.Equal("first", Loaded());
        Assert.Empty(_refused);
    }

    [Fact]
    public void Write_ASectionFails_LeavesTheLastOne()
    {
        Write("first");
        Assert.Throws<IOException>(() => _store.Write([new StateSection("a", "", 1, _ => throw new IOException("No space left on device"))], 0));
        Assert.Equal("first", Loaded());
    }

    [Fact]
    public void Open_TheFolderIsAFile_Throws() => Assert.Throws<IOException>(() => CheckpointStore.Open(_folder.Write("file", ""), _counters));

    [Fact]
    public void Find_SectionsInAnyOrder_HaveTheirContent()
    {
        _store.Write([Section("a", "one"), Section("b", "two"), Section("c", "")], 7);
        using var reader = _store.Load(Refuse)!;
        Assert.Equal(7, reader.Time);
        Assert.Equal("two", Read(reader, "b"));
        Assert.Equal("one", Read(reader, "a"));
        Assert.Null(reader.Find("d"));
        Assert.Equal(["c"], reader.Unasked);
    }

    void Write(string content) => _store.Write([Section("content", content)], 0);

    string? Loaded()
    {
        using var reader = _store.Load(Refuse);
        return reader is null ? null : Read(reader, "content");
    }

    void Refuse(string path, string reason) => _refused.Add((path, reason));

    static StateSection Section(string name, string text)
    {
        byte[] content = System.Text.Encoding.UTF8.GetBytes(text);
        return new StateSection(name, "shape", content.Length, to => to.Write(content));
    }

    static string Read(CheckpointReader reader, string name)
    {
        var section = reader.Find(name)!;
        var content = new byte[section.Length];
        section.Content.ReadExactly(content);
        return System.Text.Encoding.UTF8.GetString(content);
    }
}
