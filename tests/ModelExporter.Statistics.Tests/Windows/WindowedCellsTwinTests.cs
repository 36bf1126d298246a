using ModelExporter.Statistics.Windows;

namespace ModelExporter.Statistics.Tests.Windows;

/// <summary>Random streams through <see cref="WindowedCells"/> and through its twin, compared all the way.</summary>
public class WindowedCellsTwinTests
{
    const long Second = 1_000_000;
    const int Counts = 37;
    const int Sums = 5;
    const int Steps = 3_000;
    const int CheckEvery = 25;

    [Theory]
    [InlineData("5m", 1)]
    [InlineData("last_20", 2)]
    [InlineData("last_100", 3)]
    [InlineData("1m 5m 1h", 4)]
    [InlineData("last_20 last_60 last_1000", 5)]
    [InlineData("5m 1h last_40 last_200", 6)]
    [InlineData("7m 11m last_20", 7)]
    [InlineData("24h 7d last_1000", 8)]
    public void WindowedCells_RandomStream_AgreesWithItsTwin(string windows, int seed)
    {
        var run = new Run(Specs(windows), seed);
        for (int step = 1; step <= Steps; step++)
        {
            run.Step();
            if (step % CheckEvery == 0) run.Check();
        }
    }

    [Theory]
    [InlineData("1m 5m 1h", 11)]
    [InlineData("last_20 last_60 last_1000", 12)]
    [InlineData("5m 1h last_40 last_200", 13)]
    public void Restore_NowAndThen_AgreesWithItsTwin(string windows, int seed)
    {
        var run = new Run(Specs(windows), seed);
        for (int step = 1; step <= Steps; step++)
        {
            run.Step();
            if (step % 7 == 0) run.Restart();
            if (step % CheckEvery == 0) run.Check();
        }
    }

    static WindowSpec[] Specs(string text) =>
        [.. text.Split(' ').Select(name => WindowSpec.TryParse(name, out var window) ? window : throw new ArgumentException(name))];

    sealed class Run(WindowSpec[] windows, int seed)
    {
        readonly Random _random = new(seed);
        WindowedCells _cells = new(windows, Counts, Sums);
        readonly WindowTwin _twin = new(windows, Counts, Sums);
        readonly List<(long Time, int[] Cells, SumTerm[] Terms)> _live = [];
        long _now = 1_700_000_000 * Second + seed;
        long[] _everBefore = new long[Counts];

        // The longest window decides how far a step goes, so that every kind of lateness occurs in every case.
        long Longest => Math.Max(60 * Second, windows.Max(w => w.Span.Ticks / TimeSpan.TicksPerMicrosecond));

        public void Restart()
        {
            var saved = new MemoryStream();
            _cells.Save(new BinaryWriter(saved));
            saved.Position = 0;
            _cells = WindowedCells.Restore(new BinaryReader(saved), windows, Counts, Sums);
            Assert.Equal(saved.Length, saved.Position);
        }

        public void Step()
        {
            int dice = _random.Next(1000);
            if (dice < 600) Add(_now += _random.NextInt64(Longest / 400));
            else if (dice < 700) Add(_now);
            else if (dice < 800) Add(_now - _random.NextInt64(Longest / 20));
            else if (dice < 850) Add(_now - _random.NextInt64(Longest));
            else if (dice < 870) Add(_now - Longest - _random.NextInt64(Longest * 3));
            else if (dice < 873) Add(_now += Longest / 2 + _random.NextInt64(Longest * 2));
            else if (dice < 950) Correct();
            else _cells.Advance(Advanced(_now += _random.NextInt64(Longest / 100)));
        }

        public void Check()
        {
            var totals = _cells.NewTotals();
            for (int window = 0; window < windows.Length; window++)
            {
                _cells.Read(window, totals);
                Same(_twin.Read(window), totals, windows[window].Name);
                Assert.All(totals.Counts, count => Assert.True(count >= 0));
            }
            _cells.ReadEver(totals);
            Same(_twin.ReadEver(), totals, "ever");
            Assert.All(totals.Counts.Zip(_everBefore), c => Assert.True(c.First >= c.Second));
            _everBefore = [.. totals.Counts];
        }

        void Add(long time)
        {
            var (cells, terms) = RandomIncrement();
            bool held = _cells.Add(time, new Increment(cells, terms));
            Assert.Equal(_twin.Add(time, cells, terms), held);
            _live.Add((time, cells, terms));
        }

        void Correct()
        {
            if (_live.Count == 0) return;
            int which = _random.Next(Math.Max(0, _live.Count - 100), _live.Count);
            var (time, cells, terms) = _live[which];
            _live.RemoveAt(which);
            _twin.Retract(time, cells, terms);
            _cells.Retract(time, new Increment(cells, terms));
            if (_random.Next(3) == 0) return;

            (cells, terms) = RandomIncrement();
            time = _random.Next(3) switch
            {
                0 => time,
                1 => _now,
                _ => _now += _random.NextInt64(Longest / 50),
            };
            _twin.Restate(time, cells, terms);
            _cells.Restate(time, new Increment(cells, terms));
            _live.Add((time, cells, terms));
        }

        long Advanced(long now)
        {
            _twin.Advance(now);
            return now;
        }

        (int[] Cells, SumTerm[] Terms) RandomIncrement()
        {
            int[] cells = [.. Enumerable.Range(0, Counts).Where(_ => _random.Next(10) == 0)];
            return (cells, [new SumTerm(_random.Next(Sums), _random.NextDouble()), new SumTerm(_random.Next(Sums), _random.Next(100))]);
        }

        static void Same(CellTotals expected, CellTotals actual, string window)
        {
            Assert.True(expected.Counts.AsSpan().SequenceEqual(actual.Counts), $"counts of {window}");
            for (int i = 0; i < Sums; i++) Assert.Equal(expected.Sums[i], actual.Sums[i], 1e-9 * Math.Max(1, Math.Abs(expected.Sums[i])));
        }
    }
}
