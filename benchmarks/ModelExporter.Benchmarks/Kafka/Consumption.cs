using System.Diagnostics;

namespace ModelExporter.Benchmarks.Kafka;

/// <summary>How fast messages were consumed, and what the whole process used of the processor for each, from the first that came to the last.</summary>
readonly record struct Consumption(double PerSecond, double ProcessorMicroseconds)
{
    /// <summary>Measures until as many have come as there are.</summary>
    /// <param name="records">How many there are.</param>
    /// <param name="consumed">How many came so far; it may wait for some.</param>
    public static Consumption Measure(long records, Func<long> consumed)
    {
        long before;
        while ((before = consumed()) == 0) Thread.Yield();
        long start = Stopwatch.GetTimestamp();
        var processor = Environment.CpuUsage.TotalTime;
        while (consumed() < records) Thread.Yield();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Consumption((records - before) / seconds, (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / (records - before));
    }
}
