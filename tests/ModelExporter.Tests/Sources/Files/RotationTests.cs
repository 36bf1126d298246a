namespace ModelExporter.Tests.Sources.Files;

public class RotationTests
{
    [Fact]
    public async Task Rotation_OldFileHasUnreadLines_FinishesItThenReadsTheNewFromItsBeginning()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\n");
        await bench.FollowAsync("pred.jsonl");

        bench.Append("pred.jsonl", "two\n");
        bench.Move("pred.jsonl", "pred.jsonl.1");
        bench.Append("pred.jsonl", "three\n");
        await bench.RoundAsync();

        Assert.Equal("one|two|three|", bench.Text);
        Assert.Equal(1, bench.Counters.Rotations);
        Assert.Equal(0, bench.Counters.Truncations);
    }

    [Fact]
    public async Task Rotation_WriterHasNotReopened_ItsLinesStillCome()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\n");
        await bench.FollowAsync("pred.jsonl");

        bench.Move("pred.jsonl", "old");
        bench.Append("pred.jsonl", "new\n");
        await bench.RoundAsync();
        bench.Append("old", "late\n");
        await bench.RoundAsync();
        Assert.Equal("one|new|late|", bench.Text);
        Assert.Equal(2, bench.Counters.FilesOpen);

        await bench.LingerAsync();
        Assert.Equal(1, bench.Counters.FilesOpen);
    }

    [Fact]
    public async Task Rotation_LastLineHasNoNewline_ComesWhenTheOldFileIsGivenUp()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\nunfinished");
        await bench.FollowAsync("pred.jsonl");
        bench.Move("pred.jsonl", "old");
        bench.Append("pred.jsonl", "new\n");
        await bench.RoundAsync();
        Assert.Equal("one|new|", bench.Text);

        await bench.LingerAsync();

        Assert.Equal("one|new|unfinished|", bench.Text);
    }

    [Fact]
    public async Task Rotation_WithinTheGlob_ReadsTheOldFileOnce()
    {
        await using var bench = new TailBench();
        bench.Append("pred.log", "one\n");
        await bench.FollowAsync("pred.log*");

        for (var i = 0; i < 3; i++)
        {
            if (i > 0)
                bench.Move("pred.log.1", $"pred.log.{i + 1}");
            bench.Move("pred.log", "pred.log.1");
            bench.Append("pred.log", $"after {i}\n");
            await bench.RoundAsync();
            await bench.LingerAsync();
        }

        Assert.Equal("one|after 0|after 1|after 2|", bench.Text);
        Assert.Equal(3, bench.Counters.Rotations);
    }

    [Fact]
    public async Task Rotation_WithinTheGlob_TheUnfinishedLineComesToo()
    {
        await using var bench = new TailBench();
        bench.Append("pred.log", "unfinished");
        await bench.FollowAsync("pred.log*");
        bench.Move("pred.log", "pred.log.1");
        bench.Append("pred.log", "new\n");
        await bench.RoundAsync();

        await bench.LingerAsync();
        await bench.LingerAsync();

        Assert.Equal("new|unfinished|", bench.Text);
    }

    [Fact]
    public async Task Rotation_OldFileIsDeleted_WhatWasWrittenIsStillRead()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\n");
        await bench.FollowAsync("pred.jsonl");

        bench.Append("pred.jsonl", "two\n");
        File.Delete(bench["pred.jsonl"]);
        await bench.RoundAsync();
        await bench.LingerAsync();
        Assert.Equal(0, bench.Counters.FilesOpen);

        bench.Append("pred.jsonl", "three\n");
        await bench.RoundAsync();
        Assert.Equal("one|two|three|", bench.Text);
    }

    [Fact]
    public async Task Rotation_FileComesBackAfterItWasGivenUp_GoesOnWhereItWasLeft()
    {
        await using var bench = new TailBench();
        bench.Append("pred.jsonl", "one\n");
        await bench.FollowAsync("pred.jsonl");
        bench.Move("pred.jsonl", "away");
        await bench.RoundAsync();
        await bench.LingerAsync();

        bench.Append("away", "two\n");
        bench.Move("away", "pred.jsonl");
        await bench.RoundAsync();

        Assert.Equal("one|two|", bench.Text);
    }

    [Fact]
    public async Task Rotation_SymbolicLinkIsSwapped_ReadsTheNewTargetFromItsBeginning()
    {
        await using var bench = new TailBench();
        Directory.CreateDirectory(bench["..v1"]);
        Directory.CreateDirectory(bench["..v2"]);
        File.WriteAllText(bench["..v1/labels.jsonl"], "v1\n");
        File.WriteAllText(bench["..v2/labels.jsonl"], "v2\n");
        File.CreateSymbolicLink(bench["..data"], "..v1");
        File.CreateSymbolicLink(bench["labels.jsonl"], "..data/labels.jsonl");
        await bench.FollowAsync("*.jsonl");

        Directory.Delete(bench["..data"]);
        File.CreateSymbolicLink(bench["..data"], "..v2");
        Directory.Delete(bench["..v1"], recursive: true);
        await bench.RoundAsync();

        Assert.Equal("v1|v2|", bench.Text);
        Assert.Equal(1, bench.Counters.Rotations);
    }
}
