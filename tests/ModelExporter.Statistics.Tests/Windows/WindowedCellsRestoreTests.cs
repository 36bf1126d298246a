using ModelExporter.Statistics.Windows;

namespace ModelExporter.Statistics.Tests.Windows;

public class WindowedCellsRestoreTests
{
    const long Minute = 60_000_000;
    const long Start = 1_700_000_000_000_000 / (60 * Minute) * (60 * Minute);

    [Fact]
    public void Restore_OtherWindows_KeepsThoseThatAreStillWantedAndAllThatEverWas()
    {
        var cells = Filled("5m 1h last_100", records: 300);
        var expected = cells.NewTotals();

        var restored = Restored(cells, "1h last_20 last_100 24h");

        cells.Read(1, expected);
        Assert.Equal(expected.Counts, Read(restored, 0).Counts);
        Assert.Equal(0, Read(restored, 1).Counts[0]);
        cells.Read(2, expected);
        Assert.Equal(expected.Counts, Read(restored, 2).Counts);
        Assert.Equal(0, Read(restored, 3).Counts[0]);
        var ever = restored.NewTotals();
        restored.ReadEver(ever);
        Assert.Equal((300, 300.0), (ever.Counts[0], ever.Sums[0]));
    }

    [Fact]
    public void Restore_OtherWindowsAndThenALateRecord_CountsItInThePaneOfItsTime()
    {
        var restored = Restored(Filled("1h", records: 300), "1h 24h");

        restored.Add(Start + 250 * Minute, new Increment([0], []));
        restored.Advance(Start + 309 * Minute + Minute / 2);

        // Of the hour to minute 309 those from minute 250 on are left: 50 that were there before, and the late one.
        Assert.Equal(51, Read(restored, 0).Counts[0]);
        Assert.Equal(1, Read(restored, 1).Counts[0]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000)]
    public void Restore_SomethingElse_Throws(int first)
    {
        var content = new MemoryStream();
        new BinaryWriter(content).Write(first);
        content.Position = 0;
        Assert.Throws<InvalidDataException>(() => WindowedCells.Restore(new BinaryReader(content), Specs("1h"), 1, 1));
    }

    [Fact]
    public void Restore_AnyBeginning_EndsTooEarly()
    {
        var saved = Save(Filled("1h last_20", records: 5));
        for (int length = 0; length < saved.Length; length++)
            Assert.Throws<EndOfStreamException>(() => WindowedCells.Restore(new BinaryReader(new MemoryStream(saved, 0, length)), Specs("1h last_20"), 1, 1));
    }

    /// <summary>A record a minute.</summary>
    static WindowedCells Filled(string windows, int records)
    {
        var cells = new WindowedCells(Specs(windows), 1, 1);
        for (int i = 0; i < records; i++) cells.Add(Start + i * Minute, new Increment([0], [new SumTerm(0, 1)]));
        return cells;
    }

    static WindowedCells Restored(WindowedCells cells, string windows) => WindowedCells.Restore(new BinaryReader(new MemoryStream(Save(cells))), Specs(windows), 1, 1);

    static byte[] Save(WindowedCells cells)
    {
        var saved = new MemoryStream();
        cells.Save(new BinaryWriter(saved));
        return saved.ToArray();
    }

    static CellTotals Read(WindowedCells cells, int window)
    {
        var totals = cells.NewTotals();
        cells.Read(window, totals);
        return totals;
    }

    static WindowSpec[] Specs(string text) =>
        [.. text.Split(' ').Select(name => WindowSpec.TryParse(name, out var window) ? window : throw new ArgumentException(name))];
}
