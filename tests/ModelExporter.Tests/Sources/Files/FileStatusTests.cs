using ModelExporter.Sources.Files;

namespace ModelExporter.Tests.Sources.Files;

public class FileStatusTests
{
    [Fact]
    public async Task FileStatus_OfARegularFile_AgreesWithTheRuntime()
    {
        await using var bench = new TailBench();
        bench.Append("é.log", "12345");
        using var handle = File.OpenHandle(bench["é.log"]);

        var status = FileStatus.Of(bench["é.log"]);

        Assert.Equal(FileKind.Regular, status.Kind);
        Assert.Equal(5, status.Length);
        Assert.NotEqual(default, status.Identity);
        Assert.Equal(status, FileStatus.Of(handle, bench["é.log"]));
        if (OperatingSystem.IsLinux())
            Assert.Equal((File.GetLastWriteTimeUtc(bench["é.log"]) - DateTime.UnixEpoch).Ticks, status.LastWrite);
    }

    [Fact]
    public async Task FileStatus_FileIsRenamedAndReplaced_IdentityGoesWithTheFile()
    {
        await using var bench = new TailBench();
        bench.Append("a", "1");
        var before = FileStatus.Of(bench["a"]).Identity;
        bench.Move("a", "b");
        bench.Append("a", "2");

        Assert.Equal(before, FileStatus.Of(bench["b"]).Identity);
        Assert.NotEqual(before, FileStatus.Of(bench["a"]).Identity);
    }

    [Fact]
    public async Task FileStatus_OfOtherThings_SaysWhatTheyAre()
    {
        await using var bench = new TailBench();
        Directory.CreateDirectory(bench["directory"]);
        bench.Append("file", "");
        File.CreateSymbolicLink(bench["dangling"], "nowhere");
        File.CreateSymbolicLink(bench["loop"], "loop");

        Assert.Equal(FileKind.Other, FileStatus.Of(bench["directory"]).Kind);
        Assert.Equal(FileKind.Missing, FileStatus.Of(bench["nothing"]).Kind);
        Assert.Equal(FileKind.Missing, FileStatus.Of(bench["file/below"]).Kind);
        Assert.Equal(FileKind.Missing, FileStatus.Of(bench["dangling"]).Kind);
        Assert.Equal(FileKind.Unreadable, FileStatus.Of(bench["loop"]).Kind);
    }

    [Fact]
    public async Task FileStatus_WithoutInodes_TellsFilesByPath()
    {
        await using var bench = new TailBench();
        bench.Append("a", "123");
        bench.Append("b", "123");

        var status = FileStatus.ReadPortably(bench["a"]);

        Assert.Equal((FileKind.Regular, 3L), (status.Kind, status.Length));
        Assert.Equal(status.Identity, FileStatus.ReadPortably(bench["a"]).Identity);
        Assert.NotEqual(status.Identity, FileStatus.ReadPortably(bench["b"]).Identity);
        Assert.Equal(FileKind.Missing, FileStatus.ReadPortably(bench["c"]).Kind);
    }
}
