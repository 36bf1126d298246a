using System.Globalization;

namespace ModelExporter.Tests.EndToEnd;

/// <summary>The log of a binary classifier, the same at every call: a prediction a second, and an answer a minute later that is right 9 times of 10.</summary>
static class ChurnLog
{
    public const string Model = """
          - name: churn
            task: binary
            baseline: {first: 50}
            windows: [1h, last_100]
            clock: event
        """;

    /// <summary>A config without a source.</summary>
    public const string Config = "models:\n" + Model + "\n";

    static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A config with a source that follows these files.</summary>
    public static string Following(params string[] paths) => $"sources:\n  - name: log\n    file:\n      paths: [{string.Join(", ", paths)}]\n{Config}";

    public static string Prediction(int i) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"id":"p{{{i}}}","ts":"{{{At(i)}}}","model":"churn","version":"v1","features":{"age":{{{20 + i * 7 % 50}}},"plan":"{{{Plan(i)}}}"},"prediction":{"score":{{{Score(i)}}}},"latency_ms":{{{1 + i % 9}}}}""");

    public static string Label(int i) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"id":"p{{i}}","ts":"{{At(i + 60)}}","model":"churn","label":{{Truth(i)}}}""");

    public static IEnumerable<string> Predictions(int from, int count) => Enumerable.Range(from, count).Select(Prediction);

    public static IEnumerable<string> Labels(int from, int count) => Enumerable.Range(from, count).Select(Label);

    /// <summary>Predictions and labels in the order in which they happened.</summary>
    public static IEnumerable<string> Both(int from, int count)
    {
        for (int second = from; second < from + count + 60; second++)
        {
            if (second < from + count) yield return Prediction(second);
            if (second >= from + 60) yield return Label(second - 60);
        }
    }

    static string At(int second) => Start.AddSeconds(second).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    static string Plan(int i) => (i % 3) switch { 0 => "basic", 1 => "plus", _ => "pro" };

    static double Score(int i) => i * 37 % 100 / 100.0;

    static int Truth(int i) => (Score(i) >= 0.5) != (i % 10 == 0) ? 1 : 0;
}
