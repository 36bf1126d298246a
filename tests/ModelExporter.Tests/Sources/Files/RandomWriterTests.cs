using System.Text;

namespace ModelExporter.Tests.Sources.Files;

public class RandomWriterTests
{
    /// <summary>
    /// A writer appends in chunks that respect no line, rotates by renaming and by truncating in place; the tail looks at random moments,
    /// but for one thing: before a truncation it has had its round, since what is cut off unread cannot be had.
    /// </summary>
    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 4000)]
    [InlineData(3, 400_000)]
    public async Task Writer_AppendsRotatesAndTruncates_EveryLineComesOnceInOrder(int seed, int longestChunk)
    {
        var random = new Random(seed);
        await using var bench = new TailBench();
        await bench.FollowAsync("pred.log*");
        var expected = new Dictionary<int, List<string>>();
        var (generation, rotated, pending) = (0, 0, new StringBuilder());

        for (var step = 0; step < 400; step++)
        {
            switch (random.Next(20))
            {
                case 0:
                    Append(pending.Length);
                    bench.Move("pred.log", $"pred.log.{++rotated}");
                    bench.Append("pred.log", "");
                    generation++;
                    break;
                case 1:
                    Append(pending.Length);
                    await bench.RoundAsync();
                    bench.Truncate("pred.log");
                    generation++;
                    break;
                case < 8:
                    await bench.RoundAsync();
                    break;
                default:
                    var wanted = random.Next(1, longestChunk);
                    while (pending.Length < wanted)
                        pending.Append(NextLine()).Append('\n');
                    Append(wanted);
                    break;
            }
        }

        Append(pending.Length);
        await bench.RoundAsync();

        var lines = bench.Text.Split('|', StringSplitOptions.RemoveEmptyEntries);
        var delivered = lines.GroupBy(l => int.Parse(l.Split(' ')[0])).ToDictionary(g => g.Key, g => g.ToList());
        Assert.Equal(expected.Keys.Order(), delivered.Keys.Order());
        Assert.All(expected, g => Assert.Equal(g.Value, delivered[g.Key]));
        Assert.True(bench.Counters.Truncations > 0 && bench.Counters.Rotations > 0);

        string NextLine()
        {
            var written = expected.TryGetValue(generation, out var list) ? list : expected[generation] = [];
            written.Add($"{generation} {written.Count} {new string('x', random.Next(200))}");
            return written[^1];
        }

        void Append(int count)
        {
            bench.Append("pred.log", pending.ToString(0, count));
            pending.Remove(0, count);
        }
    }
}
