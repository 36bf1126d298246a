using System.Diagnostics;
using System.Globalization;
using System.Text;
using ModelExporter.Benchmarks.Line;
using ModelExporter.Checkpoints;
using ModelExporter.Engine.Config;
using ModelExporter.Engine.Monitoring;
using ModelExporter.Engine.Monitoring.State;
using ModelExporter.Engine.Records;

namespace ModelExporter.Benchmarks.Checkpoints;

/// <summary>A checkpoint of a model with many pending predictions, written while records go on coming: its size, what it costs, and how long it holds a batch up. That is told in time of the processor, not of the clock: the machine may do other work too.</summary>
static class CheckpointMode
{
    static readonly ModelConfig Config = new()
    {
        Name = "m",
        Task = TaskKind.Binary,
        Clock = ClockKind.Event,
        Labels = new LabelConfig { Horizon = TimeSpan.FromDays(365), MaxPending = 100_000_000 },
    };

    public static async Task RunAsync(int pending, string folder)
    {
        var monitor = new ModelMonitor(Config, null);
        var feed = new Feed(monitor);
        while (monitor.PredictionsPending < pending) feed.Next();
        Print("predictions pending", monitor.PredictionsPending);
        using var store = CheckpointStore.Open(folder, new CheckpointCounters());
        for (int i = 0; i < 2_000; i++) feed.Next();
        Print("longest of 2,000 batches, ms", feed.TakeLongest());

        for (int round = 0; round < 3; round++)
        {
            long start = Stopwatch.GetTimestamp();
            double capturing = ThreadClock.Seconds;
            var sections = monitor.Capture();
            Print("capture, ms", (ThreadClock.Seconds - capturing) * 1e3);
            var writing = Task.Run(() => store.Write(sections, 0));
            int batches = 0;
            for (; !writing.IsCompleted; batches++) feed.Next();
            Print("written, MB", await writing / 1e6);
            Print("capture to disk, ms", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Print("batches meanwhile", batches);
            Print("longest of them, ms", feed.TakeLongest());
            Print("resident, MB", Environment.WorkingSet / 1e6);
        }

        long began = Stopwatch.GetTimestamp();
        using var reader = store.Load((path, reason) => throw new InvalidDataException($"{path}: {reason}"))!;
        Print("checked, ms", Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        began = Stopwatch.GetTimestamp();
        var restored = new ModelMonitor(Config, null);
        restored.Restore(new StateRestore(reader));
        Print("restored, ms", Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        Print("predictions pending", restored.PredictionsPending);
    }

    static void Print(string what, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-45}{value,12:0.#}"));

    /// <summary>Predictions without end, a batch at a time.</summary>
    sealed class Feed(ModelMonitor monitor)
    {
        readonly RecordRouter _router = new([Config.Name], Config.Name, [], seed: 1);
        readonly NativeDecoder _decoder = new();
        readonly byte[] _json = new byte[256];
        int _id;
        double _longest;

        /// <summary>Applies a batch.</summary>
        public void Next()
        {
            long now = 1_700_000_000_000_000;
            for (int i = 0; i < RecordBatch.FullRows; i++, _id++)
            {
                int length = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"p{_id}\",\"ts\":{1_700_000_000 + _id / 1000},\"prediction\":{{\"score\":0.{_id % 100:00}}}}}"), _json);
                _decoder.Decode(_json.AsSpan(0, length), new PayloadContext(now), _router);
            }
            if (!_router.TryTake(0, out var batch)) return;
            double start = ThreadClock.Seconds;
            monitor.Apply(batch, long.MaxValue / 2);
            double taken = (ThreadClock.Seconds - start) * 1e3;
            _longest = Math.Max(_longest, taken);
            batch.Release();
        }

        /// <summary>The longest that a batch took since the last call, in milliseconds.</summary>
        public double TakeLongest()
        {
            double longest = _longest;
            _longest = 0;
            return longest;
        }
    }
}
