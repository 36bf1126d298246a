using System.Globalization;
using System.Text;
using ModelExporter.Engine.Config;
using ModelExporter.Statistics.Windows;

namespace ModelExporter.Engine.Tests;

/// <summary>A log as a busy server writes it: 24 features of which 4 are categorical, UUIDs, RFC 3339 times, two versions, labels that come later.</summary>
sealed class RandomLog(TaskKind task, int seed)
{
    const long Second = 1_000_000;

    static readonly string[] Classes = ["ant", "bee", "cat"];

    readonly Random _random = new(seed);
    readonly List<(string Id, string Truth)> _unlabelled = [];
    readonly StringBuilder _text = new();

    /// <summary>Microseconds since the epoch: the time of the newest record.</summary>
    public long Now { get; private set; } = 1_700_000_000 * Second;

    public static ModelConfig Config(TaskKind task, params string[] windows) => new()
    {
        Name = "m",
        Task = task,
        Classes = task == TaskKind.Multiclass ? Classes : [],
        Windows = [.. windows.Select(name => WindowSpec.TryParse(name, out var window) ? window : throw new ArgumentException(name))],
        Baseline = new BaselineConfig(First: 500),
        Labels = new LabelConfig { Horizon = TimeSpan.FromDays(60), MaxPending = 4_000_000 },
        Alerts = new AlertConfig { LabelCoverageRatio = 0.5, MaxSilence = TimeSpan.FromHours(1), MaxLatency = TimeSpan.FromSeconds(1) },
    };

    /// <summary>A prediction, or from the 200th on as often the label of an older one.</summary>
    public string Next() => _unlabelled.Count > 200 && _random.Next(2) == 0 ? Label() : Prediction();

    string Prediction()
    {
        Now += _random.NextInt64(Second / 2);
        string id = NewId();
        double signal = _random.NextDouble();
        _text.Clear();
        _text.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"{id}\",\"ts\":\"{Stamp(Now - (_random.Next(100) == 0 ? 20 * Second : 0))}\",\"model\":\"m\",\"version\":\"{_random.Next(2) + 1}\",\"features\":{{");
        for (int i = 0; i < 20; i++) _text.Append(CultureInfo.InvariantCulture, $"\"n{i}\":{Number(i, signal)},");
        for (int i = 0; i < 4; i++) _text.Append(CultureInfo.InvariantCulture, $"\"c{i}\":\"v{(int)(_random.NextDouble() * _random.NextDouble() * 30 * (i + 1))}\"{(i < 3 ? "," : "")}");
        _text.Append(CultureInfo.InvariantCulture, $"}},\"prediction\":{Answer(signal, out string truth)},\"latency_ms\":{_random.Next(1, 400)}}}");
        _unlabelled.Add((id, truth));
        return _text.ToString();
    }

    string Label()
    {
        int which = _random.Next(_unlabelled.Count);
        var (id, truth) = _unlabelled[which];
        _unlabelled[which] = _unlabelled[^1];
        _unlabelled.RemoveAt(_unlabelled.Count - 1);
        return $"{{\"id\":\"{id}\",\"ts\":\"{Stamp(Now)}\",\"label\":{truth}}}";
    }

    string Answer(double signal, out string truth)
    {
        double noisy = Math.Clamp(signal + _random.NextDouble() * 0.4 - 0.2, 0, 1);
        switch (task)
        {
            case TaskKind.Binary:
                truth = noisy > 0.5 ? "1" : "0";
                return string.Create(CultureInfo.InvariantCulture, $"{{\"label\":{(signal >= 0.5 ? 1 : 0)},\"score\":{signal:0.######}}}");
            case TaskKind.Multiclass:
                truth = $"\"{Classes[Math.Min(2, (int)(noisy * 3))]}\"";
                return string.Create(CultureInfo.InvariantCulture, $"{{\"scores\":{{\"ant\":{(1 - signal) * 0.7:0.####},\"bee\":0.3,\"cat\":{signal * 0.7:0.####}}}}}");
            default:
                truth = (noisy * 100).ToString("0.##", CultureInfo.InvariantCulture);
                return string.Create(CultureInfo.InvariantCulture, $"{{\"value\":{signal * 100:0.###}}}");
        }
    }

    string Number(int feature, double signal) => (feature % 4) switch
    {
        0 => signal.ToString("0.#####", CultureInfo.InvariantCulture),
        1 => _random.Next(10).ToString(CultureInfo.InvariantCulture),
        2 => (_random.NextDouble() * 1000 - 500).ToString("0.###", CultureInfo.InvariantCulture),
        _ => Math.Exp(_random.NextDouble() * 20 - 10).ToString("0.####E+0", CultureInfo.InvariantCulture),
    };

    string NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    static string Stamp(long microseconds) => DateTime.UnixEpoch.AddMicroseconds(microseconds).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
