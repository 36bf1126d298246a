using System.Text.Json;

namespace ModelExporter.Tests.EndToEnd;

/// <summary>A log whose every name tries to break out of an exposition: as model, version, feature, category and class.</summary>
static class HostileLog
{
    public const string Model = "a \"quoted\" \\ name\nof {two} lines";

    /// <summary>How many predictions there are, each with its label.</summary>
    public const int Rows = 100;

    /// <summary>How many of them the baseline is learnt from.</summary>
    public const int First = 50;

    public static IReadOnlyList<string> Names { get; } =
    [
        "\"", "\\", "\n", "\\n", "a\"} 1\nmodel_info{model=\"forged", "{le=\"+Inf\"}", "# EOF", "été", "模型", "🙂", " ", "\t", "__other__", "NaN",
        new('x', 200), string.Concat(Enumerable.Repeat("é", 100)),
    ];

    public static string Config { get; } = $$"""
        models:
          - name: {{JsonSerializer.Serialize(Model)}}
            task: multiclass
            baseline: {first: 50}
            windows: [1h]
            clock: event
        """;

    public static IEnumerable<string> Records => Enumerable.Range(0, Rows).SelectMany(i =>
    {
        string name = Names[i % Names.Count];
        string time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(i).ToString("O");
        var features = Names.ToDictionary(n => n, n => Names[(i + n.Length) % Names.Count]);
        return new[]
        {
            JsonSerializer.Serialize(new { id = name + i, ts = time, model = Model, version = Names[4], features, prediction = new { label = name } }),
            JsonSerializer.Serialize(new { id = name + i, ts = time, label = name }),
        };
    });
}
