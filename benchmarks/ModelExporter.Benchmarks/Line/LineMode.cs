using System.Globalization;
using ModelExporter.Benchmarks.Logs;

namespace ModelExporter.Benchmarks.Line;

/// <summary>The whole-line benchmark: all stages take turns on the same lines, so that their ratios hold on a machine that does other work too.</summary>
static class LineMode
{
    const int PredictionsPerRound = 50_000;
    const int WarmUps = 6;

    public static void Run(LogForm form, int rounds, int maxPending)
    {
        var log = new LogGenerator(form);
        var stages = LineStages.All(maxPending);
        var seconds = stages.Select(_ => new double[rounds]).ToArray();
        var allocated = new long[stages.Count];
        long records = 0;
        long bytes = 0;
        for (int round = -WarmUps; round < rounds; round++)
        {
            var lines = log.Next(PredictionsPerRound);
            if (round >= 0)
            {
                records += lines.Span.Count((byte)'\n');
                bytes += lines.Length;
            }
            // Whoever goes first finds cold caches: each stage in its turn.
            for (int turn = 0; turn < stages.Count; turn++)
            {
                int stage = (turn + round + WarmUps) % stages.Count;
                long before = GC.GetAllocatedBytesForCurrentThread();
                double start = ThreadClock.Seconds;
                stages[stage].Run(lines);
                double taken = ThreadClock.Seconds - start;
                if (round < 0) continue;
                seconds[stage][round] = taken;
                allocated[stage] += GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{form}: {records / rounds} records of {bytes / records} bytes a round, {rounds} rounds, {maxPending} pending at most"));
        Print(stages, seconds, records / rounds, bytes / rounds, [.. allocated.Select(a => a / (double)records)]);
    }

    static void Print(IReadOnlyList<LineStage> stages, double[][] seconds, long records, long bytes, double[] allocated)
    {
        var tokens = seconds[stages.Index().First(s => s.Item.Name == LineStages.TokenScan).Index];
        Console.WriteLine($"{"stage",-20}{"records/s",12}{"MB/s",10}{"ns/record",11}{"x token scan",16}{"(min-max)",14}{"bytes/record",14}");
        for (int i = 0; i < stages.Count; i++)
        {
            double median = Median(seconds[i]);
            double[] ratios = [.. seconds[i].Zip(tokens, (own, token) => token / own)];
            string range = string.Create(CultureInfo.InvariantCulture, $"{ratios.Min():0.00}-{ratios.Max():0.00}");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{stages[i].Name,-20}{records / median,12:0}{bytes / median / 1e6,10:0}{median / records * 1e9,11:0}{Median(ratios),16:0.00}{range,14}{allocated[i],14:0.0}"));
        }
    }

    static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
